import { OnePressForm } from '@/components/one-press-form';
import type { Career } from '@/lib/domain/career/career';
import type { Day } from '@/lib/domain/day';
import { computeWeeksHeld } from '@/lib/domain/work';
import type { HeldPostRecord } from '@/lib/queries/held-posts';
import { formatCount, formatMonth } from '@/lib/wording/format';
import { removePostAction } from './actions';

/** The posts, the earliest first, each with its months and how many weeks the planner counts. */
export function PostList({
  career,
  posts,
  today,
  changed,
}: {
  career: Career;
  posts: readonly HeldPostRecord[];
  today: Day;
  changed: string | null;
}) {
  if (posts.length === 0) return <p>Nothing yet.</p>;
  return (
    <ul className="flex flex-col gap-3">
      {posts.map((held) => {
        const title = career.postById.get(held.post)?.title ?? held.post;
        const { id, since, until } = held;
        const months = `${formatMonth(`${since}-01`)} to ${until ? formatMonth(`${until}-01`) : 'now'}`;
        return (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1"
            aria-current={id === changed ? 'true' : undefined}
          >
            <div>
              <p className="font-bold">{title}</p>
              <p className="hint">{`${months}, ${formatCount(computeWeeksHeld({ since, until, today }), 'week')}`}</p>
            </div>
            <div className="flex flex-wrap items-center gap-3">
              <a href={`/settings/work?post=${id}#work`} className="inline-flex min-h-11 items-center">
                <span>
                  Change<span className="sr-only">{` ${title}`}</span>
                </span>
              </a>
              <OnePressForm action={removePostAction} entries={{ id }}>
                <span>
                  Remove<span className="sr-only">{` ${title}`}</span>
                </span>
              </OnePressForm>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
