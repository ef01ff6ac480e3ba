import {
  canKeepOrder,
  computeEarliest,
  computeLandmark,
  emptySet,
  listMembers,
  NEVER,
  type StepSet,
} from './closure';
import { makeRandom, type NodeBudget, SCHEDULE_NODES } from './effort';
import type { PlanningModel } from './model';
import { computeTails } from './priority';
import { buildSchedule, type Schedule } from './scheduling';
import { type CoverProblem, type Resource, searchCover } from './selection';

/** A set of steps with a schedule that reaches the goal. */
export type Candidate = { set: StepSet; schedule: Schedule; weeks: number; pence: number; steps: number };

/** What a plan may use at most; NEVER where there is no limit. */
export type Limits = { weeks: number; pence: number; steps: number };

export type WeeksResult = {
  /** No plan of the allowed steps and pence is shorter. */
  lower: number;
  best: Candidate | null;
};

export type WeeksProblem = {
  model: PlanningModel;
  /** Steps that may be planned. */
  allowed: StepSet;
  limits: Limits;
  /** Landmarks that hold whatever the horizon. */
  clauses: (readonly number[])[];
  /** A plan known beforehand. */
  known: Candidate | null;
  budget: NodeBudget;
};

/** Least weeks over all selections of the allowed steps: a lower bound and the best plan found. */
export function minimiseWeeks(problem: WeeksProblem): WeeksResult {
  const search = new WeeksSearch(problem);
  return search.run();
}

/** What the plans within the limits share out: hours, places for study, weeks of occupation, pence, steps. */
export function listResources(model: PlanningModel, limits: Limits): Resource[] {
  const { steps, hoursPerWeek, maxParallel } = model;
  const resources: Resource[] = [];
  if (limits.weeks < NEVER)
    resources.push(
      { use: steps.map(({ hours }) => hours), capacity: hoursPerWeek * limits.weeks },
      {
        use: steps.map((step) => (step.isOccupation ? 0 : step.duration)),
        capacity: maxParallel * limits.weeks,
      },
      { use: steps.map((step) => (step.isOccupation ? step.duration : 0)), capacity: limits.weeks },
    );
  if (limits.pence < NEVER) resources.push({ use: steps.map(({ pence }) => pence), capacity: limits.pence });
  if (limits.steps < NEVER) resources.push({ use: steps.map(() => 1), capacity: limits.steps });
  return resources;
}

export function listDegrees(model: PlanningModel): number[] {
  return model.steps.filter(({ isDegree }) => isDegree).map(({ index }) => index);
}

/** Drops from a set what can never start, and tells whether the rest reaches the goal. */
export function trimSet(model: PlanningModel, set: StepSet): StepSet {
  const earliest = computeEarliest(model, set);
  const trimmed = emptySet(model);
  for (const index of listMembers(set)) if ((earliest.starts[index] ?? NEVER) < NEVER) trimmed[index] = 1;
  return trimmed;
}

export function makeCandidate(model: PlanningModel, set: StepSet, schedule: Schedule): Candidate {
  const members = listMembers(set);
  return {
    set,
    schedule,
    weeks: schedule.weeks,
    pence: members.reduce((sum, index) => sum + (model.steps[index]?.pence ?? 0), 0),
    steps: members.length,
  };
}

/** Schedules a set by several rules and keeps the shortest; null when none ends within `limit` weeks. */
export function scheduleSet(input: {
  model: PlanningModel;
  set: StepSet;
  limit: number;
  tries: number;
  budget: NodeBudget;
}): Schedule | null {
  const { model, set, budget } = input;
  const tails = computeTails(model, set);
  const random = makeRandom(listMembers(set).reduce((seed, index) => seed * 31 + index + 1, 7));
  let best: Schedule | null = null;
  let bestPriority = tails;
  for (let attempt = 0; attempt < input.tries && !budget.isSpent(); attempt += 1) {
    const spread = attempt === 0 ? 0 : attempt % 2 === 0 ? 0.15 : 0.5;
    const base = attempt % 3 === 2 ? bestPriority : tails;
    const priority = base.map((tail) => tail * (1 + spread * (random() - 0.5)));
    budget.spend(SCHEDULE_NODES);
    const limit = best ? best.weeks - 1 : input.limit;
    const schedule = buildSchedule({ model, set, priority, limit });
    if (!schedule) continue;
    best = schedule;
    bestPriority = priority;
  }
  return best;
}

