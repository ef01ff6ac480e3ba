import type { StepSet } from './closure';
import { listMembers } from './closure';
import { LEVEL_COUNT, type ModelStep, type PlanningModel } from './model';

/** A step with its weeks: from `start` for `weeks` weeks; `hours` has one entry a week, none for an occupation. */
export type Placement = { step: number; start: number; weeks: number; hours: readonly number[] };

export type Schedule = { weeks: number; placements: readonly Placement[] };

type Running = { step: ModelStep; start: number; left: number; hours: number[] };

/**
 * Schedules a set of steps week by week: what may start does so by `priority` (higher first) while a place is
 * free, and hours go to the highest priority first, up to each step's weekly limit, so that no hour is lost
 * to rigid weekly shares. Null when the set cannot be scheduled within `limit` weeks.
 */
export function buildSchedule(input: {
  model: PlanningModel;
  set: StepSet;
  priority: ArrayLike<number>;
  limit: number;
}): Schedule | null {
  const run = new ScheduleRun(input.model, input.set, input.priority);
  return run.finish(input.limit);
}

class ScheduleRun {
  private readonly waiting: ModelStep[];
  private readonly levels: number[];
  private readonly finished: Uint8Array;
  private readonly begun: Uint8Array;
  private readonly placements: Placement[] = [];
  private study: Running[] = [];
  private occupation: { step: ModelStep; until: number } | null = null;
  private hasPost: boolean;
  private last = 0;

  constructor(
    private readonly model: PlanningModel,
    private readonly set: StepSet,
    private readonly priority: ArrayLike<number>,
  ) {
    this.waiting = listMembers(set).flatMap((index) => model.steps[index] ?? []);
    this.waiting.sort((one, other) => this.rank(one, other));
    this.levels = [...model.levels];
    this.finished = new Uint8Array(model.steps.length);
    this.begun = new Uint8Array(model.steps.length);
    this.hasPost = model.hasPost;
  }

  finish(limit: number): Schedule | null {
    for (let week = 0; this.waiting.length > 0 || this.study.length > 0; week += 1) {
      if (week >= limit) return null;
      this.endOccupation(week);
      const hasBegun = this.beginOccupation(week);
      const hasWorked = this.spendHours(week);
      if (!hasBegun && !hasWorked && this.study.length === 0 && this.occupation === null) return null;
    }
    return this.last > limit
      ? null
      : { weeks: this.last, placements: this.placements.sort((one, other) => one.step - other.step) };
  }

  private rank(one: ModelStep, other: ModelStep): number {
    return (this.priority[other.index] ?? 0) - (this.priority[one.index] ?? 0) || one.index - other.index;
  }

  private endOccupation(week: number): void {
    if (this.occupation === null || this.occupation.until > week) return;
    this.complete(this.occupation.step);
    this.occupation = null;
  }

  private beginOccupation(week: number): boolean {
    if (this.occupation !== null) return false;
    const step = this.waiting.find((candidate) => candidate.isOccupation && this.canStart(candidate));
    if (!step) return false;
    this.begin(step);
    this.occupation = { step, until: week + step.leastWeeks };
    this.place({ step: step.index, start: week, weeks: step.leastWeeks, hours: [] });
    return true;
  }

  /** One week of study: hours go out by priority; a waiting step starts where a place is free. */
  private spendHours(week: number): boolean {
    let hoursLeft = this.model.hoursPerWeek;
    const candidates: (Running | ModelStep)[] = this.mergeByPriority();
    let hasWorked = false;
    for (const candidate of candidates) {
      const isRunning = 'left' in candidate;
      const step = isRunning ? candidate.step : candidate;
      const left = isRunning ? candidate.left : step.hours;
      const hours = Math.min(hoursLeft, step.weeklyLimit, left);
      if (!isRunning) {
        const isWorthwhile = hours > 0 || step.hours === 0 || step.leastWeeks > 1;
        if (this.study.length >= this.model.maxParallel || !isWorthwhile) continue;
        if (!this.canStart(step)) continue;
        this.begin(step);
        this.study.push({ step, start: week, left: left - hours, hours: [hours] });
      } else {
        candidate.left -= hours;
        candidate.hours.push(hours);
      }
      hoursLeft -= hours;
      hasWorked = true;
    }
    this.endStudy(week + 1);
    return hasWorked;
  }

  private mergeByPriority(): (Running | ModelStep)[] {
    const waiting = this.study.length < this.model.maxParallel ? this.waiting : [];
    const stepOf = (entry: Running | ModelStep): ModelStep => ('left' in entry ? entry.step : entry);
    return [...this.study, ...waiting.filter((step) => !step.isOccupation)].sort((one, other) =>
      this.rank(stepOf(one), stepOf(other)),
    );
  }

  private endStudy(week: number): void {
    const isOver = ({ step, left, start }: Running): boolean => left === 0 && week - start >= step.leastWeeks;
    for (const running of this.study.filter(isOver)) {
      this.complete(running.step);
      this.place({
        step: running.step.index,
        start: running.start,
        weeks: week - running.start,
        hours: running.hours,
      });
    }
    this.study = this.study.filter((running) => !isOver(running));
  }

  private begin(step: ModelStep): void {
    this.waiting.splice(this.waiting.indexOf(step), 1);
    this.begun[step.index] = 1;
    if (step.givesPost) this.hasPost = true;
  }

  private complete(step: ModelStep): void {
    this.finished[step.index] = 1;
    for (const fact of step.tos) {
      const skill = Math.floor(fact / LEVEL_COUNT);
      this.levels[skill] = Math.max(this.levels[skill] ?? 0, fact % LEVEL_COUNT);
    }
  }

  private place(placement: Placement): void {
    this.placements.push(placement);
    this.last = Math.max(this.last, placement.start + placement.weeks);
  }

  private isReached(fact: number): boolean {
    return (this.levels[Math.floor(fact / LEVEL_COUNT)] ?? 0) >= fact % LEVEL_COUNT;
  }

  private canStart(step: ModelStep): boolean {
    if (step.needsPost && !step.givesPost && !this.hasPost) return false;
    if (!step.froms.every((fact) => this.isReached(fact))) return false;
    const isMet = step.prerequisites.every(
      ({ step: needed, facts }) =>
        (needed >= 0 && this.finished[needed] === 1) ||
        (facts?.every((fact) => this.isReached(fact)) ?? false),
    );
    return (
      isMet &&
      (!step.isOccupation ||
        this.model.occupationOrder.every(
          ([first, second]) => second !== step.index || this.set[first] !== 1 || this.begun[first] === 1,
        ))
    );
  }
}
