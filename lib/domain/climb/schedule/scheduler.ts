import { ownHoursIn } from '../model/own-hours';
import { type Item, MOST_AT_WORK, type Part, type StageModel, type StageStep } from '../model/stage-model';
import { NEVER } from './calendar';

/** A step with its weeks: from `start` for `weeks` weeks; `hours` has one entry a week. */
export type Placement = { step: number; start: number; weeks: number; hours: readonly number[] };

/** `end` is the first week in which all that the stage asks is there, waits left out. */
export type Schedule = { end: number; placements: readonly Placement[] };

const WAITING = 0;
const RUNNING = 1;
const FINISHED = 2;

/**
 * Schedules sets of steps: what may start does so by priority (higher first) while a place of its pool is free, and
 * the hours of a pool go to the highest priority first, up to each step's weekly limit, so that no hour is lost to
 * rigid weekly shares. It leaps from event to event, not week by week, and stops as soon as the goal is reached:
 * what is then unfinished, and what nothing leaned on, is not part of the plan.
 */
export class Scheduler {
  /** Weeks at which steps of the last run started and finished. */
  readonly starts: Int32Array;
  readonly finishes: Int32Array;
  /** Sum of the weeks at which the facts of the goal came about in the last run. */
  goalSum = 0;
  private readonly state: Uint8Array;
  private readonly left: Int32Array;
  private readonly rates: Int32Array;
  /** Week at which each fact is true without a step, or came about by one in this run. */
  private readonly trueFrom: Int32Array;
  private readonly bringers: Int32Array;
  private readonly isWanted: Uint8Array;
  private readonly isGoalFact: Uint8Array;
  /** Weeks at which facts come by themselves, in order. */
  private readonly releases: readonly number[];
  private order: StageStep[] = [];
  private underWay: StageStep[] = [];
  private week = 0;
  private ownRunning = 0;
  private workRunning = 0;
  private openGoalFacts = 0;
  /** Whether anything came about since it was last asked whether all is done. */
  private hasChanged = true;
  private record: number[][] | null = null;
  private floors: ArrayLike<number> | null = null;
  private isSteady = false;
  private readonly pending: number[] = [];

  constructor(readonly model: StageModel) {
    const size = model.steps.length;
    this.starts = new Int32Array(size);
    this.finishes = new Int32Array(size);
    this.state = new Uint8Array(size);
    this.left = new Int32Array(size);
    this.rates = new Int32Array(size);
    this.trueFrom = model.given.slice();
    this.bringers = new Int32Array(model.given.length);
    this.isWanted = new Uint8Array(size);
    this.isGoalFact = new Uint8Array(model.given.length);
    for (const fact of model.goalFacts) this.isGoalFact[fact] = 1;
    const weeks = [
      model.start,
      model.inPostFrom,
      ...model.given.filter((week) => week < NEVER),
      ...model.steps.flatMap(({ earliest, needs }) => [earliest, ...needs.map(({ week }) => week)]),
    ];
    this.releases = [...new Set(weeks)].filter((week) => week < NEVER).sort((one, other) => one - other);
  }

  /**
   * The week at which the members reach the goal; NEVER when they do not by week `limit`. Steady steps spread their hours
   * over their least weeks, and take more only where others leave some: hours that one has no use for yet are not lost.
   */
  run(members: readonly number[], priority: ArrayLike<number>, limit: number, isSteady = false): number {
    this.begin(members, priority);
    this.isSteady = isSteady;
    while (!this.isDone()) {
      this.shareHours();
      const leap = this.computeLeap();
      if (leap >= NEVER || this.week + leap > limit) return NEVER;
      this.advance(leap);
    }
    return this.week;
  }

  /** The last run's steps that the goal leaned on, directly or through another. */
  listNeeded(): number[] {
    const { model, pending } = this;
    this.isWanted.fill(0);
    for (const fact of model.goalFacts) this.want(this.bringers[fact] ?? -1);
    for (const part of model.parts) this.wantPart(part);
    for (let index = pending.pop(); index !== undefined; index = pending.pop())
      for (const on of this.listLeaned(index)) this.want(on);
    const needed: number[] = [];
    for (let index = 0; index < this.isWanted.length; index += 1)
      if (this.isWanted[index] === 1) needed.push(index);
    return needed;
  }

  /** The steps of the last run whose finish one of them leaned on when it started. */
  listLeaned(index: number): number[] {
    const step = this.model.steps[index];
    if (!step) return [];
    const start = this.starts[index] ?? 0;
    const leaned: number[] = [];
    const lean = (on: number): void => {
      if (on >= 0) leaned.push(on);
    };
    for (const fact of step.froms) lean(this.bringers[fact] ?? -1);
    for (const { steps, facts, week } of step.needs) {
      if (week <= start) continue;
      const finished = steps.find((other) => this.hasFinishedBy(other, start));
      if (finished !== undefined) lean(finished);
      else for (const fact of facts ?? []) lean(this.bringers[fact] ?? -1);
    }
    return leaned;
  }

