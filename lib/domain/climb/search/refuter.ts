import { MOST_AT_WORK, type StageModel, type StageStep } from '../model/stage-model';
import { NEVER } from '../schedule/calendar';
import type { Closure } from './closure';
import type { Row } from './cover-rows';
import { listMembers, type StepSet } from './sets';

/** A step that lasts so many weeks at least, from `head` on and no later than `due`; it keeps a place for weeks on end. */
type Job = {
  step: StageStep;
  head: number;
  due: number;
  weeks: number;
};

type Question = { members: readonly number[]; helpers: StepSet; horizon: number };
type OpenedBy = ReadonlyMap<number, readonly number[]>;

/**
 * Refutes that some steps can all be done within a horizon, when only `helpers` (a set that holds them) may
 * bring what they start from. Each step gets a window from the closure and from the chains that only it can
 * open; then the work that must fall into any stretch of weeks is compared with the hours and places that its
 * pool has there (energetic reasoning, Baptiste, Le Pape & Nuijten 2001, here with weekly limits instead of
 * fixed loads). More helpers never refute more.
 */
export class Refuter {
  /** How often a set was looked at, since the start. */
  looks = 0;
  private readonly model: StageModel;
  private readonly achievers: readonly (readonly number[])[];

  constructor(private readonly closure: Closure) {
    this.model = closure.model;
    const achievers: number[][] = this.model.facts.map(() => []);
    for (const { index, tos } of this.model.steps) for (const fact of tos) achievers[fact]?.push(index);
    this.achievers = achievers;
  }

  /** True only when no plan of at most `horizon` weeks holds all the steps and nothing but helpers. */
  isRefuted(input: Question): boolean {
    if (input.horizon >= NEVER) return false;
    this.looks += 1;
    const { members, helpers, horizon } = input;
    const { closure } = this;
    closure.reset(helpers);
    if (!closure.isGoalBy(horizon)) return true;
    const steps = members.flatMap((index) => this.model.steps[index] ?? []);
    const openedBy = this.listOpenedBy(steps, helpers);
    const dues = this.computeDues(steps, { openedBy, horizon });
    const jobs = steps.map((step): Job => {
      const due = dues.get(step.index) ?? horizon;
      return { head: closure.start(step.index), due, weeks: step.duration, step };
    });
    if (jobs.some(({ step, head, due }) => head > this.computeLatest(step, due))) return true;
    return this.isCrowded(jobs, horizon, false) || this.isCrowded(jobs, horizon, true);
  }

  /** The last week in which a step can begin to be finished by another. */
  private computeLatest(step: StageStep, due: number): number {
    const { calendar } = this.model;
    if (!calendar.hasWeeksOff || step.hours === 0) return due - step.duration;
    return Math.min(due - step.leastWeeks, calendar.beforeWorking(due, step.workingWeeks));
  }

  /** For each of some steps, those that only it, of all helpers, can open. */
  private listOpenedBy(steps: readonly StageStep[], helpers: StepSet): OpenedBy {
    const isMember = new Set(steps.map(({ index }) => index));
    const openedBy = new Map<number, number[]>();
    const lean = (later: number, on: number | null): void => {
      if (on === null || !isMember.has(on) || on === later) return;
      openedBy.set(on, [...(openedBy.get(on) ?? []), later]);
    };
    for (const step of steps) {
      for (const fact of step.froms) lean(step.index, this.findOnlyAchiever(fact, helpers));
      for (const { steps: named, facts, week } of step.needs)
        if (facts === null && week >= NEVER && named.length === 1) lean(step.index, named[0] ?? null);
    }
    return openedBy;
  }

  /** The week by which each step is finished at the latest, for the chains that lean on it. */
  private computeDues(
    steps: readonly StageStep[],
    { openedBy, horizon }: { openedBy: OpenedBy; horizon: number },
  ): Map<number, number> {
    const dues = new Map<number, number>();
    const visit = (index: number, depth: number): number => {
      const known = dues.get(index);
      if (known !== undefined) return known;
      let due = horizon;
      if (depth < 30)
        for (const later of openedBy.get(index) ?? []) {
          const step = this.model.steps[later];
          if (step) due = Math.min(due, this.computeLatest(step, visit(later, depth + 1)));
        }
      dues.set(index, due);
      return due;
    };
    for (const { index } of steps) visit(index, 0);
    return dues;
  }

  private findOnlyAchiever(fact: number, helpers: StepSet): number | null {
    if ((this.model.given[fact] ?? NEVER) < NEVER) return null;
    let alone: number | null = null;
    for (const index of this.achievers[fact] ?? []) {
      if (helpers[index] !== 1) continue;
      if (alone !== null) return null;
      alone = index;
    }
    return alone;
  }

  /** Whether some stretch of weeks must hold more hours of a pool, or more weeks of its steps, than there are. */
  private isCrowded(all: readonly Job[], horizon: number, isAtWork: boolean): boolean {
    const { calendar } = this.model;
    const jobs = all.filter(({ step }) => step.isAtWork === isAtWork);
    const toWorking = (week: number): number => calendar.countWorking(0, week);
    if (!calendar.hasWeeksOff) return this.isOverfull(jobs, { horizon, isAtWork, toHours: (week) => week });
    // Weeks off left out, a step of hours lasts as many weeks as have hours for it, and no pool pauses.
    const working = jobs
      .filter(({ step }) => step.hours > 0)
      .map(({ step, head, due }) => ({
        step,
        head: toWorking(head),
        due: toWorking(due),
        weeks: step.workingWeeks,
      }));
    const last = toWorking(horizon);
    return (
      this.isOverfull(jobs, { horizon, isAtWork, toHours: toWorking }) ||
      this.isOverfull(working, { horizon: last, isAtWork, toHours: (week) => week })
    );
  }

