import { formatMoney } from '@/lib/domain/money';
import type { Reason } from '@/lib/domain/planner/document';
import { formatCount, formatDay } from '@/lib/format';

/** The words on the button that applies the nearest change which gives a plan. */
export function describeChange(nearest: NonNullable<Reason['nearest']>): string {
  const { hoursPerWeek, maxParallel, budget, deadline, start, region, pinned, excluded, excludedKinds } =
    nearest;
  const parts = [
    hoursPerWeek === undefined ? '' : `study ${formatCount(hoursPerWeek, 'hour')} a week`,
    maxParallel === undefined ? '' : `do ${formatCount(maxParallel, 'step')} at once`,
    budget === undefined
      ? ''
      : budget === null
        ? 'set no budget'
        : `set the budget to ${formatMoney(budget)}`,
    deadline === undefined
      ? ''
      : deadline === null
        ? 'set no deadline'
        : `move the deadline to ${formatDay(deadline)}`,
    start === undefined ? '' : `start on ${formatDay(start)}`,
    region === undefined ? '' : 'look in another region',
    pinned === undefined ? '' : 'let go of what you pinned',
    excluded === undefined ? '' : 'allow steps that you left out',
    excludedKinds === undefined ? '' : 'allow kinds that you left out',
  ].filter(Boolean);
  const sentence = parts.join(' and ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
