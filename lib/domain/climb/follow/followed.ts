import type { Level, StepKind } from '../../catalogue';
import { addDays, type Day } from '../../day';
import type { Money } from '../../planner/profile';
import type { PlanDocument, PlanStep, Way } from '../document';
import { countWeeksIn } from '../model/held';
import { limitBesidePost } from '../model/own-hours';
import type { Preferences } from '../profile';
import { isStaged, type StoredDocument } from './stored-document';

/**
 * A step of a plan that is followed, whichever version the document has. Weeks count from the plan's start; `finish`
 * is the last day, inclusive. `hours` are those of its pool: own time, or the hours that work gives to learning.
 */
export type FollowedStep = {
  id: string;
  kind: StepKind;
  title: string;
  url: string | null;
  startWeek: number;
  weeks: number;
  start: Day;
  finish: Day;
  hours: number;
  /** One entry a week; empty where it takes no hours of a pool (full-time study, a job of the first edition). */
  hoursByWeek: readonly number[];
  pool: 'own' | 'work';
  cost: Money;
  /** Can-dos that it teaches and that are not true when it starts; none in a plan of version 1. */
  teaches: readonly string[];
  reaches: readonly { skill: string; level: Level }[];
  raises: readonly { skill: string; from: Level; to: Level }[];
  /** Steps of the plan that it waits for. */
  after: readonly string[];
  why: readonly string[];
  /** As the plan was made; what was recorded since stands in the person's progress. */
  status: PlanStep['status'];
  /** Place of its stage in `Followed.stages`. */
  stage: number;
};

/** The time in one post (null: in none, or in full-time study) until the next post or the goal. */
export type FollowedStage = {
  post: string | null;
  /** Weeks for which its post was held when the plan was made. */
  heldBefore: number;
  /** Whether nobody said that they are in the post: one was taken for who works in IT and says no more. */
  isAssumed?: true;
  until: string;
  startWeek: number;
  weeks: number;
  start: Day;
  /** The last day, inclusive; null for a stage of no weeks. */
  finish: Day | null;
  isProved: boolean;
  bestWeeks: number;
  /** Steps that begin in it, in order of time. */
  steps: readonly string[];
};

export type FollowedTotals = PlanDocument['totals'];

/** What pages, exports, feed and forecast read of a kept plan: one shape for both versions of the document. */
export type Followed = {
  version: StoredDocument['version'];
  career: string;
  /** Version of the catalogue that it was made with. */
  catalogue: string;
  role: string;
  start: Day;
  status: StoredDocument['status'];
  /** In order of time. A plan of version 1 has one stage, in no post. */
  stages: readonly FollowedStage[];
  /** In order of time. */
  steps: readonly FollowedStep[];
  totals: FollowedTotals;
  /** The chosen way first; none in a plan of version 1. */
  ways: readonly Way[];
  requirements: PlanDocument['requirements'];
  /** Can-dos that the person leaves open. */
  letStand: readonly string[];
  outlook: readonly { until: string; leastWeeks: number }[];
  /** The first day on which a next post could begin, where one was given. */
  freeFrom: Day | null;
  assumptions: readonly string[];
  hoursPerWeek: number;
  /** Own hours a week in a post that the plan leads to, for who had none when it was made. */
  hoursInPost: number;
  workHoursPerWeek: number;
  maxParallel: number;
  weeksOff: Preferences['weeksOff'];
};

/** A kept document as it is followed. What it says is taken as it stands: see withOwnTotals for what comes in a file. */
export function toFollowed(document: StoredDocument): Followed {
  const { career, catalogue, role, status, requirements, assumptions } = document;
  const head = { version: document.version, career, catalogue, role, status, requirements, assumptions };
  const { start, hoursPerWeek, maxParallel } = document.profile.preferences;
  if (!isStaged(document)) {
    const { steps, totals } = document;
    return {
      ...head,
      start,
      stages: listOnlyStage(document, start),
      steps: sortByTime(
        steps.map((step) => ({
          ...step,
          pool: 'own' as const,
          teaches: [],
          reaches: step.raises.map(({ skill, to }) => ({ skill, level: to })),
          stage: 0,
        })),
      ),
      totals: { ...totals, workHours: 0 },
      ways: [],
      letStand: [],
      outlook: [],
      freeFrom: null,
      hoursPerWeek,
      hoursInPost: hoursPerWeek,
      workHoursPerWeek: 0,
      maxParallel,
      weeksOff: [],
    };
  }
  const { workHoursPerWeek, weeksOff } = document.profile.preferences;
  return {
    ...head,
    start,
    stages: document.stages.map(({ status: proof, bound: _bound, startWeek, weeks, ...stage }, place) => ({
      ...stage,
      heldBefore: countWeeksIn(document.profile.posts, stage.post ?? ''),
      ...(place === 0 && isFirstPostAssumed(document) ? { isAssumed: true as const } : {}),
      startWeek,
      weeks,
      start: addDays(start, 7 * startWeek),
      finish: weeks === 0 ? null : addDays(start, 7 * (startWeek + weeks) - 1),
      isProved: proof === 'optimal',
    })),
    steps: sortByTime(document.steps.map((step) => ({ ...step, stage: findStageOf(document.stages, step) }))),
    totals: document.totals,
    ways: document.ways,
    letStand: document.letStand ?? [],
    outlook: document.outlook ?? [],
    freeFrom: document.profile.preferences.freeFrom ?? null,
    hoursPerWeek,
    hoursInPost: document.stages[0]?.post === null ? limitBesidePost(hoursPerWeek) : hoursPerWeek,
    workHoursPerWeek,
    maxParallel,
    weeksOff,
  };
}

/** Whether a plan begins in a post that nobody named: somebody said only that they work in IT, or did once. */
export function isFirstPostAssumed({ profile, stages }: Pick<PlanDocument, 'profile' | 'stages'>): boolean {
  return profile.posts.length === 0 && (stages[0]?.post ?? null) !== null;
}

/** The stage that lists a step, else the last one that has begun by then. */
function findStageOf(stages: PlanDocument['stages'], { id, startWeek }: Pick<PlanStep, 'id' | 'startWeek'>) {
  const listed = stages.findIndex(({ steps }) => steps.includes(id));
  if (listed >= 0) return listed;
  return Math.max(
    0,
    stages.findLastIndex((stage) => stage.startWeek <= startWeek),
  );
}

function listOnlyStage({ role, status, steps, totals }: StoredDocument, start: Day): FollowedStage[] {
  const { weeks, bestWeeks } = totals;
  if (status === 'infeasible') return [];
  return [
    {
      post: null,
      heldBefore: 0,
      until: role,
      startWeek: 0,
      weeks,
      start,
      finish: weeks === 0 ? null : addDays(start, 7 * weeks - 1),
      isProved: status === 'optimal',
      bestWeeks: bestWeeks ?? weeks,
      steps: sortByTime(steps).map(({ id }) => id),
    },
  ];
}

function sortByTime<Step extends { id: string; startWeek: number }>(steps: readonly Step[]): Step[] {
  return [...steps].sort((one, other) => one.startWeek - other.startWeek || (one.id < other.id ? -1 : 1));
}
