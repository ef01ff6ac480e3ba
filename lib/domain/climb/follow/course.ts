import type { Career } from '../../career/career';
import { addDays, type Day } from '../../day';
import { MOST_WEEKS } from '../../limits';
import { listTeaching } from '../model/climber';
import { doesCount } from '../model/experience';
import { computeLeastStay } from '../model/held';
import { computeSettling } from '../model/settling';
import { MOST_AT_WORK } from '../model/stage-model';
import { Calendar } from '../schedule/calendar';
import type { FollowedStage, FollowedStep } from './followed';
import { computeRest, type Records, type Remaining, toSource } from './following';
import { findPresent } from './join-stages';
import { computeReadyWeek, computeSearchLeft } from './rest-problem';

/** A step that is left, in whole hours and weeks, with what it waits for. Weeks count from where the rest begins. */
export type CourseStep = {
  id: string;
  pool: FollowedStep['pool'];
  hours: number;
  leastWeeks: number;
  /** Whether it takes exactly its weeks and nothing of a pool: full-time study, or a job of the first edition. */
  isWhole: boolean;
  isStarted: boolean;
  /** Week in which it was planned to start; earlier ones come first. */
  planned: number;
  /** Places of steps that are finished before it starts. */
  after: readonly number[];
  /** The stage in which it may begin, the one that waits for it, and the weeks of the former before which it does not start. */
  from: number;
  for: number;
  afterStart: number;
  /** Whether it was planned to begin before the stage that it is of. */
  isAhead: boolean;
};

/** A stage that is not over: the weeks from its start that it takes at least, those of the search after it, and own hours. */
export type CourseStage = { startedBefore: number; wait: number; search: number; hoursPerWeek: number };

/** What is left of a followed plan of either version, as something that can be run again at another pace or in other weeks. */
export type Course = {
  start: Day;
  steps: readonly CourseStep[];
  stages: readonly CourseStage[];
  calendar: Calendar;
  hoursPerWeek: number;
  workHoursPerWeek: number;
  maxParallel: number;
  mostAtWork: number;
  mostWeeks: number;
};

/** What is left of a plan, with the stages that are not over; `post` is the one that the person has now. */
export function buildCourse(
  career: Career,
  remaining: Remaining,
  { records, post }: { records: Records; post: string | null },
): Course {
  const { followed, weeksGone, left, started } = remaining;
  const present = findPresent(followed, { post, weeksGone }) ?? findByWeek(followed.stages, weeksGone);
  const ready = followed.stages.map((stage) => computeReadyWeek(career, stage, followed.role));
  const stageFor = (step: FollowedStep): number => {
    const isLater = step.startWeek + step.weeks > (ready[step.stage] ?? Number.MAX_SAFE_INTEGER);
    const last = followed.stages.length - 1;
    return Math.max(0, Math.min(step.stage + (isLater ? 1 : 0), last) - present);
  };
  const byStep = new Map(records.map((record) => [record.step, record]));
  const placeById = new Map(left.map(({ id }, place) => [id, place]));
  const counted = new Map(left.map((step) => [step.id, stageFor(step)]));
  const steps = left.map((step): CourseStep => {
    const isStarted = started.has(step.id);
    const source = toSource(career, step);
    const isWhole = step.hoursByWeek.length === 0 && step.weeks > 0 && (source?.fullTime ?? step.hours === 0);
    const rest =
      isStarted && source
        ? computeRest({ source, planned: step, record: byStep.get(step.id), weeksGone })
        : null;
    const stage = counted.get(step.id) ?? 0;
    const gone = isStarted ? Math.max(0, weeksGone - step.startWeek) : 0;
    const isEarlier = (other: FollowedStep): boolean =>
      (counted.get(other.id) ?? 0) < stage && other.startWeek + other.weeks <= step.startWeek;
    const before = [...step.after, ...left.filter(isEarlier).map(({ id }) => id)];
    const planned = Math.max(1, Math.min(source?.planning.weeks ?? step.weeks, step.weeks));
    return {
      id: step.id,
      pool: step.pool,
      hours: isWhole ? 0 : (rest?.hours ?? step.hours),
      leastWeeks: rest?.weeks ?? (isWhole ? Math.max(1, step.weeks - gone) : planned),
      isWhole,
      isStarted,
      planned: step.startWeek,
      after: isStarted ? [] : [...new Set(before.flatMap((id) => placeById.get(id) ?? []))],
      from: Math.max(0, step.stage - present),
      for: stage,
      afterStart: isStarted ? 0 : findFloor(career, step, followed.stages),
      isAhead: step.startWeek < (followed.stages[step.stage]?.startWeek ?? 0),
    };
  });
  const { start, hoursPerWeek, workHoursPerWeek, maxParallel, weeksOff } = followed;
  const begins = addDays(start, weeksGone * 7);
  const ownStarted = steps.filter((step) => step.isStarted && step.pool === 'own' && !step.isWhole).length;
  return {
    start: begins,
    steps,
    stages: followed.stages.slice(present).map((stage, place) =>
      toCourseStage(career, {
        stage,
        place,
        present,
        remaining,
        ready: ready[present + place] ?? 0,
        counted,
      }),
    ),
    calendar: new Calendar(begins, weeksOff),
    hoursPerWeek,
    workHoursPerWeek: Math.max(workHoursPerWeek, steps.some(({ pool }) => pool === 'work') ? 1 : 0),
    maxParallel: Math.max(maxParallel, ownStarted),
    mostAtWork: MOST_AT_WORK,
    mostWeeks: MOST_WEEKS,
  };
}

