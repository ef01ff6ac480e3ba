import type { StageModel } from './model/stage-model';
import type { Objective } from './profile';
import { NEVER } from './schedule/calendar';
import type { Placement } from './schedule/scheduler';
import { computeClosure } from './search/closure';
import { NodeBudget } from './search/effort';
import { findLeastEnd, listMeasures, optimise, type StageLimits } from './search/optimise';
import { fullSet } from './search/sets';
import { settlePlan } from './search/settle';
import { type Measure, Workbench } from './search/workbench';

/** What solving a stage came to. Weeks are those of the whole plan; `ready` is the week in which the search begins. */
export type StageSolution = {
  model: StageModel;
  placements: readonly Placement[];
  ready: number;
  /** The week in which all is there, waits left out. */
  end: number;
  pence: number;
  burden: number;
  hours: number;
  steps: number;
  /** Lower bounds in the order of the objective's vector, weeks as weeks of the stage. */
  bound: readonly number[];
  bestWeeks: number;
  lowerWeeks: number;
  isProved: boolean;
};

/** No plan of the stage: whether that is proved, and whether its limits alone are what is in the way. */
export type NoStage = { isProved: boolean; isReachable: boolean };

export function isSolved(solution: StageSolution | NoStage): solution is StageSolution {
  return 'placements' in solution;
}

/** Solves one stage by its objective within limits of money and weeks, with so many nodes. */
export function solveStage(
  model: StageModel,
  { objective, limits, nodes }: { objective: Objective; limits: StageLimits; nodes: number },
): StageSolution | NoStage {
  if (!model.isPossible || computeClosure(model, fullSet(model)).goal >= NEVER)
    return { isProved: true, isReachable: false };
  if (Math.max(model.wait, model.start) > limits.end) return { isProved: true, isReachable: true };
  const bench = new Workbench(model);
  const budget = new NodeBudget(nodes);
  const fastest = findLeastEnd(bench, limits, budget);
  if (!fastest) return { isProved: true, isReachable: limits.pence < NEVER };
  const { best, lower, seeds } = fastest;
  if (!best) return { isProved: lower > limits.end, isReachable: true };
  const optimum = optimise({ bench, objective, limits, fastest: { lower, best }, seeds, budget });
  const order = listMeasures(objective);
  const plan = settlePlan(bench, optimum.plan, order);
  const toValue = (measure: Measure, bound: number): number =>
    measure === 'weeks' ? Math.max(0, bound - model.start) : bound;
  return {
    model,
    placements: plan.schedule.placements,
    ready: plan.weeks,
    end: plan.end,
    pence: plan.pence,
    burden: plan.burden,
    hours: plan.hours,
    steps: plan.steps,
    bound: order.map((measure, place) =>
      toValue(measure, Math.min(optimum.bound[place] ?? 0, plan[measure])),
    ),
    bestWeeks: Math.max(0, Math.min(optimum.bestEnd, plan.end) - model.start),
    lowerWeeks: Math.max(0, Math.min(optimum.lowerEnd, plan.end) - model.start),
    isProved: optimum.isProved,
  };
}
