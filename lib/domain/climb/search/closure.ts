import type { Item, Part, StageModel, StageStep } from '../model/stage-model';
import { NEVER } from '../schedule/calendar';
import type { StepSet } from './sets';

/**
 * The least weeks at which facts and steps of a growing set can come about when only precedence counts: no limit
 * on hours or on steps at once. What is true stays true, so it is a shortest-path closure over a monotone system:
 * adding steps never makes anything later, and what was added can be taken back in order.
 */
export class Closure {
  readonly set: StepSet;
  /** Weeks by address: facts first, then the starts of steps. */
  private readonly weeks: Int32Array;
  private readonly origin: Int32Array;
  /** Address and former week of every change since the last reset, two entries each. */
  private trail = new Int32Array(2048);
  private trailLength = 0;
  /** Steps to look at again; a step waits at most once, so the ring never overflows. */
  private readonly ring: Int32Array;
  private ringStart = 0;
  private ringLength = 0;
  private readonly isQueued: Uint8Array;
  private readonly factCount: number;
  private readonly leanOnFact: number[][];
  private readonly leanOnStep: number[][];
  private readonly isPartOfGoal: Uint8Array;
  private knownGoal: number | null = null;
  private readonly scratch: number[] = [];
  /** The facts of each part whose items are single facts; null for the others. */
  private readonly singleFacts: readonly (Int32Array | null)[];

  constructor(readonly model: StageModel) {
    const { steps, given } = model;
    this.factCount = given.length;
    this.weeks = new Int32Array(this.factCount + steps.length).fill(NEVER);
    this.weeks.set(given);
    this.origin = this.weeks.slice();
    this.set = new Uint8Array(steps.length);
    this.isQueued = new Uint8Array(steps.length);
    this.ring = new Int32Array(steps.length + 1);
    this.leanOnFact = Array.from(given, () => []);
    this.leanOnStep = steps.map(() => []);
    for (const step of steps) {
      for (const fact of step.froms) this.leanOnFact[fact]?.push(step.index);
      for (const need of step.needs) {
        for (const needed of need.steps) this.leanOnStep[needed]?.push(step.index);
        for (const fact of need.facts ?? []) this.leanOnFact[fact]?.push(step.index);
      }
    }
    this.singleFacts = model.parts.map(({ items }) =>
      items.every(({ facts, steps: named }) => facts?.length === 1 && named === null)
        ? Int32Array.from(items, ({ facts }) => facts?.[0] ?? 0)
        : null,
    );
    this.isPartOfGoal = new Uint8Array(this.weeks.length);
    for (const fact of model.goalFacts) this.isPartOfGoal[fact] = 1;
    for (const { items } of model.parts)
      for (const { facts, steps: named } of items) {
        for (const fact of facts ?? []) this.isPartOfGoal[fact] = 1;
        for (const index of named ?? []) this.isPartOfGoal[this.factCount + index] = 1;
      }
  }

  /** Starts anew with the steps of a set. */
  reset(set?: StepSet): void {
    this.weeks.set(this.origin);
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
    const step = this.model.steps[index];
    return start >= NEVER || !step ? NEVER : this.finishFrom(step, start);
  }

  private finishFrom(step: StageStep, start: number): number {
    const { calendar } = this.model;
    if (!calendar.hasWeeksOff || step.hours === 0) return start + step.duration;
    return Math.max(start + step.leastWeeks, calendar.afterWorking(start, step.workingWeeks));
  }

  /** The least week at which all that the stage asks is there; NEVER when the set cannot. */
  get goal(): number {
    this.knownGoal ??= this.computeGoal();
    return this.knownGoal;
  }

  /** Whether all that the stage asks can be there by a week: quicker than to ask for the goal. */
  isGoalBy(week: number): boolean {
    const { goalFacts, parts } = this.model;
    for (const fact of goalFacts) if ((this.weeks[fact] ?? NEVER) > week) return false;
    for (let part = 0; part < parts.length; part += 1) if (!this.isPartBy(part, week)) return false;
    return true;
  }

