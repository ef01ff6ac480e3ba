/**
 * How much work a solve may do, counted in nodes and never in time, so that the same profile gives the same
 * plan on every machine. One node is one look at a partial selection; a schedule counts as several.
 */
export const EFFORTS = ['glance', 'quick', 'full'] as const;
export type Effort = (typeof EFFORTS)[number];

const NODES: Readonly<Record<Effort, number>> = { glance: 12_000, quick: 140_000, full: 1_600_000 };

/** More nodes for looking on where a plan was neither found nor refuted: rare, and a wrong no is dear. */
const PATIENCE: Readonly<Record<Effort, number>> = { glance: 0, quick: 2_500_000, full: 5_000_000 };

/** Steps in play of the catalogue that the nodes were measured on. */
const USUAL_SIZE = 100;

/** What one built schedule counts in nodes. */
export const SCHEDULE_NODES = 20;

/** What one look at whether a set in one order fits into a horizon counts in nodes. */
export const LOOK_NODES = 20;
/** What looking whether a landmark holds for longer plans too counts in nodes. */
export const RECALL_NODES = 5;

/** The part of what is left of the nodes that trying the orders of one set may take. */
export const SEQUENCE_SHARE = 0.05;
export const LEAST_SEQUENCE_NODES = 500;

export class NodeBudget {
  constructor(private left: number) {}

  /** The nodes of an effort; in a model of more than the usual steps each node costs more, so there are fewer. */
  static of(effort: Effort, modelSize: number): NodeBudget {
    return new NodeBudget(Math.floor(NODES[effort] / Math.max(1, modelSize / USUAL_SIZE)));
  }

  /** The nodes to go on with where an effort came to no answer. */
  static ofPatience(effort: Effort, modelSize: number): NodeBudget {
    return new NodeBudget(Math.floor(PATIENCE[effort] / Math.max(1, modelSize / USUAL_SIZE)));
  }

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
