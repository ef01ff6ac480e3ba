import { NEVER } from '../schedule/calendar';
import { computeTails } from './priority';
import { listMembers, toSet } from './sets';
import { type Candidate, isBetter, type Measure, type Workbench } from './workbench';

/**
 * A plan brought into its last form: nothing is in it that could be left out with all reached as soon, and own hours
 * lie as early as the order of its steps allows. It is never worse than the plan given.
 */
export function settlePlan(bench: Workbench, plan: Candidate, order: readonly Measure[]): Candidate {
  let best = plan;
  const tryMembers = (members: readonly number[], isLeaner: boolean): boolean => {
    const found = findEarliest(bench, members, best);
    const isTaken =
      found !== null && (isLeaner ? !isBetter(best, found, order) : isEarlier(bench, found, best));
    if (isTaken) best = found;
    return isTaken;
  };
  const heaviest = (one: number, other: number): number => {
    const { steps } = bench.model;
    return (steps[other]?.burden ?? 0) - (steps[one]?.burden ?? 0) || other - one;
  };
  for (const index of listMembers(plan.set).sort(heaviest)) {
    const members = listMembers(best.set);
    if (members.includes(index))
      tryMembers(
        members.filter((member) => member !== index),
        true,
      );
  }
  tryMembers(listMembers(best.set), false);
  return best;
}

/** The schedule of these steps with the earliest own hours that their usual orders give; null where none ends as soon. */
function findEarliest(bench: Workbench, members: readonly number[], plan: Candidate): Candidate | null {
  const { scheduler, closure, model } = bench;
  const limit = Math.max(plan.end, plan.weeks);
  const bySchedule = new Float64Array(model.steps.length);
  for (const { step, start } of plan.schedule.placements) bySchedule[step] = -start;
  const orders = [bySchedule, computeTails(closure, toSet(model, members))];
  let best: Candidate | null = null;
  for (const priority of orders) {
    const schedule = scheduler.build(members, priority, Math.min(NEVER, limit));
    if (!schedule) continue;
    const found = bench.toCandidate(schedule);
    if (best === null || isEarlier(bench, found, best)) best = found;
  }
  return best;
}

/** Whether a plan with as few steps ends sooner, or does its own hours sooner. */
function isEarlier(bench: Workbench, one: Candidate, other: Candidate): boolean {
  if (one.steps !== other.steps) return one.steps < other.steps;
  if (one.weeks !== other.weeks) return one.weeks < other.weeks;
  return sumHourWeeks(bench, one) < sumHourWeeks(bench, other);
}

/** Own hours, each times the week in which it is done. */
function sumHourWeeks({ model }: Workbench, { schedule }: Candidate): number {
  let sum = 0;
  for (const { step, start, hours } of schedule.placements)
    if (model.steps[step]?.isAtWork === false)
      hours.forEach((count, week) => {
        sum += count * (start + week);
      });
  return sum;
}
