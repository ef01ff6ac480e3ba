import type { Career } from '../../career/career';
import { buildStage } from '../model/build-stage';
import { type Climber, type Here, makeClimber, makePerson, type Person } from '../model/climber';
import { MOST_AT_WORK, type StageModel, type StageStep } from '../model/stage-model';
import { afterStage, afterStudy } from '../next-climber';
import type { Profile } from '../profile';
import type { Placement } from '../schedule/scheduler';
import { holds } from '../search/holds';
import { findStudy } from '../solve-way';
import { findGoalPost, listTargets, listWays, type WayPlan } from '../ways/list-ways';
import type { Laid, LaidStep } from './laid';

/** What of the rules a plan breaks; the first that is found of each step, stage or limit. */
export type RuleProblem =
  | { code: 'way' }
  | { code: 'stage'; until: string }
  | { code: 'step'; step: string; why: 'not-open' | 'too-early' | 'too-late' | 'hours' | 'weeks' }
  | { code: 'pool'; week: number; pool: 'own' | 'work' }
  | { code: 'parallel'; week: number; pool: 'own' | 'work' }
  | { code: 'budget' }
  | { code: 'deadline' }
  | { code: 'pinned'; step: string };

/**
 * Checks a plan that was not made for this very question (another's, a kept one, one in which a date was moved) by the
 * rules of docs/planning.md, but for those that say which of two good plans is better. A plan without problems may
 * stand in for an answer.
 */
export function findRuleProblems(
  { career, profile, here }: { career: Career; profile: Profile; here: Here | null },
  laid: Laid,
  { slackWeeks = 0 }: { slackWeeks?: number } = {},
): RuleProblem[] {
  if (!findWay({ career, profile, here }, laid)) return [{ code: 'way' }];
  const person = makePerson(career, profile);
  const problems = [...checkStages(person, { here, laid, slackWeeks }), ...checkPools(person, laid)];
  const pence = laid.steps.reduce((sum, { id }) => sum + (person.priceById.get(id)?.pence ?? 0), 0);
  const study = laid.study === null ? 0 : (person.priceById.get(laid.study)?.pence ?? 0);
  if (person.budgetPence !== null && pence + study > person.budgetPence) problems.push({ code: 'budget' });
  const end = Math.max(0, ...laid.stages.map(({ startWeek, weeks }) => startWeek + weeks));
  if (person.deadlineWeeks !== null && end > person.deadlineWeeks) problems.push({ code: 'deadline' });
  const planned = new Set([...laid.steps.map(({ id }) => id), laid.study]);
  for (const step of profile.preferences.pinned)
    if (!planned.has(step) && !profile.done.includes(step)) problems.push({ code: 'pinned', step });
  return problems;
}

/** The way that a plan goes, of those that are open; null where it is none of them. */
export function findWay(
  { career, profile, here }: { career: Career; profile: Profile; here: Here | null },
  { study, targets }: Pick<Laid, 'study' | 'targets'>,
): WayPlan | null {
  const goal = findGoalPost(career, profile.role).id;
  return (
    listOpenWays({ career, profile, here }).find(
      (way) => way.study === study && listTargets(way, goal).join() === targets.join(),
    ) ?? null
  );
}

/** The ways last listed of a profile: of one question many plans are asked about, and listing takes tens of milliseconds. */
const listed = new WeakMap<Profile, { career: Career; here: Here | null; ways: readonly WayPlan[] }>();

/** The ways that are open by a question; the first that is asked about each waits for the listing. */
export function listOpenWays({
  career,
  profile,
  here,
}: {
  career: Career;
  profile: Profile;
  here: Here | null;
}): readonly WayPlan[] {
  const known = listed.get(profile);
  if (known?.career === career && known.here === here) return known.ways;
  const ways = listWays(career, profile, here);
  listed.set(profile, { career, here, ways });
  return ways;
}

