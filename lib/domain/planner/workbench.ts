import { Refuter } from './bounds';
import { Closure, NEVER, type StepSet, toSet } from './closure';
import { Lessons } from './lessons';
import type { PlanningModel } from './model';
import { type Schedule, Scheduler } from './scheduling';
import type { Resource } from './selection';

/** A model with the instruments that every search over it shares. */
export type Workbench = {
  model: PlanningModel;
  closure: Closure;
  scheduler: Scheduler;
  refuter: Refuter;
  lessons: Lessons;
};

export function makeWorkbench(model: PlanningModel): Workbench {
  const closure = new Closure(model);
  const refuter = new Refuter(closure);
  return { model, closure, scheduler: new Scheduler(model), refuter, lessons: new Lessons(closure, refuter) };
}

/** A set of steps with a schedule that reaches the goal. */
export type Candidate = { set: StepSet; schedule: Schedule; weeks: number; pence: number; steps: number };

/** A schedule as a candidate. */
export function toCandidate(model: PlanningModel, schedule: Schedule): Candidate {
  const members = schedule.placements.map(({ step }) => step);
  return {
    set: toSet(model, members),
    schedule,
    weeks: schedule.weeks,
    pence: sumPence(model, members),
    steps: members.length,
  };
}

/** What the steps cost together, in pence. */
export function sumPence(model: PlanningModel, members: readonly number[]): number {
  return members.reduce((sum, index) => sum + (model.steps[index]?.pence ?? 0), 0);
}

/** What plans are compared by. */
export type Measure = 'weeks' | 'pence' | 'steps';

/** What a plan may use at most; NEVER where there is no limit. */
export type Limits = { weeks: number; pence: number; steps: number };

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

/** Whether a plan comes before another one in some order; anything comes before none. */
export function isBetter(one: Limits, other: Limits | null, order: readonly Measure[]): boolean {
  if (other === null) return true;
  for (const measure of order) if (one[measure] !== other[measure]) return one[measure] < other[measure];
  return false;
}

export function listDegrees(model: PlanningModel): number[] {
  return model.steps.filter(({ isDegree }) => isDegree).map(({ index }) => index);
}
