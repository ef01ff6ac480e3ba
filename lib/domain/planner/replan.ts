import type { Career, Level } from '../catalogue';
import { addDays } from '../day';
import { MOST_WEEKS } from '../limits';
import { UNTOUCHED } from '../step-progress';
import { Closure, computeClosure, listMembers, NEVER, toSet } from './closure';
import { composePlan } from './compose';
import {
  buildRestProfile,
  buildSchedule,
  composeRest,
  composeWhole,
  type Followed,
  listIndices,
  placeRest,
  sum,
} from './continuation';
import type { PlanDocument } from './document';
import { NodeBudget } from './effort';
import { minimiseSum } from './measure';
import { buildModel, type PlanningModel } from './model';
import type { Optimum } from './optimise';
import type { Profile } from './profile';
import { buildRemaining, isLate, type Remaining } from './remaining';
import { solve } from './solve';
import { type Candidate, makeWorkbench, sumPence, toCandidate } from './workbench';

/** The next weeks stay as they are planned. */
const FROZEN_WEEKS = 4;
/** How much longer than the shortest a new plan may be to hold on to more of the old one, and how much shorter
 * than the old one it must be to be offered, in hundredths. */
const LONGER = 105;
const BETTER = 90;
/** A step that the kept plan does not hold weighs more than any plan costs, in pence. */
const NEW_STEP_PENCE = 10_000_000;

/** What replanning comes to. `keepLonger`: how many weeks later the kept plan ends, null where it does not reach the goal. */
export type Replanning =
  | { kind: 'none' }
  | { kind: 'stuck' }
  | { kind: 'offer'; why: 'broken' | 'better'; document: PlanDocument; keepLonger: number | null };

/**
 * A new plan for what is left of a kept one after ratings, settings or the catalogue changed. What is finished or
 * begun does not move, and the next four weeks stay as planned, or as they come where the plan runs late; among the
 * plans at most 5 % longer than the shortest, it has the fewest new steps, then the least cost, then starts as near
 * to the kept ones as the scheduler allows. Offered only where the kept plan broke or the new one is 10 % shorter.
 */
export function replan(career: Career, followed: Followed): Replanning {
  if (!hasPlanBasisChanged(career, followed)) return { kind: 'none' };
  const course = computeCourse(career, followed);
  const answer = replanBehind(career, course, freeze(career, course));
  // Weeks that leave no way to the goal are not worth keeping.
  return answer.kind === 'stuck' ? replanBehind(career, course, lookAhead(career, course.followed)) : answer;
}

/** Plans what comes after the weeks that stay as they are. */
function replanBehind(career: Career, { followed, now }: Course, remaining: Remaining): Replanning {
  const profile = buildRestProfile(career, followed, remaining);
  const model = buildModel(remaining.career, profile);
  const keptWeeks = followKept(model, remaining);
  const solution = solve(remaining.career, profile, { effort: 'quick' });
  if (solution.kind === 'none') return { kind: keptWeeks === null ? 'stuck' : 'none' };
  const shortest = solution.optimum.bestWeeks;
  const within = Math.floor((shortest * LONGER) / 100);
  const plan = chooseNearest({ model, remaining, within, known: solution.optimum.plan });
  const gone = remaining.weeksGone - now;
  const isBetter =
    keptWeeks !== null && (plan.weeks + gone) * 100 <= BETTER * (keptWeeks + gone) && keptWeeks > plan.weeks;
  if (keptWeeks !== null && !isBetter) return { kind: 'none' };
  const rest = composeRest(model, toOptimum(plan, shortest), followed.profile);
  return {
    kind: 'offer',
    why: keptWeeks === null ? 'broken' : 'better',
    document: composeWhole({ career, followed, remaining, rest }),
    keepLonger: keptWeeks === null ? null : Math.max(0, keptWeeks - plan.weeks),
  };
}

