import { explainRefutation } from './bounds';
import { computeLandmark, listMembers, NEVER, type StepSet } from './closure';
import { LEAST_SEQUENCE_NODES, LOOK_NODES, type NodeBudget, SEQUENCE_SHARE } from './effort';
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
  const { bench, limits, weights, budget } = problem;
  const { model, closure, lessons } = bench;
  const { weeks } = limits;
  const all = model.steps.map(({ index }) => index);
  const order = all.toSorted((one, other) => (weights[one] ?? 0) - (weights[other] ?? 0) || one - other);
  const { clauses, rules } = lessons.recall(weeks, budget);
  const result = searchCover({
    weights,
    clauses: weeks >= NEVER ? problem.clauses : [...problem.clauses, ...clauses],
    rules,
    resources: listResources(model, limits),
    exclusive: listDegrees(model),
    below: problem.below,
    isInOrder: problem.isInOrder ?? false,
    nodes: () => Math.min(problem.nodes, budget.nodesLeft),
    judge: (chosen, weight) => {
      const clause = computeLandmark({ closure, set: chosen, horizon: weeks, order });
      if (clause) return { kind: 'clause', clause: lessons.keepClause(clause, weeks) };
      const orderRule = findOrderRule(model, chosen);
      if (orderRule) return { kind: 'rule', rule: lessons.keepFixedRule(orderRule, NEVER) };
      const rule = refute(problem, chosen);
      if (rule) return { kind: 'rule', rule: lessons.keepRule(rule, weeks) };
      const plan = problem.isSequenced ? findPlanInOrder(problem, chosen) : null;
      if (plan !== 'none') return { kind: 'leaf', ...problem.onLeaf(chosen, weight, plan) };
      const rest = all.filter((index) => chosen[index] !== 1);
      return { kind: 'rule', rule: lessons.keepFixedRule({ core: listMembers(chosen), rest }, weeks) };
    },
  });
  budget.spend(result.nodes);
  return result;
}

function refute({ bench, limits, budget }: RelaxationProblem, set: StepSet): Rule | null {
  if (limits.weeks >= NEVER) return null;
  const horizon = limits.weeks;
  const { refuter } = bench;
  const looks = refuter.looks;
  const isRefuted = refuter.isRefuted({ members: listMembers(set), helpers: set, horizon });
  const rule = isRefuted ? explainRefutation({ ...bench, set, horizon }) : null;
  budget.spend((refuter.looks - looks) * LOOK_NODES);
  return rule;
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
