import { LEVEL_COUNT, type ModelStep, type PlanningModel } from './model';

/** A week that never comes. */
export const NEVER = 1_000_000_000;

/** One flag a step: 1 where the step is in the set. */
export type StepSet = Uint8Array;

function emptySet(model: PlanningModel): StepSet {
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

/**
 * The least weeks at which facts and steps of a growing set can come about when only precedence counts: no
 * limit on hours, on steps at once or on occupations. Levels only rise, so it is a shortest-path closure over a
 * monotone system: adding steps never makes anything later, and what was added can be taken back in order.
 */
export class Closure {
  readonly set: StepSet;
  /** Weeks by address: facts first, then the starts of steps, then the first post. */
  private readonly weeks: Int32Array;
  private readonly origin: Int32Array;
  /** Address and former week of every change since the last reset, two entries each. */
  private trail = new Int32Array(1024);
  private trailLength = 0;
  /** Steps to look at again; a step waits at most once, so the ring never overflows. */
  private readonly ring: Int32Array;
  private ringStart = 0;
  private ringLength = 0;
  private readonly isQueued: Uint8Array;
  private floors: Int32Array | null = null;
  private readonly factCount: number;
  private readonly postAddress: number;
  private readonly leanOnFact: number[][];
  private readonly leanOnStep: number[][];
  private readonly leanOnPost: number[];
  /** One flag an address: 1 where the goal depends on it. */
  private readonly isPartOfGoal: Uint8Array;
  /** The goal as last computed; null once a part of it has changed. */
  private knownGoal: number | null = null;

  constructor(readonly model: PlanningModel) {
    const { steps, levels } = model;
    this.factCount = model.skills.length * LEVEL_COUNT;
    this.postAddress = this.factCount + steps.length;
    this.weeks = new Int32Array(this.postAddress + 1).fill(NEVER);
    levels.forEach((level, skill) => {
      this.weeks.fill(0, skill * LEVEL_COUNT, skill * LEVEL_COUNT + level + 1);
    });
    if (model.hasPost) this.weeks[this.postAddress] = 0;
    this.origin = this.weeks.slice();
    this.set = emptySet(model);
    this.isQueued = new Uint8Array(steps.length);
    this.ring = new Int32Array(steps.length + 1);
    this.leanOnFact = Array.from({ length: this.factCount }, () => []);
    this.leanOnStep = steps.map(() => []);
    this.leanOnPost = steps.filter(needsPostFirst).map(({ index }) => index);
    for (const step of steps) {
      for (const fact of step.froms) this.leanOnFact[fact]?.push(step.index);
      for (const { step: needed, facts } of step.prerequisites) {
        if (needed >= 0) this.leanOnStep[needed]?.push(step.index);
        for (const fact of facts ?? []) this.leanOnFact[fact]?.push(step.index);
      }
    }
    this.isPartOfGoal = new Uint8Array(this.postAddress + 1);
    for (const fact of model.goalFacts) this.isPartOfGoal[fact] = 1;
    const asked = [...model.pinned, ...model.requirements.flatMap(({ groups }) => groups.flat())];
    for (const index of asked) this.isPartOfGoal[this.factCount + index] = 1;
  }

  /** Starts anew with the steps of a set; no step starts before its floor. */
  reset(set?: StepSet, floors: Int32Array | null = null): void {
    this.weeks.set(this.origin);
    this.floors = floors;
    this.set.fill(0);
    this.trailLength = 0;
    this.knownGoal = null;
    if (!set) return;
    this.set.set(set);
    for (let index = 0; index < set.length; index += 1) if (set[index] === 1) this.enqueue(index);
    this.settle();
    this.trailLength = 0;
  }

  /** Adds a step and returns the place to which `takeBack` can return. */
  add(index: number): number {
    const mark = this.trailLength;
    this.set[index] = 1;
    this.enqueue(index);
    this.settle();
    return mark;
  }

  /** Takes the last added step back, with all that followed from it. */
  takeBack(index: number, mark: number): void {
    while (this.trailLength > mark) {
      this.trailLength -= 2;
      this.write(this.trail[this.trailLength] ?? 0, this.trail[this.trailLength + 1] ?? 0);
    }
    this.set[index] = 0;
  }

  factWeek(fact: number): number {
    return this.weeks[fact] ?? NEVER;
  }

  start(index: number): number {
    return this.weeks[this.factCount + index] ?? NEVER;
  }

  finish(index: number): number {
    const start = this.start(index);
    return start >= NEVER ? NEVER : start + (this.model.steps[index]?.duration ?? 0);
  }

  get post(): number {
    return this.weeks[this.postAddress] ?? NEVER;
  }

  /** The least weeks at which every target, requirement and pin is met; NEVER when the set cannot. */
  get goal(): number {
    this.knownGoal ??= this.computeGoal();
    return this.knownGoal;
  }

  private computeGoal(): number {
    const { model } = this;
    if (model.lostPins.length > 0) return NEVER;
    let goal = 0;
    for (const fact of model.goalFacts) goal = Math.max(goal, this.factWeek(fact));
    for (const index of model.pinned)
      goal = Math.max(goal, this.set[index] === 1 ? this.finish(index) : NEVER);
    if (goal >= NEVER) return NEVER;
    for (const { groups } of model.requirements) {
      let met = NEVER;
      for (const group of groups) met = Math.min(met, this.groupFinish(group));
      goal = Math.max(goal, met);
    }
    return goal;
  }

  /** Occupations of a group follow one another in the order listed. */
  private groupFinish(group: readonly number[]): number {
    let finish = 0;
    let occupied = 0;
    for (const index of group) {
      const start = this.start(index);
      if (this.set[index] !== 1 || start >= NEVER) return NEVER;
      const step = this.model.steps[index];
      if (!step) return NEVER;
      if (step.isOccupation) occupied = Math.max(occupied, start) + step.duration;
      finish = Math.max(finish, start + step.duration, occupied);
    }
    return finish;
  }

  private enqueue(index: number): void {
    if (this.isQueued[index] === 1) return;
    this.isQueued[index] = 1;
    this.ring[(this.ringStart + this.ringLength) % this.ring.length] = index;
    this.ringLength += 1;
  }

  /** Looks again at members that lean on something that came at `week` so far: others wait for something else. */
  private enqueueLeaning(indices: readonly number[], week: number): void {
    for (const index of indices) if (this.set[index] === 1 && week >= this.start(index)) this.enqueue(index);
  }

  private settle(): void {
    while (this.ringLength > 0) {
      const index = this.ring[this.ringStart] ?? 0;
      this.ringStart = (this.ringStart + 1) % this.ring.length;
      this.ringLength -= 1;
      this.isQueued[index] = 0;
      const step = this.model.steps[index];
      if (step) this.relax(step);
    }
  }

  private relax(step: ModelStep): void {
    const start = this.computeStart(step);
    const before = this.start(step.index);
    if (start >= before) return;
    this.put(this.factCount + step.index, start);
    const { post } = this;
    if (step.givesPost && start < post) {
      this.put(this.postAddress, start);
      this.enqueueLeaning(this.leanOnPost, post);
    }
    for (const fact of step.tos) this.lowerFact(fact, start + step.duration);
    this.enqueueLeaning(this.leanOnStep[step.index] ?? [], before + step.duration);
  }

  /** Changes a week and keeps what it was. */
  private put(address: number, week: number): void {
    if (this.trailLength + 2 > this.trail.length) {
      const longer = new Int32Array(this.trail.length * 2);
      longer.set(this.trail);
      this.trail = longer;
    }
    this.trail[this.trailLength] = address;
    this.trail[this.trailLength + 1] = this.weeks[address] ?? NEVER;
    this.trailLength += 2;
    this.write(address, week);
  }

  private write(address: number, week: number): void {
    this.weeks[address] = week;
    if (this.isPartOfGoal[address] === 1) this.knownGoal = null;
  }

  private lowerFact(fact: number, week: number): void {
    const first = fact - (fact % LEVEL_COUNT);
    for (let lower = fact; lower >= first; lower -= 1) {
      const before = this.factWeek(lower);
      if (before <= week) return;
      this.put(lower, week);
      this.enqueueLeaning(this.leanOnFact[lower] ?? [], before);
    }
  }

  private computeStart(step: ModelStep): number {
    let start = needsPostFirst(step) ? this.post : 0;
    if (this.floors) start = Math.max(start, this.floors[step.index] ?? 0);
    for (const fact of step.froms) {
      start = Math.max(start, this.factWeek(fact));
      if (start >= NEVER) return NEVER;
    }
    for (const { step: needed, facts } of step.prerequisites) {
      let met = needed >= 0 && this.set[needed] === 1 ? this.finish(needed) : NEVER;
      if (facts) {
        let levels = 0;
        for (const fact of facts) levels = Math.max(levels, this.factWeek(fact));
        met = Math.min(met, levels);
      }
      start = Math.max(start, met);
    }
    return start;
  }
}

/** A step that gives a post itself needs no other. */
export function needsPostFirst(step: ModelStep): boolean {
  return step.needsPost && !step.givesPost;
}

export function computeClosure(model: PlanningModel, set: StepSet): Closure {
  const closure = new Closure(model);
  closure.reset(set);
  return closure;
}

/**
 * A landmark: steps of which every plan that ends within `horizon` weeks holds at least one, and `set` none.
 * Found by growing the set as far as it stays short of the goal (Haslum, Slaney & Thiébaux 2012); steps early
 * in `order` are swallowed first. Null when the set reaches the goal in time; empty when nothing can.
 */
export function computeLandmark(input: {
  closure: Closure;
  set: StepSet;
  horizon: number;
  order: readonly number[];
}): number[] | null {
  const { closure } = input;
  const horizon = Math.min(input.horizon, NEVER - 1);
  closure.reset(input.set);
  if (closure.goal <= horizon) return null;
  const landmark: number[] = [];
  for (const index of input.order) {
    if (closure.set[index] === 1) continue;
    const mark = closure.add(index);
    if (closure.start(index) >= NEVER || closure.goal > horizon) continue;
    closure.takeBack(index, mark);
    landmark.push(index);
  }
  return landmark;
}
