import { fullSet, listMembers, NEVER, type StepSet } from './closure';
import { type NodeBudget, SCHEDULE_NODES } from './effort';
import { improvePlan } from './improve';
import type { PlanningModel } from './model';
import { type LeafVerdict, type RelaxationProblem, searchRelaxation } from './relaxation';
import { type Candidate, isBetter, type Limits, listDegrees, type Workbench } from './workbench';

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
  /** Ends with the first plan of at most so many weeks. */
  enough?: number;
  /** Nodes to go on with where no plan was found, or none that is proved the shortest. */
  patience?: NodeBudget;
};

const ORDER = ['weeks', 'pence', 'steps'] as const;

/** Rounds of improvement before any bound, so that there is a plan to show. */
const FIRST_ROUNDS = 250;
const ROUNDS = 1200;
const MOST_RESTARTS = 8;
/** Rounds spent on one selection that the bounds leave open. */
const LEAF_ROUNDS = 120;
/** Where many nodes are left, one such selection takes this part of them. */
const LEAF_PARTS = 4;
/** Rounds of one search among many where plans are hard to find. */
const PATIENT_ROUNDS = 8000;
/** How far from the bound a plan may be for more nodes to be worth while, as a share of its weeks. */
const NEAR = 0.035;

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
    for (const start of seeds)
      if (start.length > 0 && !this.isOver) this.improve({ start, rounds: FIRST_ROUNDS, seed: 0 });
    for (const start of this.listWholeSeeds())
      if (!this.best) this.improve({ start, rounds: FIRST_ROUNDS, seed: 0 });
    if (this.isOver) return this.finish();
    const share = budget.take(0.25);
    this.raiseLowerBound(share);
    budget.giveBack(share);
    const middle = budget.take(0.6);
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
    return this.lower >= this.upper || (this.best !== null && this.best.weeks <= (this.problem.enough ?? 0));
  }

  private improve(input: {
    start: readonly number[];
    rounds: number;
    seed: number;
    budget?: NodeBudget;
    lower?: number;
    allowed?: StepSet;
  }): void {
    const { bench, limits, enough = 0 } = this.problem;
    this.best = improvePlan({
      ...bench,
      order: ORDER,
      allowed: fullSet(this.model),
      limits,
      lower: Math.max(this.lower, enough),
      budget: this.problem.budget,
      known: this.best,
      ...input,
    });
  }

  /** Weights that add up each step's share of hours, of places and of occupation, in weeks. */
  private listWeights(): number[] {
    const { steps, hoursPerWeek, maxParallel } = this.model;
    return steps.map(
      (step) => step.hours / hoursPerWeek + (step.isOccupation ? 1 : 1 / maxParallel) * step.duration,
    );
  }

  private search(input: {
    weeks: number;
    budget: NodeBudget;
    nodes: number;
    isSequenced?: boolean;
    onLeaf: RelaxationProblem['onLeaf'];
  }) {
    const { bench, limits, clauses } = this.problem;
    return searchRelaxation({
      ...input,
      bench,
      limits: { ...limits, weeks: input.weeks },
      clauses,
      weights: this.listWeights(),
      below: 3 * input.weeks + 0.5,
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
    const onLeaf = (set: StepSet): LeafVerdict => {
      this.starts.push(listMembers(set));
      isOpen = true;
      return { below: 0, isOpen: false };
    };
    const result = this.search({ weeks, budget, nodes, onLeaf });
    return isOpen || !result.isProved;
  }

  /** Looks for plans near the selections that the bounds left open, the tightest horizon first. */
  private findPlans(budget: NodeBudget): void {
    const starts = this.starts.reverse();
    for (let restart = 0; restart < MOST_RESTARTS && !this.isOver && !budget.isSpent(); restart += 1) {
      const start = starts[restart] ?? (this.best ? listMembers(this.best.set) : starts[0]);
      if (start) this.improve({ start, rounds: ROUNDS, seed: restart + 1, budget });
    }
  }

  /** Looks on for a shorter plan, or the one plan in a narrow deadline, among all selections and from all steps. */
  private insist(): void {
    const { patience, limits } = this.problem;
    if (!patience || this.isOver) return;
    if (this.best) {
      if (this.best.weeks - this.lower <= NEAR * this.best.weeks) this.shorten(patience);
      return;
    }
    const share = patience.take(0.1);
    if (this.explore(limits.weeks, share) === 'refuted') this.lower = limits.weeks + 1;
    patience.giveBack(share);
    const starts = this.listWholeSeeds();
    for (let turn = 1; !this.best && !this.isOver && !patience.isSpent(); turn += 1)
      this.improve({
        start: starts[turn % starts.length] ?? [],
        rounds: PATIENT_ROUNDS,
        seed: turn,
        budget: patience,
        lower: limits.weeks,
      });
  }

  /** Looks for a plan one week shorter than the best, again and again. */
  private shorten(budget: NodeBudget): void {
    while (this.best && !this.isOver && !budget.isSpent()) {
      const weeks = this.upper - 1;
      const found = this.explore(weeks, budget);
      if (found === 'refuted') this.lower = weeks + 1;
      if (found !== 'found') return;
    }
  }

  /** Tries the least horizon that is left open, which finds a plan there or raises the bound. */
  private close(): void {
    const { budget } = this.problem;
    while (!this.isOver && !budget.isSpent()) {
      const weeks = this.lower;
      if (this.explore(weeks, budget) !== 'refuted') return;
      this.lower = weeks + 1;
    }
  }

  /** Whether a plan ends within so many weeks: each selection left open is scheduled, and nothing beside it. */
  private explore(weeks: number, budget: NodeBudget): 'found' | 'refuted' | 'open' {
    const onLeaf: RelaxationProblem['onLeaf'] = (set, _weight, plan) => {
      if (plan && isBetter(plan, this.best, ORDER)) this.best = plan;
      const rounds = Math.max(LEAF_ROUNDS, Math.floor(budget.nodesLeft / SCHEDULE_NODES / LEAF_PARTS));
      if (this.upper > weeks)
        this.improve({ start: listMembers(set), rounds, seed: 1, budget, lower: weeks, allowed: set });
      return this.upper <= weeks ? { below: 0, isOpen: false } : { below: NEVER, isOpen: true };
    };
    const nodes = Number.POSITIVE_INFINITY;
    const result = this.search({ weeks, budget, nodes, isSequenced: true, onLeaf });
    if (this.upper <= weeks) return 'found';
    return result.isProved ? 'refuted' : 'open';
  }
}
