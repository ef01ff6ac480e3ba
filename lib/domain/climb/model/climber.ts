import type { Career } from '../../career/career';
import type { Post, Step } from '../../career/schema';
import type { Currency } from '../../catalogue';
import { computeDaysBetween } from '../../day';
import type { HeldPost, Profile } from '../profile';
import { Calendar } from '../schedule/calendar';
import { listTrue } from '../standing';
import { computeHalf, listHeldPosts } from './held';
import { listInPlay } from './in-play';
import {
  computeBudgetPence,
  computeCurrency,
  computeHourPence,
  computeStepPrice,
  type StepPrice,
} from './price';

/** What stays the same along every way of one person. */
export type Person = {
  career: Career;
  profile: Profile;
  currency: Currency;
  calendar: Calendar;
  inPlay: readonly Step[];
  priceById: ReadonlyMap<string, StepPrice>;
  hourPence: number;
  budgetPence: number | null;
  /** Whole weeks that fit before the deadline, its day included; null without one. */
  deadlineWeeks: number | null;
  /** The first week in which a next post may begin. */
  freeWeek: number;
  letStand: ReadonlySet<string>;
};

/** Where a person is when a stage begins, on one way. Weeks count from the plan's start. */
export type Climber = {
  /** Week in which the stage's post begins. */
  week: number;
  /** Week from which own hours are free for the stage. */
  open: number;
  /** Week in which the first post of the way begins, once there is one. */
  inPostFrom: number | null;
  /** Week from which each can-do is true: 0 where it is so from the start. */
  trueFrom: ReadonlyMap<string, number>;
  /** Week from which each step counts as finished. */
  finished: ReadonlyMap<string, number>;
  /** Posts with the weeks held by `week`. */
  held: readonly HeldPost[];
  hasDegree: boolean;
  pinnedLeft: readonly string[];
  /** Steps that are under way or held back: the hours and weeks left of each, and when it may go on. */
  adjusted: ReadonlyMap<string, Adjustment>;
};

/**
 * What is left of a step, where that is not all of it, and the week before which it does not start. One that has begun
 * waits for nothing that it rests on; where it is for a later stage, the first one does not wait for it.
 */
export type Adjustment = {
  hours?: number;
  weeks?: number;
  earliest?: number;
  isBegun?: boolean;
  isForLater?: boolean;
};

/** What is known of a person in the midst of a plan: see Climber.adjusted, and whether that plan led to their post. */
export type Here = { adjusted: Climber['adjusted']; hasTakenPost: boolean };

export function makePerson(career: Career, profile: Profile): Person {
  const { preferences } = profile;
  const currency = computeCurrency(preferences);
  const inPlay = listInPlay(career, profile);
  return {
    career,
    profile,
    currency,
    calendar: new Calendar(preferences.start, preferences.weeksOff),
    inPlay,
    priceById: new Map(
      inPlay.map((step) => [step.id, computeStepPrice({ step, currency, rates: career.rates })]),
    ),
    hourPence: computeHourPence(preferences.hourWorth),
    budgetPence: preferences.budget ? computeBudgetPence(preferences.budget.amount) : null,
    deadlineWeeks: computeDeadlineWeeks(preferences),
    freeWeek: computeFreeWeek(preferences),
    letStand: new Set(profile.letStand),
  };
}

function computeDeadlineWeeks({ start, deadline }: Profile['preferences']): number | null {
  if (deadline === null) return null;
  return Math.max(0, Math.floor((computeDaysBetween({ from: start, to: deadline }) + 1) / 7));
}

/** The first whole week of a plan from which a next post may begin; 0 where the person is free from the start. */
export function computeFreeWeek({
  start,
  freeFrom,
}: Pick<Profile['preferences'], 'start' | 'freeFrom'>): number {
  if (freeFrom === undefined) return 0;
  return Math.max(0, Math.ceil(computeDaysBetween({ from: start, to: freeFrom }) / 7));
}

export function makeClimber({ career, profile }: Person, here: Here | null = null): Climber {
  return {
    week: 0,
    open: 0,
    inPostFrom: null,
    trueFrom: new Map([...listTrue(career, profile)].map((id) => [id, 0])),
    finished: new Map(profile.done.map((id) => [id, 0])),
    held: listHeldPosts(career, profile),
    hasDegree: false,
    adjusted: here?.adjusted ?? new Map(),
    pinnedLeft: [...new Set(profile.preferences.pinned)].filter((id) => !profile.done.includes(id)).sort(),
  };
}

/**
 * Can-dos that a post shows, with the weeks after its start at which they are true for who has held it for `held`
 * weeks: the first half at half the tenure, the rest at its end. A threshold that is past brings nothing.
 */
export function listTeaching(post: Post, held: number): { canDo: string; week: number }[] {
  const half = computeHalf(post.teaches.length);
  return post.teaches.flatMap((canDo, place) => {
    const threshold = place < half ? computeHalf(post.tenureWeeks) : post.tenureWeeks;
    return threshold > held ? [{ canDo, week: threshold - held }] : [];
  });
}
