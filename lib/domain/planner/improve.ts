import { type Closure, computeLandmark, listMembers, NEVER, type StepSet, toSet } from './closure';
import { makeRandom, type NodeBudget, SCHEDULE_NODES } from './effort';
import type { PlanningModel } from './model';
import { computeTails } from './priority';
import type { Scheduler } from './scheduling';
import { type Candidate, isBetter, type Limits, type Measure, sumPence, toCandidate } from './workbench';

/** How far a worse neighbour may lie behind and still be taken at the start of a search, in weeks or the like. */
const FIRST_TOLERANCE = 6;
/** What one week beyond the limit, one step, and a doubling of the cost weigh against a week. */
const OVERTIME_WEIGHT = 3;
const STEP_WEIGHT = 3;
const COST_WEIGHT = 40;
const COST_UNIT_PENCE = 10_000;

type State = { members: number[]; priority: Float64Array; weeks: number; value: number };

export type ImproveProblem = {
  model: PlanningModel;
  closure: Closure;
  scheduler: Scheduler;
  /** What plans are compared by, the first part guiding the search. */
  order: readonly [Measure, Measure, Measure];
  allowed: StepSet;
  limits: Limits;
  /** No plan can do better in the first part; the search ends when it gets there. */
  lower: number;
  start: readonly number[];
  known: Candidate | null;
  rounds: number;
  seed: number;
  budget: NodeBudget;
};

/**
 * Looks for a shorter plan near a selection: steps are dropped, added, replaced and moved in priority, and
 * each neighbour is scheduled. What a dropped step leaves open is mended by landmarks for a shorter horizon,
 * which also bring in spare steps that free parallel work. Returns the best plan within the limits.
 */
export function improvePlan(problem: ImproveProblem): Candidate | null {
  return new Improver(problem).run();
}

class Improver {
  private readonly random: () => number;
  private readonly order: number[];
  private readonly shuffled: number[] = [];
  private best: Candidate | null;
  private current: State;

  constructor(private readonly problem: ImproveProblem) {
    const { model, start, known } = problem;
    this.random = makeRandom(problem.seed);
    this.order = listMembers(problem.allowed);
    this.best = known;
    const members = [...start];
    const tails = computeTails(problem.closure, toSet(model, members));
    const priority = Float64Array.from(tails, (tail, index) => tail || (model.steps[index]?.duration ?? 0));
    this.current = { ...this.assess(members, priority), priority };
  }

  run(): Candidate | null {
    const { rounds, lower, budget } = this.problem;
    for (let round = 0; round < rounds && !budget.isSpent(); round += 1) {
      if (this.best && this.best[this.problem.order[0]] <= lower) break;
      const tolerance = FIRST_TOLERANCE * (1 - round / rounds) ** 2;
      this.step(tolerance);
    }
    return this.best;
  }

  private step(tolerance: number): void {
    const members = this.moveMembers();
    if (!members) return;
    const priority = this.movePriority(members);
    const assessed = this.assess(members, priority);
    if (assessed.value > this.current.value + tolerance) return;
    this.current = { members: assessed.members, priority, weeks: assessed.weeks, value: assessed.value };
  }

  /** Weeks of a selection, and what of it the goal leaned on; keeps the plan when it is the best so far. */
  private assess(members: readonly number[], priority: Float64Array): Omit<State, 'priority'> {
    const { scheduler, limits, budget, model } = this.problem;
    budget.spend(SCHEDULE_NODES);
    const cap = Math.min(NEVER, Math.max(this.current?.weeks ?? NEVER, 1) * 2);
    const weeks = scheduler.run(members, priority, cap);
    if (weeks >= NEVER) return { members: [...members], weeks: NEVER, value: NEVER };
    const needed = scheduler.listNeeded();
    const pence = sumPence(model, needed);
    const found = { weeks, pence, steps: needed.length };
    if (pence > limits.pence || needed.length > limits.steps)
      return { members: [...members], weeks: NEVER, value: NEVER };
    if (weeks <= limits.weeks && isBetter(found, this.best, this.problem.order)) this.keep(members, priority);
    return { members: needed, weeks, value: this.rate(found) };
  }

