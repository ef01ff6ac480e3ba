import type { Career } from '../../career/career';
import { addDays, type Day } from '../../day';
import type { PlanDocument, PlanStep } from '../document';
import { listMeasures } from '../search/optimise';
import type { FollowedStep } from './followed';
import { type Following, findPresentPost, type Remaining } from './following';
import { joinStages } from './join-stages';
import { sumPence } from './rest-problem';

/**
 * The whole plan: what is behind the person where it was, and the rest from the week on in which it begins. Weeks that
 * are gone stay in its totals, and stages that are over stay in front of those to come.
 */
export function composeWhole(
  career: Career,
  { following, remaining, rest }: { following: Following; remaining: Remaining; rest: PlanDocument },
): PlanDocument {
  const { profile, records } = following;
  const { followed, weeksGone } = remaining;
  const { start } = followed;
  const ahead = placeRest(rest.steps, remaining);
  const placed = new Set(ahead.map(({ id }) => id));
  // A finished step that has to be done again stands where it is done again.
  const behind = remaining.behind.filter(({ id }) => !placed.has(id)).map((step) => clip(step, remaining));
  const statuses = new Map(records.map(({ step, status }) => [step, status]));
  const statusOf = ({ id, status }: PlanStep) => statuses.get(id) ?? status;
  const steps = [
    // What a plan did again once is done, and no more to do than what it did once.
    ...behind.map(toPlanStep).map((step) => ({
      ...step,
      status: step.status === 'again' ? ('done' as const) : statusOf(step),
    })),
    ...ahead.map((step) => ({ ...step, status: step.status === 'again' ? step.status : statusOf(step) })),
  ].sort((one, other) => one.startWeek - other.startWeek || (one.id < other.id ? -1 : 1));
  const last = Math.max(0, ...steps.map((step) => step.startWeek + step.weeks));
  const weeks = rest.totals.weeks > 0 ? weeksGone + rest.totals.weeks : last;
  const spent = sumPence(career, profile.preferences, behind) / 100;
  const own = sumHours(behind, 'own');
  const { totals } = rest;
  const ids = new Set(steps.map(({ id }) => id));
  const current = findPresentPost(career, profile, remaining);
  return {
    ...rest,
    profile: { ...profile, preferences: { ...profile.preferences, start } },
    bound: shiftBound(rest, {
      weeks: rest.totals.weeks > 0 ? weeksGone : weeks,
      spent,
      own,
      behind,
      profile,
    }),
    totals: {
      weeks,
      finish: weeks === 0 ? null : addDays(start, weeks * 7 - 1),
      hours: sumHours(steps, 'own'),
      workHours: sumHours(steps, 'work'),
      cost: {
        ...totals.cost,
        amount: toPence(totals.cost.amount + spent),
        estimated: [
          ...new Set([
            ...followed.totals.cost.estimated.filter((id) => ids.has(id)),
            ...totals.cost.estimated,
          ]),
        ].sort(),
        approximate: totals.cost.approximate || (behind.length > 0 && followed.totals.cost.approximate),
      },
      steps: steps.length,
      bestWeeks: Math.min(weeks, weeksGone + (totals.bestWeeks ?? 0)),
    },
    stages: joinStages({ remaining, rest, behind, steps, weeks, current }),
    ways: rest.ways.map((way) => ({
      ...way,
      weeks: way.chosen ? weeks : weeksGone + way.weeks,
      cost: toPence(way.cost + spent),
      hours: way.hours + own,
    })),
    steps,
  };
}

/** Steps planned from the week on at which the rest begins, in the weeks of the whole plan. */
function placeRest(steps: readonly PlanStep[], remaining: Remaining): PlanStep[] {
  const { followed, started, weeksGone } = remaining;
  const before = new Map(followed.steps.map((step) => [step.id, step]));
  return steps.map((step) => {
    const old = started.has(step.id) ? before.get(step.id) : undefined;
    return old
      ? continueStep({ old, rest: step, weeksGone, start: followed.start })
      : { ...step, startWeek: step.startWeek + weeksGone };
  });
}

