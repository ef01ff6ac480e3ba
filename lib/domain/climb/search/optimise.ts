import type { Objective } from '../profile';
import { NEVER } from '../schedule/calendar';
import { NodeBudget } from './effort';
import { computeLeastSum, minimiseSum } from './least-sum';
import { minimiseEnd, type WeeksResult } from './least-weeks';
import { listMembers } from './sets';
import {
  type Candidate,
  isBetter,
  type Limits,
  type Measure,
  NO_LIMITS,
  type SumMeasure,
  type Workbench,
} from './workbench';

const ORDER: Readonly<Record<Objective, readonly Measure[]>> = {
  fastest: ['weeks', 'burden', 'steps'],
  balanced: ['burden', 'weeks', 'steps'],
  cheapest: ['pence', 'hours', 'weeks', 'steps'],
  fewest: ['steps', 'weeks', 'burden'],
  lightest: ['hours', 'pence', 'weeks', 'steps'],
};

/** How much longer than the fastest a plan may be, in tenths. */
const WINDOW_TENTHS: Readonly<Record<Objective, number>> = {
  fastest: 10,
  balanced: 11,
  cheapest: 15,
  fewest: 15,
  lightest: 15,
};

/** The parts of a plan's value in the order in which the objective compares them. */
export function listMeasures(objective: Objective): readonly Measure[] {
  return ORDER[objective];
}

/** The longest that an objective looks at, from the least weeks. */
export function computeWindow(objective: Objective, bestWeeks: number): number {
  return Math.floor((bestWeeks * WINDOW_TENTHS[objective]) / 10);
}

/** What may be used of money and weeks: all there is, or what the other stages leave. */
export type StageLimits = { pence: number; end: number };

export type StageOptimum = {
  plan: Candidate;
  /** Lower bound in the order of the objective's vector; weeks are those of the whole plan. */
  bound: readonly number[];
  /** The last week in which a plan may end. */
  latest: number;
  isProved: boolean;
};

/** The part of the nodes that the least weeks may take; the rest is for the other parts of an objective. */
const WEEKS_SHARE = 0.5;
/** Where tenure and experience ask for more weeks than any plan takes, the least weeks matter little. */
const IDLE_WEEKS_SHARE = 0.1;

/** Nodes for the least sums that a search starts from; nearly all are proved in fewer. */
const LEAST_SUM_NODES = 400;

/**
 * The least week in which a stage can be done, looked for with `more` nodes beside its share; null where it is proved that
 * no selection keeps the limits.
 */
export function findLeastEnd(
  bench: Workbench,
  limits: StageLimits,
  { budget, like, more }: { budget: NodeBudget; like: readonly number[]; more: number },
): (WeeksResult & { seeds: number[][] }) | null {
  const whole = { ...NO_LIMITS, ...limits };
  const measures: SumMeasure[] = ['hours', 'burden'];
  const seeds = like.length > 0 ? [[...like]] : [];
  for (const measure of measures) {
    const least = computeLeastSum({ bench, measure, limits: whole, budget, nodes: LEAST_SUM_NODES });
    if (!least) return null;
    if (least.members.length > 0) seeds.push(least.members);
  }
  const share = budget.take(WEEKS_SHARE);
  const weeks = { bench, limits: whole, known: null, seeds, enough: bench.model.start };
  const first = share.take(IDLE_WEEKS_SHARE);
  let found = minimiseEnd({ ...weeks, budget: first });
  share.giveBack(first);
  if (found.lower < (found.best?.end ?? NEVER) && (found.best?.end ?? NEVER) > bench.model.wait) {
    const longer = new NodeBudget(share.nodesLeft + more);
    const again = minimiseEnd({ ...weeks, known: found.best, budget: longer });
    share.spend(Math.max(0, share.nodesLeft - longer.nodesLeft));
    found = { lower: Math.max(found.lower, again.lower), best: again.best };
  }
  budget.giveBack(share);
  return { ...found, seeds };
}

/** Optimises the objective's vector one part after the other, within the window that the least weeks leave. */
export function optimise(input: {
  bench: Workbench;
  objective: Objective;
  limits: StageLimits;
  fastest: WeeksResult & { best: Candidate };
  seeds: readonly (readonly number[])[];
  budget: NodeBudget;
  /** Plans that end before this week are left out of account. */
  notBefore?: number;
}): StageOptimum {
  const { bench, objective, fastest, budget, notBefore = 0 } = input;
  const { model } = bench;
  const bestWeeks = Math.max(0, fastest.best.end - model.start);
  const window = Math.max(model.start + computeWindow(objective, bestWeeks), model.wait);
  const end = Math.min(input.limits.end, window);
  const limits: Limits = { ...NO_LIMITS, pence: input.limits.pence, end, notBefore };
  const order = ORDER[objective];
  const bound: number[] = [];
  let plan = fastest.best;
  let isExact = true;
  order.forEach((measure, place) => {
    const share = budget.take(place === order.length - 1 ? 0.9 : 0.6);
    const rest = [...order.slice(place), ...order.slice(0, place)];
    const found = minimisePart({ ...input, limits, order: rest, known: plan, budget: share });
    budget.giveBack(share);
    if (found.best) plan = found.best;
    const lower = Math.min(found.lower, plan[measure]);
    bound.push(isExact ? lower : computeFloor(bench, measure, fastest));
    isExact = isExact && lower === plan[measure];
    if (measure === 'weeks') limits.end = Math.min(limits.end, plan.weeks);
    else if (measure !== 'end') limits[measure] = plan[measure];
  });
  const isWindowExact =
    fastest.lower === fastest.best.end || fastest.best.end <= model.start || window === model.wait;
  return { plan, bound, latest: end, isProved: isExact && isWindowExact };
}

function computeFloor(bench: Workbench, measure: Measure, fastest: WeeksResult): number {
  return measure === 'weeks' ? bench.toWeeks(fastest.lower) : 0;
}

type PartProblem = Parameters<typeof optimise>[0] & {
  limits: Limits;
  order: readonly Measure[];
  known: Candidate;
};

function minimisePart(problem: PartProblem): { lower: number; best: Candidate | null } {
  const { bench, known, order, limits, budget } = problem;
  const [measure = 'end', ...others] = order;
  if (measure === 'weeks' || measure === 'end') {
    const enough = Math.max(bench.model.wait, bench.model.start, limits.notBefore);
    const least = bench.toWeeks(problem.fastest.lower);
    if (known.end <= enough) return { lower: Math.min(known.weeks, least), best: known };
    const found = minimiseEnd({ bench, limits, known, seeds: [listMembers(known.set)], budget, enough });
    const best = found.best && isBetter(found.best, known, order) ? found.best : known;
    // Where the search only got to the week before which it did not look, it proved nothing.
    return { lower: found.lower > enough ? Math.max(bench.toWeeks(found.lower), least) : least, best };
  }
  const floor = known[measure] === 0 ? 0 : -1;
  const start = [listMembers(known.set), ...problem.seeds];
  return minimiseSum({ bench, order: [measure, ...others], limits, known, floor, seeds: start, budget });
}
