import type { ApplyFrom } from '@/lib/domain/climb/follow/apply-from';
import type { Day } from '@/lib/domain/day';

/** How days and counts are written where it is told. */
type Written = { day: (day: Day) => string; count: (count: number, one: string) => string };

/**
 * From when one can apply for a post, in sentences: what one can show by then, and what of the plan is left for the new
 * post. The dates of the plan stay as they are.
 */
export function describeApplyFrom(
  { on, percent, weeksMissing, pieces, rest }: ApplyFrom,
  { title, today, day, count }: Written & { title: string; today: Day },
): string[] {
  const shown = pieces.length > 0 ? ` and have ${count(pieces.length, 'piece')} of work to show` : '';
  const can = `you can do ${percent}% of what is asked${shown}`;
  const isNow = on <= today;
  const first = isNow
    ? `You can apply as ${title} now (estimate): ${can}.`
    : `From ${day(on)} you can apply as ${title} (estimate): by then ${can}.`;
  const [left, it] =
    rest.length === 0
      ? ['What is left', 'all of it']
      : rest.length === 1
        ? ['The step not finished by then', 'it too']
        : [`The ${count(rest.length, 'step')} not finished by then`, 'all of them'];
  const years = `Of the time in posts that is mostly asked for, ${count(weeksMissing, 'week')} ${weeksMissing === 1 ? 'is' : 'are'} still to come then: apply where an advert asks for less, or for none.`;
  return [
    first,
    ...(weeksMissing > 0 ? [years] : []),
    `${left} can also be done in the new post. The plan’s own dates count on ${it}, so you may be earlier.`,
  ];
}
