import { countOwnHours } from '../model/own-hours';
import { MOST_AT_WORK, type StageModel, type StageStep } from '../model/stage-model';
import { NEVER } from '../schedule/calendar';
import { type Schedule, Scheduler } from '../schedule/scheduler';
import { Closure } from './closure';
import type { PriceMemory } from './cover';
import { type CoverRows, listCoverRows, type Resource, type Row } from './cover-rows';
import { Refuter } from './refuter';
import { type StepSet, toSet } from './sets';

/** What plans of a stage are compared by. `end` is the week in which all is there; `weeks` waits for tenure too. */
export type Measure = 'end' | 'weeks' | SumMeasure;
export const SUM_MEASURES = ['burden', 'pence', 'hours', 'steps'] as const;
export type SumMeasure = (typeof SUM_MEASURES)[number];

/** What a plan may use at most; NEVER where there is no limit. `end` is a week of the whole plan, and none may end before `notBefore`. */
export type Limits = Record<'end' | 'notBefore' | SumMeasure, number>;
export const NO_LIMITS: Limits = {
  end: NEVER,
  notBefore: 0,
  burden: NEVER,
  pence: NEVER,
  hours: NEVER,
  steps: NEVER,
};

/** A set of steps with a schedule that reaches the goal, and what it comes to. */
export type Candidate = Record<Measure, number> & { set: StepSet; schedule: Schedule };

/** Something that every plan of at most `until` weeks keeps; nothing proves it for plans of `fails` weeks. */
type Lesson = { row: Row; isLandmark: boolean; until: number; fails: number };

/** A model with the instruments that every search over it shares, and what searches learned. */
export class Workbench {
  readonly closure: Closure;
  readonly scheduler: Scheduler;
  readonly refuter: Refuter;
  /** Landmarks that hold whatever the horizon. */
  readonly landmarks: Row[] = [];
  private readonly lessons: Lesson[] = [];
  private readonly prices = new Map<string, PriceMemory>();
  private knownRows: CoverRows | null = null;

  constructor(readonly model: StageModel) {
    this.closure = new Closure(model);
    this.scheduler = new Scheduler(model);
    this.refuter = new Refuter(this.closure);
  }

  /** Worked out once they are asked for: putting steps in order needs none. */
  get rows(): CoverRows {
    this.knownRows ??= listCoverRows(this.model);
    return this.knownRows;
  }

  recallPrices(weighing: string): PriceMemory {
    const known = this.prices.get(weighing) ?? { prices: null };
    this.prices.set(weighing, known);
    return known;
  }

  /** Keeps a row that holds for plans that end by a week. */
  keep(row: Row, until: number, isLandmark: boolean): Row {
    if (until >= NEVER) this.landmarks.push(row);
    else this.lessons.push({ row, isLandmark, until, fails: NEVER });
    return row;
  }

  /** What holds for plans that end by a week: what was learned for a longer horizon, and what can be proved again. */
  recall(horizon: number): Row[] {
    if (horizon >= NEVER) return this.landmarks;
    const rows = this.lessons.flatMap((lesson) => {
      if (lesson.until < horizon && lesson.fails > horizon) {
        if (this.holds(lesson, horizon)) lesson.until = horizon;
        else lesson.fails = horizon;
      }
      return lesson.until >= horizon ? [lesson.row] : [];
    });
    return [...this.landmarks, ...rows];
  }

  private holds({ row, isLandmark }: Lesson, horizon: number): boolean {
    const helpers = new Uint8Array(this.model.steps.length).fill(1);
    for (const index of row.set) helpers[index] = 0;
    if (!isLandmark) return this.refuter.isRefuted({ members: row.core, helpers, horizon });
    this.closure.reset(helpers);
    return !this.closure.isGoalBy(horizon);
  }

  toCandidate(schedule: Schedule): Candidate {
    const members = schedule.placements.map(({ step }) => step);
    return { ...this.measure(members, schedule.end), set: toSet(this.model, members), schedule };
  }

  measure(members: readonly number[], end: number): Record<Measure, number> {
    let [burden, pence, hours] = [0, 0, 0];
    for (const index of members) {
      const step = this.model.steps[index];
      if (!step) continue;
      burden += step.burden;
      pence += step.pence;
      hours += step.isAtWork ? 0 : step.hours;
    }
    return { end, weeks: this.toWeeks(end), burden, pence, hours, steps: members.length };
  }

  /** The week in which the stage is over: when all is there and tenure and experience allow it. */
  toWeeks(end: number): number {
    return Math.max(end, this.model.wait, this.model.start);
  }

  /** What the plans within limits share out: hours and places of both pools, money, hours and steps. */
  listResources(limits: Limits): Resource[] {
    const { model } = this;
    const { steps, calendar, open, start } = model;
    const resources: Resource[] = [];
    const share = (capacity: number, use: (step: StageStep) => number): void => {
      const uses = steps.map(use);
      const most = Math.max(1, ...uses);
      // In shares of the greatest use, so that hours and pounds weigh alike in the search for prices.
      if (uses.reduce((sum, one) => sum + one, 0) > capacity)
        resources.push({ use: uses.map((one) => one / most), capacity: capacity / most });
    };
    if (limits.end < NEVER) {
      const [own, work] = [Math.max(0, limits.end - open), Math.max(0, limits.end - start)];
      share(countOwnHours(model, open + own), (step) => (step.isAtWork ? 0 : step.hours));
      share(model.workHoursPerWeek * calendar.countWorking(start, start + work), (step) =>
        step.isAtWork ? step.hours : 0,
      );
      share(model.maxParallel * own, (step) => (step.isAtWork ? 0 : step.duration));
      share(MOST_AT_WORK * work, (step) => (step.isAtWork ? step.duration : 0));
      if (calendar.hasWeeksOff) {
        share(model.maxParallel * calendar.countWorking(open, open + own), (step) =>
          step.isAtWork ? 0 : step.workingWeeks,
        );
        share(MOST_AT_WORK * calendar.countWorking(start, start + work), (step) =>
          step.isAtWork ? step.workingWeeks : 0,
        );
      }
    }
    for (const measure of SUM_MEASURES)
      if (limits[measure] < NEVER) share(limits[measure], (step) => sumOf(step, measure));
    if (model.exclusive.length > 1) share(1, ({ index }) => (model.exclusive.includes(index) ? 1 : 0));
    return resources;
  }
}

export function sumOf(step: StageStep, measure: SumMeasure): number {
  if (measure === 'steps') return 1;
  if (measure === 'hours') return step.isAtWork ? 0 : step.hours;
  return step[measure];
}

/** Whether a plan comes before another one in some order; anything comes before none. */
export function isBetter(
  one: Record<Measure, number>,
  other: Record<Measure, number> | null,
  order: readonly Measure[],
): boolean {
  if (other === null) return true;
  for (const measure of order) if (one[measure] !== other[measure]) return one[measure] < other[measure];
  return false;
}
