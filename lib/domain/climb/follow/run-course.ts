import type { Course, CourseStep } from './course';

/** Where a step comes to lie; hours by week, none for what takes no hours of a pool. */
export type CoursePlacement = { id: string; start: number; weeks: number; hours: number[] };

export type CourseRun = {
  /** Weeks until the end: the last stage is over. */
  weeks: number;
  placements: readonly CoursePlacement[];
  /** The week in which each stage that is not over begins, the present one at 0. */
  stageStarts: readonly number[];
};

export type RunOptions = {
  /** How many times as long as planned a step takes. */
  factorOf?: (step: CourseStep) => number;
  /** Weeks before which steps do not start, by id. */
  floors?: ReadonlyMap<string, number>;
  /** Steps that come before all others that have not begun. */
  first?: ReadonlySet<string>;
};

type Item = {
  step: CourseStep;
  left: number;
  leastWeeks: number;
  limit: number;
  floor: number;
  start: number;
  rate: number;
  state: 'waiting' | 'running' | 'finished';
  finish: number;
  hours: number[];
};

/**
 * Runs what is left of a plan by its own rules: steps start in the order of the plan as soon as what they wait for is
 * there and a place and hours are free, what is under way first; a stage ends when all that it waits for is finished. Null
 * where it would never end.
 */
export function runCourse(course: Course, options: RunOptions = {}): CourseRun | null {
  const items = course.steps.map((step) => toItem(step, options));
  const order = items
    .map((_, place) => place)
    .sort((one, other) => rank(items[one], options) - rank(items[other], options) || one - other);
  const run = new Run(course, items, order);
  return run.finish();
}

function rank(item: Item | undefined, { first }: RunOptions): number {
  if (!item) return 0;
  if (item.step.isStarted) return -2;
  return first?.has(item.step.id) ? -1 : item.step.planned;
}

function toItem(step: CourseStep, { factorOf, floors }: RunOptions): Item {
  const factor = step.isWhole ? 1 : (factorOf?.(step) ?? 1);
  const hours = step.hours === 0 ? 0 : Math.max(1, Math.round(step.hours * factor));
  const leastWeeks = Math.max(1, Math.round(step.leastWeeks * factor));
  return {
    step,
    left: hours,
    leastWeeks,
    limit: Math.ceil(hours / leastWeeks),
    floor: floors?.get(step.id) ?? 0,
    start: -1,
    rate: 0,
    state: 'waiting',
    finish: -1,
    hours: [],
  };
}

class Run {
  private week = 0;
  private stage = 0;
  /** The week in which the present stage began, and that in which the next one does once it is known. */
  private stageStart: number;
  private nextStart: number | null = null;
  private readonly stageStarts: number[] = [0];
  private open: number;

  constructor(
    private readonly course: Course,
    private readonly items: readonly Item[],
    private readonly order: readonly number[],
  ) {
    this.stageStart = -(course.stages[0]?.startedBefore ?? 0);
    this.open = items.length;
  }

  finish(): CourseRun | null {
    const { course } = this;
    while (!this.advanceStages()) {
      this.shareHours();
      const leap = this.computeLeap();
      if (leap === null || this.week + leap > course.mostWeeks) return null;
      this.advance(leap);
    }
    return {
      weeks: this.week,
      placements: this.items.map(({ step, start, finish, hours }) => ({
        id: step.id,
        start,
        weeks: finish - start,
        hours,
      })),
      stageStarts: this.stageStarts,
    };
  }

