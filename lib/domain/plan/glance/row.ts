import type { FollowedStep } from '@/lib/domain/climb/follow/followed';
import { addDays, computeDaysBetween, type Day } from '@/lib/domain/day';
import type { StepStatus } from '@/lib/domain/planner/document';
import type { StepRecord } from '@/lib/domain/step-progress';

/** Plans count in weeks, so a step is late once its first one is over. */
const DAYS_OF_GRACE = 7;

/** What is recorded of a step, with the id of the event that says so. */
export type Recorded = StepRecord & { id: string; step: string };

/** What of a step should have happened by today and has not, and for how many whole weeks, at least one. */
export type Lateness = { what: 'start' | 'finish'; weeks: number };

/** A step of a plan as it stands today. `order` is its place in order of time, from 1. */
export type PlanRow = {
  order: number;
  step: FollowedStep;
  status: StepStatus;
  late: Lateness | null;
  recorded: Recorded | null;
};

/** Steps in order of time: by first day, then by last day, then by id, so that one plan has one order. */
export function orderSteps<Step extends Pick<FollowedStep, 'id' | 'startWeek' | 'weeks'>>(
  steps: readonly Step[],
): Step[] {
  return steps.toSorted(
    (one, other) =>
      one.startWeek - other.startWeek ||
      one.weeks - other.weeks ||
      (one.id < other.id ? -1 : one.id > other.id ? 1 : 0),
  );
}

/** Every step of a plan as it stands, in order of time. A step that is planned again is to do until work on it starts. */
export function listRows(
  steps: readonly FollowedStep[],
  { records, today }: { records: readonly Recorded[]; today: Day },
): PlanRow[] {
  const latest = new Map(records.map((record) => [record.step, record]));
  return orderSteps(steps).map((step, index) => {
    const recorded = latest.get(step.id) ?? null;
    const isAgain = step.status === 'again' && recorded?.status === 'done';
    const planned = step.status === 'again' ? 'todo' : step.status;
    const status = isAgain ? 'todo' : (recorded?.status ?? planned);
    return { order: index + 1, step, status, late: findLateness({ step, status, today }), recorded };
  });
}

/** Whether nothing more is to be done for a step. */
export const isOver = ({ status }: Pick<PlanRow, 'status'>): boolean =>
  status === 'done' || status === 'dropped';

/** What of a step with this status should have happened by today and has not; null for nothing. */
export function findLateness({
  step,
  status,
  today,
}: {
  step: FollowedStep;
  status: StepStatus;
  today: Day;
}): Lateness | null {
  if (isOver({ status })) return null;
  const weeksSince = (day: Day) => Math.max(1, Math.floor(computeDaysBetween({ from: day, to: today }) / 7));
  if (step.finish < today) return { what: 'finish', weeks: weeksSince(step.finish) };
  return status === 'todo' && addDays(step.start, DAYS_OF_GRACE) <= today
    ? { what: 'start', weeks: weeksSince(step.start) }
    : null;
}

/** The day on which the last step of a plan was finished; null while some are left, or none was finished. */
export function findFinish(rows: readonly PlanRow[]): Day | null {
  if (!rows.every(isOver)) return null;
  const days = rows.flatMap(({ recorded }) => recorded?.finishedOn ?? []).sort();
  return days.at(-1) ?? null;
}
