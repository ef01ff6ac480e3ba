import { canKeepOrder, computeLandmark, listMembers, NEVER, type StepSet, toSet, trimSet } from './closure';
import type { NodeBudget } from './effort';
import { improvePlan } from './improve';
import type { PlanningModel } from './model';
import { searchCover, type Verdict } from './selection';
import { minimiseWeeks } from './weeks';
import { type Candidate, type Limits, listDegrees, listResources, type Workbench } from './workbench';

export type SumResult = {
  /** No plan within the limits uses less. */
  lower: number;
  best: Candidate | null;
};

export type SumProblem = {
  bench: Workbench;
  measure: 'pence' | 'steps';
  limits: Limits;
  clauses: (readonly number[])[];
  known: Candidate | null;
  budget: NodeBudget;
};

/** Least cost or fewest steps over all plans within the limits: a lower bound and the best plan found. */
export function minimiseSum(problem: SumProblem): SumResult {
  const { measure, limits, known, bench } = problem;
  const { model, closure } = bench;
  const weights = listMeasure(model, measure);
  const free = listFree(model, weights);
  const order = sortByWeight(model, weights);
  let best = known;
  const result = searchCover({
    weights,
    clauses: limits.weeks >= NEVER ? problem.clauses : [...problem.clauses],
    resources: listResources(model, limits),
    exclusive: listDegrees(model),
    below: known ? known[measure] : limits[measure] < NEVER ? limits[measure] + 1 : NEVER,
    nodes: problem.budget.nodesLeft,
    judge: (chosen, weight) => {
      const set = chosen.slice();
      for (const index of free) set[index] = 1;
      const clause = computeLandmark({ closure, set, horizon: limits.weeks, order });
      if (clause) return { kind: 'clause', clause };
      const { found, verdict } = judgeSet({ ...problem, set, hasFree: free.length > 0, weight });
      if (found) best = found;
      return verdict;
    },
  });
  problem.budget.spend(result.nodes);
  return { lower: result.bound, best };
}

function listMeasure(model: PlanningModel, measure: 'pence' | 'steps'): number[] {
  return model.steps.map((step) => (measure === 'pence' ? step.pence : 1));
}

/** Steps that weigh nothing and so may always be used; a degree excludes another one and stays a choice. */
function listFree(model: PlanningModel, weights: readonly number[]): number[] {
  return model.steps
    .filter(({ index, isDegree }) => weights[index] === 0 && !isDegree)
    .map(({ index }) => index);
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
  const { bench, limits, set } = input;
  const rest = bench.model.steps.map(({ index }) => index).filter((index) => set[index] !== 1);
  const budget = input.budget.take(0.2);
  const { best, lower } = input.hasFree
    ? minimiseWeeks({ ...input, allowed: set, known: null, budget, restarts: 3, rounds: 200 })
    : scheduleExactly({ ...input, budget });
  input.budget.giveBack(budget);
  if (best && best.weeks <= limits.weeks && best[input.measure] <= input.weight)
    return { found: best, verdict: { kind: 'accepted' } };
  return { found: null, verdict: { kind: 'extend', steps: rest, isProved: lower > limits.weeks } };
}

function scheduleExactly(input: { bench: Workbench; set: StepSet; limits: Limits; budget: NodeBudget }): {
  best: Candidate | null;
  lower: number;
} {
  const { bench, limits, budget } = input;
  const set = trimSet(bench.closure, input.set);
  if (!canKeepOrder(bench.closure, set)) return { best: null, lower: NEVER };
  const start = listMembers(set);
  const best = improvePlan({
    ...bench,
    allowed: set,
    limits,
    lower: limits.weeks,
    start,
    known: null,
    rounds: 60,
    seed: 1,
    budget,
  });
  return { best, lower: 0 };
}

/** The least pence or steps of any plan when neither hours nor weeks count; null when there is no plan at all. */
export function computeLeastSum(input: {
  bench: Workbench;
  measure: 'pence' | 'steps';
  pence: number;
  clauses: (readonly number[])[];
  nodes: number;
}): { least: number; isProved: boolean; set: StepSet } | null {
  const { bench, measure } = input;
  const { model, closure } = bench;
  const weights = listMeasure(model, measure);
  const free = listFree(model, weights);
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
      const clause = computeLandmark({ closure, set: grown, horizon: NEVER, order });
      if (clause) return { kind: 'clause', clause };
      set = chosen.slice();
      return { kind: 'accepted' };
    },
  });
  if (set === null && result.isProved) return null;
  return { least: result.bound, isProved: result.isProved, set: set ?? toSet(model, []) };
}