/** Whether anything that a plan rests on differs from when it was made; the passing of time alone does not count. */
export function hasPlanBasisChanged(
  career: Career,
  { kept, profile, records }: Omit<Followed, 'today'>,
): boolean {
  if (profile.role !== kept.role) return false;
  const byStep = new Map(records.map((record) => [record.step, record]));
  if (kept.catalogue !== career.version) return true;
  if (kept.steps.some(({ id }) => byStep.get(id)?.status === 'dropped')) return true;
  const levels = new Map<string, number>(Object.entries(kept.profile.levels));
  // What was finished when the plan was made brought its levels then.
  for (const { id, raises, status } of kept.steps)
    if (status !== 'done' && byStep.get(id)?.status === 'done')
      for (const { skill, to } of raises) levels.set(skill, Math.max(levels.get(skill) ?? 0, to));
  const differs = career.skills.some(({ id }) => (profile.levels[id] ?? 0) !== (levels.get(id) ?? 0));
  const settings = ({ holdings, preferences: { start: _start, ...rest } }: Profile) =>
    JSON.stringify([[...holdings].sort(), Object.entries(rest).sort()]);
  return differs || settings(profile) !== settings(kept.profile);
}

/**
 * The kept plan as it goes on from today: as planned, or what is left of it one after the other where it runs late.
 * `held` are the steps that can begin within the frozen weeks.
 */
type Course = { followed: Followed; now: number; held: ReadonlySet<string> };

function lookAhead(career: Career, { kept, profile, records, today }: Followed): Remaining {
  return buildRemaining({ career, plan: kept, records, today, levels: profile.levels });
}

function computeCourse(career: Career, followed: Followed): Course {
  const begun = lookAhead(career, followed);
  const { weeksGone: now, started } = begun;
  const model = buildModel(begun.career, buildRestProfile(career, followed, begun));
  const kept = canGoOnAsPlanned(model, begun)
    ? followed.kept
    : catchUp({ model, kept: followed.kept, begun });
  const starts = new Map(kept.steps.map((step) => [step.id, Math.max(0, step.startWeek - now)]));
  const weeks = new Map(kept.steps.map((step) => [step.id, step.weeks]));
  const closure = new Closure({
    ...model,
    steps: model.steps.map((step) => ({ ...step, duration: weeks.get(step.id) ?? step.duration })),
  });
  closure.reset(
    toSet(model, listIndices(model, begun)),
    Int32Array.from(model.steps, ({ id }) => starts.get(id) ?? 0),
  );
  const held = model.steps.flatMap(({ id, index }) => {
    const start = starts.get(id);
    const isNear = start !== undefined && start < FROZEN_WEEKS && !started.has(id);
    return isNear && closure.start(index) === start ? [id] : [];
  });
  return { followed: { ...followed, kept }, now, held: new Set(held) };
}

/** Whether nothing is late, and the frozen weeks ask for no more hours and steps at once than there may be now. */
function canGoOnAsPlanned(model: PlanningModel, remaining: Remaining): boolean {
  const { left, weeksGone: now } = remaining;
  const inPlay = left.filter(({ id }) => model.indexById.has(id));
  if (inPlay.some((step) => isLate(remaining, step))) return false;
  return Array.from({ length: FROZEN_WEEKS }, (_, week) => now + week).every((week) => {
    const study = inPlay.filter(
      (step) => step.hours > 0 && step.startWeek <= week && week < step.startWeek + step.weeks,
    );
    const hours = sum(study.map((step) => step.hoursByWeek[week - step.startWeek] ?? 0));
    return hours <= model.hoursPerWeek && study.length <= model.maxParallel;
  });
}

