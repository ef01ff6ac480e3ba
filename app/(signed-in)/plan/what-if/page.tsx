import type { Metadata } from 'next';
import Link from 'next/link';
import { Notice } from '@/components/notice';
import { requireUser } from '@/lib/auth/session';
import { formatMoney } from '@/lib/domain/money';
import { comparePlans } from '@/lib/domain/plan-difference';
import { buildPlanSettingsSchema } from '@/lib/domain/plan-settings';
import type { PlanDocument, PlanStep } from '@/lib/domain/planner/document';
import { formatCount, formatDay } from '@/lib/format';
import { describeTotals } from '@/lib/plan-difference';
import { getPlan as computePlan } from '@/lib/planner';
import { getPlan } from '@/lib/queries/plans';
import { listStepProgress } from '@/lib/queries/step-progress';
import { loadStanding } from '../../load-standing';
import { buildProfile } from '../build-profile';
import { TakeSettingsForm } from './take-settings-form';

export const metadata: Metadata = { title: 'What if' };

type Search = Record<string, string | string[] | undefined>;

export default async function WhatIfPage({ searchParams }: { searchParams: Promise<Search> }) {
  const user = await requireUser('/plan');
  const search = withoutMissing(await searchParams);
  const standing = await loadStanding(user.id);
  const { career } = standing;
  const settings = buildPlanSettingsSchema(career).safeParse(search);
  const [kept, progress] = await Promise.all([
    getPlan(user.id, career.id),
    listStepProgress(user.id, career.id),
  ]);
  if (!settings.success)
    return (
      <Frame>
        <Notice tone="problem">
          {settings.error.issues.map((issue) => issue.message).join(' ')}{' '}
          <Link href="/plan">Back to the settings</Link>
        </Notice>
      </Frame>
    );
  const { preferences, holdings } = settings.data;
  const profile = buildProfile({ standing, progress, preferences, holdings });
  const other = await computePlan(career, profile, { effort: 'quick' });
  if (other.status === 'infeasible')
    return (
      <Frame>
        <Notice tone="problem">
          <p>With these settings there is no plan. Yours stays as it is.</p>
          {other.reasons?.map((reason) => (
            <p key={reason.sentence}>{reason.sentence}</p>
          ))}
        </Notice>
      </Frame>
    );
  return (
    <Frame>
      {kept ? <Difference kept={kept.document} other={other} /> : <Totals plan={other} />}
      <div className="mt-8 flex flex-wrap items-center gap-4">
        <TakeSettingsForm entries={search} />
        <Link href="/plan" className="button" data-look="quiet">
          Keep mine
        </Link>
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
      <p>
        <Link href="/plan" className="inline-flex min-h-11 items-center">
          Back to the plan
        </Link>
      </p>
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

function Difference({ kept, other }: { kept: PlanDocument; other: PlanDocument }) {
  const difference = comparePlans({ kept, other });
  const rows = [
    { label: 'Weeks', before: String(kept.totals.weeks), after: String(other.totals.weeks) },
    { label: 'Finish', before: formatFinish(kept), after: formatFinish(other) },
    { label: 'Cost', before: formatMoney(kept.totals.cost), after: formatMoney(other.totals.cost) },
    { label: 'Study hours', before: String(kept.totals.hours), after: String(other.totals.hours) },
    { label: 'Steps', before: String(kept.totals.steps), after: String(other.totals.steps) },
  ];
  return (
    <div className="flex flex-col gap-8">
      <p className="text-lg">
        Compared with your plan: <strong>{describeTotals(difference, other)}</strong>. All figures are
        estimates.
      </p>
      <div className="card overflow-x-auto">
        <table aria-label="Your plan and the other one">
          <thead>
            <tr>
              <th scope="col">Total</th>
              <th scope="col" className="number">
                Yours
              </th>
              <th scope="col" className="number">
                This one
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.label}>
                <th scope="row" className="font-normal">
                  {row.label}
                </th>
                <td className="number">{row.before}</td>
                <td className="number">{row.after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="grid gap-6 lg:grid-cols-3">
        <StepList
          title="Added"
          none="No step is added."
          steps={difference.added.map((step) => ({ step, note: when(step) }))}
        />
        <StepList
          title="Dropped"
          none="No step is dropped."
          steps={difference.dropped.map((step) => ({ step, note: when(step) }))}
        />
        <StepList
          title="Moved"
          none="No step starts on another day."
          steps={difference.moved.map(({ step, from }) => ({
            step,
            note: `starts on ${formatDay(step.start)}, not ${formatDay(from)}`,
          }))}
        />
      </div>
    </div>
  );
}

function formatFinish(plan: PlanDocument): string {
  return plan.totals.finish ? formatDay(plan.totals.finish) : 'nothing to do';
}

function when(step: PlanStep): string {
  return `${formatDay(step.start)} to ${formatDay(step.finish)}`;
}

function StepList({
  title,
  none,
  steps,
}: {
  title: string;
  none: string;
  steps: { step: PlanStep; note: string }[];
}) {
  return (
    <section className="card">
      <h2 className="text-xl">{title}</h2>
      {steps.length === 0 ? <p className="mt-2 text-soft">{none}</p> : null}
      <ul className="mt-2 flex flex-col gap-2">
        {steps.map(({ step, note }) => (
          <li key={step.id}>
            {step.title}
            <span className="hint block">{note}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
