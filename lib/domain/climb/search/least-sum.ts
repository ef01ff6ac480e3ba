import { NEVER } from '../schedule/calendar';
import type { NodeBudget } from './effort';
import { improvePlan } from './improve';
import { searchRelaxation } from './relaxation';
import { listMembers } from './sets';
import {
  type Candidate,
  type Limits,
  type Measure,
  NO_LIMITS,
  type SumMeasure,
  sumOf,
  type Workbench,
} from './workbench';

export type SumResult = {
  /** No plan within the limits uses less. */
  lower: number;
  best: Candidate | null;
};

export type SumProblem = {
  bench: Workbench;
  /** The sum to minimise comes first; the rest decides between equal plans. */
  order: readonly [SumMeasure, ...Measure[]];
  limits: Limits;
  known: Candidate | null;
  /** No plan uses less, as known beforehand. */
  floor: number;
  seeds: readonly (readonly number[])[];
  budget: NodeBudget;
};

const ROUNDS = 120;
const LEAF_ROUNDS = 60;
/** With so many nodes a least sum is proved, with fewer a selection to start from is looked for. */
const LONG_NODES = 1_000;

/** The least of a sum over all plans within the limits: a lower bound and the best plan found. */
export function minimiseSum(problem: SumProblem): SumResult {
  const { bench, limits, floor, budget } = problem;
  const [measure] = problem.order;
  let best = problem.known;
  const improve = (start: readonly number[], rounds: number, allowed: Uint8Array | null): void => {
    best = improvePlan({ ...problem, allowed, lower: floor, start, known: best, rounds, seed: 1 });
  };
  for (const start of problem.seeds) if (!best || best[measure] > floor) improve(start, ROUNDS, null);
  if (best && best[measure] <= floor) return { lower: best[measure], best };
  const bar = (): number => (best ? best[measure] : Math.min(limits[measure] + 1, NEVER));
  const result = searchRelaxation({
    bench,
    limits: { ...limits, [measure]: NEVER },
    weights: bench.model.steps.map((step) => sumOf(step, measure)),
    weighing: measure,
    below: bar(),
    budget,
    onLeaf: (set, weight) => {
      improve(listMembers(set), LEAF_ROUNDS, set);
      if (!best || best[measure] > weight) improve(listMembers(set), LEAF_ROUNDS, null);
      return { below: bar(), isOpen: best === null || best[measure] > weight };
    },
  });
  const lower = Math.max(floor, result.bound);
  return { lower: Math.min(lower, bar()), best };
}

/** The least of a sum when neither hours nor weeks count; null when there is no plan at all. */
export function computeLeastSum(input: {
  bench: Workbench;
  measure: SumMeasure;
  limits: Limits;
  budget: NodeBudget;
  nodes: number;
}): { least: number; isProved: boolean; members: number[] } | null {
  let members: number[] | null = null;
  const result = searchRelaxation({
    bench: input.bench,
    limits: { ...input.limits, end: NO_LIMITS.end },
    weights: input.bench.model.steps.map((step) => sumOf(step, input.measure)),
    weighing: input.measure,
    below: NEVER,
    budget: input.budget,
    nodes: input.nodes,
    isLong: input.budget.nodesLeft >= LONG_NODES,
    onLeaf: (set, weight) => {
      members = listMembers(set);
      return { below: weight, isOpen: false };
    },
  });
  if (members === null && result.isProved) return null;
  return { least: result.bound, isProved: result.isProved, members: members ?? [] };
}
