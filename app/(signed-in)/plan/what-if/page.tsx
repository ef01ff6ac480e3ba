import type { Metadata } from 'next';
import { Notice } from '@/components/notice';
import { requireUser } from '@/lib/auth/session';
import { buildDefaultPreferences, buildPlanSettingsSchema } from '@/lib/domain/plan-settings';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { formatCount, formatMoney } from '@/lib/format';
import { describeNoPlan } from '@/lib/plan-proof';
import { getDecimalSign } from '@/lib/request-context';
import { BackToPlan } from '../back-to-plan';
import { describeRemedy } from '../describe-change';
import { loadHere } from '../here';
import { PlanDifferenceView } from '../plan-difference-view';
import { computePlanFromHere } from '../plan-from-here';
import { buildWhatIfPath } from './link';
import { listChanges } from './list-changes';
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
  const here = await loadHere(user.id);
  const settings = buildPlanSettingsSchema(here.standing.career, getDecimalSign()).safeParse(search);
  if (!settings.success)
    return (
      <Frame>
        <Notice tone="problem">
          {settings.error.issues.map((issue) => issue.message).join(' ')}{' '}
          <a href="/plan">Back to the settings</a>
        </Notice>
      </Frame>
    );
  const { career, role, goal, today, region } = here.standing;
  const { preferences, holdings, basedOn } = settings.data;
  const { document: other } = await computePlanFromHere(here, settings.data);
  const present = {
    preferences: goal?.preferences ?? buildDefaultPreferences({ today, region }),
    holdings: goal?.holdings ?? [],
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
          <p>With these settings {describeNoPlan(other)}. Yours stays as it is.</p>
          {other.reasons?.map((reason) => {
            const label = describeRemedy(career, reason);
            const remedied = { ...preferences, ...reason.nearest };
            return (
              <p key={reason.sentence}>
                {reason.sentence}{' '}
                {label ? (
                  <a
                    href={buildWhatIfPath({ preferences: remedied, holdings, basedOn })}
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
      {here.kept ? <PlanDifferenceView kept={here.kept.document} other={other} /> : <Totals plan={other} />}
      <div className="mt-8 flex flex-wrap items-center gap-4">
        <TakeSettingsForm entries={search} />
        <a href="/plan" className="button" data-look="quiet">
          Keep mine
        </a>
      </div>
    </Frame>
  );
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
    <p className="text-lg">
      {formatCount(plan.totals.weeks, 'week')}, {formatCount(plan.totals.steps, 'step')} and{' '}
      {formatMoney(plan.totals.cost)} (estimates).
    </p>
  );
}