  /** Moves on to the stages that have come; true once the last is over. */
  private advanceStages(): boolean {
    const { stages } = this.course;
    for (;;) {
      if (this.nextStart !== null && this.nextStart <= this.week) {
        this.stage += 1;
        this.stageStart = this.nextStart;
        this.stageStarts.push(this.nextStart);
        this.nextStart = null;
      }
      const stage = stages[this.stage];
      if (!stage) return this.open === 0;
      if (this.nextStart !== null) return false;
      const isWaiting = this.items.some(
        ({ step, state }) => state !== 'finished' && Math.min(step.for, stages.length - 1) <= this.stage,
      );
      if (isWaiting || this.week < this.stageStart + stage.wait) return false;
      if (this.stage === stages.length - 1 && this.open === 0 && stage.search === 0) return true;
      this.nextStart = this.week + stage.search;
      if (this.nextStart > this.week) return false;
    }
  }

  private shareHours(): void {
    const { course, week } = this;
    const isOff = course.calendar.isOff(week);
    const free = {
      own: isOff ? 0 : (course.stages[this.stage]?.hoursPerWeek ?? 0),
      work: isOff ? 0 : course.workHoursPerWeek,
    };
    const places = { own: course.maxParallel, work: course.mostAtWork };
    for (const { state, step } of this.items)
      if (state === 'running' && !step.isWhole) places[step.pool] -= 1;
    for (const place of this.order) {
      const item = this.items[place];
      if (!item || item.state === 'finished') continue;
      const { step } = item;
      const rate = Math.min(free[step.pool], item.limit, item.left);
      if (item.state === 'waiting') {
        const hasHours = rate > 0 || item.left === 0;
        if (!hasHours || (!step.isWhole && places[step.pool] <= 0) || !this.canStart(item)) continue;
        item.state = 'running';
        item.start = week;
        if (!step.isWhole) places[step.pool] -= 1;
      }
      item.rate = rate;
      free[step.pool] -= rate;
    }
  }

  private canStart({ step, floor }: Item): boolean {
    if (step.isStarted) return true;
    if (floor > this.week) return false;
    if (step.from > this.stage && !this.canStartAhead(step)) return false;
    if (step.from <= this.stage && this.week < this.stageStart + this.shift(step)) return false;
    return step.after.every((place) => {
      const before = this.items[place];
      return !before || (before.state === 'finished' && before.finish <= this.week);
    });
  }

  /** Of a stage to come begins what was planned to, and in the search for its post what waits for nothing that it shows. */
  private canStartAhead({ pool, from, isAhead, afterStart }: CourseStep): boolean {
    if (pool === 'work') return false;
    return isAhead || (this.nextStart !== null && from === this.stage + 1 && afterStart === 0);
  }

  /** Weeks of the present stage before which a step of it does not start. */
  private shift({ from, afterStart }: CourseStep): number {
    return from === this.stage ? afterStart : 0;
  }

  private computeLeap(): number | null {
    const { week, course } = this;
    let leap = Number.POSITIVE_INFINITY;
    const until = (event: number): void => {
      if (event > week) leap = Math.min(leap, event - week);
    };
    for (const item of this.items) {
      if (item.state === 'waiting') {
        until(item.floor);
        until(this.stageStart + this.shift(item.step));
      } else if (item.state === 'running') {
        if (item.left === 0) until(Math.max(week + 1, item.start + item.leastWeeks));
        else if (item.rate > 0) leap = Math.min(leap, Math.max(1, Math.floor(item.left / item.rate)));
      }
    }
    if (this.nextStart !== null) until(this.nextStart);
    const stage = course.stages[this.stage];
    if (stage) until(this.stageStart + stage.wait);
    if (course.calendar.hasWeeksOff) leap = Math.min(leap, course.calendar.computeRun(week));
    return Number.isFinite(leap) && leap < course.mostWeeks ? leap : null;
  }

  private advance(weeks: number): void {
    this.week += weeks;
    for (const item of this.items) {
      if (item.state !== 'running') continue;
      item.left -= item.rate * weeks;
      if (!item.step.isWhole) for (let week = 0; week < weeks; week += 1) item.hours.push(item.rate);
      item.rate = 0;
      if (item.left > 0 || this.week - item.start < item.leastWeeks) continue;
      item.state = 'finished';
      item.finish = this.week;
      this.open -= 1;
    }
  }
}
