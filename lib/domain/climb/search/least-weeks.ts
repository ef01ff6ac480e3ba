import { NEVER } from '../schedule/calendar';
import { blendPools } from './blend-pools';
import { type NodeBudget, SCHEDULE_NODES } from './effort';
import { improvePlan } from './improve';
import { computeCapacity, computeWeeksFor, listLoads, listPools, type Pool } from './pools';
import { type LeafVerdict, type RelaxationProblem, searchRelaxation } from './relaxation';
import { fullSet, listMembers, type StepSet } from './sets';
import { type Candidate, isBetter, type Limits, type Measure, type Workbench } from './workbench';

export type WeeksResult = {
  /** No plan within the limits ends sooner; a week of the whole plan. */
  lower: number;
  best: Candidate | null;
};

export type WeeksProblem = {
  bench: Workbench;
  limits: Limits;
  /** A plan known beforehand, and selections to start from. */
  known: Candidate | null;
  seeds: readonly (readonly number[])[];
  budget: NodeBudget;
  /** Plans that end by this week are as good as any. */
  enough: number;
};

const ORDER: readonly Measure[] = ['end', 'burden', 'steps'];

/** Rounds of improvement before any bound, so that there is a plan to show. */
const FIRST_ROUNDS = 80;
const ROUNDS = 600;
const MOST_RESTARTS = 8;
/** Rounds spent on one selection that the bounds leave open. */
const LEAF_ROUNDS = 120;
/** Where many nodes are left, one such selection takes this part of them. */
const LEAF_PARTS = 6;
const LOOK = 400;
/** With fewer nodes than this there are none for blends of pools, nor for a short look before a long one. */
const LONG_NODES = 500;
/** Selections that get a short look, and those of them that get a long one. */
const MOST_PROBED = 6;
const PROBE_ROUNDS = 60;
const MOST_PURSUED = 2;
/** A round with what is mended in it counts so many nodes, about. */
const ROUND_NODES = 0.9;

/** The least week in which a stage can be done over all selections: a lower bound and the best plan found. */
export function minimiseEnd(problem: WeeksProblem): WeeksResult {
  return new WeeksSearch(problem).run();
}

class WeeksSearch {
  private readonly starts: number[][] = [];
  private best: Candidate | null;
  private lower = 0;
  /** Whether a selection was found that the bounds leave open near the least horizon. */
  private hasTightStart = false;
  /** The pool that bounds the weeks most. */
  private tightest: Pool = 'own';
  /** Selections that take little of every pool. */
  private blends: readonly (readonly number[])[] = [];
  private readonly isLong: boolean;

  constructor(private readonly problem: WeeksProblem) {
    this.best = problem.known;
    this.isLong = problem.budget.nodesLeft >= LONG_NODES;
  }

  run(): WeeksResult {
    const { bench, limits, budget, seeds, enough } = this.problem;
    bench.closure.reset(fullSet(bench.model));
    this.lower = Math.max(enough, bench.closure.goal);
    if (this.lower > limits.end) return this.finish();
    for (const start of seeds) if (!this.isOver) this.improve({ start, rounds: FIRST_ROUNDS, seed: 0 });
    for (const start of this.listWholeSeeds())
      if (!this.best) this.improve({ start, rounds: FIRST_ROUNDS, seed: 0 });
    if (this.isOver) return this.finish();
    const least = budget.take(0.15);
    this.raiseByLeastLoads(least);
    budget.giveBack(least);
    if (this.isOver) return this.finish();
    if (this.isLong) {
      const blended = budget.take(0.25);
      this.raiseByBlends(blended);
      budget.giveBack(blended);
      if (this.isOver) return this.finish();
    }
    const share = budget.take(0.3);
    this.raiseLowerBound(share);
    budget.giveBack(share);
    const middle = budget.take(0.6);
    this.findPlans(middle);
    budget.giveBack(middle);
    const last = budget.take(0.6);
    this.close(last);
    budget.giveBack(last);
    this.shorten(budget);
    return this.finish();
  }

