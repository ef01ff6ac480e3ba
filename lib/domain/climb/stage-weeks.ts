import { OBJECTIVES } from '../lists';
import type { StageModel } from './model/stage-model';
import { NEVER } from './schedule/calendar';
import { bridge } from './search/bridge';
import { NodeBudget } from './search/effort';
import { findLeastEnd, listMeasures, optimise, type StageLimits } from './search/optimise';
import { settlePlan } from './search/settle';
import { type Candidate, type Measure, Workbench } from './search/workbench';

/** The least weeks of a stage: the plan that has them, and a week before which none can end. */
export type StageWeeks = {
  bench: Workbench;
  best: Candidate | null;
  /** The shortest plan that is known in the end; other searches go on from `best`. */
  shortest: Candidate | null;
  lower: number;
  seeds: readonly (readonly number[])[];
  /** Nodes that were not needed. */
  nodesLeft: number;
};

export type WeeksQuestion = {
  limits: StageLimits;
  nodes: number;
  /** Whether they are told, so that they have to be those of every objective. */
  isTold: boolean;
  /** Steps of a plan that was found of a stage like it. */
  like: readonly number[];
};

/** The part of the nodes that each objective gets to look for a shorter plan, and the fewest. */
const LOOK_SHARE = 0.1;
const LEAST_LOOK = 40;
/** From so many nodes on those of all objectives go into one search: it finds shorter plans than five looks do. */
const LONG_NODES = 1_000;
const SHORTEST: readonly Measure[] = ['end', 'burden', 'steps'];

/**
 * The least weeks of a stage, whatever the objective: where they are told, the plan that is shortest after every objective
 * had a look. Null where it is proved that no selection keeps the limits.
 */
export function findStageWeeks(
  model: StageModel,
  { limits, nodes, isTold, like, known }: WeeksQuestion & { known: readonly StageWeeks[] },
): StageWeeks | null {
  const bench = new Workbench(model);
  const budget = new NodeBudget(nodes);
  const isLong = nodes >= LONG_NODES;
  const more = isTold && isLong ? Math.floor(nodes * LOOK_SHARE * OBJECTIVES.length) : 0;
  const found = findLeastEnd(bench, limits, { budget, like, more });
  if (!found) return null;
  const { seeds } = found;
  const lower = Math.max(found.lower, ...known.map((one) => Math.min(one.lower, one.best?.end ?? NEVER)));
  const { nodesLeft } = budget;
  const before = known.flatMap(({ best }) => (best && best.end <= limits.end ? [best] : []));
  const all = found.best ? [found.best, ...before] : before;
  const shortest = all.toSorted((one, other) => one.end - other.end)[0];
  if (!shortest) return { bench, best: null, shortest: null, lower, seeds, nodesLeft };
  const isOver = ({ end }: Candidate): boolean => end <= Math.max(lower, model.wait, model.start);
  let best = shortest;
  if (isTold && !isOver(best)) {
    // What is learned here is kept from the search that comes after it, which would take other turns.
    const aside = new Workbench(model);
    best = settlePlan(aside, best, listMeasures('fastest'));
    for (const objective of isLong ? [] : OBJECTIVES) {
      if (isOver(best)) break;
      const look = new NodeBudget(Math.max(LEAST_LOOK, Math.floor(nodes * LOOK_SHARE)));
      const fastest = { lower, best };
      const { plan } = optimise({ bench: aside, objective, limits, fastest, seeds, budget: look });
      if (plan.end < best.end) best = settlePlan(aside, plan, listMeasures('fastest'));
    }
  }
  const aim = { order: SHORTEST, notBefore: lower, latest: best.end, pence: limits.pence };
  const bridged = bridge(bench, best, aim);
  return { bench, best, shortest: bridged, lower: Math.min(lower, bridged.end), seeds, nodesLeft };
}
