import { isAboutAsEarly, isEarlier, sumSpans } from './compare-times';
import { holds } from './holds';
import { isDrawnOut, pullForward } from './pull-forward';
import { listMembers } from './sets';
import type { Candidate, Workbench } from './workbench';

/** What moving steps about needs of a workbench. */
export type Desk = Pick<Workbench, 'model' | 'scheduler' | 'toCandidate'>;

const MOST_TIGHTENED = 10;
/** Parts of the weeks that it is drawn out by, for which it is tried to wait. */
const WAITS = [1, 0.75, 0.5, 0.25];

/** The plan without free hours in which a step of it could begin or go on. */
export function bringForward(bench: Desk, plan: Candidate): Candidate {
  const { placements } = plan.schedule;
  const pulled = pullForward(bench.model, placements, Math.max(plan.end, plan.weeks));
  if (pulled === placements) return plan;
  let { end } = plan;
  while (end > bench.model.start && holds(bench.model, pulled, { ready: end - 1 })) end -= 1;
  return bench.toCandidate({ end, placements: pulled });
}

/** Gives steps whose hours trickle the first choice of hours, one at a time, where nothing else gets worse by it. */
export function tighten(bench: Desk, plan: Candidate): Candidate {
  const { steps } = bench.model;
  let best = plan;
  const drawnOut = plan.schedule.placements
    .map(({ step, weeks }) => ({ step, excess: weeks - (steps[step]?.duration ?? 0) }))
    .filter(({ excess }) => excess > 1)
    .sort((one, other) => other.excess - one.excess || one.step - other.step)
    .slice(0, MOST_TIGHTENED);
  for (const { step } of drawnOut) {
    const priority = new Float64Array(steps.length);
    for (const placed of best.schedule.placements) priority[placed.step] = -placed.start;
    const limit = Math.max(best.end, best.weeks);
    const early = priority.with(step, 1);
    const schedule = bench.scheduler.build(listMembers(best.set), early, limit);
    const found = schedule && bench.toCandidate(schedule);
    const isTighter = (one: Candidate): boolean =>
      isAboutAsEarly(bench, one, best) && sumSpans(one) < sumSpans(best);
    if (found && (isEarlier(bench, found, best) || isTighter(found))) best = found;
    else best = beginLater(bench, best, { step, priority });
  }
  return best;
}

/** The plan with a step that trickles begun only when it can be done in one go, where nothing ends later by it. */
function beginLater(
  bench: Desk,
  plan: Candidate,
  { step, priority }: { step: number; priority: Float64Array },
): Candidate {
  const duration = bench.model.steps[step]?.duration ?? 0;
  const place = plan.schedule.placements.find((one) => one.step === step);
  if (!place || !isDrawnOut({ duration }, place.weeks)) return plan;
  const limit = Math.max(plan.end, plan.weeks);
  for (const part of WAITS) {
    const wait = Math.floor((place.weeks - duration) * part);
    const floors = new Float64Array(bench.model.steps.length);
    floors[step] = place.start + wait;
    const schedule = bench.scheduler.build(listMembers(plan.set), priority.with(step, 1), limit, { floors });
    const found = schedule && bringForward(bench, bench.toCandidate(schedule));
    if (found && isAboutAsEarly(bench, found, plan) && sumSpans(found) < sumSpans(plan)) return found;
  }
  return plan;
}