  /** All steps but the degrees, then with each degree: what is not needed falls away when scheduled. */
  private listWholeSeeds(): number[][] {
    const { steps, exclusive } = this.problem.bench.model;
    const plain = steps.map(({ index }) => index).filter((index) => !exclusive.includes(index));
    return [plain, ...exclusive.map((index) => [...plain, index])];
  }

  private finish(): WeeksResult {
    return { lower: Math.min(this.lower, this.best?.end ?? NEVER), best: this.best };
  }

  private get upper(): number {
    return Math.min(this.problem.limits.end + 1, this.best?.end ?? NEVER);
  }

  private get isOver(): boolean {
    return this.lower >= this.upper;
  }

  private improve(input: {
    start: readonly number[];
    rounds: number;
    seed: number;
    budget?: NodeBudget;
    lower?: number;
    allowed?: StepSet;
  }): void {
    const { bench, limits } = this.problem;
    this.best = improvePlan({
      bench,
      order: ORDER,
      allowed: null,
      limits,
      lower: this.lower,
      budget: this.problem.budget,
      known: this.best,
      ...input,
    });
  }

  private search(input: {
    weeks: number;
    pool: Pool;
    budget: NodeBudget;
    nodes?: number;
    onLeaf: RelaxationProblem['onLeaf'];
  }) {
    const { bench, limits } = this.problem;
    return searchRelaxation({
      ...input,
      bench,
      limits: { ...limits, end: input.weeks },
      weights: listLoads(bench, input.pool),
      weighing: input.pool,
      below: computeCapacity(bench, input.pool, input.weeks) + 1,
    });
  }

  /** The least that any plan takes of each pool alone, whatever the horizon, takes so many weeks. */
  private raiseByLeastLoads(budget: NodeBudget): void {
    const { bench, limits } = this.problem;
    let most = -1;
    for (const pool of listPools(bench)) {
      const weights = listLoads(bench, pool);
      const known = this.best
        ? listMembers(this.best.set).reduce((sum, index) => sum + (weights[index] ?? 0), 0)
        : NEVER;
      const { bound } = searchRelaxation({
        bench,
        limits: { ...limits, end: NEVER },
        weights,
        weighing: pool,
        below: known,
        budget,
        nodes: LOOK,
        onLeaf: (set, weight) => {
          this.starts.push(listMembers(set));
          return { below: weight, isOpen: false };
        },
      });
      if (bound >= NEVER) continue;
      const weeks = computeWeeksFor(bench, pool, bound);
      if (weeks > most) {
        most = weeks;
        this.tightest = pool;
      }
      this.lower = Math.max(this.lower, weeks);
    }
  }

  /** What all pools together must hold raises the bound too, and gives selections that take little of each. */
  private raiseByBlends(budget: NodeBudget): void {
    const { bench, limits } = this.problem;
    const { lower, selections } = blendPools({ bench, limits, lower: this.lower, upper: this.upper, budget });
    this.lower = lower;
    this.blends = selections;
  }

  /** Finds the least horizon that the bounds leave open: by halving at little cost, then week by week. */
  private raiseLowerBound(budget: NodeBudget): void {
    let high = this.upper;
    if (high >= NEVER) {
      high = Math.max(8, this.lower);
      while (high < 100_000 && !this.isOpen(high, budget, LOOK)) {
        this.lower = high + 1;
        high *= 2;
      }
    } else if (!this.best && !this.isOpen(high - 1, budget, LOOK)) this.lower = high;
    while (this.lower < high && !budget.isSpent()) {
      const weeks = Math.floor((this.lower + high) / 2);
      if (this.isOpen(weeks, budget, 1)) high = weeks;
      else this.lower = weeks + 1;
    }
    for (let leap = 1; !this.isOver && !budget.isSpent(); ) {
      const weeks = Math.min(this.upper - 1, this.lower + leap - 1);
      if (!this.isOpen(weeks, budget, LOOK)) {
        this.lower = weeks + 1;
        leap *= 2;
      } else if (leap === 1) break;
      else leap = 1;
    }
    this.findStarts(budget);
  }