/** Walks the stages: each step is looked at in the first stage that has it in play and by whose end it is finished. */
function checkStages(
  person: Person,
  { here, laid, slackWeeks }: { here: Here | null; laid: Laid; slackWeeks: number },
): RuleProblem[] {
  const { career, profile } = person;
  const goal = findGoalPost(career, profile.role);
  const { targets } = laid;
  const stages = laid.study === null ? laid.stages : laid.stages.slice(1);
  const first = makeClimber(person, here);
  let climber = laid.study === null ? first : afterStudy(first, findStudy(person, laid.study));
  if (stages.length !== targets.length) return [{ code: 'way' }];
  const problems: RuleProblem[] = [];
  let left = [...laid.steps];
  for (const [place, id] of targets.entries()) {
    const until = career.postById.get(id);
    const stage = stages[place];
    if (!until || !stage) return [{ code: 'way' }];
    const isGoal = id === goal.id;
    const aim = { until, isGoal, taken: place + (here?.hasTakenPost ? 1 : 0) };
    const asked = climber.pinnedLeft.filter((pin) => left.some((step) => step.id === pin));
    const model = buildStage(person, { ...climber, pinnedLeft: asked }, aim);
    const search = isGoal ? 0 : until.searchWeeks;
    const ready = stage.startWeek + stage.weeks - search;
    const inStage = left.filter((step) => model.indexById.has(step.id) && step.start + step.weeks <= ready);
    left = left.filter((step) => !inStage.includes(step));
    const placements = inStage.map((step) => toPlacement(model, step));
    const isReached =
      model.isPossible &&
      stage.startWeek === climber.week &&
      model.wait <= ready + slackWeeks &&
      holds(model, placements, { ready }) &&
      model.exclusive.filter((step) => placements.some((placed) => placed.step === step)).length <= 1;
    if (!isReached) problems.push({ code: 'stage', until: id });
    for (const placement of placements) problems.push(...checkStep(model, climber, placement));
    climber = advance(person, climber, { model, placements, ready, until: id, search });
  }
  return [
    ...problems,
    ...left.map(({ id }) => ({ code: 'step' as const, step: id, why: 'not-open' as const })),
  ];
}

function toPlacement(model: StageModel, { id, start, weeks, hours }: LaidStep): Placement {
  return { step: model.indexById.get(id) ?? -1, start, weeks, hours };
}

/** Where the person is then; steps of the next stage may have begun at any time before it. */
function advance(
  person: Person,
  climber: Climber,
  stage: {
    model: StageModel;
    placements: readonly Placement[];
    ready: number;
    until: string;
    search: number;
  },
): Climber {
  const { until, search, ...solution } = stage;
  const next = afterStage(person, climber, {
    solution: { ...solution, end: stage.ready },
    until,
    search,
    isIdle: true,
    heldBack: [],
  });
  return { ...next, open: climber.open };
}

function checkStep(
  model: StageModel,
  climber: Climber,
  { step, start, weeks, hours }: Placement,
): RuleProblem[] {
  const found = model.steps[step];
  if (!found) return [];
  const problem = (why: 'too-early' | 'too-late' | 'hours' | 'weeks'): RuleProblem[] => [
    { code: 'step', step: found.id, why },
  ];
  if (start < found.earliest || (found.isAtWork && start < climber.week)) return problem('too-early');
  if (start > found.latest) return problem('too-late');
  // What is under way has had its least weeks and hours a week before, in part.
  if (weeks < found.leastWeeks && !found.isBegun) return problem('weeks');
  return hasItsHours(found, { weeks, hours }) ? [] : problem('hours');
}

function hasItsHours(
  { hours: all, weeklyLimit, isBegun }: StageStep,
  { weeks, hours }: { weeks: number; hours: readonly number[] },
): boolean {
  if (all === 0) return hours.every((count) => count === 0);
  return (
    hours.length === weeks &&
    hours.reduce((sum, count) => sum + count, 0) === all &&
    hours.every((count) => count >= 0 && (isBegun || count <= weeklyLimit)) &&
    (isBegun || (hours[0] ?? 0) > 0)
  );
}

function checkPools({ profile, calendar }: Person, { steps }: Laid): RuleProblem[] {
  const { hoursPerWeek, workHoursPerWeek, maxParallel } = profile.preferences;
  const problems: RuleProblem[] = [];
  const last = Math.max(0, ...steps.map(({ start, weeks }) => start + weeks));
  for (const pool of ['own', 'work'] as const) {
    const given = pool === 'own' ? hoursPerWeek : workHoursPerWeek;
    const most = pool === 'own' ? maxParallel : MOST_AT_WORK;
    const used = new Int32Array(last);
    const running = new Int32Array(last);
    for (const step of steps)
      if (step.pool === pool)
        for (let week = step.start; week < step.start + step.weeks; week += 1) {
          used[week] = (used[week] ?? 0) + (step.hours[week - step.start] ?? 0);
          running[week] = (running[week] ?? 0) + 1;
        }
    const full = used.findIndex((hours, week) => hours > (calendar.isOff(week) ? 0 : given));
    if (full >= 0) problems.push({ code: 'pool', week: full, pool });
    const crowded = running.findIndex((count) => count > most);
    if (crowded >= 0) problems.push({ code: 'parallel', week: crowded, pool });
  }
  return problems;
}
