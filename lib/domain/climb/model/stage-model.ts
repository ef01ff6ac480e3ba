import type { Career } from '../../career/career';
import type { Step } from '../../career/schema';
import type { Currency } from '../../catalogue';
import type { Profile } from '../profile';
import type { Calendar } from '../schedule/calendar';
import type { StepPrice } from './price';

/** What must hold before a step starts: one of its steps finished, all of its facts true, or its week come. */
export type Need = { steps: readonly number[]; facts: readonly number[] | null; week: number };

/** A step in play in a stage, in whole hours, weeks and pence of the plan's currency. */
export type StageStep = {
  index: number;
  id: string;
  source: Step;
  isAtWork: boolean;
  /** Hours of the pool from which it takes them. */
  hours: number;
  leastWeeks: number;
  /** Most hours in one week: ⌈hours / leastWeeks⌉. */
  weeklyLimit: number;
  /** Weeks with hours that it takes at least. */
  workingWeeks: number;
  /** Least weeks with this person's hours, nothing beside it and no weeks off. */
  duration: number;
  pence: number;
  /** Cost and own hours at their worth, in pence. */
  burden: number;
  price: StepPrice;
  isDegree: boolean;
  isAgain: boolean;
  /** Whether it is under way when the plan begins. */
  isBegun: boolean;
  /** Weeks before which and after which it cannot start. */
  earliest: number;
  latest: number;
  /** Facts that must be true when it starts. */
  froms: readonly number[];
  /** Facts that are true once it is finished. */
  tos: readonly number[];
  needs: readonly Need[];
};

/** One of the things of which a part of the goal asks so many: met when its facts are true or its steps finished. */
export type Item = { facts: readonly number[] | null; steps: readonly number[] | null };

/** A part of the goal of a stage: so many of its items. */
export type Part = { what: PartKind; label: string; count: number; items: readonly Item[] };
export type PartKind = 'threshold' | 'certificate' | 'experience' | 'asksToSee' | 'pinned';

/**
 * The planning problem of one stage. Facts are can-dos that may be missing; weeks are those of the whole plan. Own
 * steps may start from `open` on, which is before `start` where the search for the stage's post is not needed for
 * anything else; at-work steps only from `start` on. `wait` is the first week that tenure and experience allow.
 */
export type StageModel = {
  career: Career;
  profile: Profile;
  currency: Currency;
  calendar: Calendar;
  post: string | null;
  until: string;
  open: number;
  start: number;
  wait: number;
  facts: readonly string[];
  factById: ReadonlyMap<string, number>;
  /** Week from which a fact is true without any step; NEVER where it never is. */
  given: Int32Array;
  steps: readonly StageStep[];
  indexById: ReadonlyMap<string, number>;
  /** Facts all of which must be true at the end. */
  goalFacts: readonly number[];
  parts: readonly Part[];
  /** False where a thing that the stage asks for can be met by nothing. */
  isPossible: boolean;
  /** What keeps it from being possible. */
  obstacles: readonly { what: PartKind; label: string }[];
  /** Steps of which at most one is planned. */
  exclusive: readonly number[];
  /** Steps asked for that lie in this stage. */
  pinned: readonly number[];
  /** Own hours a week until the first post of the way begins, in `inPostFrom`, and from then on. */
  hoursPerWeek: number;
  hoursInPost: number;
  inPostFrom: number;
  workHoursPerWeek: number;
  maxParallel: number;
};

/** At-work steps under way at once, at most. */
export const MOST_AT_WORK = 2;

/** Whether what a step teaches can stand in for it where another one names it. */
export function canTeachingStandIn({ kind }: Step): boolean {
  return kind === 'course' || kind === 'project' || kind === 'practice';
}
