import type { ReactNode } from 'react';
import type { Career } from '@/lib/domain/catalogue';
import { buildPlanSections } from '@/lib/domain/plan/sections';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { formatCount, formatDay, formatMoney } from '@/lib/wording/format';

/** A plan as a stranger sees it; `children` say what else there is to it. */
export function TrialPlan({
  career,
  plan,
  children,
}: {
  career: Career;
  plan: PlanDocument;
  children?: ReactNode;
}) {
  if (plan.status === 'infeasible')
    return (
      <section aria-labelledby="plan">
        <h2 id="plan">No plan fits</h2>
        <ul className="mt-3 list-disc pl-5">
          {plan.reasons?.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
    );
  const { weeks, hours, steps, cost } = plan.totals;
  return (
    <section aria-labelledby="plan" className="flex flex-col gap-5">
      <header>
        <h2 id="plan">A plan to get there</h2>
        <p className="mt-2 text-soft">
          {formatCount(steps, 'step')}, {formatCount(hours, 'hour')} of study in {formatCount(weeks, 'week')},{' '}
          {cost.approximate ? 'about ' : ''}
          {formatMoney(cost)}. Time and cost are estimates.
        </p>
        {children ? <p className="mt-2 text-soft">{children}</p> : null}
      </header>
      {buildPlanSections(career, plan).map(({ kind, heading, steps: planned, emptySentence }) => (
        <section key={kind} className="card" aria-labelledby={`plan-${kind}`}>
          <h3 id={`plan-${kind}`}>{heading}</h3>
          {emptySentence ? <p className="mt-2 text-soft">{emptySentence}</p> : null}
          <ul className="mt-2 flex flex-col gap-3">
            {planned.map((step) => (
              <li key={step.id}>
                <a href={`/steps/${step.id}`}>{step.title}</a>
                <span className="hint block">
                  {formatDay(step.start)} to {formatDay(step.finish)},{' '}
                  {step.hours > 0 ? formatCount(step.hours, 'hour') : 'as your main occupation'}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
