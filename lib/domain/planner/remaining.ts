import type { Career, Level, Step } from '../catalogue';
import { addDays, computeDaysBetween, type Day } from '../day';
import { withOwnSteps } from '../own-step';
import type { StepRecord } from '../step-progress';
import type { PlanDocument, PlanStep } from './document';
import type { Profile } from './profile';

export type Records = readonly (StepRecord & { step: string })[];

/** What is left of a plan on a day, as a planning problem of its own that starts with the week of that day. */
export type Remaining = {
  career: Career;
  profile: Profile;
  /** Weeks of the plan that are over; the rest starts on `profile.preferences.start`. */
  weeksGone: number;
  /** Steps still to finish, as the plan has them. */
  left: readonly PlanStep[];
  started: ReadonlySet<string>;
};

const DAYS_PER_WEEK = 7;

/**
 * Takes from a plan what is finished or dropped. A step under way keeps the hours and weeks that it still needs
 * and waits for nothing; finished steps count as having brought their levels unless `levels` says what is rated.
 */
export function buildRemaining({
  career,
  plan,
  records,
  today,
  levels = null,
}: {
  career: Career;
  plan: PlanDocument;
  records: Records;
  today: Day;
  levels?: Profile['levels'] | null;
}): Remaining {
  const byStep = new Map(records.map((record) => [record.step, record]));
  const statusOf = ({ id, status }: PlanStep) =>
    byStep.get(id)?.status ?? (status === 'again' ? 'todo' : status);
  const { preferences } = plan.profile;
  const weeksGone = Math.max(
    0,
    Math.floor(computeDaysBetween({ from: preferences.start, to: today }) / DAYS_PER_WEEK),
  );
  const left = plan.steps.filter((step) => !['done', 'dropped'].includes(statusOf(step)));
  const underWay = left.filter((step) => statusOf(step) === 'in-progress');
  const started = new Set(underWay.map(({ id }) => id));
  const finished = plan.steps.filter((step) => statusOf(step) === 'done');
  const reached = new Map<string, Level>(Object.entries(levels ?? plan.profile.levels) as [string, Level][]);
  const reach = (skill: string, level: Level): void => {
    if (level > (reached.get(skill) ?? 0)) reached.set(skill, level);
  };
  if (!levels) for (const { raises } of finished) for (const { skill, to } of raises) reach(skill, to);
  for (const { raises } of underWay) for (const { skill, from } of raises) reach(skill, from);
  const done = records.filter(({ status }) => status === 'done').map(({ step }) => step);
  return {
    career: replaceSteps(
      career,
      left.map((step) => {
        const whole = toStep(career, step);
        if (!started.has(step.id)) return whole;
        const rest = computeRest({ step: whole, planned: step, record: byStep.get(step.id), weeksGone });
        return { ...whole, prerequisites: [], planning: { ...whole.planning, ...rest } };
      }),
      started,
    ),
    profile: {
      ...plan.profile,
      levels: Object.fromEntries(reached),
      done: [...new Set([...plan.profile.done, ...done])].filter(
        (id) => career.stepById.has(id) && !left.some((step) => step.id === id),
      ),
      preferences: {
        ...preferences,
        start: addDays(preferences.start, weeksGone * DAYS_PER_WEEK),
      },
    },
    weeksGone,
    left,
    started,
  };
}

/**
 * The hours and the least weeks that a step under way still needs: no shorter in all than the step may be, and no
 * more hours a week than it takes. Without hours spent, it has had what the plan had it do by now.
 */
function computeRest(options: {
  step: Step;
  planned: PlanStep;
  record: StepRecord | undefined;
  weeksGone: number;
}): { hours: number; weeks: number } {
  const { step, planned, record, weeksGone } = options;
  const gone = Math.max(0, weeksGone - planned.startWeek);
  const leastWeeks = Math.max(1, step.planning.weeks ?? 1);
  if (planned.hours === 0) return { hours: 0, weeks: Math.max(1, leastWeeks - gone) };
  const worked = planned.hoursByWeek.slice(0, gone).reduce((total, hours) => total + hours, 0);
  const hours = Math.max(1, planned.hours - Math.round(record?.hoursSpent ?? worked));
  const weeklyLimit = Math.ceil(planned.hours / leastWeeks);
  return { hours, weeks: Math.max(1, leastWeeks - gone, Math.ceil(hours / weeklyLimit)) };
}

/** Whether a step that is left can no longer go on as it was planned: it should have begun, or its hours do not fit. */
export function isLate({ career, started, weeksGone }: Remaining, step: PlanStep): boolean {
  if (!started.has(step.id)) return step.startWeek < weeksGone;
  const gone = Math.max(0, weeksGone - step.startWeek);
  const ahead = step.hoursByWeek.slice(gone).reduce((total, hours) => total + hours, 0);
  return gone >= step.weeks || (career.stepById.get(step.id)?.planning.hours ?? 0) > ahead;
}

/** A planned step as the catalogue has it, with the plan's hours; one that the catalogue lost is made anew. */
function toStep(career: Career, step: PlanStep): Step {
  const known =
    career.stepById.get(step.id) ??
    withOwnSteps(career, [{ ...step, prerequisites: [], retiredAt: null }]).stepById.get(step.id);
  if (!known) throw new Error(`The step ${step.id} could not be made.`);
  return { ...known, status: 'active', planning: { ...known.planning, hours: step.hours } };
}

function replaceSteps(career: Career, steps: readonly Step[], started: ReadonlySet<string>): Career {
  const replaced = new Map([...career.stepById, ...steps.map((step) => [step.id, step] as const)]);
  const { traits } = career;
  return {
    ...career,
    steps: [...replaced.values()],
    stepById: replaced,
    traits: { ...traits, needsPost: traits.needsPost.filter((id) => !started.has(id)) },
  };
}
