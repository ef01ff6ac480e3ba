import { LEVEL_COUNT, type ModelStep, type PlanningModel } from './model';

/** A week that never comes. */
export const NEVER = 1_000_000_000;

/** One flag a step: 1 where the step is in the set. */
export type StepSet = Uint8Array;

/**
 * The least weeks at which facts and steps can come about when only precedence counts: no limit on hours,
 * on steps at once or on occupations. Levels only rise, so it is a shortest-path closure over a monotone
 * system, and adding steps to the set never makes anything later.
 */
export type Earliest = {
  facts: Int32Array;
  starts: Int32Array;
  /** Start of the first post, 0 for someone who has one. */
  post: number;
  /** The least weeks at which every target, requirement and pin is met; NEVER when the set cannot. */
  goal: number;
};

export function emptySet(model: PlanningModel): StepSet {
  return new Uint8Array(model.steps.length);
}

export function toSet(model: PlanningModel, indices: Iterable<number>): StepSet {
  const set = emptySet(model);
  for (const index of indices) set[index] = 1;
  return set;
}

export function fullSet(model: PlanningModel): StepSet {
  return emptySet(model).fill(1);
}

export function listMembers(set: StepSet): number[] {
  const members: number[] = [];
  for (let index = 0; index < set.length; index += 1) if (set[index] === 1) members.push(index);
  return members;
}

/** The closure of a set of steps, from the person's own levels. */
export function computeEarliest(model: PlanningModel, set: StepSet): Earliest {
  const facts = new Int32Array(model.skills.length * LEVEL_COUNT).fill(NEVER);
  model.levels.forEach((level, skill) => {
    facts.fill(0, skill * LEVEL_COUNT, skill * LEVEL_COUNT + level + 1);
  });
  const earliest = {
    facts,
    starts: new Int32Array(model.steps.length).fill(NEVER),
    post: model.hasPost ? 0 : NEVER,
    goal: NEVER,
  };
  propagate(model, set, earliest);
  return earliest;
}

/** Continues a closure after steps were added to its set. */
export function propagate(model: PlanningModel, set: StepSet, earliest: Earliest): void {
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    for (const step of model.steps) {
      if (set[step.index] !== 1) continue;
      const start = computeStart(step, set, model, earliest);
      if (start >= (earliest.starts[step.index] ?? NEVER)) continue;
      earliest.starts[step.index] = start;
      if (step.givesPost && start < earliest.post) earliest.post = start;
      for (const fact of step.tos) lowerFact(earliest.facts, fact, start + step.duration);
      hasChanged = true;
    }
  }
  earliest.goal = computeGoal(model, set, earliest);
}

function lowerFact(facts: Int32Array, fact: number, week: number): void {
  const first = fact - (fact % LEVEL_COUNT);
  for (let lower = fact; lower >= first; lower -= 1) {
    if ((facts[lower] ?? 0) <= week) return;
    facts[lower] = week;
  }
}

function computeStart(step: ModelStep, set: StepSet, model: PlanningModel, earliest: Earliest): number {
  let start = step.needsPost && !step.givesPost ? earliest.post : 0;
  for (const fact of step.froms) start = Math.max(start, earliest.facts[fact] ?? NEVER);
  for (const { step: needed, facts } of step.prerequisites) {
    let met = needed >= 0 && set[needed] === 1 ? finishOf(model, earliest, needed) : NEVER;
    if (facts) {
      let levels = 0;
      for (const fact of facts) levels = Math.max(levels, earliest.facts[fact] ?? NEVER);
      met = Math.min(met, levels);
    }
    start = Math.max(start, met);
  }
  return start;
}

function finishOf(model: PlanningModel, earliest: Earliest, index: number): number {
  const start = earliest.starts[index] ?? NEVER;
  return start >= NEVER ? NEVER : start + (model.steps[index]?.duration ?? 0);
}

function computeGoal(model: PlanningModel, set: StepSet, earliest: Earliest): number {
  if (model.lostPins.length > 0) return NEVER;
  let goal = 0;
  for (const fact of model.goalFacts) goal = Math.max(goal, earliest.facts[fact] ?? NEVER);
  for (const index of model.pinned)
    goal = Math.max(goal, set[index] === 1 ? finishOf(model, earliest, index) : NEVER);
  for (const { groups } of model.requirements) {
    let met = NEVER;
    for (const group of groups) met = Math.min(met, computeGroupFinish(model, set, earliest, group));
    goal = Math.max(goal, met);
  }
  return goal;
}

/** Occupations of a group follow one another in the order listed. */
function computeGroupFinish(
  model: PlanningModel,
  set: StepSet,
  earliest: Earliest,
  group: readonly number[],
): number {
  let finish = 0;
  let occupied = 0;
  for (const index of group) {
    const start = earliest.starts[index] ?? NEVER;
    if (set[index] !== 1 || start >= NEVER) return NEVER;
    const step = model.steps[index];
    if (step?.isOccupation) occupied = Math.max(occupied, start) + step.duration;
    finish = Math.max(finish, start + (step?.duration ?? 0), occupied);
  }
  return finish;
}

function copyEarliest(earliest: Earliest): Earliest {
  return { ...earliest, facts: earliest.facts.slice(), starts: earliest.starts.slice() };
}

/**
 * A landmark: steps of which every plan that ends within `horizon` weeks holds at least one, and `set` none.
 * Found by growing the set as far as it stays short of the goal (Haslum, Slaney & Thiébaux 2012); steps early
 * in `order` are swallowed first. Null when the set reaches the goal in time; empty when nothing can.
 */
export function computeLandmark(input: {
  model: PlanningModel;
  set: StepSet;
  horizon: number;
  order: readonly number[];
}): number[] | null {
  const { model } = input;
  const horizon = Math.min(input.horizon, NEVER - 1);
  const set = input.set.slice();
  let earliest = computeEarliest(model, set);
  if (earliest.goal <= horizon) return null;
  const landmark: number[] = [];
  for (const index of input.order) {
    if (set[index] === 1) continue;
    set[index] = 1;
    const grown = copyEarliest(earliest);
    propagate(model, set, grown);
    if (grown.goal > horizon) earliest = grown;
    else {
      set[index] = 0;
      landmark.push(index);
    }
  }
  return landmark;
}

/** Whether a set reaches the goal also under the order that occupations of one group keep. */
export function canKeepOrder(model: PlanningModel, set: StepSet): boolean {
  const isBound = model.occupationOrder.some(([first, second]) => set[first] === 1 && set[second] === 1);
  if (!isBound) return true;
  const open = emptySet(model);
  for (const index of listMembers(set)) open[index] = 1;
  const started = emptySet(model);
  for (const [, second] of model.occupationOrder) if (set[second] === 1) open[second] = 0;
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    const earliest = computeEarliest(model, open);
    for (const index of listMembers(open)) if ((earliest.starts[index] ?? NEVER) < NEVER) started[index] = 1;
    for (const index of listMembers(set)) {
      if (open[index] === 1) continue;
      const isFree = model.occupationOrder.every(
        ([first, second]) => second !== index || set[first] !== 1 || started[first] === 1,
      );
      if (!isFree) continue;
      open[index] = 1;
      hasChanged = true;
    }
  }
  return listMembers(set).every((index) => started[index] === 1);
}
