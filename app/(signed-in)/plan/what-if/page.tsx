import type { Metadata } from 'next';
import { DRAWN_FOR, DRAWN_FROM } from '@/components/drawn-fields';
import { Notice } from '@/components/notice';
import { requireUser } from '@/lib/auth/session';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { mergeEntries } from '@/lib/domain/merge-entries';
import { buildPlanSettingsSchema } from '@/lib/domain/plan/settings';
import type { FormEntries } from '@/lib/http/form';
import { getDecimalSign } from '@/lib/http/request-context';
import { readDrawnFrom } from '@/lib/http/sent-form';
import { computePlanFromHere } from '@/lib/plan/climb/from-here';
import { loadPlanState, withEarlier } from '@/lib/plan/climb/plan-state';
import { describeNoPlan } from '@/lib/plan/proof';
import { orRefusal, PlannerRefusal } from '@/lib/planner/refusal';
import { formatCount, formatMoney } from '@/lib/wording/format';
import { describeRemedy } from '@/lib/wording/plan-change';
import { listChanges } from '@/lib/wording/what-if-changes';
import { BackToPlan } from '../back-to-plan';
import { PlanDifferenceView } from '../plan-difference-view';
import { RefusedPlan } from '../refused-plan';
import { computeShownPreferences, listShownEntries } from '../shown-settings';
import { buildWhatIfPath } from './link';
import { TakeSettingsForm } from './take-settings-form';

export const metadata: Metadata = { title: 'What if' };

type Search = Record<string, string | string[] | undefined>;

export default async function WhatIfPage({ searchParams }: { searchParams: Promise<Search> }) {
  const user = await requireUser('/plan/what-if');
  const search = withoutMissing(await searchParams);
  if (Object.keys(search).length === 0)
    return (
      <Frame>
        <p>
          Choose what to change in the <a href="/plan">settings of your plan</a>, then press Compare first.
        </p>
      </Frame>
    );
  const here = await withEarlier(user.id, await loadPlanState(user.id));
  const asked = mergeAsked(search, listShownEntries(here.standing));
  const decimal = getDecimalSign();
  const settings = buildPlanSettingsSchema(here.standing.career, decimal).safeParse(asked);
  if (!settings.success)
    return (
      <Frame>
        <Notice tone="problem">
          <span>{settings.error.issues.map((issue) => issue.message).join(' ')}</span>{' '}
          <a href="/plan">Back to the settings</a>
        </Notice>
      </Frame>
    );
  const { career, role, held, leavePost } = here.standing;
  const { preferences, holdings, basedOn } = settings.data;
  const answer = await orRefusal(computePlanFromHere(here, settings.data));
  if (answer instanceof PlannerRefusal)
    return (
      <Frame>
        <RefusedPlan refusal={answer} />
      </Frame>
    );
  const other = answer.document;
  const present = {
    preferences: computeShownPreferences(here.standing),
    holdings: held,
    leavePost,
  };
  const isForOtherRole = here.kept !== null && here.kept.role !== role.id;
  const changes = [
    ...(isForOtherRole ? [`the goal ${role.title}`] : []),
    ...listChanges(career, present, settings.data),
  ];
  const lead = (
    <p className="mb-4 max-w-[68ch]">
      {changes.length > 0 ? `Changed: ${changes.join('; ')}.` : 'With your settings as they are.'}
    </p>
  );
  if (other.status === 'infeasible')
    return (
      <Frame>
        {lead}
        <Notice tone="problem">
          <p>{`With these settings ${describeNoPlan(other)}. Yours stays as it is.`}</p>
          {other.reasons?.map((reason) => {
            const label = describeRemedy(career, reason);
            const remedied = { ...preferences, ...reason.nearest };
            return (
              <p key={reason.sentence}>
                <span>{reason.sentence}</span>{' '}
                {label ? (
                  <a
                    href={buildWhatIfPath({
                      preferences: remedied,
                      holdings,
                      leavePost: settings.data.leavePost,
                      basedOn,
                    })}
                    className="inline-flex min-h-11 items-center"
                  >
                    {label}
                  </a>
                ) : null}
              </p>
            );
          })}
        </Notice>
      </Frame>
    );
  return (
    <Frame>
      {lead}
      {here.kept ? (
        <PlanDifferenceView career={career} kept={here.kept.followed} other={other} />
      ) : (
        <Totals plan={other} />
      )}
      <div className="rate-bar mt-8 items-center">
        <TakeSettingsForm entries={asked} />
        <a href="/plan" className="button" data-look="quiet">
          Keep mine
        </a>
      </div>
    </Frame>
  );
}

/**
 * What the query asks for, over the settings that stand by now: the page shows how the two differ, so a form drawn from
 * older ones changes no more than what was changed in it.
 */
function mergeAsked(search: FormEntries, shown: FormEntries): FormEntries {
  const { [DRAWN_FOR]: _, [DRAWN_FROM]: drawnFrom, ...entered } = search;
  const drawn = readDrawnFrom(String(drawnFrom ?? ''));
  const { merged } = drawn ? mergeEntries({ drawn, entered, saved: shown }) : { merged: entered };
  return { ...merged, basedOn: shown.basedOn ?? '' };
}

/** The settings of the query, without what is missing and without the fields that React adds to its forms. */
function withoutMissing(search: Search): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) =>
      value === undefined || name.startsWith('$ACTION') ? [] : [[name, value]],
    ),
  );
}

function Frame({ children }: { children: React.ReactNode }) {
  return (
    <>
      <BackToPlan />
      <h1 className="mt-1 mb-6">What if</h1>
      {children}
    </>
  );
}

function Totals({ plan }: { plan: PlanDocument }) {
  return (
    <p className="text-lg">{`${formatCount(plan.totals.weeks, 'week')}, ${formatCount(plan.totals.steps, 'step')} and ${formatMoney(plan.totals.cost)} (estimates).`}</p>
  );
}
