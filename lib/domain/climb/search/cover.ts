import type { CoverRows, Resource, Row } from './cover-rows';
import { CoverState } from './cover-state';
import type { NodeBudget } from './effort';
import { Lagrangian } from './lagrangian';

/** What a caller says about a set that meets every row known so far. */
export type Verdict =
  /** The set breaks this row, which every solution keeps. */
  | { kind: 'row'; row: Row }
  /** The set keeps all; from now on only lighter ones than `below` count. Open: nobody knows whether it will do. */
  | { kind: 'leaf'; below: number; isOpen: boolean };

export type CoverProblem = {
  size: number;
  /** Whole numbers. */
  weights: readonly number[];
  rows: CoverRows;
  /** Rows beside them, such as landmarks. */
  more: readonly Row[];
  resources: readonly Resource[];
  /** Only solutions lighter than this are looked for. */
  below: number;
  budget: NodeBudget;
  /** Prices of the rows from an earlier search with such weights, kept up to date. */
  memory: PriceMemory;
  /** Most nodes of this search alone. */
  nodes?: number;
  /** Whether prices may rise by much in a step while nobody knows how far they have to. */
  isLong?: boolean;
  judge: (chosen: Uint8Array, weight: number) => Verdict;
  /** Says of a selection that may lack steps of no weight what comes of it with them. */
  complete?: (chosen: Uint8Array, weight: number) => Verdict;
};

export type PriceMemory = { prices: Float64Array | null };

export type CoverResult = {
  /** No solution is lighter than this; `below` or the accepted weight when the search was complete. */
  bound: number;
  /** Whether the search was complete, so that `bound` is the least weight (or `below`). */
  isProved: boolean;
};

const ROOT_ROUNDS = 120;
/** Where prices are known from an earlier search. */
const LATER_ROOT_ROUNDS = 40;
const ROUNDS = 12;
/** Rounds of prices that count as one node. */
const ROUNDS_A_NODE = 10;

/**
 * Looks for the lightest set that keeps every row, learning rows as it goes: an implicit hitting set problem,
 * solved by depth-first branch and bound with prices of rows (see Lagrangian).
 */
export function searchCover(problem: CoverProblem): CoverResult {
  return new CoverSearch(problem).run();
}

class CoverSearch {
  private readonly state: CoverState;
  private readonly prices: Lagrangian;
  private below: number;
  private openBound = Number.POSITIVE_INFINITY;
  private left: number;
  private readonly firstRows: number;
  /** All weights are multiples of this. */
  private readonly unit: number;

  constructor(private readonly problem: CoverProblem) {
    const { size, weights, resources, rows, more } = problem;
    this.state = new CoverState(size, weights, resources, rows);
    this.firstRows = this.state.rowCount;
    for (const row of more) this.state.addRow(row);
    this.prices = new Lagrangian(this.state, weights, resources, problem.memory.prices, problem.isLong);
    this.below = problem.below;
    this.left = problem.nodes ?? Number.POSITIVE_INFINITY;
    this.unit = Math.max(1, weights.reduce(computeGreatestDivisor, 0));
  }

  run(): CoverResult {
    const { memory } = this.problem;
    if (this.state.settle()) {
      this.visit(memory.prices ? LATER_ROOT_ROUNDS : ROOT_ROUNDS);
    }
    return { bound: Math.min(this.below, this.openBound), isProved: this.openBound >= this.below };
  }

  /** The most that a bound may be for anything of interest to lie below a node. */
  private get target(): number {
    return this.below - this.unit + 1e-6;
  }

  private visit(rounds: number, above = Number.NEGATIVE_INFINITY): void {
    const { state, problem } = this;
    for (;;) {
      problem.budget.spend(1);
      this.left -= 1;
      if (state.weight >= this.below) return;
      const computed = this.computeBound(rounds);
      if (computed === null) return;
      // What alone decides a node may have been put in just now.
      if (state.weight >= this.below) return;
      const bound = Math.max(above, computed);
      if (problem.budget.isSpent() || this.left <= 0) {
        this.openBound = Math.min(this.openBound, this.roundUp(bound));
        return;
      }
      const unmet = state.findUnmet(this.prices.itemPrices);
      const judge = unmet === null ? problem.judge : problem.complete;
      const verdict = judge?.(state.listChosen(), state.weight);
      if (verdict?.kind === 'leaf') {
        this.below = Math.min(this.below, verdict.below);
        if (verdict.isOpen) this.openBound = Math.min(this.openBound, state.weight);
        return;
      }
      if (verdict) {
        state.addRow(verdict.row);
        if (!state.settle()) return;
      }
      if (unmet === null) continue;
      const among = (verdict?.row.set ?? unmet).filter((index) => state.isOpen(index));
      if (verdict?.row.set.some((index) => state.isIn(index))) continue;
      this.branch(among, bound);
      return;
    }
  }

  private roundUp(bound: number): number {
    return Math.max(0, Math.ceil(bound / this.unit - 1e-6) * this.unit);
  }

  /** The bound of this node, with steps put in or out that alone decide it; null when nothing lies below. */
  private computeBound(rounds: number): number | null {
    const { state, prices, problem } = this;
    const bound = prices.improve(rounds, this.target);
    if (rounds !== ROUNDS) problem.memory.prices = prices.listPrices(this.firstRows);
    const spent = rounds / ROUNDS_A_NODE - 1;
    if (spent > 0) problem.budget.spend(spent);
    if (bound > this.target) return null;
    for (let index = 0; index < problem.size; index += 1) {
      if (!state.isOpen(index)) continue;
      const rest = prices.rest[index] ?? 0;
      if (bound + Math.abs(rest) <= this.target) continue;
      if (!state.assign(index, rest < 0)) return null;
    }
    return bound;
  }

  /** Tries the most promising step of an unmet row in, and then the rest without it. */
  private branch(unmet: readonly number[], bound: number): void {
    const { state, prices, problem } = this;
    let best = -1;
    for (const index of unmet) if (best < 0 || this.compare(index, best, prices.rest) < 0) best = index;
    const mark = state.mark;
    const kept = prices.keep();
    if (state.assign(best, true)) this.visit(ROUNDS, bound);
    state.takeBack(mark);
    if (problem.budget.isSpent() || this.left <= 0) {
      this.openBound = Math.min(this.openBound, this.roundUp(bound));
      return;
    }
    prices.takeUp(kept);
    if (state.assign(best, false)) this.visit(ROUNDS, bound);
    state.takeBack(mark);
  }

  private compare(one: number, other: number, rest: Float64Array): number {
    const { weights } = this.problem;
    return (
      (rest[one] ?? 0) - (rest[other] ?? 0) || (weights[one] ?? 0) - (weights[other] ?? 0) || one - other
    );
  }
}

function computeGreatestDivisor(one: number, other: number): number {
  let [a, b] = [Math.abs(Math.round(one)), Math.abs(Math.round(other))];
  while (b > 0) [a, b] = [b, a % b];
  return a;
}
