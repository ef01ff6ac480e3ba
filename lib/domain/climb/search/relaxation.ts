import { NEVER } from '../schedule/calendar';
import { computeLandmark } from './closure';
import { type CoverResult, searchCover, type Verdict } from './cover';
import type { Row } from './cover-rows';
import { LANDMARK_NODES, LOOK_NODES, type NodeBudget } from './effort';
import { listMembers, type StepSet } from './sets';
import { type Limits, SUM_MEASURES, type Workbench } from './workbench';

/** What to do about a selection that no bound refutes. */
export type LeafVerdict = {
  /** Only selections lighter than this are still of interest. */
  below: number;
  /** Nobody knows whether it can be scheduled. */
  isOpen: boolean;
};

export type RelaxationProblem = {
  bench: Workbench;
  limits: Limits;
  weights: readonly number[];
  /** What the weights are, by which prices of rows are remembered. */
  weighing: string;
  below: number;
  nodes?: number;
  /** Whether so many nodes are at hand that proving is worth some of each. */
  isLong?: boolean;
  budget: NodeBudget;
  onLeaf: (set: StepSet, weight: number) => LeafVerdict;
};

/**
 * Goes through the selections that rows, landmarks, resources and energetic reasoning leave open within the limits,
 * the lightest first as far as the bounds can tell. Complete when the nodes suffice and no leaf stayed open.
 */
export function searchRelaxation(problem: RelaxationProblem): CoverResult {
  const { bench, limits, weights, budget } = problem;
  const { model, closure, refuter } = bench;
  const horizon = limits.end;
  const order = model.steps
    .map(({ index }) => index)
    .sort((one, other) => (weights[one] ?? 0) - (weights[other] ?? 0) || one - other);
  const free = weights.map((weight, index) => (weight === 0 && !model.exclusive.includes(index) ? 1 : 0));
  return searchCover({
    size: model.steps.length,
    weights,
    rows: bench.rows,
    more: bench.recall(horizon),
    resources: bench.listResources(limits),
    below: problem.below,
    memory: bench.recallPrices(problem.weighing),
    nodes: problem.nodes,
    isLong: problem.isLong ?? false,
    budget,
    judge: (chosen, weight) => {
      budget.spend(LANDMARK_NODES);
      const landmark = computeLandmark({ closure, set: chosen, horizon, order });
      if (landmark) return { kind: 'row', row: bench.keep({ core: [], set: landmark }, horizon, true) };
      const { looks } = refuter;
      const row = refute(refuter, chosen, horizon);
      budget.spend((refuter.looks - looks) * LOOK_NODES);
      if (row) return { kind: 'row', row: bench.keep(row, horizon, false) };
      return { kind: 'leaf', ...problem.onLeaf(chosen, weight) };
    },
    ...(problem.isLong && isUnlimited(limits) && free.includes(1)
      ? { complete: completeFreely(problem, { order, free }) }
      : {}),
  });
}

function isUnlimited(limits: Limits): boolean {
  return limits.end >= NEVER && SUM_MEASURES.every((measure) => limits[measure] >= NEVER);
}

/**
 * Where nothing is limited, steps of no weight can all be taken: either they bring a selection to the goal, or one more of
 * those that weigh something is needed. So nobody walks through the sets of them.
 */
function completeFreely(
  { bench, budget, onLeaf }: RelaxationProblem,
  { order, free }: { order: readonly number[]; free: readonly number[] },
) {
  const { closure, model } = bench;
  const longest = model.steps
    .toSorted((one, other) => other.hours - one.hours || one.index - other.index)
    .map(({ index }) => index);
  return (chosen: StepSet, weight: number): Verdict => {
    budget.spend(LANDMARK_NODES);
    const set = chosen.map((isIn, index) => (free[index] === 1 ? 1 : isIn));
    const landmark = computeLandmark({ closure, set, horizon: NEVER, order });
    if (landmark) return { kind: 'row', row: bench.keep({ core: [], set: landmark }, NEVER, true) };
    // Of what weighs nothing only what is needed stays, the longest steps being the first to go.
    for (const index of longest) {
      if (free[index] !== 1 || set[index] !== 1 || chosen[index] === 1) continue;
      set[index] = 0;
      closure.reset(set);
      if (!closure.isGoalBy(NEVER - 1)) set[index] = 1;
    }
    return { kind: 'leaf', ...onLeaf(set, weight) };
  };
}

function refute(refuter: Workbench['refuter'], set: StepSet, horizon: number): Row | null {
  const isRefuted = refuter.isRefuted({ members: listMembers(set), helpers: set, horizon });
  return isRefuted ? refuter.explain(set, horizon) : null;
}
