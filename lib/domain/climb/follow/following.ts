import type { Career } from '../../career/career';
import { withOwnSteps } from '../../career/own-steps';
import type { Step } from '../../career/schema';
import { addDays, computeDaysBetween, type Day } from '../../day';
import type { StepRecord } from '../../step-progress';
import { findCurrent, listHeldPosts } from '../model/held';
import { computeCurrency, computeStepPrice } from '../model/price';
import type { HeldPost, Profile } from '../profile';
import { type Followed, type FollowedStep, toFollowed } from './followed';
import type { StoredDocument } from './stored-document';

/** How steps stand: the latest that was recorded of each. */
export type Records = readonly (StepRecord & { step: string })[];

/** A kept plan with the person who follows it as they stand now. */
export type Following = {
  kept: StoredDocument;
  /** Its start is left aside where a plan goes on, since that stays where the kept one began. */
  profile: Profile;
  records: Records;
  today: Day;
  /** Whether the plan is gone on from though nothing of its steps was recorded, as when a post was found. */
  isFollowed?: boolean;
};

/** What is behind of a followed plan and what is left, in its own weeks. */
export type Remaining = {
  followed: Followed;
  /** Weeks of the plan that are over: what is left begins with the week of today at the earliest. */
  weeksGone: number;
  /** Steps that are finished and need not be done again, and jobs of the first edition that are under way. */
  behind: readonly FollowedStep[];
  /** Steps still to finish, those under way among them. */
  left: readonly FollowedStep[];
  started: ReadonlySet<string>;
  dropped: ReadonlySet<string>;
};

/** Splits a followed plan on a day by what was recorded of its steps. What it plans again is to do; see settleAgain. */
export function splitPlan({
  followed,
  records,
  today,
}: {
  followed: Followed;
  records: Records;
  today: Day;
}): Remaining {
  const byStep = new Map(records.map((record) => [record.step, record]));
  const statusOf = ({ id, status }: FollowedStep) => {
    const recorded = byStep.get(id)?.status;
    if (status === 'again' && (recorded === undefined || recorded === 'done')) return 'todo';
    return recorded ?? status;
  };
  const left = followed.steps.filter((step) => ['todo', 'in-progress'].includes(statusOf(step)));
  const underWay = left.filter((step) => statusOf(step) === 'in-progress');
  return {
    followed,
    weeksGone: Math.max(0, Math.floor(computeDaysBetween({ from: followed.start, to: today }) / 7)),
    behind: followed.steps.filter((step) => statusOf(step) === 'done'),
    left,
    started: new Set(underWay.map(({ id }) => id)),
    dropped: new Set(records.filter(({ status }) => status === 'dropped').map(({ step }) => step)),
  };
}

/**
 * The plan to go on from: the kept one where it is for the same role and something of it was begun, else one of
 * nothing that begins on the start of the settings; either with all else that is under way. Null where nothing was
 * begun or dropped that a plan would have to heed.
 */
export function findPlanToContinue(career: Career, following: Following): Remaining | null {
  const { kept, profile, records, today, isFollowed = false } = following;
  const followed = toFollowed(kept);
  const begun = new Set(
    records.filter(({ status }) => status === 'in-progress' || status === 'done').map(({ step }) => step),
  );
  const isBegun = kept.role === profile.role && followed.steps.some(({ id }) => begun.has(id));
  const isClimbing = kept.role === profile.role && (isFollowed || hasClimbed(career, profile, followed));
  const { start } = profile.preferences;
  const base = isBegun || isClimbing ? followed : toNothing(followed, profile);
  const from = base === followed && today > start ? today : start;
  const weeksGone = Math.max(0, Math.floor(computeDaysBetween({ from: base.start, to: from }) / 7));
  const others = records.flatMap(({ step, status }) => {
    const known = base.steps.some(({ id }) => id === step) ? undefined : career.stepById.get(step);
    return known && status === 'in-progress'
      ? [buildBegunStep(career, { profile, step: known, start: base.start, weeksGone })]
      : [];
  });
  const hasDropped = records.some(({ status }) => status === 'dropped');
  if (base !== followed && others.length === 0 && !hasDropped) return null;
  const whole = { ...base, steps: [...base.steps, ...others] };
  return { ...withoutJobs(career, splitPlan({ followed: whole, records, today: from })), weeksGone };
}

/** Jobs were steps in the first edition: one that was begun is behind, since posts are what is planned with now. */
function withoutJobs(career: Career, remaining: Remaining): Remaining {
  const isJob = ({ id }: FollowedStep): boolean => career.postById.has(id) && !career.stepById.has(id);
  const { left, started, behind } = remaining;
  const begun = left.filter((step) => isJob(step) && started.has(step.id));
  return {
    ...remaining,
    behind: [...behind, ...begun],
    left: left.filter((step) => !isJob(step)),
    started: new Set([...started].filter((id) => !begun.some((step) => step.id === id))),
  };
}