/** The kept plan with what can still be done of it moved to where it comes from today on, in the plan's order. */
function catchUp(options: { model: PlanningModel; kept: PlanDocument; begun: Remaining }): PlanDocument {
  const { model, kept, begun } = options;
  const members = listIndices(model, begun);
  const closure = computeClosure(model, toSet(model, members));
  const pinned = members.filter((index) => closure.start(index) < NEVER);
  const open: PlanningModel = { ...model, goalFacts: [], requirements: [], pinned };
  const schedule = buildSchedule(open, pinned, begun, MOST_WEEKS);
  if (!schedule) return kept;
  const { steps } = composePlan(open, toOptimum(toCandidate(open, schedule), schedule.weeks), true);
  const moved = new Map(placeRest(steps, kept, begun).map((step) => [step.id, step]));
  return {
    ...kept,
    steps: kept.steps.map((step) => {
      const { startWeek, weeks, start, finish, hoursByWeek } = moved.get(step.id) ?? step;
      return { ...step, startWeek, weeks, start, finish, hoursByWeek };
    }),
  };
}

/** What is left after the weeks that stay as they are; none do where nothing of the plan goes on in them. */
function freeze(career: Career, { followed, now, held }: Course): Remaining {
  const { kept, profile, records } = followed;
  const begun = lookAhead(career, followed);
  const going = begun.left.filter(({ id }) => begun.started.has(id) || held.has(id));
  if (going.length === 0) return begun;
  const until = now + FROZEN_WEEKS;
  const levels: Record<string, Level> = { ...profile.levels };
  const advanced = new Map(records.map((record) => [record.step, record]));
  for (const step of going) {
    const record = advanced.get(step.id) ?? { ...UNTOUCHED, step: step.id };
    const isOver = step.startWeek + step.weeks <= until;
    const [from, to] = [now, until].map((week) => Math.max(0, week - step.startWeek));
    advanced.set(step.id, {
      ...record,
      status: isOver ? 'done' : 'in-progress',
      hoursSpent:
        (record.hoursSpent ?? sum(step.hoursByWeek.slice(0, from))) + sum(step.hoursByWeek.slice(from, to)),
    });
    if (isOver)
      for (const { skill, to: level } of step.raises) if (level > (levels[skill] ?? 0)) levels[skill] = level;
  }
  return lookAhead(career, {
    kept,
    profile: { ...profile, levels },
    records: [...advanced.values()],
    today: addDays(kept.profile.preferences.start, until * 7),
  });
}

/** The weeks that the steps left of the kept plan take to the goal; null where they do not reach it within the limits. */
function followKept(model: PlanningModel, remaining: Remaining): number | null {
  const members = listIndices(model, remaining);
  const schedule = buildSchedule(model, members, remaining, model.deadlineWeeks ?? MOST_WEEKS);
  if (!schedule) return null;
  const pence = sumPence(
    model,
    schedule.placements.map(({ step }) => step),
  );
  return model.budgetPence !== null && pence > model.budgetPence ? null : schedule.weeks;
}

function chooseNearest(options: {
  model: PlanningModel;
  remaining: Remaining;
  within: number;
  known: Candidate;
}): Candidate {
  const { model, remaining, within, known } = options;
  const kept = new Set(remaining.left.map(({ id }) => id));
  const weighed: PlanningModel = {
    ...model,
    steps: model.steps.map((step) =>
      kept.has(step.id) ? step : { ...step, pence: step.pence + NEW_STEP_PENCE },
    ),
  };
  const found = minimiseSum({
    bench: makeWorkbench(weighed),
    order: ['pence', 'steps', 'weeks'],
    limits: { weeks: Math.min(within, model.deadlineWeeks ?? NEVER), pence: NEVER, steps: NEVER },
    clauses: [],
    known: null,
    floor: 0,
    seeds: [listIndices(model, remaining), listMembers(known.set)],
    budget: NodeBudget.of('quick', model.steps.length),
  }).best;
  const members = found ? listMembers(found.set) : [];
  const isAffordable = model.budgetPence === null || sumPence(model, members) <= model.budgetPence;
  if (!found || !isAffordable) return known;
  return toCandidate(model, buildSchedule(model, members, remaining, within) ?? found.schedule);
}

/** A plan of which nothing is claimed to be proved. */
function toOptimum(plan: Candidate, bestWeeks: number): Optimum {
  return { plan, bound: [0, 0, 0], bestWeeks, isProved: false };
}