/** A step under way: it began when it began, and goes on for as long as the rest takes. */
export function continueStep({
  old,
  rest,
  weeksGone,
  start,
}: {
  old: FollowedStep;
  rest: PlanStep;
  weeksGone: number;
  start: Day;
}): PlanStep {
  // Begun sooner than planned, it stands where it goes on.
  const startWeek = Math.min(old.startWeek, weeksGone + rest.startWeek);
  const gone = Math.max(0, weeksGone - startWeek);
  const weeks = Math.max(1, gone + rest.startWeek + rest.weeks - Math.max(0, startWeek - weeksGone));
  const head = {
    ...toPlanStep(old),
    startWeek,
    weeks,
    start: addDays(start, startWeek * 7),
    finish: addDays(start, (startWeek + weeks) * 7 - 1),
    why: rest.why,
  };
  if (rest.hoursByWeek.length === 0) return { ...head, hoursByWeek: [] };
  const worked = Math.max(0, old.hours - rest.hours);
  const pause = weeks - gone - rest.weeks;
  const ahead = [...Array.from({ length: Math.max(0, pause) }, () => 0), ...rest.hoursByWeek];
  if (gone === 0 && ahead.length > 0) ahead[0] = (ahead[0] ?? 0) + worked;
  return { ...head, hoursByWeek: [...spreadPast(old, { gone, worked }), ...ahead] };
}

/** The hours of the weeks that are over: as planned where that is what was worked, else evenly. */
function spreadPast(
  { hoursByWeek }: FollowedStep,
  { gone, worked }: { gone: number; worked: number },
): number[] {
  const planned = hoursByWeek.slice(0, gone);
  if (planned.length === gone && sum(planned) === worked) return planned;
  return Array.from(
    { length: gone },
    (_, week) => Math.floor((worked * (week + 1)) / gone) - Math.floor((worked * week) / gone),
  );
}

/** A finished step ends by now, however long it was planned to take. */
function clip(step: FollowedStep, { weeksGone, followed }: Remaining): FollowedStep {
  const now = Math.max(1, weeksGone);
  if (step.startWeek + step.weeks <= now) return step;
  const startWeek = Math.min(step.startWeek, now - 1);
  const weeks = now - startWeek;
  const kept = step.hoursByWeek.slice(0, weeks);
  const hoursByWeek =
    step.hoursByWeek.length === 0
      ? []
      : [...kept.slice(0, weeks - 1), step.hours - sum(kept.slice(0, weeks - 1))];
  return {
    ...step,
    startWeek,
    weeks,
    start: addDays(followed.start, startWeek * 7),
    finish: addDays(followed.start, now * 7 - 1),
    hoursByWeek,
  };
}

function shiftBound(
  rest: PlanDocument,
  before: {
    weeks: number;
    spent: number;
    own: number;
    behind: readonly unknown[];
    profile: Following['profile'];
  },
): number[] | null {
  const { hourWorth, optimiseFor } = before.profile.preferences;
  const measures = listMeasures(optimiseFor);
  const add = (measure: string | undefined): number => {
    if (measure === 'weeks') return before.weeks;
    if (measure === 'pence') return before.spent;
    if (measure === 'hours') return before.own;
    return measure === 'burden' ? before.spent + before.own * hourWorth : before.behind.length;
  };
  return rest.bound?.map((value, place) => toPence(value + add(measures[place]))) ?? null;
}

/** A step of either version as a document of stages says it. */
export function toPlanStep({ stage: _stage, ...step }: FollowedStep): PlanStep {
  return {
    ...step,
    hoursByWeek: [...step.hoursByWeek],
    teaches: [...step.teaches],
    reaches: [...step.reaches],
    raises: [...step.raises],
    after: [...step.after],
    why: [...step.why],
  };
}

function sumHours(
  steps: readonly Pick<FollowedStep, 'hours' | 'pool'>[],
  pool: FollowedStep['pool'],
): number {
  return sum(steps.map((step) => (step.pool === pool ? step.hours : 0)));
}

function toPence(amount: number): number {
  return Math.round(amount * 100) / 100;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
