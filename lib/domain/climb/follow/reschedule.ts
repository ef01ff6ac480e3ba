import type { Career } from '../../career/career';
import { addDays } from '../../day';
import type { PlanStep as FirstStep } from '../../planner/document';
import type { PlanDocument, PlanStep, Stage } from '../document';
import { continueStep, toPlanStep } from './compose-whole';
import { buildCourse } from './course';
import type { Followed, FollowedStep } from './followed';
import { toFollowed } from './followed';
import { type Following, findPresentPost, type Remaining, splitPlan } from './following';
import { findPresent } from './join-stages';
import { type CourseRun, type RunOptions, runCourse } from './run-course';
import { isStaged, type StoredDocument } from './stored-document';

/**
 * The same plan with what is left of it lying from today on, in the plan's own order: no step comes or goes. Null where it
 * cannot be brought to an end. A plan of version 1 stays one. Whether it still keeps every rule, findRuleProblems says.
 */
export function reschedule(
  career: Career,
  following: Following,
  options: RunOptions = {},
): StoredDocument | null {
  const { kept, records, today } = following;
  const followed = toFollowed(kept);
  const remaining = splitPlan({ followed, records, today });
  const current = findPresentPost(career, following.profile, remaining);
  const course = buildCourse(career, remaining, { records, post: current?.post ?? null });
  const run = runCourse(course, options);
  if (!run) return null;
  const present = findPresent(followed, { post: current?.post ?? null, weeksGone: remaining.weeksGone }) ?? 0;
  return isStaged(kept) ? layStaged(kept, { remaining, run, present }) : layFirst(kept, { remaining, run });
}

function layStaged(
  kept: PlanDocument,
  { remaining, run, present }: { remaining: Remaining; run: CourseRun; present: number },
): PlanDocument {
  const { weeksGone, followed } = remaining;
  const moved = placeSteps(remaining, run);
  const weeks = Math.max(weeksGone + run.weeks, ...remaining.behind.map(endOf));
  const starts = run.stageStarts.map((week) => weeksGone + week);
  const stages = kept.stages.map((stage, place): Stage => {
    if (place < present) return stage;
    const startWeek = place === present ? stage.startWeek : (starts[place - present] ?? weeks);
    const end = place === kept.stages.length - 1 ? weeks : (starts[place - present + 1] ?? weeks);
    return { ...stage, startWeek, weeks: Math.max(0, end - startWeek), status: 'feasible' };
  });
  return {
    ...kept,
    status: 'feasible',
    totals: {
      ...kept.totals,
      weeks,
      finish: weeks === 0 ? null : addDays(followed.start, weeks * 7 - 1),
    },
    stages,
    ways: kept.ways.map((way) => (way.chosen ? { ...way, weeks } : way)),
    steps: kept.steps.map((step) => moved.get(step.id) ?? step).sort(byTime),
  };
}

function layFirst(
  kept: Extract<StoredDocument, { version: 1 }>,
  { remaining, run }: { remaining: Remaining; run: CourseRun },
): StoredDocument {
  const moved = placeSteps(remaining, run);
  const steps = kept.steps
    .map((step): FirstStep => {
      const at = moved.get(step.id);
      if (!at) return step;
      const { startWeek, weeks, start, finish } = at;
      return { ...step, startWeek, weeks, start, finish, hoursByWeek: [...at.hoursByWeek] };
    })
    .sort(byTime);
  const weeks = Math.max(0, ...steps.map(endOf));
  const finish = weeks === 0 ? null : addDays(remaining.followed.start, weeks * 7 - 1);
  return { ...kept, status: 'feasible', totals: { ...kept.totals, weeks, finish }, steps };
}

/** The steps that are left where they come to lie, in the weeks of the whole plan. */
function placeSteps(
  { left, started, weeksGone, followed }: Remaining,
  run: CourseRun,
): Map<string, PlanStep> {
  const placed = new Map(run.placements.map((placement) => [placement.id, placement]));
  return new Map(
    left.flatMap((step): [string, PlanStep][] => {
      const at = placed.get(step.id);
      if (!at) return [];
      const lies = lay(step, { start: at.start, weeks: at.weeks, hours: at.hours }, followed);
      if (started.has(step.id)) {
        const rest = { ...lies, hours: at.hours.reduce((sum, hours) => sum + hours, 0) };
        return [[step.id, continueStep({ old: step, rest, weeksGone, start: followed.start })]];
      }
      return [[step.id, lay(step, { ...at, start: at.start + weeksGone }, followed)]];
    }),
  );
}

function lay(
  step: FollowedStep,
  { start: startWeek, weeks, hours }: { start: number; weeks: number; hours: readonly number[] },
  { start }: Followed,
): PlanStep {
  return {
    ...toPlanStep(step),
    startWeek,
    weeks,
    start: addDays(start, startWeek * 7),
    finish: addDays(start, (startWeek + weeks) * 7 - 1),
    hoursByWeek: step.hoursByWeek.length === 0 ? [] : [...hours],
  };
}

function endOf({ startWeek, weeks }: { startWeek: number; weeks: number }): number {
  return startWeek + weeks;
}

function byTime(one: { id: string; startWeek: number }, other: { id: string; startWeek: number }): number {
  return one.startWeek - other.startWeek || (one.id < other.id ? -1 : 1);
}
