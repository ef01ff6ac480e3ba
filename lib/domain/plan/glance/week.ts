import type { Followed } from '@/lib/domain/climb/follow/followed';
import { addDays, computeDaysBetween, type Day } from '@/lib/domain/day';
import { isOver, type PlanRow } from './row';

const DAYS_PER_WEEK = 7;

/** Steps that ask for something this week, and the own hours that the plan gives them in it. */
export type PlanWeek = { rows: PlanRow[]; hours: number };

/**
 * What this week asks: what is under way, then what is late, then what begins within seven days; and what was finished today or
 * is answered for, by its event or its own id in `answered`, so that it does not vanish under the hand.
 */
export function listWeek(
  plan: Pick<Followed, 'start'>,
  { rows, today, answered = null }: { rows: readonly PlanRow[]; today: Day; answered?: string | null },
): PlanWeek {
  const soon = addDays(today, DAYS_PER_WEEK);
  const rankOf = (row: PlanRow): number | null => {
    if (answered !== null && (row.recorded?.id === answered || row.step.id === answered)) return 0;
    if (isOver(row)) return row.recorded?.finishedOn === today ? 0 : null;
    if (row.status === 'in-progress') return 1;
    if (row.late) return 2;
    return row.step.start < soon ? 3 : null;
  };
  const ranked = rows.flatMap((row) => {
    const rank = rankOf(row);
    return rank === null ? [] : [{ row, rank }];
  });
  const week = Math.max(0, Math.floor(computeDaysBetween({ from: plan.start, to: today }) / DAYS_PER_WEEK));
  const hours = rows
    .filter(({ step }) => step.pool === 'own')
    .reduce((sum, { step }) => sum + (step.hoursByWeek[week - step.startWeek] ?? 0), 0);
  return { rows: ranked.sort((one, other) => one.rank - other.rank).map(({ row }) => row), hours };
}