  private isOverfull(
    jobs: readonly Job[],
    { horizon, isAtWork, toHours }: { horizon: number; isAtWork: boolean; toHours: (week: number) => number },
  ): boolean {
    const { model } = this;
    const weekly = isAtWork ? model.workHoursPerWeek : model.hoursPerWeek;
    const places = isAtWork ? MOST_AT_WORK : model.maxParallel;
    if (places === 2 && isUnpackable(jobs, horizon - Math.min(...jobs.map(({ head }) => head)))) return true;
    const begins = [...new Set(jobs.map(({ head }) => head))];
    const ends = [...new Set([horizon, ...jobs.map(({ due }) => due)])];
    for (const begin of begins)
      for (const end of ends) {
        if (end <= begin) continue;
        let hours = 0;
        let weeks = 0;
        for (const job of jobs) {
          hours += computeLeastHours(job, begin, end, weekly);
          weeks += computeLeastWeeks(job, begin, end);
        }
        if (hours > weekly * (toHours(end) - toHours(begin)) || weeks > places * (end - begin)) return true;
      }
    return false;
  }

  /**
   * Why a set fails within a horizon, said as generally as cheaply possible: the steps that do not fit together,
   * and those of which one more would have to be planned beside them.
   */
  explain(set: StepSet, horizon: number): Row {
    const { closure } = this;
    const helpers = set.slice();
    let core = listMembers(set);
    const rest: number[] = [];
    closure.reset(helpers);
    let heads = core.map((member) => closure.start(member));
    for (const { index } of this.model.steps) {
      if (helpers[index] === 1) continue;
      const { goal } = closure;
      closure.add(index);
      const isHarmless =
        closure.goal >= goal &&
        core.every((member, at) => closure.start(member) === heads[at]) &&
        !this.isOtherWay(core, index);
      helpers[index] = 1;
      if (isHarmless) continue;
      const isStillRefuted = this.isRefuted({ members: core, helpers, horizon });
      if (!isStillRefuted) {
        helpers[index] = 0;
        rest.push(index);
      }
      closure.reset(helpers);
      if (isStillRefuted) heads = core.map((member) => closure.start(member));
    }
    for (const index of [...core]) {
      const without = core.filter((other) => other !== index);
      if (this.isRefuted({ members: without, helpers, horizon })) core = without;
    }
    // Helpers that were let in one by one can come to something together.
    const question = { members: core, helpers, horizon };
    if (this.isRefuted(question)) return { core, set: rest };
    const others = this.model.steps.map(({ index }) => index).filter((index) => set[index] !== 1);
    return { core: listMembers(set), set: others };
  }

  /** Whether a helper that can start brings, in another way, something that one of the steps starts from. */
  private isOtherWay(core: readonly number[], index: number): boolean {
    if (this.closure.start(index) >= NEVER) return false;
    const { steps } = this.model;
    const tos = steps[index]?.tos ?? [];
    return core.some((member) => {
      const step = steps[member];
      return (
        step !== undefined &&
        (step.froms.some((fact) => tos.includes(fact)) ||
          step.needs.some(
            ({ steps: named, facts }) => named.includes(index) || facts?.some((fact) => tos.includes(fact)),
          ))
      );
    });
  }
}

/** Whether jobs cannot be shared out between two places for so many weeks, each as a whole. */
function isUnpackable(jobs: readonly Job[], weeks: number): boolean {
  const total = jobs.reduce((sum, { weeks: own }) => sum + own, 0);
  if (jobs.length < 2 || total <= weeks) return false;
  if (total > 2 * weeks) return true;
  // Sums that some of the jobs come to; one must leave no more than the other place holds.
  const sums = new Uint8Array(weeks + 1);
  sums[0] = 1;
  for (const { weeks: own } of jobs)
    for (let sum = weeks; sum >= own; sum -= 1) if (sums[sum - own] === 1) sums[sum] = 1;
  for (let sum = weeks; sum >= total - weeks; sum -= 1) if (sums[sum] === 1) return false;
  return true;
}

/** Hours of a job that cannot be done outside a stretch of weeks. */
function computeLeastHours({ step, head, due }: Job, begin: number, end: number, weekly: number): number {
  const outside = Math.max(0, Math.min(begin, due) - head) + Math.max(0, due - Math.max(end, head));
  return Math.max(0, step.hours - outside * Math.min(step.weeklyLimit, weekly));
}

/** Weeks that a job is under way in a stretch however it is placed in its window. */
function computeLeastWeeks({ weeks, head, due }: Job, begin: number, end: number): number {
  const early = Math.min(end, head + weeks) - Math.max(begin, head);
  const late = Math.min(end, due) - Math.max(begin, due - weeks);
  return Math.max(0, Math.min(early, late));
}
