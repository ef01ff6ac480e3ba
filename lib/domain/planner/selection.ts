/** A limited resource: what each step uses, and how much there is. */
export type Resource = { use: readonly number[]; capacity: number };

/** Steps that only go together when at least one of some others is there too. */
export type Rule = { core: readonly number[]; rest: readonly number[] };

/** What a caller says about a set that meets every clause known so far. */
export type Verdict =
  /** The set misses this clause, which every solution meets. */
  | { kind: 'clause'; clause: readonly number[] }
  /** The set breaks this rule, which every solution keeps. */
  | { kind: 'rule'; rule: Rule }
  /** The set meets all; from now on only lighter ones than `below` count. Open: nobody knows whether it will do. */
  | { kind: 'leaf'; below: number; isOpen: boolean };

export type CoverProblem = {
  weights: readonly number[];
  /** Clauses by which to prune: of each, at least one step is chosen. The search adds those it learns. */
  clauses: (readonly number[])[];
  resources: readonly Resource[];
  /** Steps of which at most one is chosen. */
  exclusive: readonly number[];
  /** Rules by which to prune; the search adds those it learns. */
  rules: Rule[];
  /** Only solutions lighter than this are looked for. */
  below: number;
  /** Tries sets in the order of their steps (the first step with and without, and so on). */
  isInOrder: boolean;
  /** Most nodes, asked anew at each one. */
  nodes: () => number;
  judge: (chosen: Uint8Array, weight: number) => Verdict;
};

export type CoverResult = {
  /** No solution is lighter than this; `below` or the accepted weight when the search was complete. */
  bound: number;
  /** Whether the search was complete, so that `bound` is the least weight (or `below`). */
  isProved: boolean;
  nodes: number;
};

/**
 * Looks for the lightest set that meets every clause, learning clauses as it goes: an implicit hitting set
 * problem, solved by depth-first branch and bound. The bound of a node is a dual solution of the unmet
 * clauses (each shares out the weight of its steps), which also prunes by each resource.
 */
export function searchCover(problem: CoverProblem): CoverResult {
  const search = new CoverSearch(problem);
  search.visit();
  return search.finish();
}

const OPEN = 0;
const IN = 1;
const OUT = 2;

class CoverSearch {
  private readonly status: Uint8Array;
  private readonly chosen: Uint8Array;
  private readonly reduced: Float64Array;
  private readonly used: number[];
  private weight = 0;
  private below: number;
  private openBound = Number.POSITIVE_INFINITY;
  private nodes = 0;

  constructor(private readonly problem: CoverProblem) {
    const size = problem.weights.length;
    this.status = new Uint8Array(size);
    this.chosen = new Uint8Array(size);
    this.reduced = new Float64Array(size);
    this.used = problem.resources.map(() => 0);
    this.below = problem.below;
  }

  finish(): CoverResult {
    const isProved = this.openBound >= this.below;
    return { bound: Math.min(this.below, this.openBound), isProved, nodes: this.nodes };
  }

  visit(): void {
    for (;;) {
      this.nodes += 1;
      const unmet = this.listUnmet();
      if (unmet === null) return;
      const bound = this.weight + this.boundBy(this.problem.weights, unmet);
      if (bound >= this.below) return;
      if (this.nodes > this.problem.nodes()) {
        this.openBound = Math.min(this.openBound, bound);
        return;
      }
      if (this.isOverdrawn(unmet)) return;
      const smallest = unmet[0];
      if (smallest) {
        if (this.problem.isInOrder) this.branchOnFirst();
        else this.branch(smallest);
        return;
      }
      if (!this.judgeLeaf()) return;
    }
  }

  /** Asks the caller about the chosen set; true when a clause was learned and the node is looked at again. */
  private judgeLeaf(): boolean {
    const verdict = this.problem.judge(this.chosen, this.weight);
    if (verdict.kind === 'clause') {
      this.problem.clauses.push(verdict.clause);
      return true;
    }
    if (verdict.kind === 'rule') {
      this.problem.rules.push(verdict.rule);
      return true;
    }
    this.below = Math.min(this.below, verdict.below);
    if (verdict.isOpen) this.openBound = Math.min(this.openBound, this.weight);
    return false;
  }

  private branch(members: readonly number[]): void {
    const tried: number[] = [];
    for (const index of this.sortByWeight(members)) {
      if (this.choose(index)) {
        this.visit();
        this.release(index);
      }
      this.status[index] = OUT;
      tried.push(index);
    }
    for (const index of tried) this.status[index] = OPEN;
  }

  private branchOnFirst(): void {
    const index = this.status.indexOf(OPEN);
    if (this.choose(index)) {
      this.visit();
      this.release(index);
    }
    this.status[index] = OUT;
    this.visit();
    this.status[index] = OPEN;
  }

  private sortByWeight(members: readonly number[]): number[] {
    const { weights } = this.problem;
    return [...members].sort((one, other) => (weights[one] ?? 0) - (weights[other] ?? 0) || one - other);
  }

  /** Puts a step in, unless it exceeds a resource or the one that may be chosen of the exclusive steps. */
  private choose(index: number): boolean {
    const { resources, exclusive, weights } = this.problem;
    if (exclusive.includes(index) && exclusive.some((other) => this.status[other] === IN)) return false;
    if (resources.some(({ use, capacity }, at) => (this.used[at] ?? 0) + (use[index] ?? 0) > capacity))
      return false;
    this.status[index] = IN;
    this.chosen[index] = 1;
    this.weight += weights[index] ?? 0;
    resources.forEach(({ use }, at) => {
      this.used[at] = (this.used[at] ?? 0) + (use[index] ?? 0);
    });
    return true;
  }

  private release(index: number): void {
    this.status[index] = OPEN;
    this.chosen[index] = 0;
    this.weight -= this.problem.weights[index] ?? 0;
    this.problem.resources.forEach(({ use }, at) => {
      this.used[at] = (this.used[at] ?? 0) - (use[index] ?? 0);
    });
  }

  /** The open steps of every clause that no chosen step meets, fewest first; null when one has none left. */
  private listUnmet(): number[][] | null {
    const unmet: number[][] = [];
    const { clauses, rules } = this.problem;
    for (const clause of clauses) if (!this.collectUnmet(clause, unmet)) return null;
    for (const { core, rest } of rules)
      if (core.every((index) => this.status[index] === IN) && !this.collectUnmet(rest, unmet)) return null;
    return unmet.sort((one, other) => one.length - other.length);
  }

  /** Adds the open steps of a clause that is not met yet; false when none is left to meet it. */
  private collectUnmet(clause: readonly number[], unmet: number[][]): boolean {
    for (const index of clause) if (this.status[index] === IN) return true;
    const open = clause.filter((index) => this.status[index] === OPEN);
    if (open.length === 0) return false;
    unmet.push(open);
    return true;
  }

  private boundBy(weights: readonly number[], unmet: readonly number[][]): number {
    const { reduced } = this;
    for (let index = 0; index < weights.length; index += 1) reduced[index] = weights[index] ?? 0;
    let bound = 0;
    for (const clause of unmet) {
      let least = Number.POSITIVE_INFINITY;
      for (const index of clause) least = Math.min(least, reduced[index] ?? 0);
      if (least <= 0) continue;
      bound += least;
      for (const index of clause) reduced[index] = (reduced[index] ?? 0) - least;
    }
    return bound;
  }

  private isOverdrawn(unmet: readonly number[][]): boolean {
    return this.problem.resources.some(
      ({ use, capacity }, at) => (this.used[at] ?? 0) + this.boundBy(use, unmet) > capacity,
    );
  }
}
