import { MOST_WEEKS } from '../limits';
import type { StageModel } from './model/stage-model';
import type { Objective } from './profile';
import { NEVER } from './schedule/calendar';
import { bridge } from './search/bridge';
import { computeClosure } from './search/closure';
import { NodeBudget } from './search/effort';
import { listMeasures, optimise } from './search/optimise';
import { fullSet } from './search/sets';
import { settlePlan } from './search/settle';
import { type Candidate, isBetter, type Measure } from './search/workbench';
import { StageMemory } from './stage-memory';
import { isSolved, type NoStage, type StageSolution } from './stage-solution';
import { findStageWeeks, type StageWeeks, type WeeksQuestion } from './stage-weeks';

type StageProblem = WeeksQuestion & { objective: Objective };
type StageOptions = Pick<StageProblem, 'objective' | 'limits' | 'nodes'> &
  Partial<StageProblem> & { memory?: StageMemory };

/** Solves one stage by its objective within limits of money and weeks, with so many nodes. */
export function solveStage(
  model: StageModel,
  { memory = new StageMemory(), isTold = true, like = [], ...asked }: StageOptions,
): StageSolution | NoStage {
  const problem = { ...asked, isTold, like };
  const { limits } = problem;
  if (!model.isPossible || computeClosure(model, fullSet(model)).goal >= NEVER)
    return { isProved: true, isReachable: false };
  if (Math.max(model.wait, model.start) > limits.end) return { isProved: true, isReachable: true };
  const free = { ...problem, limits: { ...limits, end: Math.max(limits.end, MOST_WEEKS) } };
  const weeks = recallWeeks(model, free, memory);
  if (!weeks) return { isProved: true, isReachable: limits.pence < NEVER };
  if (weeks.lower > limits.end) return { isProved: true, isReachable: true };
  if (weeks.shortest && weeks.shortest.end <= limits.end) return recallBest(weeks, problem, memory);
  if (limits.end >= MOST_WEEKS) return { isProved: false, isReachable: true };
  return solveInTime(model, { problem, free, memory });
}

type Recalled = { problem: StageProblem; free: StageProblem; memory: StageMemory };

/** Where the shortest plan ends too late: what is found when only plans that end in time count, or is in time anyway. */
function solveInTime(model: StageModel, { problem, free, memory }: Recalled): StageSolution | NoStage {
  const { end } = problem.limits;
  const within = recallWeeks(model, problem, memory);
  if (!within) return { isProved: true, isReachable: true };
  if (within.best) return recallBest(within, problem, memory);
  const weeks = recallWeeks(model, free, memory);
  const found = new Set([problem.objective, 'fastest'] as const);
  const isOver = within.lower > end || problem.isTold;
  for (const objective of isOver ? [] : found) {
    if (!weeks) break;
    const solution = recallBest(weeks, { ...free, objective }, memory);
    // What is proved without an end says nothing of what ends in time.
    if (isSolved(solution) && solution.ready <= end)
      return { ...solution, bound: listMeasures(problem.objective).map(() => 0), isProved: false };
  }
  return { isProved: within.lower > end, isReachable: true };
}

function recallWeeks(model: StageModel, question: WeeksQuestion, memory: StageMemory): StageWeeks | null {
  return memory.recallWeeks(model, question, (known) => findStageWeeks(model, { ...question, known }));
}

function recallBest(weeks: StageWeeks, problem: StageProblem, memory: StageMemory): StageSolution | NoStage {
  const best = weeks.shortest;
  if (!best) return { isProved: false, isReachable: true };
  return memory.recallSolution(weeks.bench.model, problem, (known) =>
    solveFrom({ ...weeks, best }, { ...problem, known }),
  );
}

/** The best by an objective from the least weeks on. No plan is shorter than they are, or others would have other ones. */
function solveFrom(
  { bench, best, lower, seeds, nodesLeft }: StageWeeks & { best: Candidate },
  { objective, limits, isTold, known }: StageProblem & { known: readonly StageSolution[] },
): StageSolution {
  const { model } = bench;
  const order = listMeasures(objective);
  const budget = new NodeBudget(nodesLeft);
  // Where tenure and experience ask for more weeks anyway, nobody sees in which of them all is there.
  const notBefore = isTold && best.end > model.wait ? best.end : 0;
  const fastest = { lower, best };
  const optimum = optimise({ bench, objective, limits, fastest, seeds, budget, notBefore });
  const settled = settlePlan(bench, optimum.plan, order);
  const before = known.map(({ end, placements }) => bench.toCandidate({ end, placements }));
  const isWithin = ({ end, pence }: Candidate): boolean =>
    end >= notBefore && end <= optimum.latest && pence <= limits.pence;
  const aim = { order, notBefore, latest: optimum.latest, pence: limits.pence };
  const bridged = bridge(bench, settled, aim);
  const better = bridged === settled ? [] : [settlePlan(bench, bridged, order)];
  const plan = [settled, ...better, ...before]
    .filter(isWithin)
    .reduce((one, other) => (isBetter(other, one, order) ? other : one), isWithin(settled) ? settled : best);
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
    bestWeeks: Math.max(0, (isTold ? best.end : Math.min(best.end, plan.end)) - model.start),
    lowerWeeks: Math.max(0, lower - model.start),
    isProved: optimum.isProved && isWithin(settled),
  };
}