  private isPartBy(place: number, week: number): boolean {
    const part = this.model.parts[place];
    if (!part) return true;
    let left = part.count;
    const singles = this.singleFacts[place] ?? null;
    if (singles)
      for (let at = 0; at < singles.length && left > 0; at += 1) {
        if ((this.weeks[singles[at] ?? 0] ?? NEVER) <= week) left -= 1;
      }
    else for (const item of part.items) if (left > 0 && this.itemWeek(item) <= week) left -= 1;
    return left <= 0;
  }

  private computeGoal(): number {
    const { model } = this;
    let goal = 0;
    for (const fact of model.goalFacts) {
      const week = this.weeks[fact] ?? NEVER;
      if (week > goal) goal = week;
    }
    if (goal >= NEVER) return NEVER;
    for (const part of model.parts) goal = Math.max(goal, this.partWeek(part));
    return Math.min(NEVER, goal);
  }

  /** The week at which so many of a part's items are met. */
  private partWeek({ count, items }: Part): number {
    const { scratch } = this;
    scratch.length = 0;
    for (const item of items) scratch.push(this.itemWeek(item));
    if (scratch.length < count) return NEVER;
    if (count === 1) return Math.min(...scratch);
    scratch.sort((one, other) => one - other);
    return scratch[count - 1] ?? NEVER;
  }

  private itemWeek({ facts, steps }: Item): number {
    let met = NEVER;
    if (facts) {
      met = 0;
      for (const fact of facts) met = Math.max(met, this.weeks[fact] ?? NEVER);
    }
    if (steps) {
      let finish = 0;
      for (const index of steps)
        finish = Math.max(finish, this.set[index] === 1 ? this.finish(index) : NEVER);
      met = Math.min(met, finish);
    }
    return met;
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

  private relax(step: StageStep): void {
    const start = this.computeStart(step);
    const before = this.start(step.index);
    if (start >= before) return;
    const finishedBefore = this.finish(step.index);
    this.put(this.factCount + step.index, start);
    const finish = this.finishFrom(step, start);
    for (const fact of step.tos) this.lowerFact(fact, finish);
    this.enqueueLeaning(this.leanOnStep[step.index] ?? [], finishedBefore);
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
    const before = this.factWeek(fact);
    if (before <= week) return;
    this.put(fact, week);
    this.enqueueLeaning(this.leanOnFact[fact] ?? [], before);
  }

  private computeStart(step: StageStep): number {
    let start = step.earliest;
    for (const fact of step.froms) {
      const week = this.weeks[fact] ?? NEVER;
      if (week > start) start = week;
    }
    if (start > step.latest) return NEVER;
    for (const need of step.needs) start = Math.max(start, this.needWeek(need));
    return start > step.latest ? NEVER : start;
  }

  private needWeek(need: StageStep['needs'][number]): number {
    let met = need.week;
    for (const index of need.steps) if (this.set[index] === 1) met = Math.min(met, this.finish(index));
    if (need.facts) {
      let all = 0;
      for (const fact of need.facts) all = Math.max(all, this.weeks[fact] ?? NEVER);
      met = Math.min(met, all);
    }
    return met;
  }
}

export function computeClosure(model: StageModel, set: StepSet): Closure {
  const closure = new Closure(model);
  closure.reset(set);
  return closure;
}

/**
 * A landmark: steps of which every plan that ends within `horizon` holds at least one, and `set` none. Found by
 * growing the set as far as it stays short of the goal (Haslum, Slaney & Thiébaux 2012); steps early in `order`
 * are swallowed first. Null when the set reaches the goal in time; empty when nothing can.
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
  if (closure.isGoalBy(horizon)) return null;
  const landmark: number[] = [];
  for (const index of input.order) {
    if (closure.set[index] === 1) continue;
    const mark = closure.add(index);
    if (closure.start(index) >= NEVER || !closure.isGoalBy(horizon)) continue;
    closure.takeBack(index, mark);
    landmark.push(index);
  }
  return landmark;
}
