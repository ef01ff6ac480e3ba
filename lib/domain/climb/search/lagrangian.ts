import type { CoverState } from './cover-state';

/** A limited resource: what each step uses, and how much there is. */
export type Resource = { use: readonly number[]; capacity: number };

const FIRST_PACE = 1.5;
/** Rounds without a better bound after which the pace is halved. */
const PATIENCE = 5;
const LEAST_PACE = 0.02;

/**
 * Bounds the weight of every selection below a node from beneath: each row, choice and resource has a price, and
 * steps are chosen by what is left of their weight when the prices are paid (Lagrangian relaxation, the prices by
 * subgradient steps; Fisher 1981). Prices are kept from node to node.
 */
export class Lagrangian {
  bound = Number.NEGATIVE_INFINITY;
  /** What is left of each step's weight at the best prices found. */
  readonly rest: Float64Array;
  private prices: Float64Array;
  private slopes: Float64Array;
  private readonly resourcePrices: Float64Array;
  private readonly resourceSlopes: Float64Array;
  private readonly now: Float64Array;
  private readonly isTaken: Uint8Array;
  private readonly itemPrices: Float64Array;
  private readonly isItemTaken: Uint8Array;

  constructor(
    private readonly state: CoverState,
    private readonly weights: readonly number[],
    private readonly resources: readonly Resource[],
  ) {
    const size = weights.length;
    this.rest = new Float64Array(size);
    this.now = new Float64Array(size);
    this.isTaken = new Uint8Array(size);
    this.prices = new Float64Array(state.rows.length + 64);
    this.slopes = new Float64Array(state.rows.length + 64);
    this.resourcePrices = new Float64Array(resources.length);
    this.resourceSlopes = new Float64Array(resources.length);
    this.itemPrices = new Float64Array(state.itemCount);
    this.isItemTaken = new Uint8Array(state.itemCount);
  }

  /** Improves the bound for so many rounds or until it passes `target`. */
  improve(rounds: number, target: number): number {
    this.makeRoom();
    this.bound = Number.NEGATIVE_INFINITY;
    let pace = FIRST_PACE;
    let since = 0;
    for (let round = 0; round < rounds; round += 1) {
      const value = this.evaluate();
      if (value > this.bound + 1e-9) {
        this.bound = value;
        this.rest.set(this.now);
        since = 0;
      } else {
        since += 1;
        if (since >= PATIENCE) {
          pace /= 2;
          since = 0;
        }
      }
      if (value >= target || pace < LEAST_PACE) break;
      if (!this.step(pace, value, target)) break;
    }
    return this.bound;
  }

  private makeRoom(): void {
    const { length } = this.state.rows;
    if (length <= this.prices.length) return;
    const longer = new Float64Array(length * 2);
    longer.set(this.prices);
    this.prices = longer;
    this.slopes = new Float64Array(length * 2);
  }

  /** The value of the relaxation at the present prices, and the steps it takes. */
  private evaluate(): number {
    const { state, now, resources } = this;
    for (let index = 0; index < now.length; index += 1) now[index] = this.weights[index] ?? 0;
    let value = 0;
    resources.forEach(({ use, capacity }, at) => {
      const price = this.resourcePrices[at] ?? 0;
      if (price === 0) return;
      value -= price * capacity;
      for (let index = 0; index < now.length; index += 1) now[index] = (now[index] ?? 0) + price * (use[index] ?? 0);
    });
    this.itemPrices.fill(0);
    for (let row = 0; row < state.rows.length; row += 1) {
      const price = this.prices[row] ?? 0;
      if (price === 0 || state.isSettled(row)) continue;
      const entry = state.rows[row];
      if (!entry) continue;
      if (entry.item >= 0) this.itemPrices[entry.item] = (this.itemPrices[entry.item] ?? 0) + price;
      else value += price * (1 - entry.core.length);
      for (const index of entry.core) now[index] = (now[index] ?? 0) + price;
      for (const index of entry.set) now[index] = (now[index] ?? 0) - price;
    }
    value += state.chooseItems(this.itemPrices, this.isItemTaken);
    for (let index = 0; index < now.length; index += 1) {
      const left = now[index] ?? 0;
      const isTaken = state.isIn(index) || (left < 0 && state.isOpen(index));
      this.isTaken[index] = isTaken ? 1 : 0;
      if (isTaken) value += left;
    }
    return value;
  }

  /** Moves the prices along the subgradient; false when there is nowhere to move. */
  private step(pace: number, value: number, target: number): boolean {
    const { state, slopes, isTaken, prices } = this;
    let norm = 0;
    for (let row = 0; row < state.rows.length; row += 1) {
      slopes[row] = 0;
      const entry = state.rows[row];
      if (!entry || state.isSettled(row)) continue;
      let slope = entry.item >= 0 ? (this.isItemTaken[entry.item] ?? 0) : 1 - entry.core.length;
      for (const index of entry.core) slope += isTaken[index] ?? 0;
      for (const index of entry.set) slope -= isTaken[index] ?? 0;
      if (slope < 0 && (prices[row] ?? 0) === 0) continue;
      slopes[row] = slope;
      norm += slope * slope;
    }
    const scaled = this.listResourceSlopes();
    norm += scaled;
    if (norm === 0) return false;
    const goal = Number.isFinite(target) ? target : value + Math.max(1, Math.abs(value) * 0.1);
    const length = (pace * Math.max(goal - value, 1e-6)) / norm;
    for (let row = 0; row < state.rows.length; row += 1)
      if (slopes[row] !== 0) prices[row] = Math.max(0, (prices[row] ?? 0) + length * (slopes[row] ?? 0));
    this.resources.forEach((_, at) => {
      const moved = (this.resourcePrices[at] ?? 0) + length * (this.resourceSlopes[at] ?? 0);
      this.resourcePrices[at] = Math.max(0, moved);
    });
    return true;
  }

  private listResourceSlopes(): number {
    let norm = 0;
    this.resources.forEach(({ use, capacity }, at) => {
      let slope = -capacity;
      for (let index = 0; index < use.length; index += 1) if (this.isTaken[index] === 1) slope += use[index] ?? 0;
      // Large units would drown the rows; the square of the mean use brings them to one scale.
      const isIdle = slope < 0 && (this.resourcePrices[at] ?? 0) === 0;
      this.resourceSlopes[at] = isIdle ? 0 : slope;
      norm += isIdle ? 0 : slope * slope;
    });
    return norm;
  }
}
