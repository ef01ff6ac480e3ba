import type { Career } from './catalogue';
import { addDays, type Day } from './day';
import { MOST_WEEKS } from './limits';
import { NEVER } from './planner/closure';
import type { PlanDocument } from './planner/document';
import { makeRandom } from './planner/effort';
import { buildModel, type ModelStep } from './planner/model';
import { buildRemaining, isLate, type Records, type Remaining } from './planner/remaining';
import { Scheduler } from './planner/scheduling';

/** Steps that must be finished, with hours, before a person's own pace says more than the catalogue. */
const LEAST_STEPS = 3;
/** Studying takes longer than planned: the prior's median, its spread, and how many steps it is worth. */
const PRIOR_MEDIAN = 1.3;
const PRIOR_SPREAD = 0.4;
const PRIOR_STEPS = 4;
const RUNS = 2000;
/** At 80 hours a week more than the weeks of any plan. */
const MOST_STRETCHED_HOURS = 100 * MOST_WEEKS;

/**
 * When a plan will be finished. By the catalogue, `evenOn` is the plan's own finish, rescheduled from today once it
 * is late or can come sooner, and `likelyOn` the one with every step 1.3 times as long; from own hours they are the
 * half-chance and the 80 % date.
 */
export type Forecast = {
  basis: 'catalogue' | 'own-hours';
  evenOn: Day;
  likelyOn: Day;
  stepsLeft: number;
  /** Finished steps with hours that it rests on. */
  stepsMeasured: number;
};

export type ForecastInput = { plan: PlanDocument; records: Records; today: Day };

/**
 * Forecasts the end of a plan by running what is left of it through the scheduler, 2,000 times with drawn
 * overruns where three steps are finished with hours. The same input gives the same dates. Null where nothing
 * is left, or where what is left cannot be scheduled.
 */
export function computeForecast(career: Career, { plan, records, today }: ForecastInput): Forecast | null {
  const runner = makeRunner(career, { plan, records, today });
  if (!runner) return null;
  const overruns = listOverruns(plan, records);
  const head = { stepsLeft: runner.stepsLeft, stepsMeasured: overruns.length };
  if (overruns.length < LEAST_STEPS) {
    const [anew, likely] = [1, PRIOR_MEDIAN].map((factor) => runner.finishWith(() => factor));
    if (!anew || !likely) return null;
    const { planned, isBegun } = runner;
    const evenOn = planned === null || (isBegun && anew < planned) ? anew : planned;
    const likelyOn = [evenOn, likely].sort().at(-1) ?? likely;
    return { basis: 'catalogue', evenOn, likelyOn, ...head };
  }
  const { middle, spread } = computePace(overruns);
  const random = makeRandom(computeSeed(plan, records));
  const uncertainty = spread / Math.sqrt(PRIOR_STEPS + overruns.length);
  const days: Day[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const pace = middle + uncertainty * drawNormal(random);
    const day = runner.finishWith((step) =>
      step.isOccupation ? 1 : Math.exp(pace + spread * drawNormal(random)),
    );
    if (!day) return null;
    days.push(day);
  }
  days.sort();
  const [evenOn, likelyOn] = [0.5, 0.8].map((share) => days[Math.ceil(RUNS * share) - 1]);
  return evenOn && likelyOn ? { basis: 'own-hours', evenOn, likelyOn, ...head } : null;
}

/** Actual over planned hours of the plan's finished steps of which hours were entered. */
export function listOverruns(plan: PlanDocument, records: Records): number[] {
  const planned = new Map(plan.steps.map((step) => [step.id, step.hours]));
  return records.flatMap(({ step, status, hoursSpent }) => {
    const hours = planned.get(step) ?? 0;
    return status === 'done' && hoursSpent !== null && hoursSpent > 0 && hours > 0
      ? [hoursSpent / hours]
      : [];
  });
}

/** Middle and spread of the logarithm of a person's overrun, the prior counting as four steps. */
export function computePace(overruns: readonly number[]): { middle: number; spread: number } {
  const logs = overruns.map(Math.log);
  const weight = PRIOR_STEPS + logs.length;
  const middle = (PRIOR_STEPS * Math.log(PRIOR_MEDIAN) + sum(logs)) / weight;
  const squares = sum(logs.map((log) => (log - middle) ** 2));
  return { middle, spread: Math.sqrt((PRIOR_STEPS * PRIOR_SPREAD ** 2 + squares) / weight) };
}

function makeRunner(career: Career, input: ForecastInput) {
  const remaining = buildRemaining({ career, ...input });
  if (remaining.left.length === 0) return null;
  const ids = remaining.left.map(({ id }) => id);
  const { preferences } = remaining.profile;
  const base = buildModel(remaining.career, {
    ...remaining.profile,
    preferences: { ...preferences, pinned: ids, excluded: [], excludedKinds: [] },
  });
  const steps: ModelStep[] = [...base.steps];
  const model = { ...base, steps, goalFacts: [], requirements: [] };
  const members = ids.flatMap((id) => model.indexById.get(id) ?? []);
  const priority = new Float64Array(steps.length);
  for (const step of remaining.left) {
    const index = model.indexById.get(step.id);
    if (index !== undefined) priority[index] = remaining.started.has(step.id) ? 1 : -step.startWeek;
  }
  const scheduler = new Scheduler(model);
  return {
    stepsLeft: ids.length,
    planned: findPlannedFinish(input.plan, remaining),
    isBegun: ids.length < input.plan.steps.length || remaining.started.size > 0,
    finishWith: (factorOf: (step: ModelStep) => number): Day | null => {
      for (const index of members) {
        const step = base.steps[index];
        if (step) steps[index] = stretch(step, factorOf(step));
      }
      const weeks = scheduler.run(members, priority, MOST_WEEKS);
      return weeks >= NEVER ? null : addDays(preferences.start, Math.max(1, weeks) * 7 - 1);
    },
  };
}

/** The last day of what is left of a plan as it stands there; null where something of that is late. */
function findPlannedFinish(plan: PlanDocument, remaining: Remaining): Day | null {
  const { left } = remaining;
  const weeks = Math.max(0, ...left.map(({ startWeek, weeks }) => startWeek + weeks));
  const { start } = plan.profile.preferences;
  return left.some((step) => isLate(remaining, step)) ? null : addDays(start, weeks * 7 - 1);
}

function stretch(step: ModelStep, factor: number): ModelStep {
  const hours =
    step.hours === 0 ? 0 : Math.min(Math.max(1, Math.round(step.hours * factor)), MOST_STRETCHED_HOURS);
  const leastWeeks = Math.min(Math.max(1, Math.round(step.leastWeeks * factor)), MOST_WEEKS);
  return { ...step, hours, leastWeeks, weeklyLimit: Math.ceil(hours / leastWeeks) };
}

/** A normal number by Box and Muller's transformation (1958). */
function drawNormal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A seed that depends on nothing but the plan and what was done of it (FNV-1a). */
function computeSeed(plan: PlanDocument, records: Records): number {
  const text = JSON.stringify([
    plan.steps.map(({ id, startWeek, hours }) => [id, startWeek, hours]),
    records.map(({ step, status, hoursSpent }) => [step, status, hoursSpent]).sort(),
  ]);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
