import {
  canKeepOrder,
  computeEarliest,
  computeLandmark,
  listMembers,
  NEVER,
  type StepSet,
  toSet,
} from './closure';
import type { NodeBudget } from './effort';
import type { PlanningModel } from './model';
import { searchCover, type Verdict } from './selection';
import {
  type Candidate,
  type Limits,
  listDegrees,
  listResources,
  makeCandidate,
  minimiseWeeks,
  scheduleSet,
  trimSet,
} from './weeks';

export type SumResult = {
  /** No plan within the limits uses less. */
  lower: number;
  best: Candidate | null;
};

export type SumProblem = {
  model: PlanningModel;
  measure: 'pence' | 'steps';
  limits: Limits;
  clauses: (readonly number[])[];
  known: Candidate | null;
  budget: NodeBudget;
};

/** Least cost or fewest steps over all plans within the limits: a lower bound and the best plan found. */
export function minimiseSum(problem: SumProblem): SumResult {
  const { model, measure, limits, known } = problem;
  const weights = model.steps.map((step) => (measure === 'pence' ? step.pence : 1));
  const free = model.steps
    .filter(({ index, isDegree }) => weights[index] === 0 && !isDegree)
    .map(({ index }) => index);
  const order = sortByWeight(model, weights);
  let best = known;
  const below = known ? known[measure] : limits[measure] < NEVER ? limits[measure] + 1 : NEVER;
  const result = searchCover({
    weights,
    clauses: limits.weeks >= NEVER ? problem.clauses : [...problem.clauses],
    resources: listResources(model, limits),
    exclusive: listDegrees(model),
    below,
    nodes: problem.budget.nodesLeft,
    judge: (chosen, weight) => {
      const set = chosen.slice();
      for (const index of free) set[index] = 1;
      const clause = computeLandmark({ model, set, horizon: limits.weeks, order });
      if (clause) return { kind: 'clause', clause };
      const { found, verdict } = judgeSet({ ...problem, set, hasFree: free.length > 0, weight });
      if (found) best = found;
      return verdict;
    },
  });
  problem.budget.spend(result.nodes);
  return { lower: result.bound, best };
}

function sortByWeight(model: PlanningModel, weights: readonly number[]): number[] {
  return model.steps
    .map(({ index }) => index)
    .sort((one, other) => (weights[one] ?? 0) - (weights[other] ?? 0) || one - other);
}

function judgeSet(input: SumProblem & { set: StepSet; hasFree: boolean; weight: number }): {
  found: Candidate | null;
  verdict: Verdict;
} {
  const { model, limits, set } = input;
  const rest = model.steps.map(({ index }) => index).filter((index) => set[index] !== 1);
  const budget = input.budget.take(0.2);
  const { best, lower } = input.hasFree
    ? minimiseWeeks({ ...input, allowed: set, known: null, budget })
    : scheduleExactly({ ...input, budget });
  input.budget.giveBack(budget);
  if (best && best.weeks <= limits.weeks && best[input.measure] <= input.weight)
    return { found: best, verdict: { kind: 'accepted' } };
  return { found: null, verdict: { kind: 'extend', steps: rest, isProved: lower > limits.weeks } };
}

function scheduleExactly(input: { model: PlanningModel; set: StepSet; limits: Limits; budget: NodeBudget }): {
  best: Candidate | null;
  lower: number;
} {
  const { model, limits } = input;
  const set = trimSet(model, input.set);
  if (!canKeepOrder(model, set)) return { best: null, lower: NEVER };
  const schedule = scheduleSet({ model, set, limit: limits.weeks, tries: 20, budget: input.budget });
  return { best: schedule && makeCandidate(model, set, schedule), lower: 0 };
}

/** The least pence or steps of any plan when neither hours nor weeks count; null when there is no plan at all. */
export function computeLeastSum(input: {
  model: PlanningModel;
  measure: 'pence' | 'steps';
  pence: number;
  clauses: (readonly number[])[];
  nodes: number;
}): { least: number; isProved: boolean; set: StepSet } | null {
  const { model, measure } = input;
  const weights = model.steps.map((step) => (measure === 'pence' ? step.pence : 1));
  const free = model.steps
    .filter(({ index, isDegree }) => weights[index] === 0 && !isDegree)
    .map(({ index }) => index);
  const order = sortByWeight(model, weights);
  let set: StepSet | null = null;
  const result = searchCover({
    weights,
    clauses: input.clauses,
    resources: listResources(model, { weeks: NEVER, pence: input.pence, steps: NEVER }),
    exclusive: listDegrees(model),
    below: NEVER,
    nodes: input.nodes,
    judge: (chosen) => {
      const grown = toSet(model, [...listMembers(chosen), ...free]);
      const clause = computeLandmark({ model, set: grown, horizon: NEVER, order });
      if (clause) return { kind: 'clause', clause };
      set = chosen.slice();
      return { kind: 'accepted' };
    },
  });
  if (set === null && result.isProved) return null;
  return { least: result.bound, isProved: result.isProved, set: set ?? toSet(model, []) };
}

export function canReachGoal(model: PlanningModel, set: StepSet): boolean {
  return computeEarliest(model, set).goal < NEVER;
}
