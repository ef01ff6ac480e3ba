import type { CoverRows, Resource, Row } from './cover-rows';

const OPEN = 0;
const IN = 1;
const OUT = 2;

type StateChoice = { count: number; items: readonly number[] };

/** Which steps are in and out, what follows from it at once, and how to take it back. */
export class CoverState {
  /** Rows one after the other: from its start to its middle the core of a row, from there to the next start its set. */
  starts = new Int32Array(1024);
  middles = new Int32Array(1024);
  columns = new Int32Array(8192);
  /** The item for which alone a row holds, or -1. */
  itemOf = new Int32Array(1024);
  rowCount = 0;
  itemCount = 0;
  readonly used: Float64Array;
  weight = 0;
  private readonly status: Uint8Array;
  private readonly choices: StateChoice[] = [];
  private readonly rowsOfItem: number[][] = [];
  private setIn = new Int32Array(1024);
  private setOpen = new Int32Array(1024);
  private coreLeft = new Int32Array(1024);
  private coreOut = new Int32Array(1024);
  private readonly inSet: number[][];
  private readonly inCore: number[][];
  private readonly trail: number[] = [];
  private readonly queue: number[] = [];

  constructor(
    readonly size: number,
    private readonly weights: readonly number[],
    private readonly resources: readonly Resource[],
    { rows, choices, isUseless }: CoverRows,
  ) {
    this.status = new Uint8Array(size);
    this.used = new Float64Array(resources.length);
    this.inSet = Array.from({ length: size }, () => []);
    this.inCore = Array.from({ length: size }, () => []);
    for (let index = 0; index < size; index += 1) if (isUseless[index] === 1) this.status[index] = OUT;
    for (const row of rows) this.addRow(row);
    for (const { count, items } of choices)
      this.choices.push({ count, items: items.map((clauses) => this.addItem(clauses)) });
  }

  private addItem(clauses: readonly (readonly number[])[]): number {
    const item = this.itemCount;
    this.itemCount += 1;
    this.rowsOfItem.push(clauses.map((set) => this.addRow({ core: [], set }, item)));
    return item;
  }

  addRow({ core, set }: Row, item = -1): number {
    const row = this.rowCount;
    const start = this.starts[row] ?? 0;
    this.makeRoom(row + 2, start + core.length + set.length);
    this.rowCount += 1;
    this.columns.set(core, start);
    this.columns.set(set, start + core.length);
    this.middles[row] = start + core.length;
    this.starts[row + 1] = start + core.length + set.length;
    this.itemOf[row] = item;
    const count = (list: readonly number[], status: number): number => {
      let found = 0;
      for (const index of list) if (this.status[index] === status) found += 1;
      return found;
    };
    this.setIn[row] = count(set, IN);
    this.setOpen[row] = count(set, OPEN);
    this.coreLeft[row] = core.length - count(core, IN);
    this.coreOut[row] = count(core, OUT);
    for (const index of set) this.inSet[index]?.push(row);
    for (const index of core) this.inCore[index]?.push(row);
    return row;
  }

  private makeRoom(rows: number, columns: number): void {
    if (columns > this.columns.length) this.columns = lengthen(this.columns, columns * 2);
    if (rows <= this.itemOf.length) return;
    this.starts = lengthen(this.starts, rows * 2);
    this.middles = lengthen(this.middles, rows * 2);
    this.itemOf = lengthen(this.itemOf, rows * 2);
    this.setIn = lengthen(this.setIn, rows * 2);
    this.setOpen = lengthen(this.setOpen, rows * 2);
    this.coreLeft = lengthen(this.coreLeft, rows * 2);
    this.coreOut = lengthen(this.coreOut, rows * 2);
  }

  isIn(index: number): boolean {
    return this.status[index] === IN;
  }

  isOpen(index: number): boolean {
    return this.status[index] === OPEN;
  }

  /** Whether a row holds whatever else is chosen. */
  isSettled(row: number): boolean {
    return (this.setIn[row] ?? 0) > 0 || (this.coreOut[row] ?? 0) > 0;
  }

  get mark(): number {
    return this.trail.length;
  }

  /** Puts a step in or out with all that follows; false when nothing can come of it. */
  assign(index: number, isIn: boolean): boolean {
    this.queue.length = 0;
    return this.set(index, isIn) && this.propagate();
  }

  private set(index: number, isIn: boolean): boolean {
    const status = this.status[index];
    if (status !== OPEN) return (status === IN) === isIn;
    this.status[index] = isIn ? IN : OUT;
    this.trail.push(index);
    for (const row of this.inSet[index] ?? []) {
      this.setOpen[row] = (this.setOpen[row] ?? 0) - 1;
      if (isIn) this.setIn[row] = (this.setIn[row] ?? 0) + 1;
      else this.queue.push(row);
    }
    for (const row of this.inCore[index] ?? [])
      if (isIn) {
        this.coreLeft[row] = (this.coreLeft[row] ?? 0) - 1;
        this.queue.push(row);
      } else this.coreOut[row] = (this.coreOut[row] ?? 0) + 1;
    if (!isIn) return true;
    this.weight += this.weights[index] ?? 0;
    let fits = true;
    this.resources.forEach(({ use, capacity }, at) => {
      this.used[at] = (this.used[at] ?? 0) + (use[index] ?? 0);
      if ((this.used[at] ?? 0) > capacity + 1e-9) fits = false;
    });
    return fits;
  }

