import { type Closure, listMembers, NEVER, type StepSet } from './closure';
import { LEVEL_COUNT, type ModelStep, type PlanningModel } from './model';

/** Beyond so many occupations their orders are not tried one by one. */
const MOST_ORDERED = 5;

type Job = { step: ModelStep; head: number; due: number };

/**
 * Refutes that some steps can all be done within a horizon, when only `helpers` (a set that holds them) may
 * bring what they start from. Each step gets a window from the closure and from the chains that only it can
 * open; then the work that must fall into any stretch of weeks is compared with the hours and places there
 * are (energetic reasoning, Baptiste, Le Pape & Nuijten 2001, here with weekly limits instead of fixed loads).
 * Occupations, one at a time, are tried in every order. More helpers never refute more.
 */
export class Refuter {
  /** How often a set was looked at in one order of its occupations, since the start. */
  looks = 0;
  private readonly model: PlanningModel;
  private readonly achievers: readonly (readonly number[])[];

  constructor(private readonly closure: Closure) {
    this.model = closure.model;
    const { skills, steps } = this.model;
    // A step that starts from a level is never the first to bring it.
    this.achievers = Array.from({ length: skills.length * LEVEL_COUNT }, (_, fact) =>
      steps.flatMap((step) =>
        step.tos.some((to) => isAtLeast(to, fact)) && !step.froms.some((from) => isAtLeast(from, fact))
          ? [step.index]
          : [],
      ),
    );
  }

  /** True only when no plan of at most `horizon` weeks holds all the steps and nothing but helpers. */
  isRefuted(input: { members: readonly number[]; helpers: StepSet; horizon: number }): boolean {
    const { members, helpers, horizon } = input;
    if (horizon >= NEVER) return false;
    const steps = members.flatMap((index) => this.model.steps[index] ?? []);
    const tails = this.computeTails(steps, helpers);
    const occupations = steps.filter(({ isOccupation }) => isOccupation);
    const isRefutedIn = (order: readonly ModelStep[]): boolean =>
      this.isOrderRefuted({ steps, tails, helpers, horizon, order });
    if (occupations.length > MOST_ORDERED) return isRefutedIn([]);
    this.closure.reset(helpers);
    const heads = new Map(occupations.map((step) => [step, this.closure.start(step.index)]));
    const visit = (order: readonly ModelStep[], rest: readonly ModelStep[], free: number): boolean =>
      free + rest.reduce((sum, { duration }) => sum + duration, 0) > horizon ||
      (rest.length === 0
        ? isRefutedIn(order)
        : rest.every((first) => {
            const others = rest.filter((step) => step !== first);
            const end = Math.max(free, heads.get(first) ?? 0) + first.duration;
            return this.isBehind(first, others) || visit([...order, first], others, end);
          }));
    return visit([], occupations, 0);
  }

  /** Whether an occupation comes after another one in the order of their group. */
  private isBehind(step: ModelStep, others: readonly ModelStep[]): boolean {
    return this.model.occupationOrder.some(
      ([before, after]) => after === step.index && others.some(({ index }) => index === before),
    );
  }

  private isOrderRefuted(input: {
    steps: readonly ModelStep[];
    tails: ReadonlyMap<number, number>;
    helpers: StepSet;
    horizon: number;
    order: readonly ModelStep[];
  }): boolean {
    this.looks += 1;
    const { closure } = this;
    const { steps, horizon, order } = input;
    const floors = new Int32Array(this.model.steps.length);
    for (let round = 0; round < 3; round += 1) {
      closure.reset(input.helpers, floors);
      if (closure.goal > horizon || !this.raiseFloors(order, floors)) break;
    }
    if (closure.goal > horizon) return true;
    const dues = this.computeDues(input);
    const jobs = steps.map((step) => ({
      step,
      head: closure.start(step.index),
      due: dues.get(step.index) ?? horizon,
    }));
    if (jobs.some(({ step, head, due }) => head + step.duration > due)) return true;
    const study = jobs.filter(({ step }) => !step.isOccupation);
    return this.isCrowded(study, horizon);
  }

  /** Each occupation starts once the one before it is over; true when that moved any. */
  private raiseFloors(order: readonly ModelStep[], floors: Int32Array): boolean {
    let free = 0;
    let hasMoved = false;
    for (const step of order) {
      const start = Math.max(free, this.closure.start(step.index));
      if (start > this.closure.start(step.index)) {
        floors[step.index] = start;
        hasMoved = true;
      }
      free = start + step.duration;
    }
    return hasMoved;
  }

  /** The week by which each step must be over: the horizon less the chain that waits for it. */
  private computeDues(input: {
    steps: readonly ModelStep[];
    tails: ReadonlyMap<number, number>;
    horizon: number;
    order: readonly ModelStep[];
  }): Map<number, number> {
    const dues = new Map<number, number>();
    for (const { index } of input.steps) dues.set(index, input.horizon - (input.tails.get(index) ?? 0));
    let next = input.horizon;
    for (const step of [...input.order].reverse()) {
      const due = Math.min(next, dues.get(step.index) ?? next);
      dues.set(step.index, due);
      next = due - step.duration;
    }
    return dues;
  }

