import { listMembers } from './closure';
import type { NodeBudget } from './effort';
import { improvePlan } from './improve';
import { searchRelaxation } from './relaxation';
import type { Schedule } from './scheduling';
import type { Candidate, Measure, Workbench } from './workbench';

const ORDER: readonly [Measure, Measure, Measure] = ['weeks', 'pence', 'steps'];
const MOST_NODES = 3000;
const LEAF_ROUNDS = 60;

/**
 * Among plans of the same weeks, pence and steps, looks for the one whose step ids come first in order, so
 * that equal plans end in one. Sets are tried in that order until one can be scheduled; within the nodes given.
 */
export function breakTies(input: {
  bench: Workbench;
  clauses: (readonly number[])[];
  plan: Candidate;
  budget: NodeBudget;
}): Candidate {
  const { bench, plan, budget } = input;
  const { weeks, pence, steps } = plan;
  const limits = { weeks, pence, steps };
  const current = listMembers(plan.set).join();
  let best = plan;
  searchRelaxation({
    bench,
    limits,
    clauses: input.clauses,
    weights: bench.model.steps.map(() => 1),
    below: steps + 1,
    nodes: MOST_NODES,
    isInOrder: true,
    budget,
    onLeaf: (set) => {
      const start = listMembers(set);
      if (start.join() === current) return { below: 0, isOpen: false };
      const found = improvePlan({
        ...bench,
        order: ORDER,
        allowed: set,
        limits,
        lower: weeks,
        start,
        known: null,
        rounds: LEAF_ROUNDS,
        seed: 1,
        budget,
      });
      if (!found) return { below: steps + 1, isOpen: true };
      best = found;
      return { below: 0, isOpen: false };
    },
  });
  return settleStarts(bench, best);
}

/** Moves steps with early ids forward while the plan stays as short: each in turn is given the first choice. */
function settleStarts({ scheduler }: Workbench, plan: Candidate): Candidate {
  const members = plan.schedule.placements.map(({ step }) => step);
  let { schedule } = plan;
  for (const favoured of members) {
    const priority = new Float64Array(scheduler.model.steps.length);
    for (const { step, start } of schedule.placements) priority[step] = -start;
    priority[favoured] = 1;
    const moved = scheduler.build(members, priority, plan.weeks);
    const isWhole =
      moved !== null && moved.weeks === plan.weeks && moved.placements.length === members.length;
    if (isWhole && startsEarlier(moved, schedule)) schedule = moved;
  }
  return { ...plan, schedule };
}

/** Whether starts by step id come first in order. */
function startsEarlier(one: Schedule, other: Schedule): boolean {
  for (const [at, { start }] of one.placements.entries()) {
    const otherStart = other.placements[at]?.start ?? 0;
    if (start !== otherStart) return start < otherStart;
  }
  return false;
}