  takeBack(mark: number): void {
    while (this.trail.length > mark) {
      const index = this.trail.pop() ?? 0;
      const wasIn = this.status[index] === IN;
      this.status[index] = OPEN;
      for (const row of this.inSet[index] ?? []) {
        this.setOpen[row] = (this.setOpen[row] ?? 0) + 1;
        if (wasIn) this.setIn[row] = (this.setIn[row] ?? 0) - 1;
      }
      for (const row of this.inCore[index] ?? [])
        if (wasIn) this.coreLeft[row] = (this.coreLeft[row] ?? 0) + 1;
        else this.coreOut[row] = (this.coreOut[row] ?? 0) - 1;
      if (!wasIn) continue;
      this.weight -= this.weights[index] ?? 0;
      this.resources.forEach(({ use }, at) => {
        this.used[at] = (this.used[at] ?? 0) - (use[index] ?? 0);
      });
    }
  }

  /** Looks at every row and resource anew; false when nothing can come of it. */
  settle(): boolean {
    this.queue.length = 0;
    for (let row = 0; row < this.rowCount; row += 1) this.queue.push(row);
    return this.propagate() && this.dropUnaffordable();
  }

  private dropUnaffordable(): boolean {
    for (let at = 0; at < this.resources.length; at += 1) {
      const { use, capacity } = this.resources[at] ?? { use: [], capacity: 0 };
      const left = capacity - (this.used[at] ?? 0) + 1e-9;
      for (let index = 0; index < this.size; index += 1)
        if (this.status[index] === OPEN && (use[index] ?? 0) > left && !this.assign(index, false))
          return false;
    }
    return true;
  }

  private propagate(): boolean {
    for (let row = this.queue.pop(); row !== undefined; row = this.queue.pop()) {
      if ((this.setIn[row] ?? 0) > 0 || (this.coreOut[row] ?? 0) > 0) continue;
      const open = this.setOpen[row] ?? 0;
      const left = this.coreLeft[row] ?? 0;
      if (open > 1 || left > 1) continue;
      if ((this.itemOf[row] ?? -1) >= 0) {
        if (open === 0 && !this.areChoicesOpen()) return false;
      } else if (open === 0 && left === 0) return false;
      else if (open === 0) {
        const last = this.findOpen(this.starts[row] ?? 0, this.middles[row] ?? 0);
        if (last >= 0 && !this.set(last, false)) return false;
      } else if (left === 0) {
        const only = this.findOpen(this.middles[row] ?? 0, this.starts[row + 1] ?? 0);
        if (only >= 0 && !this.set(only, true)) return false;
      }
    }
    return true;
  }

  /** An open step among the columns of a stretch, or -1. */
  private findOpen(from: number, to: number): number {
    for (let at = from; at < to; at += 1) {
      const index = this.columns[at] ?? 0;
      if (this.status[index] === OPEN) return index;
    }
    return -1;
  }

  private areChoicesOpen(): boolean {
    return this.choices.every(
      ({ count, items }) => items.filter((item) => !this.isItemDead(item)).length >= count,
    );
  }

  private isItemDead(item: number): boolean {
    return (this.rowsOfItem[item] ?? []).some(
      (row) => (this.setIn[row] ?? 0) === 0 && (this.setOpen[row] ?? 0) === 0,
    );
  }

  private isItemMet(item: number): boolean {
    return (this.rowsOfItem[item] ?? []).every((row) => (this.setIn[row] ?? 0) > 0);
  }

  /** The items of which so many are still to be met, for each choice that is not met yet. */
  listOpenChoices(): { count: number; items: number[] }[] {
    return this.choices.flatMap(({ count, items }) => {
      const left = count - items.filter((item) => this.isItemMet(item)).length;
      if (left <= 0) return [];
      return [
        { count: left, items: items.filter((item) => !this.isItemMet(item) && !this.isItemDead(item)) },
      ];
    });
  }

  /** Open steps of which one is still to be chosen, fewest first; null when every row and choice is met. */
  findUnmet(itemPrices: Float64Array): readonly number[] | null {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let row = 0; row < this.rowCount; row += 1) {
      if ((this.itemOf[row] ?? -1) >= 0 || this.isSettled(row) || (this.coreLeft[row] ?? 0) > 0) continue;
      const open = this.setOpen[row] ?? 0;
      if (open < least) {
        least = open;
        best = row;
      }
    }
    if (best < 0) best = this.findUnmetItemRow(itemPrices);
    if (best < 0) return null;
    const set = this.columns.subarray(this.middles[best] ?? 0, this.starts[best + 1] ?? 0);
    return [...set].filter((index) => this.status[index] === OPEN);
  }

  /** A row of the cheapest item of a choice that is not met yet. */
  private findUnmetItemRow(itemPrices: Float64Array): number {
    for (const { count, items } of this.listOpenChoices()) {
      if (count === 0) continue;
      const price = (item: number): number => itemPrices[item] ?? 0;
      const cheapest = items.reduce(
        (one, other) => (price(other) < price(one) ? other : one),
        items[0] ?? -1,
      );
      const row = (this.rowsOfItem[cheapest] ?? []).find((other) => (this.setIn[other] ?? 0) === 0);
      if (row !== undefined) return row;
    }
    return -1;
  }

  listChosen(): Uint8Array {
    return Uint8Array.from(this.status, (status) => (status === IN ? 1 : 0));
  }
}

function lengthen(values: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length);
  longer.set(values);
  return longer;
}
