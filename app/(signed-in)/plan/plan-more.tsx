import type { ReactNode } from 'react';
import type { Career } from '@/lib/domain/career/career';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import { formatDay, formatList, spellForReader } from '@/lib/wording/format';

/** What stands behind a plan, folded: how good it is known to be, what it assumes, and what the page hands in. */
export function PlanMore({
  career,
  plan,
  known,
  stages,
  children,
}: {
  career: Career;
  plan: Followed;
  /** Sentences on how good the plan is known to be, and what sets its length. */
  known: readonly string[];
  /** The same stage by stage, where there are several. */
  stages: readonly string[];
  children: ReactNode;
}) {
  const { estimated } = plan.totals.cost;
  const titles = plan.steps.filter(({ id }) => estimated.includes(id)).map(({ title }) => title);
  return (
    <div className="mt-3 flex flex-col">
      <details>
        <summary>How good this plan is, and what it assumes</summary>
        <div className="flex flex-col gap-2 pb-3">
          <p>{known.join(' ')}</p>
          {stages.length > 0 ? (
            <ol className="flex list-decimal flex-col gap-1 pl-6" aria-label="Stage by stage">
              {stages.map((sentence) => (
                <li key={sentence} className="max-w-[68ch]">
                  {sentence}
                </li>
              ))}
            </ol>
          ) : null}
          {titles.length > 0 ? (
            <p className="text-soft">{`Estimated prices, because no published price was confirmed: ${formatList(titles)}.`}</p>
          ) : null}
          <ul className="flex list-disc flex-col gap-1 pl-6">
            {plan.assumptions.map((assumption) => (
              <li key={assumption} className="max-w-[68ch]">
                {assumption}
              </li>
            ))}
            <li>{spellForReader(`The catalogue is that of ${formatDay(career.compiled)}.`)}</li>
          </ul>
        </div>
      </details>
      {children}
    </div>
  );
}