  /** Items met without a step that is wanted anyway come last, so that few steps are kept for them. */
  private wantPart({ count, items }: Part): void {
    const met = items.filter((item) => this.isItemMet(item));
    const rate = (item: Item): number =>
      this.listBringers(item).filter((index) => this.isWanted[index] !== 1).length;
    const chosen = met
      .map((item, place) => ({ item, place, rate: rate(item) }))
      .sort((one, other) => one.rate - other.rate || one.place - other.place)
      .slice(0, count);
    for (const { item } of chosen) for (const index of this.listBringers(item)) this.want(index);
  }

  private listBringers({ facts, steps }: Item): readonly number[] {
    if (steps && this.areFinished(steps)) return steps;
    return (facts ?? []).flatMap((fact) => {
      const bringer = this.bringers[fact] ?? -1;
      return bringer < 0 ? [] : [bringer];
    });
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
    { floors = null, isSteady = false }: { floors?: ArrayLike<number> | null; isSteady?: boolean } = {},
  ): Schedule | null {
    this.record = this.model.steps.map(() => []);
    this.floors = floors;
    const end = this.run(members, priority, limit, isSteady);
    const record = this.record;
    this.record = null;
    this.floors = null;
    if (end >= NEVER) return null;
    const placements = this.listNeeded().map((index) => ({
      step: index,
      start: this.starts[index] ?? 0,
      weeks: (this.finishes[index] ?? 0) - (this.starts[index] ?? 0),
      hours: record[index] ?? [],
    }));
    return { end, placements };
  }

  private begin(members: readonly number[], priority: ArrayLike<number>): void {
    const { model } = this;
    this.state.fill(WAITING);
    this.bringers.fill(-1);
    this.trueFrom.set(model.given);
    this.order.length = 0;
    for (const index of members) {
      const step = model.steps[index];
      if (!step) continue;
      this.left[index] = step.hours;
      this.order.push(step);
    }
    this.order.sort(
      (one, other) => (priority[other.index] ?? 0) - (priority[one.index] ?? 0) || one.index - other.index,
    );
    this.week = model.open;
    this.ownRunning = 0;
    this.workRunning = 0;
    this.openGoalFacts = 0;
    this.hasChanged = true;
    this.goalSum = 0;
    for (const fact of model.goalFacts) if (!this.isTrue(fact)) this.openGoalFacts += 1;
  }

  private isDone(): boolean {
    if (this.openGoalFacts > 0 || !this.hasChanged) return false;
    this.hasChanged = false;
    return this.model.parts.every(({ count, items }) => {
      let met = 0;
      for (const item of items) if (this.isItemMet(item)) met += 1;
      return met >= count;
    });
  }

  private isItemMet({ facts, steps }: Item): boolean {
    return (facts !== null && this.areTrue(facts)) || (steps !== null && this.areFinished(steps));
  }

  private shareHours(): void {
    const { model } = this;
    const isOff = model.calendar.isOff(this.week);
    let own = isOff ? 0 : ownHoursIn(model, this.week);
    let work = isOff ? 0 : model.workHoursPerWeek;
    this.underWay.length = 0;
    for (const step of this.order) {
      const { index, isAtWork } = step;
      const isWaiting = this.state[index] === WAITING;
      if (isWaiting && (isAtWork ? this.workRunning >= MOST_AT_WORK : this.ownRunning >= model.maxParallel))
        continue;
      const free = isAtWork ? work : own;
      const rate = Math.min(
        free,
        this.isSteady ? this.computePace(step) : step.weeklyLimit,
        this.left[index] ?? 0,
      );
      if (isWaiting) {
        const hasHours = rate > 0 || step.hours === 0;
        if (!hasHours || !this.canStart(step)) continue;
        this.state[index] = RUNNING;
        this.starts[index] = this.week;
        if (isAtWork) this.workRunning += 1;
        else this.ownRunning += 1;
      }
      this.underWay.push(step);
      this.rates[index] = rate;
      if (isAtWork) work -= rate;
      else own -= rate;
    }
    if (this.isSteady) this.shareRest(own, work);
  }

  /** Hours a week in which a step is finished in its least weeks. */
  private computePace({ index, leastWeeks, weeklyLimit }: StageStep): number {
    return Math.min(weeklyLimit, Math.ceil((this.left[index] ?? 0) / this.countWeeksLeft(index, leastWeeks)));
  }

  private countWeeksLeft(index: number, leastWeeks: number): number {
    const gone = this.state[index] === RUNNING ? this.week - (this.starts[index] ?? 0) : 0;
    return Math.max(1, leastWeeks - gone);
  }

