import { computeLandmark, listMembers, NEVER, type StepSet } from './closure';
import type { NodeBudget } from './effort';
import { improvePlan } from './improve';
import type { PlanningModel } from './model';
import { type CoverProblem, searchCover } from './selection';
import { type Candidate, type Limits, listDegrees, listResources, type Workbench } from './workbench';

export type WeeksResult = {
  /** No plan of the allowed steps and pence is shorter. */
  lower: number;
  best: Candidate | null;
};

export type WeeksProblem = {
  bench: Workbench;
  /** Steps that may be planned. */
  allowed: StepSet;
  limits: Limits;
  /** Landmarks that hold whatever the horizon. */
  clauses: (readonly number[])[];
  /** A plan known beforehand. */
  known: Candidate | null;
  budget: NodeBudget;
  /** How often to start looking for plans from another selection, and how long each time. */
  restarts: number;
  rounds: number;
};

/** Least weeks over all selections of the allowed steps: a lower bound and the best plan found. */
export function minimiseWeeks(problem: WeeksProblem): WeeksResult {
  const search = new WeeksSearch(problem);
  return search.run();
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
    const { closure } = this.problem.bench;
    closure.reset(this.problem.allowed);
    this.lower = closure.goal;
    if (this.lower > this.problem.limits.weeks) return { lower: this.lower, best: this.best };
    this.raiseLowerBound();
    if (this.lower <= this.problem.limits.weeks) this.findPlans();
    return { lower: Math.min(this.lower, this.best?.weeks ?? NEVER), best: this.best };
  }

  private get upper(): number {
    return Math.min(this.problem.limits.weeks + 1, this.best?.weeks ?? NEVER);
  }

  /** Weights that add up each step's share of hours, of places and of occupation, in weeks. */
  private listWeights(mix: readonly [number, number, number, number]): number[] {
    const { steps, hoursPerWeek, maxParallel } = this.model;
    return steps.map(
      (step) =>
        (mix[0] * step.hours) / hoursPerWeek +
        (step.isOccupation ? mix[2] : mix[1] / maxParallel) * step.duration +
        mix[3],
    );
  }

  private cover(input: {
    weights: readonly number[];
    weeks: number;
    below: number;
    nodes: number;
    judge: (set: StepSet) => ReturnType<CoverProblem['judge']>;
  }) {
    const { problem } = this;
    const { model, closure } = problem.bench;
    const order = listMembers(problem.allowed).sort(
      (one, other) => (input.weights[one] ?? 0) - (input.weights[other] ?? 0) || one - other,
    );
    const result = searchCover({
      weights: input.weights,
      clauses: input.weeks >= NEVER ? problem.clauses : [...problem.clauses],
      resources: listResources(model, { ...problem.limits, weeks: input.weeks }),
      exclusive: listDegrees(model),
      allowed: problem.allowed,
      below: input.below,
      nodes: input.nodes,
      judge: (chosen) => {
        const clause = computeLandmark({ closure, set: chosen, horizon: input.weeks, order });
        return clause ? { kind: 'clause', clause } : input.judge(chosen);
      },
    });
    problem.budget.spend(result.nodes);
    return result;
  }

  /** Finds the least horizon at which the relaxed problem (landmarks, hours, places, occupations) holds. */
  private raiseLowerBound(): void {
    let high = this.upper;
    if (high >= NEVER) high = this.findFirstHorizon();
    while (this.lower < high && !this.problem.budget.isSpent()) {
      const weeks = Math.floor((this.lower + high) / 2);
      if (this.isRelaxedOpen(weeks)) high = weeks;
      else this.lower = weeks + 1;
    }
  }

  private findFirstHorizon(): number {
    let weeks = Math.max(8, this.lower);
    while (weeks < 100_000 && !this.isRelaxedOpen(weeks)) {
      this.lower = weeks + 1;
      weeks *= 2;
    }
    return weeks;
  }

  /** False only when it is proved that no plan ends within so many weeks. */
  private isRelaxedOpen(weeks: number): boolean {
    let isOpen = false;
    const result = this.cover({
      weights: this.listWeights([1, 1, 1, 0]),
      weeks,
      below: 3 * weeks + 0.5,
      nodes: 3000,
      judge: (set) => {
        isOpen = true;
        this.starts.push(listMembers(set));
        return { kind: 'accepted' };
      },
    });
    return isOpen || !result.isProved;
  }

  /** Looks for plans near the relaxed solutions, the tightest horizon first. */
  private findPlans(): void {
    const { bench, allowed, limits, restarts, rounds, budget } = this.problem;
    const starts = this.starts.reverse();
    for (let restart = 0; restart < restarts; restart += 1) {
      if (this.best && this.best.weeks <= this.lower) return;
      const start = starts[restart] ?? (this.best ? listMembers(this.best.set) : starts[0]);
      if (!start) return;
      this.best = improvePlan({
        ...bench,
        allowed,
        limits,
        lower: this.lower,
        start,
        known: this.best,
        rounds,
        seed: restart + 1,
        budget,
      });
    }
  }
}
