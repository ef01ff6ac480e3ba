import { MOST_WEEKS } from '../limits';
import { listMembers, NEVER, needsPostFirst } from './closure';
import { LEVEL_COUNT, type ModelStep, type PlanningModel } from './model';

/** A step with its weeks: from `start` for `weeks` weeks; `hours` has one entry a week, none for an occupation. */
export type Placement = { step: number; start: number; weeks: number; hours: readonly number[] };

export type Schedule = { weeks: number; placements: readonly Placement[] };

const WAITING = 0;
const RUNNING = 1;
const FINISHED = 2;

/**
 * Schedules sets of steps: what may start does so by priority (higher first) while a place is free, and hours
 * go to the highest priority first, up to each step's weekly limit, so that no hour is lost to rigid weekly
 * shares. It leaps from event to event, not week by week, and stops as soon as the goal is reached: what is
 * then unfinished, and what nothing leaned on, is not part of the plan.
 */
export class Scheduler {
  /** Weeks at which steps of the last run started and finished. */
  readonly starts: Int32Array;
  readonly finishes: Int32Array;
  /** Sum of the weeks at which the parts of the goal were met in the last run. */
  goalSum = 0;
  private readonly state: Uint8Array;
  private readonly left: Int32Array;
  private readonly rates: Int32Array;
  /** One flag a fact, and those that hold from the start. */
  private readonly reached: Uint8Array;
  private readonly reachedAtFirst: Uint8Array;
  private readonly bringers: Int32Array;
  private readonly isMember: Uint8Array;
  private readonly isWanted: Uint8Array;
  /** Members not finished yet, by priority, and those of them under way. */
  private order: ModelStep[] = [];
  private underWay: ModelStep[] = [];
  private week = 0;
  private occupied: ModelStep | null = null;
  private running = 0;
  private firstPost = -1;
  private isPostUsed = false;
  private metGoals = 0;
  private readonly isGoalMet: Uint8Array;
  private record: number[][] | null = null;
  private floors: ArrayLike<number> | null = null;
  /** Steps whose own needs are still to be followed, see listNeeded. */
  private readonly pending: number[] = [];

  constructor(readonly model: PlanningModel) {
    const size = model.steps.length;
    this.starts = new Int32Array(size);
    this.finishes = new Int32Array(size);
    this.state = new Uint8Array(size);
    this.left = new Int32Array(size);
    this.rates = new Int32Array(size);
    this.isMember = new Uint8Array(size);
    this.isWanted = new Uint8Array(size);
    this.reachedAtFirst = listReached(model.levels);
    this.reached = this.reachedAtFirst.slice();
    this.bringers = new Int32Array(model.skills.length * LEVEL_COUNT);
    this.isGoalMet = new Uint8Array(this.goalCount);
  }

  private get goalCount(): number {
    return this.model.goalFacts.length + this.model.pinned.length + this.model.requirements.length;
  }

  /** The weeks that the members take to the goal; NEVER when they do not reach it within `limit` weeks, or at all. */
  run(members: readonly number[], priority: ArrayLike<number>, limit: number): number {
    const most = Math.min(limit, MOST_WEEKS);
    this.begin(members, priority);
    this.checkGoals();
    while (!this.isDone()) {
      this.startOccupation();
      this.shareHours();
      const leap = this.computeLeap();
      if (leap >= NEVER || this.week + leap > most) return NEVER;
      this.advance(leap);
    }
    return this.week;
  }

