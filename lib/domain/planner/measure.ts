import { computeLandmark, fullSet, listMembers, NEVER, toSet } from './closure';
import type { NodeBudget } from './effort';
import { improvePlan } from './improve';
import type { ModelStep, PlanningModel } from './model';
import { findOrderRule } from './order';
import { searchRelaxation } from './relaxation';
import { searchCover } from './selection';
import {
  type Candidate,
  type Limits,
  listDegrees,
  listResources,
  type Measure,
  type Workbench,
} from './workbench';

export type SumMeasure = Exclude<Measure, 'weeks'>;

export type SumResult = {
  /** No plan within the limits uses less. */
  lower: number;
  best: Candidate | null;
};

export type SumProblem = {
  bench: Workbench;
  /** The sum to minimise comes first; the rest decides between equal plans. */
  order: readonly [SumMeasure, Measure, Measure];
  limits: Limits;
  clauses: (readonly number[])[];
  known: Candidate | null;
  /** No plan uses less, as known beforehand. */
  floor: number;
  seeds: readonly (readonly number[])[];
  budget: NodeBudget;
};

/** One pence or step weighs so much; what is left over breaks ties towards light workloads. */
const UNIT = 1000;
const MOST_TIE = 10;
const ROUNDS = 500;
const LEAF_ROUNDS = 120;

/** Least cost or fewest steps over all plans within the limits: a lower bound and the best plan found. */
export function minimiseSum(problem: SumProblem): SumResult {
  const { bench, limits, floor, budget } = problem;
  const measure = problem.order[0];
  const { model } = bench;
  const weights = model.steps.map((step) => sumOf(step, measure) * UNIT + computeTie(model, step));
  let best = problem.known;
  const improve = (start: readonly number[], rounds: number, seed: number): void => {
    best = improvePlan({
      ...bench,
      order: problem.order,
      allowed: fullSet(model),
      limits,
      lower: floor,
      start,
      known: best,
      rounds,
      seed,
      budget,
    });
  };
  const starts = [...problem.seeds, ...(best ? [listMembers(best.set)] : [])];
  starts.forEach((start, at) => {
    if (!best || best[measure] > floor) improve(start, ROUNDS, at + 1);
  });
  if (best && best[measure] <= floor) return { lower: best[measure], best };
  const bar = (): number => (best ? best[measure] : Math.min(limits[measure] + 1, NEVER)) * UNIT;
  const result = searchRelaxation({
    bench,
    limits: { ...limits, [measure]: Math.min(limits[measure], bar() / UNIT) },
    clauses: problem.clauses,
    weights,
    below: bar(),
    nodes: Number.POSITIVE_INFINITY,
    budget,
    onLeaf: (set, weight) => {
      improve(listMembers(set), LEAF_ROUNDS, 1);
      const isReached = best !== null && best[measure] * UNIT <= weight;
      return { below: bar(), isOpen: !isReached };
    },
  });
  const lower = Math.max(floor, Math.floor(result.bound / UNIT));
  return { lower: Math.min(lower, bar() / UNIT), best };
}

function sumOf(step: ModelStep, measure: SumMeasure): number {
  return measure === 'pence' ? step.pence : 1;
}

function computeTie(model: PlanningModel, step: ModelStep): number {
  const load = step.isOccupation
    ? step.duration
    : step.hours / model.hoursPerWeek + step.duration / model.maxParallel;
  return Math.min(MOST_TIE, load / 10);
}

/** The least pence or steps of any plan when neither hours nor weeks count; null when there is no plan at all. */
export function computeLeastSum(input: {
  bench: Workbench;
  measure: SumMeasure;
  pence: number;
  clauses: (readonly number[])[];
  nodes: number;
}): { least: number; isProved: boolean; members: number[] } | null {
  const { bench, measure } = input;
  const { model, closure } = bench;
  const weights = model.steps.map((step) => sumOf(step, measure));
  const isOrdered = (index: number): boolean => model.occupationOrder.some((pair) => pair.includes(index));
  const free = model.steps
    .filter(({ index, isDegree }) => weights[index] === 0 && !isDegree && !isOrdered(index))
    .map(({ index }) => index);
  const order = model.steps
    .map(({ index }) => index)
    .sort((one, other) => (weights[one] ?? 0) - (weights[other] ?? 0) || one - other);
  let members: number[] | null = null;
  const result = searchCover({
    weights,
    clauses: input.clauses,
    rules: [],
    isInOrder: false,
    resources: listResources(model, { weeks: NEVER, pence: input.pence, steps: NEVER }),
    exclusive: listDegrees(model),
    below: NEVER,
    nodes: () => input.nodes,
    judge: (chosen, weight) => {
      const grown = [...listMembers(chosen), ...free];
      const clause = computeLandmark({ closure, set: toSet(model, grown), horizon: NEVER, order });
      if (clause) return { kind: 'clause', clause };
      const rule = findOrderRule(model, toSet(model, grown));
      if (rule) return { kind: 'rule', rule };
      members = grown;
      return { kind: 'leaf', below: weight, isOpen: false };
    },
  });
  if (members === null && result.isProved) return null;
  return { least: result.bound, isProved: result.isProved, members: members ?? [] };
}
