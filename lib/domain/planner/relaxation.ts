import { explainRefutation } from './bounds';
import { computeLandmark, listMembers, NEVER, type StepSet } from './closure';
import { EXPLAIN_NODES, type NodeBudget, REFUTE_NODES } from './effort';
import { findOrderRule } from './order';
import { type CoverResult, type Rule, searchCover } from './selection';
import { type Limits, listDegrees, listResources, type Workbench } from './workbench';

/** What to do about a selection that no bound refutes. */
export type LeafVerdict = {
  /** Only selections lighter than this are still of interest. */
  below: number;
  /** Nobody knows whether it can be scheduled. */
  isOpen: boolean;
};

export type RelaxationProblem = {
  bench: Workbench;
  /** Steps that may be planned. */
  allowed: StepSet;
  limits: Limits;
  /** Landmarks that hold whatever the horizon. */
  clauses: (readonly number[])[];
  weights: readonly number[];
  below: number;
  nodes: number;
  /** Tries sets in the order of their steps instead of branching where the bounds are tightest. */
  isInOrder?: boolean;
  budget: NodeBudget;
  onLeaf: (set: StepSet, weight: number) => LeafVerdict;
};

/**
 * Goes through the selections that landmarks, resources and energetic reasoning leave open within the limits,
 * the lightest first as far as the bounds can tell. Complete when the nodes suffice and no leaf stayed open.
 */
export function searchRelaxation(problem: RelaxationProblem): CoverResult {
  const { bench, allowed, limits, weights, budget } = problem;
  const { model, closure } = bench;
  const order = listMembers(allowed).sort(
    (one, other) => (weights[one] ?? 0) - (weights[other] ?? 0) || one - other,
  );
  const result = searchCover({
    weights,
    clauses: limits.weeks >= NEVER ? problem.clauses : [...problem.clauses],
    rules: [],
    resources: listResources(model, limits),
    exclusive: listDegrees(model),
    allowed,
    below: problem.below,
    isInOrder: problem.isInOrder ?? false,
    nodes: () => Math.min(problem.nodes, budget.nodesLeft),
    judge: (chosen, weight) => {
      const clause = computeLandmark({ closure, set: chosen, horizon: limits.weeks, order });
      if (clause) return { kind: 'clause', clause };
      const rule = findOrderRule({ model, set: chosen, allowed }) ?? refute(problem, chosen);
      if (rule) return { kind: 'rule', rule };
      return { kind: 'leaf', ...problem.onLeaf(chosen, weight) };
    },
  });
  budget.spend(result.nodes);
  return result;
}

function refute({ bench, allowed, limits, budget }: RelaxationProblem, set: StepSet): Rule | null {
  if (limits.weeks >= NEVER) return null;
  budget.spend(REFUTE_NODES);
  const horizon = limits.weeks;
  if (!bench.refuter.isRefuted({ members: listMembers(set), helpers: set, horizon })) return null;
  budget.spend(EXPLAIN_NODES);
  return explainRefutation({ ...bench, set, allowed, horizon });
}
