import type { Metadata } from 'next';
import { Notice } from '@/components/notice';
import { OnePressForm } from '@/components/one-press-form';
import { PageLinks, readPage } from '@/components/page-links';
import { requireUser } from '@/lib/auth/session';
import type { Career } from '@/lib/domain/career/career';
import { toOwnStepFacts } from '@/lib/domain/career/own-steps';
import { computeCurrency } from '@/lib/domain/climb/model/price';
import { isOwnStep, isUsable, OWN_STEP_KINDS, OWN_STEP_ROWS } from '@/lib/domain/own-step';
import { pinStep } from '@/lib/domain/plan/choose-step';
import { loadStanding } from '@/lib/plan/standing';
import { listOwnSteps, type OwnStep } from '@/lib/queries/own-steps';
import { formatCount } from '@/lib/wording/format';
import { STEP_KIND_LABELS } from '@/lib/wording/step-kinds';
import { BackToPlan } from '../back-to-plan';
import { computeShownPreferences } from '../shown-settings';
import { buildWhatIfPath } from '../what-if/link';
import { retireOwnStepAction } from './actions';
import { EMPTY, toFields } from './own-step-fields';
import { OwnStepForm } from './own-step-form';

export const metadata: Metadata = { title: 'Steps of your own' };

type Search = Partial<Record<'added' | 'change' | 'page', string | string[]>>;

const STEPS_PER_PAGE = 20;

export default async function OwnStepsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const user = await requireUser('/plan/own');
  const { added, change, page: asked } = await searchParams;
  const standing = await loadStanding(user.id);
  const { career, goal, held } = standing;
  // The newest first: one that was just added stands on the first page.
  const ownSteps = (await listOwnSteps(user.id, career.id)).reverse();
  const { page, last } = readPage(asked, { count: ownSteps.length, perPage: STEPS_PER_PAGE });
  const shown = ownSteps.slice((page - 1) * STEPS_PER_PAGE, page * STEPS_PER_PAGE);
  const preferences = computeShownPreferences(standing);
  const settings = { holdings: held, basedOn: goal?.id ?? null };
  const changed = ownSteps.find(({ id }) => id === change) ?? null;
  return (
    <>
      <BackToPlan />
      <h1 className="mt-1 mb-3">Steps of your own</h1>
      <p className="mb-6 max-w-[68ch] text-soft">
        A course at work, a book, a project: say what it takes and what it teaches, and the planner weighs it
        like any other step. Your plan stays as it is until you take another.
      </p>
      {ownSteps.some(({ id }) => id === added) ? (
        <div className="mb-6">
          <Notice>Added. See below what it would do to your plan.</Notice>
        </div>
      ) : null}
      {shown.length > 0 ? (
        <ul className="mb-8 flex flex-col gap-4">
          {shown.map((step) => (
            <li key={step.id} id={step.id} className="card flex flex-col gap-3">
              <h2 className="text-xl">{step.title}</h2>
              {isUsable(step) ? null : (
                <Notice tone="attention">
                  This step holds more than Rung plans with, as one from a file can. Until you change it
                  below, no plan counts with it.
                </Notice>
              )}
              {step.retiredAt || !isUsable(step) ? (
                <p className="hint">Out of planning.</p>
              ) : (
                <p className="flex flex-wrap gap-x-6">
                  <a
                    href={buildWhatIfPath({ preferences, ...settings })}
                    className="inline-flex min-h-11 items-center"
                  >
                    See the best plan with it on offer
                  </a>
                  <a
                    href={buildWhatIfPath({ preferences: pinStep(preferences, step.id), ...settings })}
                    className="inline-flex min-h-11 items-center"
                  >
                    See the plan with it pinned
                  </a>
                </p>
              )}
              <p className="hint">{describeTaught(career, step)}</p>
              <p>
                <a href={`/plan/own?change=${step.id}#form`} className="inline-flex min-h-11 items-center">
                  <span>
                    Change it<span className="sr-only">{`: ${step.title}`}</span>
                  </span>
                </a>
              </p>
              <OnePressForm
                action={retireOwnStepAction}
                entries={{ id: step.id, isRetired: String(step.retiredAt !== null) }}
              >
                {step.retiredAt === null ? 'Take out of planning' : 'Bring back'}
              </OnePressForm>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="mb-8">
        <PageLinks
          label="Pages of your own steps"
          page={page}
          last={last}
          total={formatCount(ownSteps.length, 'step')}
          hrefOf={(to) => `/plan/own?page=${to}`}
        />
      </div>
      <section aria-labelledby="form" className="card">
        <h2 id="form" className="mb-4">
          {changed ? `Change “${changed.title}”` : 'Add a step'}
        </h2>
        <OwnStepForm
          key={changed?.id ?? ownSteps.length}
          changed={changed && { id: changed.id, basedOn: changed.changedAt }}
          fields={changed ? toFields(career, changed) : { ...EMPTY, currency: computeCurrency(preferences) }}
          {...listChoices(career)}
        />
        {changed ? (
          <p className="mt-4">
            <a href="/plan/own#form" className="inline-flex min-h-11 items-center">
              Add another step instead
            </a>
          </p>
        ) : null}
      </section>
    </>
  );
}

/** What of a step counts: at home nothing can be shown that only work shows. */
function describeTaught(career: Career, step: OwnStep): string {
  const named = toOwnStepFacts(career, step).teaches.filter((id) => career.canDoById.has(id)).length;
  const counted = career.stepById.get(step.id)?.teaches.length ?? 0;
  const all = `Teaches ${formatCount(counted, 'can-do')}.`;
  return named > counted && step.pool !== 'work'
    ? `${all} ${formatCount(named - counted, 'other')} that you named can be shown at work only.`
    : all;
}

function listChoices(career: Career) {
  return {
    rows: OWN_STEP_ROWS,
    canDos: career.skills.map(({ name, levels }) => ({
      skill: name,
      levels: levels.flatMap(({ level, canDo = [] }) => {
        const canDos = canDo.map(({ id, text, atWork }) => ({
          id,
          text: atWork ? `${text} (at work)` : text,
        }));
        return canDos.length > 0 ? [{ level: `Level ${level}`, canDos }] : [];
      }),
    })),
    kinds: OWN_STEP_KINDS.map((kind) => ({ value: kind, label: STEP_KIND_LABELS[kind] })),
    skills: career.skills.map(({ id, name }) => ({ value: id, label: name })),
    levels: career.scale.map(({ level, name }) => ({ value: String(level), label: `${level} ${name}` })),
    steps: career.steps
      .filter(({ status }) => status === 'active')
      .map(({ id, title }) => ({ value: id, label: isOwnStep(id) ? `${title} (your own)` : title }))
      .sort((one, other) => one.label.localeCompare(other.label, 'en')),
  };
}
