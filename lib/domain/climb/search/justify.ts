import { ownHoursIn } from '../model/own-hours';
import { MOST_AT_WORK, type StageStep } from '../model/stage-model';
import type { Scheduler } from '../schedule/scheduler';

/** What a pool still has in each week: hours, and places for steps. */
type Room = { hours: Int32Array; places: Int32Array };

/**
 * Priorities that a schedule suggests when it is pushed to its end: each of its steps is moved as late as those that lean
 * on it allow, the last ones first, and what then must begin early comes first. Scheduled again by them, a plan is rarely
 * longer and often shorter (Valls, Ballestín & Quintanilla 2005, justification). Of the last run of a scheduler.
 */
export function justify(scheduler: Scheduler, members: readonly number[], end: number): Float64Array {
  const { model, starts, finishes } = scheduler;
  const rooms = listRooms(scheduler, end);
  const dues = new Int32Array(model.steps.length).fill(end);
  const priority = new Float64Array(model.steps.length);
  const backwards = [...members].sort(
    (one, other) =>
      (finishes[other] ?? 0) - (finishes[one] ?? 0) ||
      (starts[other] ?? 0) - (starts[one] ?? 0) ||
      one - other,
  );
  for (const index of backwards) {
    const step = model.steps[index];
    if (!step) continue;
    const start = placeLate(step, dues[index] ?? end, rooms[step.isAtWork ? 1 : 0] ?? rooms[0], model.open);
    priority[index] = end - start;
    for (const on of scheduler.listLeaned(index)) dues[on] = Math.min(dues[on] ?? end, start);
  }
  return priority;
}

function listRooms({ model }: Scheduler, end: number): [Room, Room] {
  const weeks = Math.max(0, end - model.open);
  const own: Room = { hours: new Int32Array(weeks), places: new Int32Array(weeks).fill(model.maxParallel) };
  const work: Room = { hours: new Int32Array(weeks), places: new Int32Array(weeks).fill(MOST_AT_WORK) };
  for (let place = 0; place < weeks; place += 1) {
    const week = model.open + place;
    if (model.calendar.isOff(week)) continue;
    own.hours[place] = ownHoursIn(model, week);
    if (week >= model.start) work.hours[place] = model.workHoursPerWeek;
  }
  return [own, work];
}

/** Places a step so that it is finished as late as its pool allows by a week, and says when it begins. */
function placeLate(step: StageStep, due: number, { hours, places }: Room, open: number): number {
  for (let finish = due - open; finish > 0; finish -= 1) {
    let left = step.hours;
    let start = finish;
    while (start > 0 && (places[start - 1] ?? 0) > 0 && (left > 0 || finish - start < step.leastWeeks)) {
      start -= 1;
      left -= Math.min(left, step.weeklyLimit, hours[start] ?? 0);
    }
    if (left > 0 || finish - start < step.leastWeeks) {
      // No room before a week that is full: what lies before it may do.
      finish = Math.min(finish, start + 1);
      continue;
    }
    take(step, { hours, places }, start, finish);
    return open + start;
  }
  return open;
}

function take(step: StageStep, { hours, places }: Room, start: number, finish: number): void {
  let left = step.hours;
  for (let week = finish - 1; week >= start; week -= 1) {
    const share = Math.min(left, step.weeklyLimit, hours[week] ?? 0);
    hours[week] = (hours[week] ?? 0) - share;
    places[week] = (places[week] ?? 0) - 1;
    left -= share;
  }
}
