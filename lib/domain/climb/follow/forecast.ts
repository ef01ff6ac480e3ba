import type { Career } from '../../career/career';
import { addDays, type Day } from '../../day';
import { makeRandom } from '../search/effort';
import { buildCourse, type CourseStep } from './course';
import { type Followed, type FollowedStep, toFollowed } from './followed';
import { type Following, findPresentPost, isLate, type Records, splitPlan } from './following';
import { runCourse } from './run-course';

/** Steps that must be finished, with hours, before a person's own pace says more than the catalogue. */
const LEAST_STEPS = 3;
/** Studying takes longer than planned: the prior's median, its spread, and how many steps it is worth. */
const PRIOR_MEDIAN = 1.3;
const PRIOR_SPREAD = 0.4;
const PRIOR_STEPS = 4;
const RUNS = 2000;
/**
 * Who knows least underestimates most: of the first steps of a plan, those in which a person is a beginner are drawn from a
 * wider spread, and on the catalogue's word take as much longer as people took who foresaw 34 days and needed 55.
 */
const FIRST_STEPS = 3;
const BEGINNER_LEVEL = 1;
const BEGINNER_MEDIAN = 55 / 34;
const BEGINNER_SPREAD = 1.5;

/**
 * When a plan will be finished. By the catalogue, `evenOn` is the plan's own finish, rescheduled from today once it
 * is late or can come sooner, and `likelyOn` the one with every step 1.3 times as long, a beginner's first steps more; from
 * own hours they are the half-chance and the 80 % date.
 */
export type Forecast = {
  basis: 'catalogue' | 'own-hours';
  evenOn: Day;
  likelyOn: Day;
  stepsLeft: number;
  /** Finished steps with hours that it rests on. */
  stepsMeasured: number;
  /** Steps left that are counted as longer, or more uncertain, because the person is new to them. */
  beginnerSteps: readonly string[];
};

/**
 * Forecasts the end of a followed plan of either version by running what is left of it again, 2,000 times with drawn
 * overruns where three steps are finished with hours. Own pace tells of one's own time alone; steps at work keep what is
 * known of anybody. The same input gives the same dates. Null where nothing is left, or where what is left never ends.
 */
export function computeForecast(career: Career, following: Following): Forecast | null {
  const { kept, records, today, profile } = following;
  const followed = toFollowed(kept);
  const remaining = splitPlan({ followed, records, today });
  if (remaining.left.length === 0) return null;
  const current = findPresentPost(career, profile, remaining);
  const course = buildCourse(career, remaining, { records, post: current?.post ?? null });
  const finishWith = (factorOf: (step: CourseStep) => number): Day | null => {
    const run = runCourse(course, { factorOf });
    return run && addDays(course.start, Math.max(1, run.weeks) * 7 - 1);
  };
  const beginner = listBeginnerSteps(career, followed, kept.profile.levels);
  const overruns = listOverruns(followed, records);
  const head = {
    stepsLeft: remaining.left.length,
    stepsMeasured: overruns.length,
    beginnerSteps: remaining.left.flatMap(({ id }) => (beginner.has(id) ? [id] : [])),
  };
  if (overruns.length < LEAST_STEPS) {
    const anew = finishWith(() => 1);
    const likely = finishWith(({ id }) => (beginner.has(id) ? BEGINNER_MEDIAN : PRIOR_MEDIAN));
    if (!anew || !likely) return null;
    const byStep = new Map(records.map((record) => [record.step, record]));
    const isAnyLate = remaining.left.some((step) => isLate(career, remaining, step, byStep.get(step.id)));
    const isBegun = remaining.left.length < followed.steps.length || remaining.started.size > 0;
    const planned = isAnyLate ? null : followed.totals.finish;
    const evenOn = planned === null || (isBegun && anew < planned) ? anew : planned;
    const likelyOn = [evenOn, likely].sort().at(-1) ?? likely;
    return { basis: 'catalogue', evenOn, likelyOn, ...head };
  }
  const draw = makeDraw(overruns, { seed: computeSeed(followed, records), beginner });
  const days: Day[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const day = finishWith(draw());
    if (!day) return null;
    days.push(day);
  }
  days.sort();
  const [evenOn, likelyOn] = [0.5, 0.8].map((share) => days[Math.ceil(RUNS * share) - 1]);
  return evenOn && likelyOn ? { basis: 'own-hours', evenOn, likelyOn, ...head } : null;
}

/** For each run how much longer every step takes: a pace for the run, and around it each step by itself. */
function makeDraw(
  overruns: readonly number[],
  { seed, beginner }: { seed: number; beginner: ReadonlySet<string> },
): () => (step: CourseStep) => number {
  const { middle, spread } = computePace(overruns);
  const random = makeRandom(seed);
  const uncertainty = spread / Math.sqrt(PRIOR_STEPS + overruns.length);
  return () => {
    const pace = middle + uncertainty * drawNormal(random);
    return ({ id, pool, isWhole }) => {
      if (isWhole) return 1;
      const wide = beginner.has(id) ? BEGINNER_SPREAD : 1;
      if (pool === 'work') return Math.exp(Math.log(PRIOR_MEDIAN) + PRIOR_SPREAD * wide * drawNormal(random));
      return Math.exp(pace + spread * wide * drawNormal(random));
    };
  };
}

/** The first three steps of a plan, as far as the person is a beginner in what they are mostly about. */
export function listBeginnerSteps(
  career: Career,
  { steps }: Pick<Followed, 'steps'>,
  levels: Readonly<Record<string, number>>,
): ReadonlySet<string> {
  return new Set(
    steps.slice(0, FIRST_STEPS).flatMap((step) => {
      const skill = findMainSkill(career, step);
      return skill !== null && (levels[skill] ?? 0) <= BEGINNER_LEVEL ? [step.id] : [];
    }),
  );
}

/** The skill of which a step teaches most; of several the first. */
function findMainSkill(career: Career, { teaches, raises }: FollowedStep): string | null {
  const counts = new Map<string, number>();
  for (const id of teaches) {
    const skill = career.canDoById.get(id)?.skill;
    if (skill !== undefined) counts.set(skill, (counts.get(skill) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? raises[0]?.skill ?? null;
}

/** Actual over planned hours of the plan's finished steps in own time of which hours were entered. */
export function listOverruns({ steps }: Pick<Followed, 'steps'>, records: Records): number[] {
  const planned = new Map(steps.map((step) => [step.id, step.pool === 'own' ? step.hours : 0]));
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

/** A normal number by Box and Muller's transformation (1958). */
function drawNormal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A seed that depends on nothing but the plan and what was done of it (FNV-1a). */
function computeSeed({ steps }: Followed, records: Records): number {
  const text = JSON.stringify([
    steps.map(({ id, startWeek, hours }) => [id, startWeek, hours]),
    records.map(({ step, status, hoursSpent }) => [step, status, hoursSpent]).sort(),
  ]);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
