import type { StageModel, StageStep } from '../model/stage-model';
import { NEVER } from '../schedule/calendar';
import { placeBasicsFirst } from './basics-first';
import { isEarlier } from './compare-times';
import { holds } from './holds';
import { computeTails } from './priority';
import { listMembers, toSet } from './sets';
import { fitInPlace, isLighter } from './stand-in';
import { bringForward, tighten } from './tighten';
import { type Candidate, isBetter, type Measure, type Workbench } from './workbench';

const MOST_TURNS = 4;

/**
 * A plan brought into its last form: nothing is in it that could be left out with all reached as soon, and own hours
 * lie as early as the order of its steps allows. It is never worse than the plan given.
 */
export function settlePlan(bench: Workbench, plan: Candidate, order: readonly Measure[]): Candidate {
  let best = plan;
  // What a swap brings may make another step needless, and the other way round.
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const before = best;
    for (const index of listHeaviest(bench, best)) best = leaveOut(bench, best, { index, order });
    for (const index of listHeaviest(bench, best)) {
      const swapped = findSwap(bench, index, best);
      if (swapped && !isBetter(best, swapped, order)) best = swapped;
    }
    if (best === before) break;
  }
  // Each order is taken from the last plan, so that a second look may find more.
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const found = findEarliest(bench, listMembers(best.set), best);
    if (!found || !isEarlier(bench, found, best)) break;
    best = found;
  }
  return placeBasicsFirst(bench, bringForward(bench, goOn(bench, tighten(bench, best))));
}

/** What is under way goes on before anything else begins, where the plan ends no later by it. */
function goOn(bench: Workbench, plan: Candidate): Candidate {
  const { steps } = bench.model;
  if (!plan.schedule.placements.some(({ step }) => steps[step]?.isBegun)) return plan;
  const priority = new Float64Array(steps.length);
  for (const { step, start } of plan.schedule.placements) priority[step] = steps[step]?.isBegun ? 1 : -start;
  const schedule = bench.scheduler.build(listMembers(plan.set), priority, Math.max(plan.end, plan.weeks));
  const found = schedule && bench.toCandidate(schedule);
  return found && found.steps === plan.steps && found.weeks <= plan.weeks ? found : plan;
}

function listHeaviest({ model }: Workbench, { set }: Candidate): number[] {
  const burdenOf = (index: number): number => model.steps[index]?.burden ?? 0;
  return listMembers(set).sort((one, other) => burdenOf(other) - burdenOf(one) || other - one);
}

/** The plan without a step where the rest reaches all as it lies, or in another order that is no worse. */
function leaveOut(
  bench: Workbench,
  plan: Candidate,
  { index, order }: { index: number; order: readonly Measure[] },
): Candidate {
  if (plan.set[index] !== 1 || !canReach(bench, plan, { out: index, instead: null })) return plan;
  const left = plan.schedule.placements.filter(({ step }) => step !== index);
  if (holds(bench.model, left, { ready: Math.max(plan.end, plan.weeks) }))
    return bench.toCandidate({ end: plan.end, placements: left });
  const members = left.map(({ step }) => step);
  const found = findEarliest(bench, members, plan);
  return found && !isBetter(plan, found, order) ? found : plan;
}

/** The plan with another step in the place of one, which costs and takes no more and something less; null without. */
function findSwap(bench: Workbench, index: number, plan: Candidate): Candidate | null {
  const { model } = bench;
  const out = model.steps[index];
  if (!out || plan.set[index] !== 1) return null;
  const lost = listLost(model, plan, out);
  for (const step of model.steps) {
    if (plan.set[step.index] === 1 || !isLighter(step, out)) continue;
    if (lost.some((fact) => !step.tos.includes(fact))) continue;
    if (!canReach(bench, plan, { out: index, instead: step.index })) continue;
    const inPlace = swapInPlace(bench, plan, { out: index, step });
    if (inPlace) return inPlace;
    const set = plan.set.slice();
    set[index] = 0;
    set[step.index] = 1;
    const found = findEarliest(bench, listMembers(set), plan);
    if (found && found.weeks <= plan.weeks && found.steps <= plan.steps) return found;
  }
  return null;
}

/** Whether a plan's steps without one, or with another instead, could reach all as soon when only precedence counts. */
function canReach(
  { closure }: Workbench,
  plan: Candidate,
  { out, instead }: { out: number; instead: number | null },
): boolean {
  const set = plan.set.slice();
  set[out] = 0;
  if (instead !== null) set[instead] = 1;
  closure.reset(set);
  return closure.isGoalBy(Math.max(plan.end, plan.weeks));
}

/** What the goal asks and nothing in a plan but one step brings. */
function listLost(model: StageModel, plan: Candidate, out: StageStep): number[] {
  const isBrought = (fact: number): boolean =>
    (model.given[fact] ?? NEVER) < NEVER ||
    plan.schedule.placements.some(
      ({ step }) => step !== out.index && model.steps[step]?.tos.includes(fact) === true,
    );
  return out.tos.filter((fact) => model.goalFacts.includes(fact) && !isBrought(fact));
}

/** The plan with a step in the very weeks of another one; null where it does not fit there. */
function swapInPlace(
  bench: Workbench,
  plan: Candidate,
  { out, step }: { out: number; step: StageStep },
): Candidate | null {
  const { placements } = plan.schedule;
  const place = placements.find((one) => one.step === out);
  const { exclusive } = bench.model;
  const swapped = place && !exclusive.includes(step.index) ? fitInPlace(place, step) : null;
  if (!swapped) return null;
  const all = placements
    .map((one) => (one === place ? swapped : one))
    .sort((one, other) => one.step - other.step);
  return holds(bench.model, all, { ready: Math.max(plan.end, plan.weeks) })
    ? bench.toCandidate({ end: plan.end, placements: all })
    : null;
}

/** The schedule of these steps with the earliest own hours that their usual orders give; null where none ends as soon. */
function findEarliest(bench: Workbench, members: readonly number[], plan: Candidate): Candidate | null {
  const { scheduler, closure, model } = bench;
  const limit = Math.max(plan.end, plan.weeks);
  const byStart = new Float64Array(model.steps.length);
  const byFinish = new Float64Array(model.steps.length);
  for (const { step, start, weeks } of plan.schedule.placements) {
    byStart[step] = -start;
    byFinish[step] = -start - weeks;
  }
  const orders = [byStart, byFinish, computeTails(closure, toSet(model, members))];
  let best: Candidate | null = null;
  for (const priority of orders) {
    const schedule = scheduler.build(members, priority, Math.min(NEVER, limit));
    if (!schedule) continue;
    const found = bench.toCandidate(schedule);
    if (best === null || isEarlier(bench, found, best)) best = found;
  }
  return best;
}
