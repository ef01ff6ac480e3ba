import { NEVER } from './closure';
import { type Effort, NodeBudget } from './effort';
import { computeLeastSum } from './measure';
import type { PlanningModel } from './model';
import { minimiseWeeks, type WeeksResult } from './weeks';
import { type Candidate, type Limits, makeWorkbench, type Workbench } from './workbench';

/** The part of the nodes that the least weeks may take; the rest is for the other parts of an objective. */
const SHARE = 0.4;

/** The least weeks of a model's plans, with what was found on the way and is of use afterwards. */
export type Fastest = {
  lower: number;
  best: Candidate | null;
  limits: Limits;
  clauses: (readonly number[])[];
  /** Selections to start from: those given, the cheapest and the smallest. */
  seeds: readonly (readonly number[])[];
  leastPence: number;
  leastSteps: number;
};

/** What a person's own limits leave. */
export function limitsOf({ deadlineWeeks, budgetPence }: PlanningModel): Limits {
  return { weeks: deadlineWeeks ?? NEVER, pence: budgetPence ?? NEVER, steps: NEVER };
}

/** Looks for the fastest plan within a person's limits; null where it is proved that no selection keeps them. */
export function findFastest(input: {
  bench: Workbench;
  budget: NodeBudget;
  effort: Effort;
  /** Goes on long where a plan is neither found nor refuted. */
  isPatient?: boolean;
  /** Ends with the first plan within the limits, which is found whenever the least weeks would be looked for. */
  isAnyEnough?: boolean;
  known?: Candidate | null;
  seeds?: readonly (readonly number[])[];
}): Fastest | null {
  const { bench, budget, effort, known = null } = input;
  const size = bench.model.steps.length;
  const limits = limitsOf(bench.model);
  const clauses: (readonly number[])[] = [];
  const nodes = budget.nodesLeft;
  const pence = computeLeastSum({ bench, measure: 'pence', pence: limits.pence, clauses, nodes });
  const steps = pence && computeLeastSum({ bench, measure: 'steps', pence: limits.pence, clauses, nodes });
  if (!pence || !steps) return null;
  const share = budget.take(SHARE);
  const seeds = [...(input.seeds ?? []), pence.members, steps.members];
  const problem = { bench, limits, clauses, seeds };
  const enough = input.isAnyEnough ? limits.weeks : undefined;
  let found = minimiseWeeks({ ...problem, known, budget: share, enough });
  budget.giveBack(share);
  const isOpen = (): boolean => !found.best && found.lower <= limits.weeks;
  if (isOpen()) {
    const { lower, best } = findLeastWeeks({
      model: bench.model,
      limits: { ...limits, weeks: NEVER },
      budget: NodeBudget.of(effort, size),
      enough,
    });
    const isInTime = best !== null && best.weeks <= limits.weeks;
    found = { lower: Math.max(lower, found.lower), best: isInTime ? best : null };
  }
  if (isOpen() && input.isPatient) {
    const patience = NodeBudget.ofPatience(effort, size);
    found = minimiseWeeks({ ...problem, known, budget: new NodeBudget(0), patience });
  }
  return { ...found, limits, clauses, seeds, leastPence: pence.least, leastSteps: steps.least };
}

/**
 * The least weeks within the limits, from the cheapest selection. What it finds without a deadline it finds again
 * when that plan's end becomes the deadline, so that a later day that is offered always leads to a plan.
 */
export function findLeastWeeks(input: {
  model: PlanningModel;
  limits: Limits;
  budget: NodeBudget;
  start?: readonly number[];
  enough?: number;
  patience?: NodeBudget;
}): WeeksResult {
  const { model, limits, budget, start = [], enough, patience } = input;
  const bench = makeWorkbench(model);
  const clauses: (readonly number[])[] = [];
  const nodes = budget.nodesLeft;
  const cheapest = computeLeastSum({ bench, measure: 'pence', pence: limits.pence, clauses, nodes });
  if (!cheapest) return { lower: NEVER, best: null };
  const seeds = [start, cheapest.members];
  return minimiseWeeks({ bench, limits, clauses, known: null, seeds, budget, enough, patience });
}
