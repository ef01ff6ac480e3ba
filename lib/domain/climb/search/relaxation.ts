import { computeLandmark } from './closure';
import { type CoverResult, searchCover } from './cover';
import type { Row } from './cover-rows';
import { LANDMARK_NODES, LOOK_NODES, type NodeBudget } from './effort';
import { listMembers, type StepSet } from './sets';
import type { Limits, Workbench } from './workbench';

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
  return searchCover({
    size: model.steps.length,
    weights,
    rows: bench.rows,
    more: bench.recall(horizon),
    resources: bench.listResources(limits),
    below: problem.below,
    memory: bench.recallPrices(problem.weighing),
    nodes: problem.nodes,
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
  });
}

function refute(refuter: Workbench['refuter'], set: StepSet, horizon: number): Row | null {
  const isRefuted = refuter.isRefuted({ members: listMembers(set), helpers: set, horizon });
  return isRefuted ? refuter.explain(set, horizon) : null;
}
