import type { Career } from '../../career/career';
import { computeDaysBetween, type Day } from '../../day';
import type { PlanDocument } from '../document';
import type { Preferences } from '../profile';
import { checkRest } from './check-rest';
import type { Following } from './following';
import { reschedule } from './reschedule';
import { isStaged } from './stored-document';

type Dates = NonNullable<Preferences['dates']>;

/** The dates that a person set by hand for steps that a plan holds and nobody has begun. */
function listOpenDates(
  { profile, records }: Pick<Following, 'profile' | 'records'>,
  { steps }: Pick<PlanDocument, 'steps'>,
): Dates {
  const begun = new Set(records.filter(({ status }) => status !== 'todo').map(({ step }) => step));
  const planned = new Set(steps.filter(({ status }) => status !== 'done').map(({ id }) => id));
  return (profile.preferences.dates ?? []).filter(({ step }) => planned.has(step) && !begun.has(step));
}

/** The week of a plan in which a day lies; its first for one before it. */
function weekOf(start: Day, day: Day): number {
  return Math.max(0, Math.floor(computeDaysBetween({ from: start, to: day }) / 7));
}

/** So many weeks later a date is still kept: places may be taken by what is under way then. */
const SLACK_WEEKS = 4;

/** The steps whose date a plan keeps, of those set by hand that it holds. */
export function listKeptDates(
  { dates = [] }: Pick<Preferences, 'dates'>,
  { steps, profile }: Pick<PlanDocument, 'steps' | 'profile'>,
): string[] {
  const { start } = profile.preferences;
  const begins = new Map(steps.map(({ id, startWeek }) => [id, startWeek]));
  const isKept = ({ step, on }: Dates[number]): boolean => {
    const late = (begins.get(step) ?? -1) - weekOf(start, on);
    return late >= 0 && late <= SLACK_WEEKS;
  };
  return dates.filter(isKept).map(({ step }) => step);
}

/** Weeks before which steps do not begin, by the dates set by hand, counted from the week of today. */
export function listFloors({ kept, today }: Pick<Following, 'kept' | 'today'>, dates: Dates) {
  const { start } = kept.profile.preferences;
  const gone = weekOf(start, today);
  return new Map(dates.map(({ step, on }) => [step, Math.max(0, weekOf(start, on) - gone)]));
}

/**
 * A new plan with each step that a person gave a date by hand beginning in the week of it, or as soon after as there is a
 * place for it: what rests on it moves along. A date by which the plan would break a rule, or that has passed, is left aside; the plan is the same where all are kept.
 */
export function holdDates(career: Career, following: Following, document: PlanDocument): PlanDocument {
  const open = listOpenDates(following, document);
  const isKept = ({ dates = [] }: Pick<Preferences, 'dates'>, plan: PlanDocument): boolean =>
    listKeptDates({ dates }, plan).length === dates.length;
  const listProblems = (plan: PlanDocument) =>
    checkRest(career, { ...following, kept: document }, plan).map((problem) => JSON.stringify(problem));
  // What a plan that goes on breaks anyway, no date is to blame for.
  let before: ReadonlySet<string> | null = null;
  const known = (): ReadonlySet<string> => {
    before ??= new Set(listProblems(document));
    return before;
  };
  let held: Dates = [];
  let best = document;
  for (const date of open) {
    const dates = [...held, date];
    if (isKept({ dates }, best)) {
      held = dates;
      continue;
    }
    const going = { ...following, kept: document };
    const moved = reschedule(career, going, {
      floors: listFloors(going, dates),
      first: new Set(dates.map(({ step }) => step)),
    });
    if (!moved || !isStaged(moved) || !isKept({ dates }, moved)) continue;
    if (listProblems(moved).some((problem) => !known().has(problem))) continue;
    held = dates;
    best = moved;
  }
  return best;
}
