import { addDays, computeDaysBetween, type Day } from '@/lib/domain/day';
import type { FreshLook } from '@/lib/domain/proof/freshness';
import { formatCount, formatDay } from '@/lib/wording/format';
import { describeFreshLook } from '@/lib/wording/fresh-look';

/** When to check in again, by what the person chose, and which skill is worth it first. */
export function NextCheckIn({
  checkedInOn,
  reminderWeeks,
  today,
  fresh,
}: {
  checkedInOn: Day;
  reminderWeeks: number | null;
  today: Day;
  /** With the name of its skill; null where every rating is fresh. */
  fresh: (FreshLook & { name: string }) | null;
}) {
  const due = reminderWeeks === null ? null : addDays(checkedInOn, 7 * reminderWeeks);
  const days = due ? computeDaysBetween({ from: today, to: due }) : null;
  return (
    <section aria-labelledby="check-in" className="flex flex-wrap items-center gap-x-4 sm:block">
      <h2 id="check-in" className="plan-heading">
        Check in
      </h2>
      <p className="flex flex-wrap items-center gap-x-4">
        <span>{describeDue(checkedInOn, days)}</span>
        {days === null || days <= 0 ? (
          <a href="/rate" className="small-button">
            Check in
          </a>
        ) : (
          <a href="/rate" className="inline-flex min-h-11 items-center">
            Check in now
          </a>
        )}
      </p>
      {fresh ? (
        <p className="flex w-full flex-wrap items-center gap-x-4">
          <span>{describeFreshLook(fresh)}</span>
          <a href={`/rate?skill=${fresh.skill}`} className="inline-flex min-h-11 items-center">
            {`Rate ${fresh.name}`}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function describeDue(checkedInOn: Day, days: number | null): string {
  if (days === null) return `Last on ${formatDay(checkedInOn)}.`;
  if (days > 0) return `In ${formatCount(days, 'day')}.`;
  return days === 0 ? 'Today.' : `Due for ${formatCount(-days, 'day')}.`;
}
