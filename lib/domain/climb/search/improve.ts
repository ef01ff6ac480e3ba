import { MOST_AT_WORK } from '../model/stage-model';
import { NEVER } from '../schedule/calendar';
import { computeLandmark } from './closure';
import { makeRandom, type NodeBudget, SCHEDULE_NODES } from './effort';
import { justify } from './justify';
import { computeTails } from './priority';
import { type StepSet, toSet } from './sets';
import {
  type Candidate,
  isBetter,
  type Limits,
  type Measure,
  SUM_MEASURES,
  type Workbench,
} from './workbench';

/** How far a worse neighbour may lie behind and still be taken at the start of a search, in weeks or the like. */
const FIRST_TOLERANCE = 6;
/** What one week beyond the limit, and a sum as large as the first one found, weigh against a week. */
const OVERTIME_WEIGHT = 3;
const SUM_WEIGHT = 60;
/** With fewer nodes than this, looking at more neighbours finds more than looking at each of them twice. */
const THOROUGH_NODES = 500;
/** A second look at more steps than that takes longer than a node may. */
const MOST_LOOKED_AT_TWICE = 100;
/** How often a neighbour spreads its hours otherwise. */
const TURN = 0.12;
/** How far a neighbour may lie behind what would be taken and still be looked at again. */
const NEAR = 4;

/** Whether hours are spread over the least weeks of each step is part of what is varied. */
type State = {
  members: number[];
  priority: Float64Array;
  isSteady: boolean;
  end: number;
  value: number;
};

type Selection = { members: readonly number[] } & Pick<State, 'priority' | 'isSteady'>;

