import { NEVER } from '../schedule/calendar';
import type { NodeBudget } from './effort';
import { computeCapacity, computeWeeksFor, listLoads, listPools } from './pools';
import { searchRelaxation } from './relaxation';
import { listMembers } from './sets';
import type { Limits, Workbench } from './workbench';

export type Blends = {
  /** No plan ends sooner. */
  lower: number;
  /** Selections that take little of every pool, the one that may end soonest first. */
  selections: readonly (readonly number[])[];
};

const BLENDS = 8;
const NODES = 80;
/** Weights are whole numbers: a week of all pools together is so much. */
const SCALE = 1000;
/** How fast shares move to the pool that is scarce, and how much slower each time. */
const PULL = 1.5;
const SLOWING = 0.35;

/**
 * What all pools together must hold, which is more than each alone says: a selection that is light on own hours is heavy on
 * those at work. Each pool counts by a share, and the shares move to where the lightest selection runs out first. For every
 * share all selections weigh at least as much as the lightest one, and no plan holds more than its pools do.
 */
export function blendPools(input: {
  bench: Workbench;
  limits: Limits;
  /** What is known of the week in which plans end: from here on, and up to the best that was found. */
  lower: number;
  upper: number;
  budget: NodeBudget;
}): Blends {
  const { bench, limits, upper, budget } = input;
  const { open } = bench.model;
  const far = upper < NEVER ? upper : Math.max(1, input.lower - open) * 2 + open;
  const weeks = Math.max(1, far - open);
  const pools = listPools(bench).flatMap((pool) => {
    const rate = computeCapacity(bench, pool, far) / weeks;
    return rate > 0 ? [{ pool, rate, loads: listLoads(bench, pool) }] : [];
  });
  let { lower } = input;
  let shares = pools.map(() => 1);
  const found: { members: number[]; weeks: number }[] = [];
  for (let round = 0; round < BLENDS && !budget.isSpent() && lower < upper; round += 1) {
    const sum = shares.reduce((all, share) => all + share, 0);
    const factors = pools.map(({ rate }, at) => (shares[at] ?? 0) / sum / rate);
    const blend = (of: (pool: (typeof pools)[number]) => number): number =>
      pools.reduce((all, pool, at) => all + (factors[at] ?? 0) * of(pool), 0);
    const { bound, members } = findLightest({
      bench,
      limits,
      budget,
      // Rounded down, so that no selection seems heavier than it is.
      weights: bench.model.steps.map((_, index) =>
        Math.floor(SCALE * blend(({ loads }) => loads[index] ?? 0)),
      ),
    });
    if (bound < NEVER)
      while (lower < upper && SCALE * blend(({ pool }) => computeCapacity(bench, pool, lower)) < bound - 1e-6)
        lower += 1;
    if (!members) break;
    const ends = pools.map(({ pool, loads }) => computeWeeksFor(bench, pool, sumOver(members, loads)));
    const last = Math.max(1, ...ends);
    found.push({ members, weeks: last });
    const pull = PULL / (1 + SLOWING * round);
    shares = shares.map((share, at) => share * Math.exp(pull * ((ends[at] ?? 0) / last - 1)));
  }
  const selections = found.toSorted((one, other) => one.weeks - other.weeks).map(({ members }) => members);
  return { lower, selections };
}

function sumOver(members: readonly number[], loads: readonly number[]): number {
  return members.reduce((sum, index) => sum + (loads[index] ?? 0), 0);
}

/** The lightest selection by some weights, whatever the horizon, and what none weighs less than. */
function findLightest(problem: {
  bench: Workbench;
  limits: Limits;
  weights: readonly number[];
  budget: NodeBudget;
}): { bound: number; members: number[] | null } {
  let members: number[] | null = null;
  const { bound } = searchRelaxation({
    ...problem,
    limits: { ...problem.limits, end: NEVER },
    weighing: 'blend',
    below: NEVER,
    nodes: NODES,
    onLeaf: (set, weight) => {
      members = listMembers(set);
      return { below: weight, isOpen: false };
    },
  });
  return { bound, members };
}
