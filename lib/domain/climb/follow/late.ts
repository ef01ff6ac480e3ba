import type { Career } from '../../career/career';
import { addDays, computeDaysBetween, type Day } from '../../day';
import type { Preferences } from '../profile';
import { checkRest } from './check-rest';
import { toFollowed } from './followed';
import { type Following, isLate, splitPlan } from './following';
import { listFloors } from './held-dates';
import { reschedule } from './reschedule';
import type { RuleProblem } from './rules';
import type { RunOptions } from './run-course';
import { isStaged, type StoredDocument } from './stored-document';

/**
 * How far a plan is behind: the steps that should have begun or no longer fit, and by how many weeks its end moves when
 * all that is left lies from today on. `document` is that plan; `problems` are the rules that it breaks.
 */
export type Lateness = {
  steps: readonly string[];
  weeks: number;
  document: StoredDocument | null;
  problems: readonly RuleProblem[];
};

/** How late a followed plan is; null where nothing of it is. */
export function computeLateness(career: Career, following: Following): Lateness | null {
  const { kept, records, today } = following;
  const followed = toFollowed(kept);
  const remaining = splitPlan({ followed, records, today });
  const byStep = new Map(records.map((record) => [record.step, record]));
  const late = remaining.left.filter((step) => isLate(career, remaining, step, byStep.get(step.id)));
  const document = late.length > 0 ? reschedule(career, following, listTerms(following)) : null;
  if (late.length === 0) return null;
  const weeks = document ? Math.max(0, document.totals.weeks - kept.totals.weeks) : 0;
  return {
    steps: late.map(({ id }) => id),
    weeks,
    document,
    problems: document ? checkRest(career, following, document) : [],
  };
}

/** The dates set by hand, as moving all that is late has to keep them. */
function listTerms(following: Following): RunOptions {
  const { dates = [] } = following.profile.preferences;
  return { floors: listFloors(following, dates), first: new Set(dates.map(({ step }) => step)) };
}

/** What a plan was made for, with the dates by which it was moved. */
function withDates(document: StoredDocument, dates: Preferences['dates']): StoredDocument {
  if (!isStaged(document)) return document;
  const preferences = { ...document.profile.preferences, dates };
  return { ...document, profile: { ...document.profile, preferences } };
}

export type Moved =
  | { kind: 'moved'; document: StoredDocument; weeks: number }
  /** It cannot begin then; the first day on which it can. */
  | { kind: 'too-early'; from: Day }
  | { kind: 'breaks'; problems: readonly RuleProblem[] }
  | { kind: 'unknown' };

/**
 * A step moved by hand to the week of a day: what rests on it moves along, and it comes before others where hours are short.
 * A week in which it cannot begin is refused with the first in which it can, and so is one by which the plan would break a rule.
 */
export function moveStep(
  career: Career,
  following: Following,
  { step, to }: { step: string; to: Day },
): Moved {
  const { kept, today } = following;
  const { start } = kept.profile.preferences;
  const weekOf = (day: Day): number => Math.floor(computeDaysBetween({ from: start, to: day }) / 7);
  const gone = Math.max(0, weekOf(today));
  const record = following.records.find((one) => one.step === step);
  const isOpen = kept.steps.some(({ id }) => id === step) && (!record || record.status === 'todo');
  if (!isOpen) return { kind: 'unknown' };
  const asked = Math.max(0, weekOf(to) - gone);
  const others = (following.profile.preferences.dates ?? []).filter((date) => date.step !== step);
  const moved = reschedule(career, following, {
    floors: listFloors(following, [...others, { step, on: to }]),
    first: new Set([step, ...others.map((date) => date.step)]),
  });
  const document = moved && withDates(moved, [...others, { step, on: to }]);
  const placed = document?.steps.find(({ id }) => id === step);
  if (!document || !placed) return { kind: 'unknown' };
  if (placed.startWeek > gone + asked)
    return { kind: 'too-early', from: addDays(start, placed.startWeek * 7) };
  const problems = checkRest(career, following, document);
  return problems.length > 0
    ? { kind: 'breaks', problems }
    : { kind: 'moved', document, weeks: document.totals.weeks - kept.totals.weeks };
}
