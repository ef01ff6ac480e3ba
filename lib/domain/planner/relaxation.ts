import { explainRefutation } from './bounds';
import { computeLandmark, listMembers, NEVER, type StepSet } from './closure';
import { EXPLAIN_NODES, LEAST_SEQUENCE_NODES, type NodeBudget, REFUTE_NODES, SEQUENCE_SHARE } from './effort';
import { findOrderRule } from './order';
import { type CoverResult, type Rule, searchCover } from './selection';
import { findSequence } from './sequence';
import {
  type Candidate,
  type Limits,
  listDegrees,
  listResources,
  toCandidate,
  type Workbench,
} from './workbench';

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
  /** Tries the orders of each selection that no bound refutes (see findSequence). */
  isSequenced?: boolean;
  /** With the plan of an order that was found, if any. */
  onLeaf: (set: StepSet, weight: number, plan: Candidate | null) => LeafVerdict;
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
      const plan = problem.isSequenced ? findPlanInOrder(problem, chosen) : null;
      if (plan !== 'none') return { kind: 'leaf', ...problem.onLeaf(chosen, weight, plan) };
      const rest = listMembers(allowed).filter((index) => chosen[index] !== 1);
      return { kind: 'rule', rule: { core: listMembers(chosen), rest } };
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

/** The plan of an order of a set's steps that was found; 'none' where it is proved that they alone make no plan. */
function findPlanInOrder(
  { bench, limits, budget }: RelaxationProblem,
  set: StepSet,
): Candidate | 'none' | null {
  const { model, closure, scheduler } = bench;
  const most = Math.floor(budget.nodesLeft * SEQUENCE_SHARE);
  if (limits.weeks >= NEVER || most < LEAST_SEQUENCE_NODES) return null;
  const { starts, nodes } = findSequence({ closure, set, horizon: limits.weeks, nodes: most });
  budget.spend(nodes);
  if (starts === null) return 'none';
  if (starts === 'open') return null;
  const priority = Float64Array.from(starts, (start) => -start);
  const schedule = scheduler.build(listMembers(set), priority, limits.weeks, starts);
  const plan = schedule && toCandidate(model, schedule);
  return plan && plan.pence <= limits.pence && plan.steps <= limits.steps ? plan : null;
}