  /** Gives what steady steps leave to those under way that can take more. */
  private shareRest(ownFree: number, workFree: number): void {
    let [own, work] = [ownFree, workFree];
    for (const { index, isAtWork, weeklyLimit } of this.underWay) {
      const rate = this.rates[index] ?? 0;
      const more = Math.min(isAtWork ? work : own, weeklyLimit - rate, (this.left[index] ?? 0) - rate);
      if (more <= 0) continue;
      this.rates[index] = rate + more;
      if (isAtWork) work -= more;
      else own -= more;
    }
  }

  /** Weeks for which a steady step keeps its pace. */
  private computeLeapOfPace({ index, leastWeeks }: StageStep): number {
    const weeksLeft = this.countWeeksLeft(index, leastWeeks);
    return (this.left[index] ?? 0) % weeksLeft || weeksLeft;
  }

  /** Weeks for which everything goes on as it is. */
  private computeLeap(): number {
    let leap = this.floors ? this.computeLeapToFloor(this.floors) : NEVER;
    for (const release of this.releases)
      if (release > this.week) {
        leap = Math.min(leap, release - this.week);
        break;
      }
    for (const step of this.underWay) {
      const { index } = step;
      const left = this.left[index] ?? 0;
      const rate = this.rates[index] ?? 0;
      if (left === 0)
        leap = Math.min(leap, Math.max(1, (this.starts[index] ?? 0) + step.leastWeeks - this.week));
      else {
        if (rate > 0) leap = Math.min(leap, Math.floor(left / rate));
        if (this.isSteady) leap = Math.min(leap, this.computeLeapOfPace(step));
      }
    }
    // A week off passes though nothing is under way: what may begin after it does.
    const { calendar } = this.model;
    const isOpen =
      this.underWay.length > 0 || leap < NEVER || (calendar.isOff(this.week) && this.order.length > 0);
    return calendar.hasWeeksOff && isOpen ? Math.min(leap, calendar.computeRun(this.week)) : leap;
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
    const from = this.week;
    this.week += weeks;
    let hasFinished = false;
    for (const step of this.underWay) {
      const { index } = step;
      const rate = this.rates[index] ?? 0;
      this.left[index] = (this.left[index] ?? 0) - rate * weeks;
      if (this.record) for (let week = 0; week < weeks; week += 1) this.record[index]?.push(rate);
      if (this.left[index] !== 0 || this.week - (this.starts[index] ?? 0) < step.leastWeeks) continue;
      this.finishStep(step);
      hasFinished = true;
    }
    this.countReleased(from);
    if (hasFinished || this.releases.some((week) => week > from && week <= this.week)) this.hasChanged = true;
    if (hasFinished) this.dropFinished();
  }

  /** Facts of the goal that came by themselves since a week, and by no step before. */
  private countReleased(from: number): void {
    if (this.openGoalFacts === 0) return;
    const { given, goalFacts } = this.model;
    for (const fact of goalFacts) {
      const week = given[fact] ?? NEVER;
      if (week > from && week <= this.week && (this.bringers[fact] ?? -1) < 0) this.meetGoalFact(week);
    }
  }

  private meetGoalFact(week: number): void {
    this.openGoalFacts -= 1;
    this.goalSum += week;
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

  private finishStep(step: StageStep): void {
    this.state[step.index] = FINISHED;
    this.finishes[step.index] = this.week;
    if (step.isAtWork) this.workRunning -= 1;
    else this.ownRunning -= 1;
    for (const fact of step.tos) {
      if ((this.trueFrom[fact] ?? NEVER) <= this.week) continue;
      this.trueFrom[fact] = this.week;
      this.bringers[fact] = step.index;
      if (this.isGoalFact[fact] === 1) this.meetGoalFact(this.week);
    }
  }

  private areFinished(indices: readonly number[]): boolean {
    for (const index of indices) if (this.state[index] !== FINISHED) return false;
    return true;
  }

  private hasFinishedBy(index: number, week: number): boolean {
    return this.state[index] === FINISHED && (this.finishes[index] ?? 0) <= week;
  }

  private isTrue(fact: number): boolean {
    return (this.trueFrom[fact] ?? NEVER) <= this.week;
  }

  private areTrue(facts: readonly number[]): boolean {
    for (const fact of facts) if ((this.trueFrom[fact] ?? NEVER) > this.week) return false;
    return true;
  }

  private canStart(step: StageStep): boolean {
    if (step.earliest > this.week || step.latest < this.week) return false;
    if (this.floors && (this.floors[step.index] ?? 0) > this.week) return false;
    if (!this.areTrue(step.froms)) return false;
    for (const { steps, facts, week } of step.needs) {
      if (week <= this.week || steps.some((index) => this.state[index] === FINISHED)) continue;
      if (!facts || !this.areTrue(facts)) return false;
    }
    return true;
  }
}