  /** Weeks that must follow each step: chains of members that only it, of all helpers, can open. */
  private computeTails(steps: readonly ModelStep[], helpers: StepSet): Map<number, number> {
    const isMember = new Set(steps.map(({ index }) => index));
    const openedBy = new Map<number, number[]>();
    const lean = (later: number, on: number): void => {
      if (isMember.has(on) && on !== later) openedBy.set(on, [...(openedBy.get(on) ?? []), later]);
    };
    for (const step of steps) {
      for (const fact of listNeededFacts(step)) {
        const alone = this.findOnlyAchiever(fact, helpers);
        if (alone !== null) lean(step.index, alone);
      }
      for (const { step: needed, facts } of step.prerequisites)
        if (needed >= 0 && facts === null) lean(step.index, needed);
    }
    const tails = new Map<number, number>();
    const visit = (index: number, depth: number): number => {
      const known = tails.get(index);
      if (known !== undefined) return known;
      let tail = 0;
      if (depth < 30)
        for (const later of openedBy.get(index) ?? [])
          tail = Math.max(tail, (this.model.steps[later]?.duration ?? 0) + visit(later, depth + 1));
      tails.set(index, tail);
      return tail;
    };
    for (const { index } of steps) visit(index, 0);
    return tails;
  }

  private findOnlyAchiever(fact: number, helpers: StepSet): number | null {
    let alone: number | null = null;
    for (const index of this.achievers[fact] ?? []) {
      if (helpers[index] !== 1) continue;
      if (alone !== null) return null;
      alone = index;
    }
    return alone;
  }

  /** Whether some stretch of weeks must hold more hours, or more weeks of study steps, than there are. */
  private isCrowded(jobs: readonly Job[], horizon: number): boolean {
    const { hoursPerWeek, maxParallel } = this.model;
    const begins = [...new Set(jobs.map(({ head }) => head))];
    const ends = [...new Set([horizon, ...jobs.map(({ due }) => due)])];
    for (const begin of begins)
      for (const end of ends) {
        if (end <= begin) continue;
        let hours = 0;
        let weeks = 0;
        for (const job of jobs) {
          hours += computeLeastHours(job, begin, end, hoursPerWeek);
          weeks += computeLeastWeeks(job, begin, end);
        }
        if (hours > hoursPerWeek * (end - begin) || weeks > maxParallel * (end - begin)) return true;
      }
    return false;
  }
}

/** Whether one fact says the same level of a skill as another, or a higher one. */
function isAtLeast(one: number, other: number): boolean {
  return one >= other && Math.floor(one / LEVEL_COUNT) === Math.floor(other / LEVEL_COUNT);
}

/** Facts that hold whenever a step starts: a prerequisite that levels may stand in for has brought them itself. */
function listNeededFacts(step: ModelStep): number[] {
  return [...step.froms, ...step.prerequisites.flatMap(({ facts }) => facts ?? [])];
}

/** Hours of a job that cannot be done outside a stretch of weeks. */
function computeLeastHours(
  { step, head, due }: Job,
  begin: number,
  end: number,
  hoursPerWeek: number,
): number {
  const outside = Math.max(0, Math.min(begin, due) - head) + Math.max(0, due - Math.max(end, head));
  return Math.max(0, step.hours - outside * Math.min(step.weeklyLimit, hoursPerWeek));
}

/** Weeks that a job is under way in a stretch however it is placed in its window. */
function computeLeastWeeks({ step, head, due }: Job, begin: number, end: number): number {
  const early = Math.min(end, head + step.duration) - Math.max(begin, head);
  const late = Math.min(end, due) - Math.max(begin, due - step.duration);
  return Math.max(0, Math.min(early, late));
}

/**
 * Why a set fails within a horizon, said as generally as cheaply possible: the steps that do not fit together,
 * and those of which one more would have to be planned beside them.
 */
export function explainRefutation(input: {
  refuter: Refuter;
  closure: Closure;
  set: StepSet;
  horizon: number;
}): { core: number[]; rest: number[] } {
  const { refuter, closure, horizon } = input;
  const helpers = input.set.slice();
  let core = listMembers(input.set);
  const rest: number[] = [];
  closure.reset(helpers);
  let heads = core.map((member) => closure.start(member));
  for (const { index } of closure.model.steps) {
    if (helpers[index] === 1) continue;
    const { goal } = closure;
    closure.add(index);
    const isHarmless =
      closure.goal >= goal &&
      core.every((member, at) => closure.start(member) === heads[at]) &&
      !isOtherWay(closure, core, index);
    helpers[index] = 1;
    if (isHarmless) continue;
    const isStillRefuted = refuter.isRefuted({ members: core, helpers, horizon });
    if (!isStillRefuted) {
      helpers[index] = 0;
      rest.push(index);
    }
    closure.reset(helpers);
    if (isStillRefuted) heads = core.map((member) => closure.start(member));
  }
  for (const index of [...core]) {
    const without = core.filter((other) => other !== index);
    if (refuter.isRefuted({ members: without, helpers, horizon })) core = without;
  }
  return { core, rest };
}

/** Whether a helper that can start brings, in another way, something that one of the steps starts from. */
function isOtherWay(closure: Closure, core: readonly number[], index: number): boolean {
  if (closure.start(index) >= NEVER) return false;
  const { steps } = closure.model;
  const tos = steps[index]?.tos ?? [];
  return core.some((member) => {
    const step = steps[member];
    return step && listNeededFacts(step).some((fact) => tos.some((to) => isAtLeast(to, fact)));
  });
}
