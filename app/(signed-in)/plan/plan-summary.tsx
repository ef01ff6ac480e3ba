import type { ReactNode } from 'react';
import type { Career } from '@/lib/domain/catalogue';
import { listEstimatedSteps } from '@/lib/domain/plan/sections';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { isContinued } from '@/lib/plan/plan-state';
import { describeProof } from '@/lib/plan/proof';
import type { Plan } from '@/lib/queries/plans';
import { formatCount, formatDay, formatList, formatMoney } from '@/lib/wording/format';

/** The totals of a plan, with what is to be said of it first, what is proved of it, and which of its figures are estimates. */
export function PlanSummary({
  career,
  kept,
  plan,
  children,
}: {
  career: Career;
  kept: Plan;
  /** The kept one with all that is proved of it by now. */
  plan: PlanDocument;
  /** What there is to say of it first. */
  children: ReactNode;
}) {
  const { totals } = plan;
  const estimated = listEstimatedSteps(plan);
  const figures = [
    { label: 'Finish (estimate)', value: totals.finish ? formatDay(totals.finish) : 'Nothing to do' },
    { label: 'Length (estimate)', value: formatCount(totals.weeks, 'week') },
    { label: 'Study (estimate)', value: formatCount(totals.hours, 'hour') },
    {
      label: 'Cost (estimate)',
      value: `${totals.cost.approximate ? 'about ' : ''}${formatMoney(totals.cost)}`,
    },
    { label: 'Steps', value: String(totals.steps) },
  ];
  return (
    <section aria-labelledby="plan" className="flex flex-col gap-5">
      <h2 id="plan" tabIndex={-1}>
        In all
      </h2>
      {children}
      <dl className="card grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3 lg:grid-cols-5">
        {figures.map((figure) => (
          <div key={figure.label} className="flex flex-col-reverse justify-end gap-1">
            <dt className="hint">{figure.label}</dt>
            <dd className="figure text-[1.6rem]">{figure.value}</dd>
          </div>
        ))}
      </dl>
      <p>{describeMaking(kept, plan)}</p>
      {estimated.length > 0 ? (
        <p className="text-soft">{`Estimated prices, because no published price was confirmed: ${formatList(estimated.map((step) => step.title))}.`}</p>
      ) : null}
      {plan.assumptions.length > 0 ? (
        <details>
          <summary>What this plan assumes</summary>
          <ul className="flex list-disc flex-col gap-1 pl-6">
            {plan.assumptions.map((assumption) => (
              <li key={assumption} className="max-w-[68ch]">
                {assumption}
              </li>
            ))}
            <li className="max-w-[68ch]">{`The catalogue is that of ${formatDay(career.compiled)}.`}</li>
          </ul>
        </details>
      ) : null}
    </section>
  );
}

/** How a plan came about, and what is proved of it. */
function describeMaking(kept: Plan, plan: PlanDocument): string {
  if (kept.reason === 'replanned')
    return 'Replanned for what had changed: what was finished or begun stayed, and of the plans found that are at most 5% longer than the shortest, this one has the fewest new steps. That is not a proof that no better one exists.';
  if (!isContinued(kept)) return describeProof(plan).join(' ');
  return [
    'Planned on from where you stood: what was finished or begun stayed where it was.',
    ...describeProof(plan, { isContinued: true }),
  ].join(' ');
}
