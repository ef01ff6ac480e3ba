import { loadCareer } from '@/lib/catalogue';
import { computeDayInZone } from '@/lib/domain/day';
import type { Standing } from '@/lib/plan/standing';
import { formatClock, formatCount } from '@/lib/wording/format';

/**
 * For who comes back right after saving: when it was and the way to mend it. Before the first check-in, an exercise. `isReview`
 * leaves out the way to the gap, which saving leads to.
 */
export function SavedBefore({ standing, isReview = false }: { standing: Standing; isReview?: boolean }) {
  const { latest, account, today } = standing;
  if (latest.size === 0)
    return loadCareer().examples.length > 0 ? (
      <span>
        First time here?{' '}
        <a href="/method/examples" className="inline-flex min-h-6 items-center">
          Try the scale on three people
        </a>
      </span>
    ) : null;
  const newest = [...latest.values()].reduce((one, other) => (one.takenAt > other.takenAt ? one : other));
  const at = new Date(newest.takenAt);
  const isToday = computeDayInZone({ instant: at, timeZone: account.timeZone }) === today;
  return (
    <>
      {isToday ? (
        <span>
          <span>{`Saved ${formatClock({ instant: newest.takenAt, timeZone: account.timeZone })}.`}</span>{' '}
          <a
            href={`/progress/${encodeURIComponent(newest.checkInId)}#correct`}
            className="inline-flex min-h-6 items-center"
          >
            Correct it
          </a>
        </span>
      ) : null}
      {standing.planRole === null && !isReview ? (
        <strong>
          <span>{`Your ${formatCount(latest.size, 'rating is', 'ratings are')} saved${standing.goal ? `, and your goal is ${standing.role.title}` : ''}:`}</span>{' '}
          <a href="/gap" className="inline-flex min-h-6 items-center">
            see your gap
          </a>{' '}
          <span>or</span>{' '}
          <a href="/plan" className="inline-flex min-h-6 items-center">
            make your plan
          </a>
          .
        </strong>
      ) : null}
    </>
  );
}