  /** How good a plan is as a guide for the search: smaller is better. */
  private rate({ weeks, pence, steps }: Limits): number {
    const { order, limits, scheduler } = this.problem;
    const overtime = OVERTIME_WEIGHT * Math.max(0, weeks - limits.weeks);
    const promise = scheduler.goalSum / (1 + weeks) / 50;
    if (order[0] === 'pence')
      return (
        COST_WEIGHT * Math.log2(1 + pence / COST_UNIT_PENCE) + overtime + (weeks + promise) / 50 + steps / 100
      );
    if (order[0] === 'steps') return STEP_WEIGHT * steps + overtime + (weeks + promise) / 50;
    return weeks + promise + steps / 1000;
  }

  private keep(members: readonly number[], priority: Float64Array): void {
    const { scheduler, model } = this.problem;
    const schedule = scheduler.build(members, priority, NEVER);
    if (schedule) this.best = toCandidate(model, schedule);
  }

  private pick<T>(values: readonly T[]): T | undefined {
    return values[Math.floor(this.random() * values.length)];
  }

  private moveMembers(): number[] | null {
    const { members } = this.current;
    const chance = this.random();
    if (chance < 0.35 || members.length === 0) return [...members];
    if (chance < 0.55) {
      const added = this.pick(this.order.filter((index) => !members.includes(index)));
      return added === undefined ? [...members] : this.withOneDegree([...members, added], added);
    }
    const dropped = this.pick(members);
    return this.mend(
      members.filter((index) => index !== dropped),
      dropped ?? -1,
    );
  }

  private withOneDegree(members: number[], kept: number): number[] {
    const { steps } = this.problem.model;
    if (!steps[kept]?.isDegree) return members;
    return members.filter((index) => index === kept || !steps[index]?.isDegree);
  }

  /** Adds steps until the goal can be reached again, mostly within a horizon shorter than the plan. */
  private mend(members: number[], dropped: number): number[] | null {
    const { closure, model, lower, order, limits } = this.problem;
    const shortest = order[0] === 'weeks' ? lower : Math.min(limits.weeks, this.current.weeks);
    const span = Math.max(0, this.current.weeks - shortest - 1);
    const isFree = this.current.weeks >= NEVER || this.random() < 0.3;
    const horizon = isFree ? NEVER : shortest + Math.floor(this.random() * (span + 1));
    for (let tries = 0; tries < 12; tries += 1) {
      const landmark = computeLandmark({
        closure,
        set: toSet(model, members),
        horizon,
        order: this.shuffle(dropped),
      });
      if (landmark === null) return members;
      const added = this.pickCheap(landmark);
      if (added === undefined) return null;
      members = this.withOneDegree([...members, added], added);
    }
    return null;
  }

  /** The allowed steps but one, in a new random order (Fisher and Yates). */
  private shuffle(dropped: number): readonly number[] {
    const { shuffled } = this;
    shuffled.length = 0;
    for (const index of this.order) if (index !== dropped) shuffled.push(index);
    for (let last = shuffled.length - 1; last > 0; last -= 1) {
      const other = Math.floor(this.random() * (last + 1));
      const kept = shuffled[last] ?? 0;
      shuffled[last] = shuffled[other] ?? 0;
      shuffled[other] = kept;
    }
    return shuffled;
  }

  /** One of some steps, short ones more often. */
  private pickCheap(indices: readonly number[]): number | undefined {
    const { steps, hoursPerWeek, maxParallel } = this.problem.model;
    const weights = indices.map((index) => {
      const step = steps[index];
      if (!step) return 0;
      const load = step.isOccupation
        ? step.duration
        : step.hours / hoursPerWeek + step.duration / maxParallel;
      return 1 / (1 + load);
    });
    let ball = this.random() * weights.reduce((sum, weight) => sum + weight, 0);
    for (const [at, weight] of weights.entries()) {
      ball -= weight;
      if (ball <= 0) return indices[at];
    }
    return indices[indices.length - 1];
  }

  private movePriority(members: readonly number[]): Float64Array {
    const priority = this.current.priority.slice();
    const moves = this.random() < 0.6 ? 1 : 2;
    for (let move = 0; move < moves; move += 1) {
      const [one, other] = [this.pick(members), this.pick(members)];
      if (one === undefined || other === undefined) return priority;
      const chance = this.random();
      if (chance < 0.5) priority[one] = (priority[other] ?? 0) + (this.random() - 0.5);
      else if (chance < 0.75) [priority[one], priority[other]] = [priority[other] ?? 0, priority[one] ?? 0];
      else priority[one] = this.random() * Math.max(1, this.current.weeks < NEVER ? this.current.weeks : 100);
    }
    return priority;
  }
}
