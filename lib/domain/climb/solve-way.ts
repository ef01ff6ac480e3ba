import { MOST_WEEKS } from '../limits';
import { buildStage, withPins } from './model/build-stage';
import { type Climber, type Here, makeClimber, type Person } from './model/climber';
import type { StageModel } from './model/stage-model';
import { listDisturbing, listSole } from './needless';
import { afterStage, afterStudy, type StudyStage } from './next-climber';
import type { Objective } from './profile';
import { NEVER } from './schedule/calendar';
import { computeClosure } from './search/closure';
import { fullSet } from './search/sets';
import { solveStage } from './solve-stage';
import { StageMemory } from './stage-memory';
import { isSolved, type NoStage, type StageSolution } from './stage-solution';
import { findGoalPost, listTargets, type WayPlan } from './ways/list-ways';

/** A stage of a way with its place in the plan; `weeks` end when the next post begins. */
export type SolvedStage = { startWeek: number; weeks: number; search: number; solution: StageSolution };

export type WaySolution = {
  way: WayPlan;
  study: StudyStage | null;
  stages: readonly SolvedStage[];
  weeks: number;
  pence: number;
  burden: number;
  hours: number;
  steps: number;
  /** The least weeks that its stages could have taken. */
  bestWeeks: number;
  isProved: boolean;
};

/** Why a way has no plan: the stage that has none, and what came before it. */
export type NoWay = { way: WayPlan; failed: NoStage; model: StageModel | null };

export function isWaySolved(solution: WaySolution | NoWay): solution is WaySolution {
  return 'stages' in solution;
}

export type WayOptions = {
  objective: Objective;
  /** Nodes of each stage; the first one's may be others, and then its least weeks are those of every objective. */
  nodes: number;
  firstNodes?: number;
  /** Where the person is in a plan that goes on: what is under way or held back. */
  here?: Here | null;
  /** What was found of the stages of this person so far, and a plan of this way. */
  memory?: StageMemory;
  like?: WaySolution;
};

/**
 * Solves the stages of a way in order, each from what the earlier ones leave. Where the later ones then cannot keep
 * the budget or the deadline, the earlier ones are solved for less cost, or for less time.
 */
export function solveWay(person: Person, way: WayPlan, options: WayOptions): WaySolution | NoWay {
  const { memory = new StageMemory() } = options;
  const first = walkUndisturbed(person, way, { ...options, memory, earlier: options.objective });
  if (isWaySolved(first) || way.posts.length === 0) return first;
  const attempts: Objective[] = [];
  if (person.budgetPence !== null) attempts.push('cheapest');
  if (person.deadlineWeeks !== null) attempts.push('fastest');
  for (const earlier of attempts) {
    if (earlier === options.objective) continue;
    const found = walkUndisturbed(person, way, { ...options, memory, earlier });
    if (isWaySolved(found)) return found;
  }
  return first;
}

type Walk = WayOptions & { earlier: Objective; memory: StageMemory };

/** So often steps of a next stage are held back before all of them are. */
const MOST_TRIES = 4;

/**
 * A way on which later stages begin while this one waits. What would make something of this stage needless by then is
 * held back until it is over; where that comes to no end, all of the next stage is.
 */
function walkUndisturbed(person: Person, way: WayPlan, options: Walk): WaySolution | NoWay {
  let heldBack: HeldBack = new Map();
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const found = walkWay(person, way, { ...options, isIdle: false, heldBack });
    if (!isWaySolved(found)) return found;
    const sole = listSole(
      person,
      found.stages.map(({ solution }) => solution),
    );
    const disturbing = found.stages.map(({ solution }, place) => {
      const later = found.stages.slice(place + 1).map((stage) => stage.solution);
      return listDisturbing(solution, later, sole);
    });
    if (disturbing.every((ids) => ids.length === 0)) return found;
    heldBack = new Map(disturbing.map((ids, place) => [place, [...(heldBack.get(place) ?? []), ...ids]]));
  }
  return walkWay(person, way, { ...options, isIdle: true, heldBack: new Map() });
}

/** Steps that do not begin before a stage is over, by its place in the way. */
type HeldBack = ReadonlyMap<number, readonly string[]>;

