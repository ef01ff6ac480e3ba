import { listMembers } from './closure';
import type { NodeBudget } from './effort';
import { minimiseSum } from './measure';
import type { Objective } from './profile';
import { breakTies } from './ties';
import { minimiseWeeks } from './weeks';
import { type Candidate, isBetter, type Limits, type Measure, type Workbench } from './workbench';

type Order = readonly [Measure, Measure, Measure];

const ORDER: Readonly<Record<Objective, Order>> = {
  fastest: ['weeks', 'pence', 'steps'],
  balanced: ['pence', 'weeks', 'steps'],
  cheapest: ['pence', 'weeks', 'steps'],
  fewest: ['steps', 'weeks', 'pence'],
};

/** How much longer than the fastest a plan may be, in tenths. */
const WINDOW_TENTHS: Readonly<Record<Objective, number>> = {
  fastest: 10,
  balanced: 11,
  cheapest: 15,
  fewest: 15,
};

export type Optimum = {
  plan: Candidate;
  /** Lower bound in the order of the objective's vector. */
  bound: readonly [number, number, number];
  bestWeeks: number;
  isProved: boolean;
};

export type OptimiseProblem = {
  bench: Workbench;
  objective: Objective;
  limits: Limits;
  clauses: (readonly number[])[];
  fastest: { lower: number; best: Candidate };
  /** A plan known beforehand. */
  known: Candidate | null;
  /** Lower bounds that hold for every plan. */
  floor: Limits;
  /** Selections to start from. */
  seeds: readonly (readonly number[])[];
  budget: NodeBudget;
};

/** The parts of a plan's value in the order in which the objective compares them. */
export function listMeasures(objective: Objective): Order {
  return ORDER[objective];
}

/** The longest plan that an objective looks at, from the least weeks. */
export function computeWindow(objective: Objective, bestWeeks: number): number {
  return Math.floor((bestWeeks * WINDOW_TENTHS[objective]) / 10);
}

/** Optimises the objective's vector one part after the other, within the window that the least weeks leave. */
export function optimise(problem: OptimiseProblem): Optimum {
  const { objective, fastest, budget } = problem;
  const window = computeWindow(objective, fastest.best.weeks);
  const limits = { ...problem.limits, weeks: Math.min(problem.limits.weeks, window) };
  const floor = { ...problem.floor, weeks: fastest.lower };
  const order = ORDER[objective];
  const bound: number[] = [];
  const { known } = problem;
  const isKnownBetter = known !== null && known.weeks <= limits.weeks && isBetter(known, fastest.best, order);
  let plan = isKnownBetter ? known : fastest.best;
  let isExact = true;
  for (const [place, measure] of order.entries()) {
    let { lower } = fastest;
    if (place > 0 || measure !== 'weeks') {
      const share = budget.take(place === 2 ? 0.9 : 0.6);
      const part = rotate(order, place);
      const found = minimisePart({ ...problem, limits, floor, order: part, known: plan, budget: share });
      budget.giveBack(share);
      plan = found.best ?? plan;
      lower = Math.min(found.lower, plan[measure]);
    }
    bound.push(isExact ? lower : floor[measure]);
    isExact = isExact && lower === plan[measure];
    limits[measure] = plan[measure];
  }
  if (plan.weeks < fastest.best.weeks && objective === 'fastest')
    return optimise({ ...problem, fastest: { lower: fastest.lower, best: plan } });
  // A plan shorter than the one found for the fastest takes its place: it is within the narrower window too.
  const bestWeeks = Math.min(fastest.best.weeks, plan.weeks);
  return {
    plan: breakTies({ ...problem, plan }),
    bound: [bound[0] ?? 0, bound[1] ?? 0, bound[2] ?? 0],
    bestWeeks,
    isProved: isExact && fastest.lower === bestWeeks,
  };
}

/** The order from one part on; the parts before it are held by the limits and come last. */
function rotate(order: Order, place: number): Order {
  const [first, second, third] = [...order.slice(place), ...order.slice(0, place)];
  return [first ?? order[0], second ?? order[1], third ?? order[2]];
}

function minimisePart(problem: OptimiseProblem & { order: Order; known: Candidate }): {
  lower: number;
  best: Candidate | null;
} {
  const { order, floor, known } = problem;
  const [measure, second, third] = order;
  const seeds = measure === 'pence' ? problem.seeds : [listMembers(known.set)];
  if (known[measure] <= floor[measure]) return { lower: known[measure], best: known };
  if (measure === 'weeks') return minimiseWeeks({ ...problem, seeds });
  return minimiseSum({ ...problem, seeds, order: [measure, second, third], floor: floor[measure] });
}