class WeeksSearch {
  private readonly model: PlanningModel;
  private best: Candidate | null;
  private lower = 0;

  constructor(private readonly problem: WeeksProblem) {
    this.model = problem.model;
    this.best = problem.known;
  }

  run(): WeeksResult {
    const earliest = computeEarliest(this.model, this.problem.allowed);
    this.lower = earliest.goal;
    if (this.lower > this.problem.limits.weeks) return { lower: this.lower, best: this.best };
    this.raiseLowerBound();
    this.findPlans();
    return { lower: Math.min(this.lower, this.best?.weeks ?? NEVER), best: this.best };
  }

  private get upper(): number {
    return Math.min(this.problem.limits.weeks + 1, this.best?.weeks ?? NEVER);
  }

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
    const { model, problem } = this;
    const order = model.steps
      .map(({ index }) => index)
      .filter((index) => problem.allowed[index] === 1)
      .sort((one, other) => (input.weights[one] ?? 0) - (input.weights[other] ?? 0) || one - other);
    const result = searchCover({
      weights: input.weights,
      clauses: input.weeks >= NEVER ? problem.clauses : [...problem.clauses],
      resources: listResources(model, { ...problem.limits, weeks: input.weeks }),
      exclusive: listDegrees(model),
      allowed: problem.allowed,
      below: input.below,
      nodes: input.nodes,
      judge: (chosen) => {
        const clause = computeLandmark({ model, set: chosen, horizon: input.weeks, order });
        return clause ? { kind: 'clause', clause } : input.judge(chosen);
      },
    });
    problem.budget.spend(result.nodes);
    return result;
  }

  /** Finds the least horizon at which the relaxed problem (landmarks, hours, places, occupations) holds. */
  private raiseLowerBound(): void {
    let high = Math.min(this.upper, NEVER);
    if (high >= NEVER) high = this.findFirstHorizon();
    while (this.lower < high && !this.problem.budget.isSpent()) {
      const weeks = Math.floor((this.lower + high) / 2);
      if (this.isRelaxedOpen(weeks)) high = weeks;
      else this.lower = weeks + 1;
    }
  }

  private findFirstHorizon(): number {
    let weeks = Math.max(8, this.lower);
    while (!this.isRelaxedOpen(weeks) && weeks < 100_000) {
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
        this.tryToSchedule(trimSet(this.model, set), 2);
        return { kind: 'accepted' };
      },
    });
    return isOpen || !result.isProved;
  }

  private tryToSchedule(set: StepSet, tries: number): Candidate | null {
    if (!canKeepOrder(this.model, set)) return null;
    const schedule = scheduleSet({
      model: this.model,
      set,
      limit: this.upper - 1,
      tries,
      budget: this.problem.budget,
    });
    if (!schedule) return null;
    this.best = makeCandidate(this.model, set, schedule);
    return this.best;
  }

  /** Looks at selections by several measures, at the least horizon that is still open. */
  private findPlans(): void {
    const mixes = [
      [1, 0.3, 0.3, 0.01],
      [0.3, 1, 0.3, 0.01],
      [0.3, 0.3, 1, 0.01],
      [1, 1, 1, 0.01],
      [0, 0, 0, 1],
    ] as const;
    for (const mix of mixes)
      for (const stretch of [1, 1.05, 1.2, 2]) {
        const weeks = Math.min(Math.ceil(this.lower * stretch), this.problem.limits.weeks);
        if (this.upper <= this.lower) return;
        this.cover({
          weights: this.listWeights(mix),
          weeks,
          below: NEVER,
          nodes: Math.min(400, this.problem.budget.nodesLeft),
          judge: (set) => {
            this.tryToSchedule(trimSet(this.model, set), 12);
            return { kind: 'accepted' };
          },
        });
      }
  }
}
