import { fullSet } from './closure';
import type { NodeBudget } from './effort';
import { minimiseSum } from './measure';
import type { Objective } from './profile';
import { minimiseWeeks, type WeeksResult } from './weeks';
import type { Candidate, Limits, Workbench } from './workbench';

type Measure = 'weeks' | 'pence' | 'steps';

const ORDER: Readonly<Record<Objective, readonly [Measure, Measure, Measure]>> = {
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

const WEEKS_SEARCH = { restarts: 6, rounds: 1500 };

export type Optimum = {
  plan: Candidate;
  /** Lower bound in the order of the objective's vector. */
  bound: readonly [number, number, number];
  bestWeeks: number;
  isProved: boolean;
};

/** The parts of a plan's value in the order in which the objective compares them. */
export function listMeasures(objective: Objective): readonly [Measure, Measure, Measure] {
  return ORDER[objective];
}

/** The longest plan that an objective looks at, from the least weeks. */
export function computeWindow(objective: Objective, bestWeeks: number): number {
  return Math.floor((bestWeeks * WINDOW_TENTHS[objective]) / 10);
}

/** The least weeks within the person's own limits. */
export function findLeastWeeks(input: {
  bench: Workbench;
  limits: Limits;
  clauses: (readonly number[])[];
  budget: NodeBudget;
  known?: Candidate | null;
}): WeeksResult {
  return minimiseWeeks({
    ...input,
    ...WEEKS_SEARCH,
    allowed: fullSet(input.bench.model),
    known: input.known ?? null,
  });
}

/** Optimises the objective's vector one part after the other, within the window that the least weeks leave. */
export function optimise(input: {
  bench: Workbench;
  objective: Objective;
  limits: Limits;
  clauses: (readonly number[])[];
  fastest: { lower: number; best: Candidate };
  leastSteps: number;
  leastPence: number;
  budget: NodeBudget;
}): Optimum {
  const { bench, objective, fastest, clauses, budget } = input;
  const window = computeWindow(objective, fastest.best.weeks);
  const limits = { ...input.limits, weeks: Math.min(input.limits.weeks, window) };
  const floor = { weeks: fastest.lower, pence: input.leastPence, steps: input.leastSteps };
  const order = ORDER[objective];
  const bound: number[] = [];
  let plan = fastest.best;
  const isProved = fastest.lower === fastest.best.weeks;
  let isExact = true;
  order.forEach((measure, place) => {
    if (measure === 'weeks' && place === 0) {
      bound.push(fastest.lower);
      isExact = isProved;
    } else {
      const share = budget.take(place === 0 ? 0.5 : 0.6);
      const { lower, best } = minimiseMeasure({
        bench,
        measure,
        limits,
        clauses,
        known: plan,
        budget: share,
      });
      budget.giveBack(share);
      if (best) plan = best;
      const reached = Math.min(plan[measure], lower);
      bound.push(isExact ? Math.max(reached, Math.min(floor[measure], plan[measure])) : floor[measure]);
      if (reached < plan[measure]) isExact = false;
    }
    limits[measure] = plan[measure];
  });
  if (objective === 'fastest' && plan.weeks < fastest.best.weeks)
    return optimise({ ...input, fastest: { lower: fastest.lower, best: plan } });
  return {
    plan,
    bound: [bound[0] ?? 0, bound[1] ?? 0, bound[2] ?? 0],
    bestWeeks: fastest.best.weeks,
    isProved: isProved && isExact,
  };
}

function minimiseMeasure(input: {
  bench: Workbench;
  measure: Measure;
  limits: Limits;
  clauses: (readonly number[])[];
  known: Candidate;
  budget: NodeBudget;
}): { lower: number; best: Candidate | null } {
  const { measure } = input;
  if (measure === 'weeks')
    return minimiseWeeks({ ...input, ...WEEKS_SEARCH, allowed: fullSet(input.bench.model) });
  return minimiseSum({ ...input, measure });
}
