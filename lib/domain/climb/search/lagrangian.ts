import type { Resource } from './cover-rows';
import type { CoverState } from './cover-state';

const FIRST_PACE = 1.5;
/** Rounds without a better bound after which the pace is halved. */
const PATIENCE = 5;
const LEAST_PACE = 0.02;
/** A target as far as this says nothing of where to go. */
const FAR = 900_000_000;

/** Prices of rows and resources. */
export type Prices = { rows: Float64Array; resources: Float64Array };

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
  private bestPrices: Float64Array;
  private slopes: Float64Array;
  private readonly bestResourcePrices: Float64Array;
  private readonly resourcePrices: Float64Array;
  private readonly resourceSlopes: Float64Array;
  private readonly now: Float64Array;
  private readonly isTaken: Uint8Array;
  readonly itemPrices: Float64Array;
  private readonly isItemTaken: Uint8Array;
  /** Rows that say something at this node, and the items still to be chosen. */
  private active = new Int32Array(0);
  private activeCount = 0;
  private choices: { count: number; items: number[] }[] = [];
  /** By so much a bound may rise in one step where nobody knows how far it has to: pence rise by more than weeks. */
  private readonly usualWeight: number;

  constructor(
    private readonly state: CoverState,
    private readonly weights: readonly number[],
    private readonly resources: readonly Resource[],
    known: Float64Array | null,
    isLong = false,
  ) {
    const size = weights.length;
    this.rest = new Float64Array(size);
    this.now = new Float64Array(size);
    this.isTaken = new Uint8Array(size);
    this.prices = new Float64Array(state.rowCount + 64);
    this.slopes = new Float64Array(state.rowCount + 64);
    if (known) this.prices.set(known);
    this.bestPrices = this.prices.slice();
    this.bestResourcePrices = new Float64Array(resources.length);
    this.resourcePrices = new Float64Array(resources.length);
    this.resourceSlopes = new Float64Array(resources.length);
    this.itemPrices = new Float64Array(state.itemCount);
    this.isItemTaken = new Uint8Array(state.itemCount);
    const heavy = weights.filter((weight) => weight > 0);
    const sum = heavy.reduce((all, weight) => all + weight, 0);
    this.usualWeight = isLong ? sum / Math.max(1, heavy.length) : 0;
  }

  /** Improves the bound for so many rounds or until it passes `target`. */
  improve(rounds: number, target: number): number {
    this.prepare();
    this.bound = Number.NEGATIVE_INFINITY;
    let pace = FIRST_PACE;
    let since = 0;
    for (let round = 0; round < rounds; round += 1) {
      const value = this.evaluate();
      if (value > this.bound + 1e-9) {
        this.bound = value;
        this.rest.set(this.now);
        this.bestPrices.set(this.prices);
        this.bestResourcePrices.set(this.resourcePrices);
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
    this.prices.set(this.bestPrices);
    this.resourcePrices.set(this.bestResourcePrices);
    return this.bound;
  }

  /** The best prices found at this node, for the nodes below it. */
  keep(): Prices {
    return { rows: this.prices.slice(0, this.state.rowCount), resources: this.resourcePrices.slice() };
  }

  takeUp({ rows, resources }: Prices): void {
    this.prices.fill(0);
    this.prices.set(rows);
    this.resourcePrices.set(resources);
  }

  /** The prices of the first rows, for a later search over the same rows. */
  listPrices(count: number): Float64Array {
    return this.prices.slice(0, count);
  }

  private prepare(): void {
    const { rowCount } = this.state;
    if (rowCount > this.prices.length) {
      const longer = new Float64Array(rowCount * 2);
      longer.set(this.prices);
      this.prices = longer;
      this.bestPrices = longer.slice();
      this.slopes = new Float64Array(rowCount * 2);
    }
    if (rowCount > this.active.length) this.active = new Int32Array(rowCount * 2);
    this.activeCount = 0;
    for (let row = 0; row < rowCount; row += 1)
      if (!this.state.isSettled(row)) {
        this.active[this.activeCount] = row;
        this.activeCount += 1;
      }
    this.choices = this.state.listOpenChoices();
  }

  /** The value of the relaxation at the present prices, and the steps it takes. */
  private evaluate(): number {
    const { state, now, resources, active, prices, weights, itemPrices, isTaken } = this;
    const { starts, middles, columns, itemOf } = state;
    for (let index = 0; index < now.length; index += 1) now[index] = weights[index] as number;
    let value = 0;
    for (let at = 0; at < resources.length; at += 1) {
      const price = this.resourcePrices[at] as number;
      const resource = resources[at];
      if (price === 0 || !resource) continue;
      value -= price * resource.capacity;
      const { use } = resource;
      for (let index = 0; index < now.length; index += 1)
        now[index] = (now[index] as number) + price * (use[index] as number);
    }
    itemPrices.fill(0);
    for (let place = 0; place < this.activeCount; place += 1) {
      const row = active[place] as number;
      const price = prices[row] as number;
      if (price === 0) continue;
      const start = starts[row] as number;
      const middle = middles[row] as number;
      const end = starts[row + 1] as number;
      const item = itemOf[row] as number;
      if (item >= 0) itemPrices[item] = (itemPrices[item] as number) + price;
      else value += price * (1 - middle + start);
      for (let at = start; at < middle; at += 1) {
        const index = columns[at] as number;
        now[index] = (now[index] as number) + price;
      }
      for (let at = middle; at < end; at += 1) {
        const index = columns[at] as number;
        now[index] = (now[index] as number) - price;
      }
    }
    if (this.choices.length > 0) value += this.chooseItems();
    for (let index = 0; index < now.length; index += 1) {
      const left = now[index] as number;
      const takes = state.isIn(index) || (left < 0 && state.isOpen(index));
      isTaken[index] = takes ? 1 : 0;
      if (takes) value += left;
    }
    return value;
  }

  /** The least that the choices cost at the prices of their items. */
  private chooseItems(): number {
    const { itemPrices, isItemTaken } = this;
    isItemTaken.fill(0);
    let sum = 0;
    for (const { count, items } of this.choices) {
      items.sort((one, other) => (itemPrices[one] ?? 0) - (itemPrices[other] ?? 0) || one - other);
      for (let place = 0; place < count; place += 1) {
        const item = items[place] ?? 0;
        sum += itemPrices[item] ?? 0;
        isItemTaken[item] = 1;
      }
    }
    return sum;
  }

  /** Moves the prices along the subgradient; false when there is nowhere to move. */
  private step(pace: number, value: number, target: number): boolean {
    const { slopes, isTaken, prices, active } = this;
    const { starts, middles, columns, itemOf } = this.state;
    let norm = 0;
    for (let place = 0; place < this.activeCount; place += 1) {
      const row = active[place] as number;
      const start = starts[row] as number;
      const middle = middles[row] as number;
      const end = starts[row + 1] as number;
      const item = itemOf[row] as number;
      let slope = item >= 0 ? (this.isItemTaken[item] as number) : 1 - middle + start;
      for (let at = start; at < middle; at += 1) slope += isTaken[columns[at] as number] as number;
      for (let at = middle; at < end; at += 1) slope -= isTaken[columns[at] as number] as number;
      if (slope < 0 && prices[row] === 0) slope = 0;
      slopes[row] = slope;
      norm += slope * slope;
    }
    norm += this.listResourceSlopes();
    if (norm === 0) return false;
    const goal = target < FAR ? target : value + Math.max(1, Math.abs(value) * 0.1, this.usualWeight);
    const length = (pace * Math.max(goal - value, 1e-6)) / norm;
    for (let place = 0; place < this.activeCount; place += 1) {
      const row = active[place] as number;
      const slope = slopes[row] as number;
      if (slope !== 0) prices[row] = Math.max(0, (prices[row] as number) + length * slope);
    }
    for (let at = 0; at < this.resources.length; at += 1) {
      const moved = (this.resourcePrices[at] as number) + length * (this.resourceSlopes[at] as number);
      this.resourcePrices[at] = Math.max(0, moved);
    }
    return true;
  }

  private listResourceSlopes(): number {
    let norm = 0;
    for (let at = 0; at < this.resources.length; at += 1) {
      const resource = this.resources[at];
      if (!resource) continue;
      const { use, capacity } = resource;
      let slope = -capacity;
      for (let index = 0; index < use.length; index += 1)
        if (this.isTaken[index] === 1) slope += use[index] as number;
      const isIdle = slope < 0 && this.resourcePrices[at] === 0;
      this.resourceSlopes[at] = isIdle ? 0 : slope;
      norm += isIdle ? 0 : slope * slope;
    }
    return norm;
  }
}
