import type { Career } from '../career/career';
import type { StandingRow } from '../climb/standing';
import { computeDaysBetween, type Day } from '../day';
import { FRESH_DAYS } from './ageing';
import { listSkillsOf, type Supporting } from './evidence';

/** The newest day on which each skill was rated or something new was shown for it, by the skill's id. */
export function findNewestDays(
  career: Career,
  { rated, items }: { rated: ReadonlyMap<string, Day>; items: readonly (Supporting & { newest: Day })[] },
): ReadonlyMap<string, Day> {
  const newest = new Map(rated);
  for (const item of items)
    for (const skill of listSkillsOf(career, item)) {
      const before = newest.get(skill);
      // What was never rated has no level whose age could matter.
      if (before !== undefined && before < item.newest) newest.set(skill, item.newest);
    }
  return newest;
}

/** Days since a skill's newest day, by its id. */
export function computeAges(
  newest: ReadonlyMap<string, Day>,
  { today }: { today: Day },
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...newest].map(([skill, from]) => [skill, Math.max(0, computeDaysBetween({ from, to: today }))]),
  );
}

/** A skill whose rating is worth another look first, and the hours of the plan that rest on it. */
export type FreshLook = { skill: string; days: number; hours: number };

type PlannedStep = { teaches: readonly string[]; hours: number };

/**
 * Of the skills that were neither rated nor shown for half a year, the one of which a fresh look would change the plan
 * most: how far off its level may be by now, times the hours that the plan gives it. The hours of a step belong to its
 * skills by the can-dos that it teaches of each. Where the plan gives hours to none of them, or there is none, what is
 * missing of each counts instead. Null where every skill is fresh.
 */
export function chooseFreshLook(
  career: Career,
  {
    rows,
    ages,
    widthOf,
    left,
  }: {
    rows: readonly Pick<StandingRow, 'skill' | 'isRated' | 'asked' | 'target' | 'points'>[];
    ages: Readonly<Record<string, number>>;
    /** How far off the level of a skill may be, in levels either way. */
    widthOf: (skill: string) => number;
    /** What is left to do of the plan. */
    left: readonly PlannedStep[];
  },
): FreshLook | null {
  const hoursOf = new Map<string, number>();
  for (const { teaches, hours } of left)
    for (const id of teaches) {
      const skill = career.canDoById.get(id)?.skill ?? '';
      hoursOf.set(skill, (hoursOf.get(skill) ?? 0) + hours / teaches.length);
    }
  const looks = rows
    .filter(({ skill, isRated, asked }) => isRated && asked.length > 0 && (ages[skill.id] ?? 0) >= FRESH_DAYS)
    .map(({ skill, target, points }) => ({
      skill: skill.id,
      days: ages[skill.id] ?? 0,
      hours: hoursOf.get(skill.id) ?? 0,
      width: widthOf(skill.id),
      missing: target - points,
    }));
  const [first] = looks.toSorted(
    (one, other) =>
      other.width * other.hours - one.width * one.hours ||
      other.width * other.missing - one.width * one.missing ||
      other.days - one.days,
  );
  return first ? { skill: first.skill, days: first.days, hours: Math.round(first.hours) } : null;
}
