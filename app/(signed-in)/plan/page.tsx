import type { Metadata } from 'next';
import { ArrivalNotice } from '@/components/arrival-notice';
import { Notice } from '@/components/notice';
import { requireUserOrPost } from '@/lib/auth/session';
import { nameRole } from '@/lib/domain/career-names';
import { STEP_KINDS } from '@/lib/domain/catalogue';
import type { Day } from '@/lib/domain/day';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { findQuestion } from '@/lib/plan/open-question';
import { loadReplanningSoon } from '@/lib/plan/replanning';
import { loadStanding } from '@/lib/plan/standing';
import { getForecast } from '@/lib/planner/client';
import { listForecasts } from '@/lib/queries/forecasts';
import { getPlan, isPlanUnreadable } from '@/lib/queries/plans';
import { listStepProgress, type StepProgress } from '@/lib/queries/step-progress';
import { formatCount, formatDay, formatMoney } from '@/lib/wording/format';
import { STEP_KIND_LABELS } from '@/lib/wording/step-kinds';
import { SignedOutPost } from '../signed-out-post';
import { Certificates } from './certificates';
import { ForecastSection } from './forecast-section';
import { OtherSteps } from './other-steps';
import { PlanChoices } from './plan-choices';
import { PlanForm } from './plan-form';
import { findProved, PlanProving } from './plan-proving';
import { PlanSections } from './plan-sections';
import { PlanSummary } from './plan-summary';
import { PlanTimeline } from './plan-timeline';
import { QuestionsOffer } from './questions/questions-offer';
import { ReplanNotice } from './replan-notice';
import { computeShownPreferences, listShownEntries } from './shown-settings';
import { StepExplanation } from './step-explanation';

export const metadata: Metadata = { title: 'Your plan' };

type Search = { made?: string | string[]; why?: string | string[] };

const KEPT_LINKS = [
  { href: '/plan/compare', label: 'Compare ways' },
  { href: '/plan/export', label: 'Export' },
  { href: '/plan/earlier', label: 'Earlier plans' },
];

