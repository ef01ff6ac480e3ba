/**
 * How much work a solve may do, counted in nodes and never in time, so that the same profile gives the same
 * plan on every machine. One node is one look at a partial selection; a schedule counts as a part of one.
 */
export const EFFORTS = ['glance', 'quick', 'full'] as const;
export type Effort = (typeof EFFORTS)[number];

/** What one built schedule, one look at a set by its windows, and one landmark count in nodes. */
export const SCHEDULE_NODES = 0.5;
export const LOOK_NODES = 1;
export const LANDMARK_NODES = 1;

export class NodeBudget {
  constructor(private left: number) {}

  get nodesLeft(): number {
    return this.left;
  }

  spend(nodes: number): void {
    this.left = Math.max(0, this.left - nodes);
  }

  isSpent(): boolean {
    return this.left <= 0;
  }

  /** A part of what is left, taken out; what the part does not use can be given back. */
  take(share: number): NodeBudget {
    const part = Math.floor(this.left * share);
    this.left -= part;
    return new NodeBudget(part);
  }

  giveBack(part: NodeBudget): void {
    this.left += part.left;
    part.left = 0;
  }
}

/** A small generator of pseudo-random numbers in [0, 1): the same seed gives the same run (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
