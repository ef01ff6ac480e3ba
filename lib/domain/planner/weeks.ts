import { fullSet, listMembers, NEVER, type StepSet } from './closure';
import type { NodeBudget } from './effort';
import { improvePlan } from './improve';
import type { PlanningModel } from './model';
import { type LeafVerdict, searchRelaxation } from './relaxation';
import { type Candidate, type Limits, listDegrees, type Workbench } from './workbench';

export type WeeksResult = {
  /** No plan within the limits is shorter. */
  lower: number;
  best: Candidate | null;
};

export type WeeksProblem = {
  bench: Workbench;
  limits: Limits;
  /** Landmarks that hold whatever the horizon. */
  clauses: (readonly number[])[];
  /** A plan known beforehand, and selections to start from. */
  known: Candidate | null;
  seeds: readonly (readonly number[])[];
  budget: NodeBudget;
  /** Ends with the first plan within the limits, however long. */
  isAnyEnough?: boolean;
  /** Nodes to go on with where a plan was neither found nor refuted. */
  patience?: NodeBudget;
};

/** Rounds of improvement before any bound, so that there is a plan to show. */
const FIRST_ROUNDS = 250;
const ROUNDS = 1200;
const MOST_RESTARTS = 8;
/** Rounds spent on one selection that the bounds leave open. */
const LEAF_ROUNDS = 120;
/** Rounds of one search among many where plans are hard to find. */
const PATIENT_ROUNDS = 8000;

/** Least weeks over all selections within the limits: a lower bound and the best plan found. */
export function minimiseWeeks(problem: WeeksProblem): WeeksResult {
  return new WeeksSearch(problem).run();
}

class WeeksSearch {
  private readonly model: PlanningModel;
  private readonly starts: number[][] = [];
  private best: Candidate | null;
  private lower = 0;

  constructor(private readonly problem: WeeksProblem) {
    this.model = problem.bench.model;
    this.best = problem.known;
  }

  run(): WeeksResult {
    const { bench, limits, budget, seeds } = this.problem;
    bench.closure.reset(fullSet(this.model));
    this.lower = bench.closure.goal;
    if (this.lower > limits.weeks) return this.finish();
    for (const seed of seeds) if (seed.length > 0 && !this.isOver) this.improve(seed, FIRST_ROUNDS, 0);
    for (const seed of this.listWholeSeeds()) if (!this.best) this.improve(seed, FIRST_ROUNDS, 0);
    if (this.isOver) return this.finish();
    const share = budget.take(0.35);
    this.raiseLowerBound(share);
    budget.giveBack(share);
    const middle = budget.take(0.5);
    this.findPlans(middle);
    budget.giveBack(middle);
    this.close();
    this.insist();
    return this.finish();
  }

  /** All steps but the degrees, then with each degree: what is not needed falls away when scheduled. */
  private listWholeSeeds(): number[][] {
    const { steps } = this.model;
    const plain = steps.filter(({ isDegree }) => !isDegree).map(({ index }) => index);
    return [plain, ...listDegrees(this.model).map((degree) => [...plain, degree])];
  }

  private finish(): WeeksResult {
    return { lower: Math.min(this.lower, this.best?.weeks ?? NEVER), best: this.best };
  }

  private get upper(): number {
    return Math.min(this.problem.limits.weeks + 1, this.best?.weeks ?? NEVER);
  }

  private get isOver(): boolean {
    return this.lower >= this.upper || (this.problem.isAnyEnough === true && this.best !== null);
  }

  private improve(
    start: readonly number[],
    rounds: number,
    seed: number,
    budget = this.problem.budget,
    lower = this.problem.isAnyEnough ? this.problem.limits.weeks : this.lower,
  ): void {
    const { bench, limits } = this.problem;
    this.best = improvePlan({
      ...bench,
      order: ['weeks', 'pence', 'steps'],
      allowed: fullSet(this.model),
      limits,
      lower,
      start,
      known: this.best,
      rounds,
      seed,
      budget,
    });
  }

  /** Weights that add up each step's share of hours, of places and of occupation, in weeks. */
  private listWeights(): number[] {
    const { steps, hoursPerWeek, maxParallel } = this.model;
    return steps.map(
      (step) => step.hours / hoursPerWeek + (step.isOccupation ? 1 : 1 / maxParallel) * step.duration,
    );
  }

  private search(weeks: number, budget: NodeBudget, nodes: number, onLeaf: (set: StepSet) => LeafVerdict) {
    const { bench, limits, clauses } = this.problem;
    return searchRelaxation({
      bench,
      allowed: fullSet(this.model),
      limits: { ...limits, weeks },
      clauses,
      weights: this.listWeights(),
      below: 3 * weeks + 0.5,
      nodes,
      budget,
      onLeaf,
    });
  }

  /** Finds the least horizon that the bounds leave open, by halving. */
  private raiseLowerBound(budget: NodeBudget): void {
    let high = this.upper;
    if (!this.best && high < NEVER && !this.isOpen(high - 1, budget)) this.lower = high;
    if (high >= NEVER) {
      high = Math.max(8, this.lower);
      while (high < 100_000 && !this.isOpen(high, budget)) {
        this.lower = high + 1;
        high *= 2;
      }
    }
    while (this.lower < high && !budget.isSpent()) {
      const weeks = Math.floor((this.lower + high) / 2);
      if (this.isOpen(weeks, budget)) high = weeks;
      else this.lower = weeks + 1;
    }
  }

  /** False only when it is proved that no plan ends within so many weeks. */
  private isOpen(weeks: number, budget: NodeBudget, nodes = 3000): boolean {
    let isOpen = false;
    const result = this.search(weeks, budget, nodes, (set) => {
      this.starts.push(listMembers(set));
      isOpen = true;
      return { below: 0, isOpen: false };
    });
    return isOpen || !result.isProved;
  }

  /** Looks for plans near the selections that the bounds left open, the tightest horizon first. */
  private findPlans(budget: NodeBudget): void {
    const starts = this.starts.reverse();
    for (let restart = 0; restart < MOST_RESTARTS && !this.isOver && !budget.isSpent(); restart += 1) {
      const start = starts[restart] ?? (this.best ? listMembers(this.best.set) : starts[0]);
      if (start) this.improve(start, ROUNDS, restart + 1, budget);
    }
  }

  /** Searches anew from all steps again and again, for the one plan in a narrow deadline. */
  private insist(): void {
    const { patience, limits } = this.problem;
    if (!patience || this.best || this.isOver) return;
    const share = patience.take(0.3);
    if (!this.isOpen(limits.weeks, share, Number.POSITIVE_INFINITY)) this.lower = limits.weeks + 1;
    patience.giveBack(share);
    const starts = this.listWholeSeeds();
    for (let turn = 1; !this.best && !this.isOver && !patience.isSpent(); turn += 1)
      this.improve(starts[turn % starts.length] ?? [], PATIENT_ROUNDS, turn, patience, limits.weeks);
  }

  /** Tries every selection left open at the least horizon, which finds a plan there or raises the bound. */
  private close(): void {
    const { budget } = this.problem;
    while (!this.isOver && !budget.isSpent()) {
      const horizon = this.lower;
      const result = this.search(horizon, budget, Number.POSITIVE_INFINITY, (set) => {
        this.improve(listMembers(set), LEAF_ROUNDS, 1);
        return this.upper <= horizon ? { below: 0, isOpen: false } : { below: NEVER, isOpen: true };
      });
      if (this.isOver || !result.isProved) return;
      this.lower = horizon + 1;
    }
  }
}