function walkWay(
  person: Person,
  way: WayPlan,
  options: Walk & { isIdle: boolean; heldBack: HeldBack },
): WaySolution | NoWay {
  const { career, profile } = person;
  const goal = findGoalPost(career, profile.role);
  const targets = listTargets(way, goal.id);
  const study = way.study === null ? null : findStudy(person, way.study);
  const here = makeClimber(person, options.here);
  let climber = study ? afterStudy(here, study) : here;
  const before = options.here?.hasTakenPost ? 1 : 0;
  let pence = study?.pence ?? 0;
  const stages: SolvedStage[] = [];
  const { memory } = options;
  let held: readonly string[] = [];
  for (const [taken, id] of targets.entries()) {
    const until = career.postById.get(id);
    if (!until) throw new RangeError(`there is no post ${id}`);
    const isLast = taken === targets.length - 1;
    const isGoal = id === goal.id;
    const aim = { until, isGoal, taken: taken + before };
    const previous = stages.at(-1)?.solution ?? null;
    const from = climber;
    const isPinnedLast = isLast && climber.pinnedLeft.length > 0;
    const isIdle = taken > 0 && options.isIdle;
    const terms = [person.currency, way.study, id, aim.taken, isPinnedLast, isIdle, held];
    const model = memory.recallModel(previous, terms, () =>
      placePins(buildStage(person, from, aim), from, { isFirst: taken === 0, isLast }),
    );
    const search = isGoal ? 0 : until.searchWeeks;
    const firstNodes = taken === 0 ? options.firstNodes : undefined;
    const solution = solveStage(model, {
      memory,
      objective: isLast ? options.objective : options.earlier,
      limits: {
        pence: person.budgetPence === null ? NEVER : person.budgetPence - pence,
        end: person.deadlineWeeks === null ? MOST_WEEKS : Math.min(person.deadlineWeeks, MOST_WEEKS) - search,
      },
      nodes: firstNodes ?? options.nodes,
      isTold: firstNodes !== undefined,
      like: taken === 0 ? [] : listLike(model, options.like?.stages[taken]),
    });
    if (!isSolved(solution)) return { way, failed: toWhole(solution, { taken, way, person }), model };
    pence += solution.pence;
    stages.push({ startWeek: climber.week, weeks: solution.ready - climber.week + search, search, solution });
    held = options.heldBack.get(taken) ?? [];
    if (!isLast)
      climber = afterStage(person, climber, {
        solution,
        until: id,
        search,
        isIdle: options.isIdle,
        heldBack: held,
      });
  }
  return total(person, { way, study, stages });
}

/** The steps of a stage of another plan, as far as they are in play here. */
function listLike(model: StageModel, stage: SolvedStage | undefined): number[] {
  if (!stage) return [];
  const { placements, model: other } = stage.solution;
  return placements.flatMap(({ step }) => model.indexById.get(other.steps[step]?.id ?? '') ?? []);
}

/**
 * What a stage without a plan says of the whole way: where limits alone are in the way, other plans of the stages before
 * it might leave more of them, unless the least weeks of the way are too many already.
 */
function toWhole(
  failed: NoStage,
  { taken, way, person }: { taken: number; way: WayPlan; person: Person },
): NoStage {
  const isTooLong = person.deadlineWeeks !== null && way.leastWeeks > person.deadlineWeeks;
  const isProved = failed.isProved && (taken === 0 || !failed.isReachable || isTooLong);
  return { ...failed, isProved: isProved || isTooLong };
}

/** Steps that a person asked for lie in the first stage that can hold them; the last must. */
export function placePins(
  model: StageModel,
  climber: Climber,
  { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
): StageModel {
  if (climber.pinnedLeft.length === 0) return model;
  const closure = computeClosure(model, fullSet(model));
  const canHold = (id: string): boolean => {
    const index = model.indexById.get(id);
    if (isFirst && !isLast && climber.adjusted.get(id)?.isForLater) return false;
    return index !== undefined && closure.start(index) < NEVER;
  };
  const held = climber.pinnedLeft.filter(canHold);
  const isLost = isLast && held.length < climber.pinnedLeft.length;
  const lost = climber.pinnedLeft
    .filter((id) => !canHold(id))
    .map((label) => ({ what: 'pinned' as const, label }));
  const pinned = withPins(model, held);
  return isLost ? { ...pinned, isPossible: false, obstacles: [...model.obstacles, ...lost] } : pinned;
}

export function findStudy(person: Person, id: string): StudyStage {
  const study = person.career.stepById.get(id);
  if (!study) throw new RangeError(`there is no step ${id}`);
  const weeks = Math.max(1, study.planning.weeks ?? 1);
  return { study, weeks, pence: person.priceById.get(id)?.pence ?? 0, hours: study.planning.hours ?? 0 };
}

function total(
  person: Person,
  { way, study, stages }: Pick<WaySolution, 'way' | 'study' | 'stages'>,
): WaySolution {
  const sum = (of: (stage: SolvedStage) => number): number =>
    stages.reduce((all, stage) => all + of(stage), 0);
  const hours = (study?.hours ?? 0) + sum(({ solution }) => solution.hours);
  const pence = (study?.pence ?? 0) + sum(({ solution }) => solution.pence);
  const leastOf = ({ solution, search }: SolvedStage): number =>
    Math.max(solution.bestWeeks, solution.model.wait - solution.model.start) + search;
  return {
    way,
    study,
    stages,
    weeks: (study?.weeks ?? 0) + sum(({ weeks }) => weeks),
    pence,
    burden:
      (study ? study.pence + study.hours * person.hourPence : 0) + sum(({ solution }) => solution.burden),
    hours,
    steps: (study ? 1 : 0) + sum(({ solution }) => solution.steps),
    bestWeeks: (study?.weeks ?? 0) + sum(leastOf),
    isProved: stages.every(({ solution }) => solution.isProved),
  };
}