function findByWeek(stages: readonly FollowedStage[], week: number): number {
  return Math.max(
    0,
    stages.findLastIndex(({ startWeek }) => startWeek <= week),
  );
}

/** Weeks of its stage before which a step does not start, for what posts show or ask first; never later than planned. */
function findFloor(career: Career, step: FollowedStep, stages: readonly FollowedStage[]): number {
  const source = career.stepById.get(step.id);
  if (!source) return 0;
  const taught = new Set(source.teaches);
  const before = source.teaches.flatMap((id) => career.canDoById.get(id)?.after ?? []);
  const wanted = new Set([...before, ...source.needs.canDo].filter((id) => !taught.has(id)));
  const from = stages[step.stage]?.startWeek ?? 0;
  const weeks = stages.slice(0, step.stage + 1).flatMap(({ post, heldBefore, startWeek }) => {
    const found = post === null ? undefined : career.postById.get(post);
    const shown = found ? listTeaching(found, heldBefore) : [];
    return shown.flatMap(({ canDo, week }) => (wanted.has(canDo) ? [startWeek + week - from] : []));
  });
  return Math.max(
    0,
    Math.min(step.startWeek - from, Math.max(from > 0 ? computeSettling(career, source) : 0, ...weeks)),
  );
}

function toCourseStage(
  career: Career,
  input: {
    stage: FollowedStage;
    place: number;
    present: number;
    remaining: Remaining;
    ready: number;
    counted: ReadonlyMap<string, number>;
  },
): CourseStage {
  const { stage, place, present, remaining, ready, counted } = input;
  const { followed, weeksGone, left } = remaining;
  const last = Math.max(
    stage.startWeek,
    ...followed.steps
      .filter((step) => step.stage <= present + place && step.startWeek + step.weeks <= ready)
      .map(({ startWeek, weeks }) => startWeek + weeks),
  );
  const planned = ready - stage.startWeek;
  const waits = present + place > 0 ? listWaits(career, stage).filter((weeks) => weeks <= planned) : [];
  // A stage that goes on after its last step waits for tenure or experience.
  const wait = ready > last ? planned : Math.max(0, ...waits);
  const search = stage.startWeek + stage.weeks - ready;
  const isLooking = place === 0 && !left.some(({ id }) => counted.get(id) === 0);
  const searchLeft = isLooking ? computeSearchLeft(career, { stage, weeksGone, role: followed.role }) : null;
  return {
    startedBefore: place === 0 ? Math.max(0, weeksGone - stage.startWeek) : 0,
    wait: Math.max(0, wait),
    search: searchLeft ?? search,
    hoursPerWeek: stage.post === null ? followed.hoursPerWeek : followed.hoursInPost,
  };
}

/**
 * Weeks for which a post that is taken up on the way may have to be kept: so long one stays at least, by then it has shown
 * what comes next asks for, and such experience that asks for. Of these a plan has waited for those that it is as long as.
 */
function listWaits(career: Career, { post: id, heldBefore, until }: FollowedStage): number[] {
  const post = id === null ? undefined : career.postById.get(id);
  if (!post) return [];
  const asked = career.askedByPost.get(until) ?? career.askedByRole.get(until) ?? new Set<string>();
  const shown = listTeaching(post, heldBefore).flatMap(({ canDo, week }) => (asked.has(canDo) ? [week] : []));
  const experience = (career.experienceOfPost.get(until) ?? []).flatMap(({ anyOf }) =>
    anyOf.flatMap((option) =>
      'weeks' in option && doesCount(career, option, post.id) ? [option.weeks] : [],
    ),
  );
  return [computeLeastStay(post), ...shown, ...experience];
}