export default async function PlanPage({ searchParams }: { searchParams: Promise<Search> }) {
  const user = await requireUserOrPost('/plan');
  if (!user) return <SignedOutPost />;
  const { made, why } = await searchParams;
  const standing = await loadStanding(user.id);
  const { career, role, goal, today } = standing;
  const [kept, progress, forecasts] = await Promise.all([
    getPlan(user.id, career.id),
    listStepProgress(user.id, career.id),
    listForecasts(user.id, career.id),
  ]);
  const [forecast, replanning] = kept
    ? await Promise.all([
        getForecast(career, { plan: kept.document, records: progress, today }),
        loadReplanningSoon({ standing, kept: kept.document, progress }),
      ])
    : [null, null];
  const question = findQuestion({ standing, kept, progress });
  const isForOtherRole = kept !== null && kept.role !== role.id;
  const preferences = computeShownPreferences(standing);
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <p className="eyebrow">Your plan to become</p>
          <h1 className="mt-1">{role.title}</h1>
        </div>
        <div className="no-print flex flex-wrap gap-3">
          {[...(kept ? KEPT_LINKS : []), { href: '/plan/own', label: 'Add a step of your own' }].map(
            ({ href, label }) => (
              <a key={href} href={href} className="button" data-look="quiet">
                {label}
              </a>
            ),
          )}
        </div>
      </header>
      <p className="mt-5 mb-8 max-w-[68ch] text-lg text-soft">
        From your latest ratings, your time and your money: the steps that close every gap and meet what the
        role asks for. Hours, prices and dates are estimates from the catalogue.{' '}
        <a href="/gap">Choose another goal</a>
      </p>
      {Object.keys(standing.levels).length === 0 ? (
        <div className="mb-8">
          <Notice tone="attention">
            You have not rated a skill yet, so a plan starts every skill at 0.{' '}
            <a href="/rate">Rate your skills first</a>
          </Notice>
        </div>
      ) : null}
      {kept === null && Object.keys(standing.levels).length > 0 ? (
        <div className="mb-8">
          <QuestionsOffer />
        </div>
      ) : null}
      <PlanForm
        isOpen={kept === null}
        drawnFrom={listShownEntries(standing)}
        budgetHint={preferences.budget ? `At present ${formatMoney(preferences.budget)}.` : undefined}
        kinds={STEP_KINDS.map((kind) => ({ value: kind, label: STEP_KIND_LABELS[kind] }))}
        holdings={career.holdings.map(({ id, label }) => ({ value: id, label }))}
      />
      {kept ? (
        <div className="mt-12 flex flex-col gap-12">
          <PlanSummary career={career} plan={question ? findProved(question) : kept.document} kept={kept}>
            {made ? (
              <ArrivalNotice key={kept.id} target="plan">
                {describeMade(kept.document)}
              </ArrivalNotice>
            ) : null}
            {isForOtherRole ? (
              <Notice tone="attention">{`This plan is for ${nameRole(career, kept.role)}. Press Make my plan for your present goal.`}</Notice>
            ) : null}
            <ReplanNotice answer={replanning} dropped={listDropped(kept.document, progress)} />
            {question && replanning?.kind === 'none' ? (
              <PlanProving planId={kept.id} question={question} />
            ) : null}
          </PlanSummary>
          <ForecastSection
            career={career}
            plannedFor={kept.document.totals.finish}
            forecast={forecast}
            earlier={forecasts}
            finishedOn={findFinish(kept.document, progress)}
            timeZone={standing.account.timeZone}
          />
          <PlanChoices
            career={career}
            settings={{ preferences, holdings: goal?.holdings ?? [], basedOn: goal?.id ?? null }}
          />
          <PlanTimeline career={career} plan={kept.document} progress={progress} today={today} />
          <Certificates career={career} plan={kept.document} progress={progress} today={today} />
          <PlanSections
            standing={standing}
            plan={kept.document}
            progress={progress}
            explained={typeof why === 'string' ? why : null}
            explanation={
              typeof why === 'string' ? (
                <StepExplanation
                  here={{ standing, kept, progress }}
                  kept={kept.document}
                  step={why}
                  settings={{ preferences, holdings: goal?.holdings ?? [] }}
                  goalId={goal?.id ?? null}
                />
              ) : null
            }
          />
        </div>
      ) : (
        <div className="mt-10">
          {(await isPlanUnreadable(user.id, career.id)) ? (
            <Notice tone="attention">
              The plan that you kept cannot be shown: it holds more, or other things, than a plan of Rung
              does. Everything else of yours is as it was. Press Make my plan for a new one.
            </Notice>
          ) : (
            <p>Your plan will stand here once you press Make my plan.</p>
          )}
        </div>
      )}
      <div className="mt-12">
        <OtherSteps standing={standing} plan={kept?.document ?? null} progress={progress} />
      </div>
    </>
  );
}

function describeMade({ totals }: PlanDocument): string {
  return totals.finish
    ? `Your plan is made: ${formatCount(totals.steps, 'step')}, finish ${formatDay(totals.finish)} (estimate).`
    : 'Your plan is made: there is nothing left to do.';
}

/** The steps of a plan that the person dropped. */
function listDropped(plan: PlanDocument, progress: readonly StepProgress[]) {
  return plan.steps.flatMap(({ id, title }) => {
    const event = progress.find(({ step, status }) => step === id && status === 'dropped');
    return event ? [{ step: id, title, eventId: event.id }] : [];
  });
}

/** The day on which the last step of a plan was finished; null while some are left, or none was finished. */
function findFinish(plan: PlanDocument, progress: readonly StepProgress[]): Day | null {
  const ids = new Set(plan.steps.map(({ id }) => id));
  const over = progress.filter(
    ({ step, status }) => ids.has(step) && (status === 'done' || status === 'dropped'),
  );
  if (over.length < ids.size) return null;
  return over.reduce<Day | null>(
    (last, { finishedOn }) => (finishedOn && (!last || finishedOn > last) ? finishedOn : last),
    null,
  );
}