  /** Selections for somewhat longer horizons, where the least one gave none. */
  private findStarts(budget: NodeBudget): void {
    const span = this.upper - 1 - this.lower;
    for (const share of [0.1, 0.25, 0.5]) {
      if (this.hasTightStart || this.isOver || budget.isSpent()) return;
      this.isOpen(Math.floor(this.lower + share * Math.min(span, this.lower)), budget, LOOK);
    }
  }

  /** False only when it is proved that no plan ends within so many weeks. */
  private isOpen(weeks: number, budget: NodeBudget, nodes: number): boolean {
    let isOpen = false;
    const onLeaf = (set: StepSet): LeafVerdict => {
      this.starts.push(listMembers(set));
      this.hasTightStart = true;
      isOpen = true;
      return { below: 0, isOpen: false };
    };
    for (const pool of [
      this.tightest,
      ...listPools(this.problem.bench).filter((other) => other !== this.tightest),
    ]) {
      const result = this.search({ weeks, pool, budget, nodes, onLeaf });
      if (isOpen) return true;
      if (result.isProved) return false;
    }
    return true;
  }

  /** Looks for plans near the selections that the bounds left open, the tightest horizon first. */
  private findPlans(budget: NodeBudget): void {
    if (this.isLong) this.pursueBest(budget);
    const starts = this.starts.toReversed();
    for (let restart = 0; restart < MOST_RESTARTS && !this.isOver && !budget.isSpent(); restart += 1) {
      const start = starts[restart] ?? (this.best ? listMembers(this.best.set) : starts[0]);
      const rounds = Math.max(ROUNDS, Math.floor(budget.nodesLeft / SCHEDULE_NODES / MOST_RESTARTS));
      if (start) this.improve({ start, rounds, seed: restart + 1, budget });
    }
  }

  /** Gives the selections that look best after a short time all the rest of it: one long search finds more than many short ones. */
  private pursueBest(budget: NodeBudget): void {
    const known = this.best ? [listMembers(this.best.set)] : [];
    const all = [...known, ...this.blends, ...this.starts.toReversed()];
    const starts = [...new Map(all.map((start) => [start.join(), start])).values()];
    const probed = starts
      .slice(0, MOST_PROBED)
      .map((start) => ({ start, end: this.probe(start, budget) }))
      .sort((one, other) => one.end - other.end);
    for (const [place, { start }] of probed.slice(0, MOST_PURSUED).entries()) {
      if (this.isOver || budget.isSpent()) return;
      const rounds = Math.max(ROUNDS, Math.floor(budget.nodesLeft / ROUND_NODES / (MOST_PURSUED - place)));
      this.improve({ start, rounds, seed: place + 1, budget });
    }
  }

  /** How soon a plan near a selection ends after a short look. */
  private probe(start: readonly number[], budget: NodeBudget): number {
    const { bench, limits } = this.problem;
    const near = { bench, order: ORDER, allowed: null, limits, lower: this.lower, budget };
    const found = improvePlan({ ...near, known: null, start, rounds: PROBE_ROUNDS, seed: 1 });
    if (found && isBetter(found, this.best, ORDER)) this.best = found;
    return found?.end ?? NEVER;
  }

  /** Tries the least horizon that is left open, which finds a plan there or raises the bound. */
  private close(budget: NodeBudget): void {
    while (!this.isOver && !budget.isSpent()) {
      const weeks = this.lower;
      if (this.explore(weeks, budget) !== 'refuted') return;
      this.lower = weeks + 1;
    }
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

  /** Whether a plan ends within so many weeks: each selection left open is scheduled, and nothing beside it. */
  private explore(weeks: number, budget: NodeBudget): 'found' | 'refuted' | 'open' {
    const onLeaf: RelaxationProblem['onLeaf'] = (set) => {
      const rounds = Math.max(LEAF_ROUNDS, Math.floor(budget.nodesLeft / SCHEDULE_NODES / LEAF_PARTS));
      this.improve({ start: listMembers(set), rounds, seed: 1, budget, lower: weeks, allowed: set });
      return this.upper <= weeks ? { below: 0, isOpen: false } : { below: NEVER, isOpen: true };
    };
    const result = this.search({ weeks, pool: this.tightest, budget, onLeaf });
    if (this.upper <= weeks) return 'found';
    return result.isProved ? 'refuted' : 'open';
  }
}
