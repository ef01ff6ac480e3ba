import type { ReactNode } from 'react';
import type { Career } from '@/lib/domain/career/career';
import type { ApplyFrom } from '@/lib/domain/climb/follow/apply-from';
import type { Day } from '@/lib/domain/day';
import type { Search } from '@/lib/domain/plan/glance/climb';
import { nameEntry } from '@/lib/domain/plan/glance/names';
import type { PlanRow } from '@/lib/domain/plan/glance/row';
import { describeApplyFrom } from '@/lib/wording/apply-from';
import { formatCount, formatDay, formatNumber } from '@/lib/wording/format';
import { SEARCH_FROM_WORK } from '@/lib/wording/search-from-work';

/** Looking for a post is a step of the climb: how one gets it, and what of the plan to show when one applies. */
export function SearchRow({
  career,
  rows,
  search,
  applyFrom,
  today,
  isInWork,
  beside,
  children,
}: {
  career: Career;
  rows: readonly PlanRow[];
  search: Search;
  applyFrom: ApplyFrom | null;
  today: Day;
  isInWork: boolean;
  /** What else is looked for and minded, a sentence or a few each. */
  beside: readonly string[];
  children?: ReactNode;
}) {
  const post = career.postById.get(search.post);
  const title = nameEntry(career, search.post);
  const asked = post?.asksToSee ?? null;
  const shown = rows.filter(({ step }) => asked?.of.includes(step.id));
  return (
    <li id={`search-${search.post}`} className="plan-row" aria-labelledby={`row-search-${search.post}`}>
      <details>
        <summary>
          <span className="row-order" aria-hidden="true">
            ▸
          </span>
          <span className="row-title" id={`row-search-${search.post}`}>{`Find a post: ${title}`}</span>
          <span className="row-facts">
            <span>Search</span>
            <span>{`from ${formatDay(applyFrom?.on ?? search.start)}`}</span>
          </span>
        </summary>
        <div className="row-open">
          {applyFrom ? (
            <p>
              {describeApplyFrom(applyFrom, { title, today, day: formatDay, count: formatCount }).join(' ')}
            </p>
          ) : null}
          {post?.howToGet ? <p>{post.howToGet}</p> : null}
          {isInWork ? <p>{SEARCH_FROM_WORK}</p> : null}
          {beside.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {asked ? (
            <div>
              <h3 className="text-base">
                {shown.length > 0 && shown.length <= asked.count
                  ? 'What to show when you apply'
                  : `What to show when you apply, ${formatNumber(asked.count)} of these`}
              </h3>
              <ul className="list-disc pl-5">
                {shown.length > 0
                  ? shown.map(({ step, status, order }) => (
                      <li key={step.id}>
                        <a href={`#${step.id}`}>{`${order}. ${step.title}`}</a>
                        {status === 'done' ? <span> ✓</span> : null}
                      </li>
                    ))
                  : asked.of.map((id) => <li key={id}>{nameEntry(career, id)}</li>)}
              </ul>
            </div>
          ) : null}
          <p className="hint">
            {search.isAfter
              ? `The plan ends when you are ready. Looking for the post comes after it: about ${formatCount(post?.searchWeeks ?? 8, 'week')} (estimate).`
              : search.isUntilFree
                ? `Look from then on, not only when you are free: the post begins after ${formatDay(search.finish)} at the soonest, and an offer has to be there before the last day on which you can give notice.`
                : `The plan counts ${formatCount(post?.searchWeeks ?? 8, 'week')} of looking, to ${formatDay(search.finish)} (estimate). Study goes on meanwhile.`}
          </p>
          {children}
        </div>
      </details>
    </li>
  );
}