export type ImproveProblem = {
  bench: Workbench;
  /** What plans are compared by, the first part guiding the search. */
  order: readonly Measure[];
  /** Steps that may be planned; all where it is null. */
  allowed: StepSet | null;
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
 * Looks for a better plan near a selection: steps are dropped, added, replaced and moved in priority, and each
 * neighbour is scheduled. What a dropped step leaves open is mended by landmarks for a shorter horizon, which also
 * bring in spare steps that free parallel work. Returns the best plan within the limits.
 */
export function improvePlan(problem: ImproveProblem): Candidate | null {
  return new Improver(problem).run();
}

class Improver {
  private readonly random: () => number;
  private readonly order: number[];
  private readonly shuffled: number[] = [];
  private readonly scale: number;
  private readonly isThorough: boolean;
  private best: Candidate | null;
  private current: State;

  constructor(private readonly problem: ImproveProblem) {
    const { bench, allowed, start, known } = problem;
    const { steps } = bench.model;
    this.random = makeRandom(problem.seed);
    const [measure] = problem.order;
    const isByEnd = measure === 'end' || measure === 'weeks';
    const isSmall = start.length <= MOST_LOOKED_AT_TWICE;
    this.isThorough = isByEnd && isSmall && problem.budget.nodesLeft >= THOROUGH_NODES;
    this.order = steps.map(({ index }) => index).filter((index) => allowed === null || allowed[index] === 1);
    this.best = known;
    const members = [...start];
    const tails = computeTails(bench.closure, toSet(bench.model, members));
    const priority = Float64Array.from(tails, (tail, index) => tail || (steps[index]?.duration ?? 0));
    const [first] = problem.order;
    this.scale = first ? Math.max(1, bench.measure(members, 0)[first]) : 1;
    this.current = this.assess({ members, priority, isSteady: false });
  }

  run(): Candidate | null {
    const { rounds, lower, budget, order } = this.problem;
    const [first = 'end'] = order;
    for (let round = 0; round < rounds && !budget.isSpent(); round += 1) {
      if (this.best && this.best[first] <= lower) break;
      this.step(FIRST_TOLERANCE * (1 - round / rounds) ** 2);
    }
    return this.best;
  }

  private step(tolerance: number): void {
    const members = this.moveMembers();
    if (!members) return;
    const priority = this.movePriority(members);
    const isTurned = this.isThorough && this.random() < TURN;
    const isSteady = isTurned ? !this.current.isSteady : this.current.isSteady;
    const assessed = this.justify(this.assess({ members, priority, isSteady }), tolerance);
    if (assessed.value > this.current.value + tolerance) return;
    this.current = assessed;
  }

  /** A neighbour worth a second look, scheduled again by what it shows of itself when it is pushed to its end. */
  private justify(state: State, tolerance: number): State {
    const { bench, budget } = this.problem;
    if (!this.isThorough) return state;
    if (state.end >= NEVER || state.value > this.current.value + tolerance + NEAR) return state;
    budget.spend(SCHEDULE_NODES);
    const priority = justify(bench.scheduler, state.members, state.end);
    const again = this.assess({ ...state, priority });
    return again.value < state.value ? again : state;
  }

  /** What a selection comes to, and what of it the goal leaned on; keeps the plan when it is the best so far. */
  private assess({ members, priority, isSteady }: Selection): State {
    const { bench, limits, budget, order } = this.problem;
    budget.spend(SCHEDULE_NODES);
    const cap = Math.min(NEVER, Math.max(this.current?.end ?? NEVER, 1) * 2);
    const end = bench.scheduler.run(members, priority, cap, isSteady);
    if (end >= NEVER) return { members: [...members], priority, isSteady, end: NEVER, value: NEVER };
    const needed = bench.scheduler.listNeeded();
    const found = bench.measure(needed, end);
    const isWithin =
      SUM_MEASURES.every((measure) => found[measure] <= limits[measure]) && this.areExclusive(needed);
    const isInTime = end <= limits.end && end >= limits.notBefore;
    if (isWithin && isInTime && isBetter(found, this.best, order)) this.keep({ members, priority, isSteady });
    const value = this.rate(found) + (isWithin ? 0 : this.rateExcess(found));
    return { members: needed, priority, isSteady, end, value };
  }

  private areExclusive(members: readonly number[]): boolean {
    const { exclusive } = this.problem.bench.model;
    return exclusive.length < 2 || members.filter((index) => exclusive.includes(index)).length < 2;
  }

  private rateExcess(found: Record<Measure, number>): number {
    const { limits } = this.problem;
    return SUM_MEASURES.reduce((sum, measure) => {
      const excess = found[measure] - limits[measure];
      return excess <= 0 ? sum : sum + 5 + (SUM_WEIGHT * excess) / Math.max(1, limits[measure]);
    }, 0);
  }

  /** How good a plan is as a guide for the search: smaller is better. */
  private rate(found: Record<Measure, number>): number {
    const { order, limits, bench } = this.problem;
    const [first = 'end', second] = order;
    const overtime = OVERTIME_WEIGHT * Math.max(0, found.end - limits.end);
    const promise = bench.scheduler.goalSum / (1 + found.end) / 50;
    if (first === 'end' || first === 'weeks') return found.end + promise + found.steps / 1000 + overtime;
    const tie = second === 'end' || second === 'weeks' || !second ? found.end / 50 : found[second] / 1e5;
    return (SUM_WEIGHT * found[first]) / this.scale + overtime + tie + promise / 50 + found.steps / 100;
  }

  private keep({ members, priority, isSteady }: Selection): void {
    const { bench } = this.problem;
    const schedule = bench.scheduler.build(members, priority, NEVER, { isSteady });
    if (schedule) this.best = bench.toCandidate(schedule);
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
      return added === undefined ? [...members] : this.withOneExclusive([...members, added], added);
    }
    const dropped = this.pick(members);
    return this.mend(
      members.filter((index) => index !== dropped),
      dropped ?? -1,
    );
  }

  private withOneExclusive(members: number[], kept: number): number[] {
    const { exclusive } = this.problem.bench.model;
    if (!exclusive.includes(kept)) return members;
    return members.filter((index) => index === kept || !exclusive.includes(index));
  }

  /** Adds steps until the goal can be reached again, mostly within a horizon shorter than the plan. */
  private mend(members: number[], dropped: number): number[] | null {
    const { bench, lower, order, limits } = this.problem;
    const isByEnd = order[0] === 'end' || order[0] === 'weeks';
    const shortest = isByEnd ? lower : Math.min(limits.end, this.current.end);
    const span = Math.max(0, this.current.end - shortest - 1);
    const isFree = this.current.end >= NEVER || this.random() < 0.3;
    const horizon = isFree ? NEVER : shortest + Math.floor(this.random() * (span + 1));
    for (let tries = 0; tries < 12; tries += 1) {
      const landmark = computeLandmark({
        closure: bench.closure,
        set: toSet(bench.model, members),
        horizon,
        order: this.shuffle(dropped),
      });
      this.problem.budget.spend(SCHEDULE_NODES);
      if (landmark === null) return members;
      const added = this.pickLight(landmark);
      if (added === undefined) return null;
      members = this.withOneExclusive([...members, added], added);
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

  /** One of some steps, light ones more often. */
  private pickLight(indices: readonly number[]): number | undefined {
    const { steps, hoursPerWeek, workHoursPerWeek, maxParallel } = this.problem.bench.model;
    const weights = indices.map((index) => {
      const step = steps[index];
      if (!step) return 0;
      const load = step.isAtWork
        ? step.hours / Math.max(1, workHoursPerWeek) + step.duration / MOST_AT_WORK
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
      else priority[one] = this.random() * Math.max(1, this.current.end < NEVER ? this.current.end : 100);
    }
    return priority;
  }
}
