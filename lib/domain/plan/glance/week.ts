import type { Followed } from '@/lib/domain/climb/follow/followed';
import { addDays, computeDaysBetween, type Day } from '@/lib/domain/day';
import { findLateness, isOver, type PlanRow } from './row';

const DAYS_PER_WEEK = 7;

/**
 * Steps that ask for something this week, and the own hours that the plan still gives to them in it. `lateSteps` counts
 * those that should be over by now: they come on top, since the plan has no hours left for them.
 */
export type PlanWeek = { rows: PlanRow[]; hours: number; lateSteps: number };

/**
 * What this week asks: what was begun before today, then what is late, then what begins within seven days; and what was begun
 * or finished today or is answered for, by its event or its own id in `answered`. A row keeps its place through the day, so that
 * nothing moves under the hand of who acts on it.
 */
export function listWeek(
  { start }: Pick<Followed, 'start'>,
  { rows, today, answered = null }: { rows: readonly PlanRow[]; today: Day; answered?: string | null },
): PlanWeek {
  const soon = addDays(today, DAYS_PER_WEEK);
  const isShown = (row: PlanRow): boolean => {
    if (answered !== null && (row.recorded?.id === answered || row.step.id === answered)) return true;
    if (isOver(row)) return row.recorded?.finishedOn === today;
    return row.status === 'in-progress' || row.late !== null || row.step.start < soon;
  };
  // Told by days alone, since those of before today are the same after each act of today.
  const rankOf = ({ step, recorded }: PlanRow): number => {
    if (recorded?.startedOn && recorded.startedOn < today) return 0;
    return findLateness({ step, status: 'todo', today }) ? 1 : 2;
  };
  const week = Math.max(0, Math.floor(computeDaysBetween({ from: start, to: today }) / DAYS_PER_WEEK));
  const open = rows.filter((row) => !isOver(row));
  const isPast = ({ step }: PlanRow) => week - step.startWeek >= step.weeks;
  const own = open.filter(({ step }) => step.pool === 'own');
  return {
    rows: rows.filter(isShown).sort((one, other) => rankOf(one) - rankOf(other)),
    hours: Math.ceil(own.reduce((sum, row) => sum + computeHoursOf(row, week), 0)),
    lateSteps: open.filter((row) => row.late && isPast(row)).length,
  };
}

/** The hours of a step in a week of its plan, less what was done ahead of it: a plan that goes on lists that in its first week. */
function computeHoursOf({ step, recorded }: PlanRow, week: number): number {
  const place = week - step.startWeek;
  const given = step.hoursByWeek[place] ?? 0;
  const spent = recorded?.hoursSpent ?? 0;
  const until = step.hoursByWeek.slice(0, place + 1).reduce((sum, hours) => sum + hours, 0);
  return Math.max(0, Math.min(given, until - spent));
}