/** Whether the person has the post of one of the plan's later stages. */
function hasClimbed(career: Career, profile: Profile, { stages }: Followed): boolean {
  const current = findCurrent(listHeldPosts(career, profile));
  return current !== null && stages.some(({ post }, place) => place > 0 && post === current.post);
}

function toNothing(followed: Followed, { role, preferences }: Profile): Followed {
  return { ...followed, role, start: preferences.start, stages: [], steps: [], ways: [] };
}

/** A step that was begun outside a plan, as if the plan began it now. */
function buildBegunStep(
  career: Career,
  { profile, step, start, weeksGone }: { profile: Profile; step: Step; start: Day; weeksGone: number },
): FollowedStep {
  const currency = computeCurrency(profile.preferences);
  const { amount, currency: paidIn } = computeStepPrice({ step, currency, rates: career.rates });
  const weeks = Math.max(1, step.planning.weeks ?? 1);
  return {
    id: step.id,
    kind: step.kind,
    title: step.title,
    url: step.url,
    startWeek: weeksGone,
    weeks,
    start: addDays(start, weeksGone * 7),
    finish: addDays(start, (weeksGone + weeks) * 7 - 1),
    hours: step.planning.hours ?? 0,
    hoursByWeek: [],
    pool: step.atWork ? 'work' : 'own',
    cost: { amount, currency: paidIn },
    teaches: [...step.teaches],
    reaches: [],
    raises: [],
    after: [],
    why: [],
    status: 'in-progress',
    stage: 0,
  };
}

/** The post that a person has now; none while they study full time. */
export function findPresentPost(
  career: Career,
  profile: Profile,
  { started }: Pick<Remaining, 'started'>,
): HeldPost | null {
  const isStudying = [...started].some((id) => career.stepById.get(id)?.fullTime);
  return isStudying ? null : findCurrent(listHeldPosts(career, profile));
}

/** A planned step as the catalogue has it, with the plan's hours; one that the catalogue lost is made anew. */
export function toSource(career: Career, step: FollowedStep): Step | null {
  const own = {
    id: step.id,
    kind: step.kind === 'degree' ? ('course' as const) : step.kind,
    title: step.title,
    url: step.url,
    hours: step.hours,
    weeks: step.weeks,
    cost: step.cost,
    teaches: step.teaches,
    atWork: step.pool === 'work',
    prerequisites: [],
    retiredAt: null,
  };
  const known =
    career.stepById.get(step.id) ??
    (own.kind === 'entry-role'
      ? undefined
      : withOwnSteps({ ...career, ownSteps: [] }, [own as never]).stepById.get(step.id));
  if (!known) return null;
  return { ...known, status: 'active', planning: { ...known.planning, hours: step.hours } };
}

/**
 * The hours and the least weeks that a step under way still needs: no shorter in all than the step may be, and no
 * more hours a week than it takes. Without hours spent, it has had what the plan had it do by now.
 */
export function computeRest({
  source,
  planned,
  record,
  weeksGone,
}: {
  source: Step;
  planned: FollowedStep;
  record: StepRecord | undefined;
  weeksGone: number;
}): { hours: number; weeks: number } {
  const gone = Math.max(0, weeksGone - planned.startWeek);
  const leastWeeks = Math.max(1, source.planning.weeks ?? 1);
  if (source.fullTime) {
    const weeks = Math.max(1, leastWeeks - gone);
    return { hours: Math.round((planned.hours * weeks) / leastWeeks), weeks };
  }
  if (planned.hours === 0) return { hours: 0, weeks: Math.max(1, leastWeeks - gone) };
  const worked = planned.hoursByWeek.slice(0, gone).reduce((total, hours) => total + hours, 0);
  const hours = Math.max(1, planned.hours - Math.round(record?.hoursSpent ?? worked));
  const weeklyLimit = Math.ceil(planned.hours / leastWeeks);
  return { hours, weeks: Math.max(1, leastWeeks - gone, Math.ceil(hours / weeklyLimit)) };
}

/** Whether a step that is left can no longer go on as it was planned: it should have begun, or its hours do not fit. */
export function isLate(
  career: Career,
  { started, weeksGone }: Pick<Remaining, 'started' | 'weeksGone'>,
  step: FollowedStep,
  record: StepRecord | undefined,
): boolean {
  if (!started.has(step.id)) return step.startWeek < weeksGone;
  const source = toSource(career, step);
  if (!source || step.hoursByWeek.length === 0) return weeksGone >= step.startWeek + step.weeks;
  const gone = Math.max(0, weeksGone - step.startWeek);
  const ahead = step.hoursByWeek.slice(gone).reduce((total, hours) => total + hours, 0);
  return gone >= step.weeks || computeRest({ source, planned: step, record, weeksGone }).hours > ahead;
}
