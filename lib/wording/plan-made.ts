import type { Career } from '@/lib/domain/career/career';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import { comparePlans } from '@/lib/domain/plan/difference';
import { formatCount, formatDay } from './format';
import { describeChoice } from './plan-difference';

/** That a plan was made, and what it was before where there was one for the same goal. */
export function describeMade(
  career: Career,
  made: Followed,
  before: Followed | null,
  { isFoundOnlyNow = false } = {},
): string {
  const now = made.totals.finish
    ? `Your plan is made: ${tell(made)}.`
    : 'Your plan is made: there is nothing left to do.';
  if (!before || before.role !== made.role) return now;
  const difference = comparePlans({ kept: before, other: made });
  const found = isFoundOnlyNow
    ? ' It would have been open to you before the change too: a better one was found only now.'
    : '';
  return `${now} It was ${tell(before)}; this one is ${describeChoice(career, difference, made)}.${found}`;
}

function tell({ totals }: Followed): string {
  return totals.finish
    ? `${formatCount(totals.steps, 'step')}, finish ${formatDay(totals.finish)} (estimate)`
    : 'nothing left to do';
}