  /** The last run's steps that the goal leaned on, directly or through another. */
  listNeeded(): number[] {
    const { model, pending } = this;
    this.isWanted.fill(0);
    for (const fact of model.goalFacts) this.want(this.bringers[fact] ?? -1);
    for (const index of model.pinned) this.want(index);
    for (const { groups } of model.requirements)
      for (const index of this.firstMet(groups) ?? []) this.want(index);
    for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
      const step = model.steps[index];
      if (!step) continue;
      for (const fact of step.froms) this.want(this.bringers[fact] ?? -1);
      for (const { step: other, facts } of step.prerequisites) {
        if (other >= 0 && this.hasFinishedBy(other, this.starts[index] ?? 0)) this.want(other);
        else if (facts) for (const fact of facts) this.want(this.bringers[fact] ?? -1);
      }
      if (needsPostFirst(step) && !model.hasPost) this.want(this.firstPost);
    }
    return listMembers(this.isWanted);
  }

  private want(index: number): void {
    if (index < 0 || this.isWanted[index] === 1 || this.state[index] !== FINISHED) return;
    this.isWanted[index] = 1;
    this.pending.push(index);
  }

  /**
   * The schedule of those members that the goal leans on; null when they do not reach the goal in time. With
   * floors, no step starts before its own, though it could.
   */
  build(
    members: readonly number[],
    priority: ArrayLike<number>,
    limit: number,
    floors: ArrayLike<number> | null = null,
  ): Schedule | null {
    this.record = this.model.steps.map(() => []);
    this.floors = floors;
    const weeks = this.run(members, priority, limit);
    const record = this.record;
    this.record = null;
    this.floors = null;
    if (weeks >= NEVER) return null;
    const placements = this.listNeeded().map((index) => ({
      step: index,
      start: this.starts[index] ?? 0,
      weeks: (this.finishes[index] ?? 0) - (this.starts[index] ?? 0),
      hours: record[index] ?? [],
    }));
    return { weeks, placements };
  }

  private begin(members: readonly number[], priority: ArrayLike<number>): void {
    const { model } = this;
    this.state.fill(WAITING);
    this.isMember.fill(0);
    this.bringers.fill(-1);
    this.isGoalMet.fill(0);
    this.order.length = 0;
    for (const index of members) {
      const step = model.steps[index];
      if (!step) continue;
      this.isMember[index] = 1;
      this.left[index] = step.hours;
      this.order.push(step);
    }
    this.order.sort(
      (one, other) => (priority[other.index] ?? 0) - (priority[one.index] ?? 0) || one.index - other.index,
    );
    this.reached.set(this.reachedAtFirst);
    this.week = 0;
    this.occupied = null;
    this.running = 0;
    this.firstPost = -1;
    this.isPostUsed = false;
    this.metGoals = 0;
    this.goalSum = 0;
  }

  /** The goal is reached; a post that a step of the plan leaned on is still served to its end. */
  private isDone(): boolean {
    if (this.metGoals < this.isGoalMet.length) return false;
    return !this.isPostUsed || this.state[this.firstPost] === FINISHED;
  }

  private startOccupation(): void {
    if (this.occupied) return;
    for (const step of this.order) {
      if (!step.isOccupation || this.state[step.index] !== WAITING || !this.canStart(step)) continue;
      this.startStep(step);
      this.occupied = step;
      return;
    }
  }

  private shareHours(): void {
    let hours = this.model.hoursPerWeek;
    this.underWay.length = 0;
    for (const step of this.order) {
      const { index } = step;
      if (step.isOccupation) {
        if (this.state[index] === RUNNING) this.underWay.push(step);
        continue;
      }
      const isWaiting = this.state[index] === WAITING;
      if (isWaiting && this.running >= this.model.maxParallel) continue;
      const rate = Math.min(hours, step.weeklyLimit, this.left[index] ?? 0);
      if (isWaiting) {
        const isWorthwhile = rate > 0 || step.hours === 0 || step.leastWeeks > 1;
        if (!isWorthwhile || !this.canStart(step)) continue;
        this.startStep(step);
        this.running += 1;
      }
      this.underWay.push(step);
      this.rates[index] = rate;
      hours -= rate;
    }
  }

  private startStep(step: ModelStep): void {
    this.state[step.index] = RUNNING;
    this.starts[step.index] = this.week;
    if (step.givesPost && this.firstPost < 0) this.firstPost = step.index;
    if (needsPostFirst(step) && !this.model.hasPost) this.isPostUsed = true;
  }

  /** Weeks for which everything goes on as it is. */
  private computeLeap(): number {
    let leap = this.floors ? this.computeLeapToFloor(this.floors) : NEVER;
    for (const step of this.underWay) {
      const { index } = step;
      const left = this.left[index] ?? 0;
      const rate = this.rates[index] ?? 0;
      const until = (this.starts[index] ?? 0) + step.leastWeeks - this.week;
      if (step.isOccupation || left === 0) leap = Math.min(leap, Math.max(1, until));
      else if (rate > 0) leap = Math.min(leap, Math.floor(left / rate));
    }
    return leap;
  }

  private computeLeapToFloor(floors: ArrayLike<number>): number {
    let leap = NEVER;
    for (const { index } of this.order) {
      const floor = floors[index] ?? 0;
      if (this.state[index] === WAITING && floor > this.week) leap = Math.min(leap, floor - this.week);
    }
    return leap;
  }

  private advance(weeks: number): void {
    this.week += weeks;
    let hasFinished = false;
    for (const step of this.underWay) {
      const { index } = step;
      if (!step.isOccupation) this.work(index, weeks);
      const isOver = this.left[index] === 0 || step.isOccupation;
      if (!isOver || this.week - (this.starts[index] ?? 0) < step.leastWeeks) continue;
      this.finishStep(step);
      hasFinished = true;
    }
    if (!hasFinished) return;
    this.dropFinished();
    this.checkGoals();
  }

  private dropFinished(): void {
    const { order } = this;
    let kept = 0;
    for (const step of order)
      if (this.state[step.index] !== FINISHED) {
        order[kept] = step;
        kept += 1;
      }
    order.length = kept;
  }

  private work(index: number, weeks: number): void {
    const rate = this.rates[index] ?? 0;
    this.left[index] = (this.left[index] ?? 0) - rate * weeks;
    if (this.record) for (let week = 0; week < weeks; week += 1) this.record[index]?.push(rate);
  }

  private finishStep(step: ModelStep): void {
    this.state[step.index] = FINISHED;
    this.finishes[step.index] = this.week;
    if (step.isOccupation) this.occupied = null;
    else this.running -= 1;
    for (const fact of step.tos)
      for (let lower = fact; this.reached[lower] === 0; lower -= 1) {
        this.bringers[lower] = step.index;
        this.reached[lower] = 1;
      }
  }

  private checkGoals(): void {
    const { goalFacts, pinned, requirements } = this.model;
    let goal = 0;
    for (const fact of goalFacts) {
      if (this.isGoalMet[goal] === 0 && this.isReached(fact)) this.meetGoal(goal);
      goal += 1;
    }
    for (const index of pinned) {
      if (this.isGoalMet[goal] === 0 && this.state[index] === FINISHED) this.meetGoal(goal);
      goal += 1;
    }
    for (const { groups } of requirements) {
      if (this.isGoalMet[goal] === 0 && this.firstMet(groups)) this.meetGoal(goal);
      goal += 1;
    }
  }

  private meetGoal(goal: number): void {
    this.isGoalMet[goal] = 1;
    this.metGoals += 1;
    this.goalSum += this.week;
  }

  private firstMet(groups: readonly (readonly number[])[]): readonly number[] | null {
    for (const group of groups) if (this.areFinished(group)) return group;
    return null;
  }

  private areFinished(indices: readonly number[]): boolean {
    for (const index of indices) if (this.state[index] !== FINISHED) return false;
    return true;
  }

  private hasFinishedBy(index: number, week: number): boolean {
    return this.state[index] === FINISHED && (this.finishes[index] ?? 0) <= week;
  }

  private isReached(fact: number): boolean {
    return this.reached[fact] === 1;
  }

  private canStart(step: ModelStep): boolean {
    if (this.floors && (this.floors[step.index] ?? 0) > this.week) return false;
    if (needsPostFirst(step) && !this.model.hasPost && this.firstPost < 0) return false;
    if (!this.areReached(step.froms)) return false;
    for (const { step: needed, facts } of step.prerequisites) {
      if (needed >= 0 && this.state[needed] === FINISHED) continue;
      if (!facts || !this.areReached(facts)) return false;
    }
    return !step.isOccupation || !this.isBehindWaiting(step.index);
  }

  private areReached(facts: readonly number[]): boolean {
    for (const fact of facts) if (!this.isReached(fact)) return false;
    return true;
  }

  /** Whether an occupation comes after another one of its group that has not started. */
  private isBehindWaiting(index: number): boolean {
    for (const [first, second] of this.model.occupationOrder)
      if (second === index && this.isMember[first] === 1 && this.state[first] === WAITING) return true;
    return false;
  }
}

/** One flag a fact: 1 where the person has the level. */
function listReached(levels: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: levels.length * LEVEL_COUNT }, (_, fact) =>
    (levels[Math.floor(fact / LEVEL_COUNT)] ?? 0) >= fact % LEVEL_COUNT ? 1 : 0,
  );
}
