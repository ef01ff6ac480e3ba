import type { Career, Level } from '../catalogue';
import { addDays, type Day } from '../day';
import { UNTOUCHED } from '../step-progress';
import { Closure, computeClosure, listMembers, NEVER, toSet } from './closure';
import { composePlan } from './compose';
import type { PlanDocument, PlanStep } from './document';
import { NodeBudget } from './effort';
import { minimiseSum } from './measure';
import { buildModel, type PlanningModel } from './model';
import type { Optimum } from './optimise';
import type { Profile } from './profile';
import { buildRemaining, type Records, type Remaining } from './remaining';
import { type Schedule, Scheduler } from './scheduling';
import { solve } from './solve';
import { type Candidate, makeWorkbench } from './workbench';

/** The next weeks stay as they are planned. */
const FROZEN_WEEKS = 4;
/** How much longer than the shortest a new plan may be to hold on to more of the old one, and how much shorter
 * than the old one it must be to be offered, in hundredths. */
const LONGER = 105;
const BETTER = 90;
/** A step that the kept plan does not hold weighs more than any plan costs, in pence. */
const NEW_STEP_PENCE = 10_000_000;
const MOST_WEEKS = 10_000;

export type ReplanInput = {
  kept: PlanDocument;
  /** The person as they stand now; its start is left aside, since a plan goes on from where it began. */
  profile: Profile;
  records: Records;
  today: Day;
};

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
export function replan(career: Career, input: ReplanInput): Replanning {
  if (!hasPlanBasisChanged(career, input)) return { kind: 'none' };
  const course = computeCourse(career, input);
  const answer = replanBehind({ career, input, course, frozenWeeks: FROZEN_WEEKS });
  // Weeks that leave no way to the goal are not worth keeping.
  return answer.kind === 'stuck' ? replanBehind({ career, input, course, frozenWeeks: 0 }) : answer;
}

function replanBehind(options: {
  career: Career;
  input: ReplanInput;
  course: Course;
  frozenWeeks: number;
}): Replanning {
  const { career, input, course } = options;
  const remaining = freeze(options);
  const profile = buildRestProfile({ career, input, course, remaining });
  const model = buildModel(remaining.career, profile);
  const keptWeeks = followKept(model, remaining);
  const solution = solve(remaining.career, profile, { effort: 'quick' });
  if (solution.kind === 'none') return { kind: keptWeeks === null ? 'stuck' : 'none' };
  const shortest = solution.optimum.bestWeeks;
  const within = Math.floor((shortest * LONGER) / 100);
  const plan = chooseNearest({ model, remaining, within, known: solution.optimum.plan });
  const gone = remaining.weeksGone - course.now;
  const isBetter =
    keptWeeks !== null && (plan.weeks + gone) * 100 <= BETTER * (keptWeeks + gone) && keptWeeks > plan.weeks;
  if (keptWeeks !== null && !isBetter) return { kind: 'none' };
  return {
    kind: 'offer',
    why: keptWeeks === null ? 'broken' : 'better',
    document: compose({ career, input, course, model, remaining, plan, shortest }),
    keepLonger: keptWeeks === null ? null : Math.max(0, keptWeeks - plan.weeks),
  };
}

/** Whether anything that a plan rests on differs from when it was made; the passing of time alone does not count. */
export function hasPlanBasisChanged(
  career: Career,
  { kept, profile, records }: Omit<ReplanInput, 'today'>,
): boolean {
  if (profile.role !== kept.role) return false;
  const byStep = new Map(records.map((record) => [record.step, record]));
  if (kept.catalogue !== career.version) return true;
  if (kept.steps.some(({ id }) => byStep.get(id)?.status === 'dropped')) return true;
  const levels = new Map<string, number>(Object.entries(kept.profile.levels));
  for (const { id, raises } of kept.steps)
    if (byStep.get(id)?.status === 'done')
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
type Course = { plan: PlanDocument; now: number; held: ReadonlySet<string> };

function computeCourse(career: Career, input: ReplanInput): Course {
  const { kept, profile, records, today } = input;
  const begun = buildRemaining({ career, plan: kept, records, today, levels: profile.levels });
  const { weeksGone: now, started } = begun;
  const asPlanned: Course = { plan: kept, now, held: new Set() };
  const model = buildModel(
    begun.career,
    buildRestProfile({ career, input, course: asPlanned, remaining: begun }),
  );
  const plan = canGoOnAsPlanned(model, begun) ? kept : catchUp({ model, kept, begun });
  const starts = new Map(plan.steps.map((step) => [step.id, Math.max(0, step.startWeek - now)]));
  const weeks = new Map(plan.steps.map((step) => [step.id, step.weeks]));
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
  return { plan, now, held: new Set(held) };
}

/** Whether nothing is late, and the frozen weeks ask for no more hours and steps at once than there may be now. */
function canGoOnAsPlanned(
  model: PlanningModel,
  { career, left, started, weeksGone: now }: Remaining,
): boolean {
  const isLate = (step: PlanStep): boolean => {
    const ahead = sum(step.hoursByWeek.slice(Math.max(0, now - step.startWeek)));
    return started.has(step.id)
      ? step.startWeek + step.weeks <= now || (career.stepById.get(step.id)?.planning.hours ?? 0) > ahead
      : step.startWeek < now;
  };
  const inPlay = left.filter(({ id }) => model.indexById.has(id));
  if (inPlay.some(isLate)) return false;
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
function freeze(options: {
  career: Career;
  input: ReplanInput;
  course: Course;
  frozenWeeks: number;
}): Remaining {
  const { career, course, frozenWeeks } = options;
  const { profile, records, today } = options.input;
  const { plan, now, held } = course;
  const begun = buildRemaining({ career, plan, records, today, levels: profile.levels });
  const followed =
    frozenWeeks > 0 ? begun.left.filter(({ id }) => begun.started.has(id) || held.has(id)) : [];
  if (followed.length === 0) return begun;
  const until = now + frozenWeeks;
  const levels: Record<string, Level> = { ...profile.levels };
  const advanced = new Map(records.map((record) => [record.step, record]));
  for (const step of followed) {
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
  return buildRemaining({
    career,
    plan,
    records: [...advanced.values()],
    today: addDays(plan.profile.preferences.start, until * 7),
    levels,
  });
}

/** The person as they stand before what is left: what is under way goes on, whatever they leave out now. */
function buildRestProfile(options: {
  career: Career;
  input: ReplanInput;
  course: Course;
  remaining: Remaining;
}): Profile {
  const { career, input, course, remaining } = options;
  const { profile, records } = input;
  const { preferences } = profile;
  const { started, left } = remaining;
  const dropped = new Set(records.filter(({ status }) => status === 'dropped').map(({ step }) => step));
  const ofKinds = career.steps.filter(({ kind }) => preferences.excludedKinds.includes(kind));
  const excluded = [...preferences.excluded, ...dropped, ...ofKinds.map(({ id }) => id)];
  return {
    ...profile,
    levels: remaining.profile.levels,
    done: [...new Set([...remaining.profile.done, ...profile.done])].filter(
      (id) => !left.some((step) => step.id === id),
    ),
    preferences: {
      ...preferences,
      start: remaining.profile.preferences.start,
      // What is under way goes on, also where it is one step more than may be begun at once.
      maxParallel: Math.min(10, Math.max(preferences.maxParallel, started.size)),
      pinned: [...new Set([...preferences.pinned, ...started])].filter((id) => !dropped.has(id)),
      excluded: [...new Set(excluded)].filter((id) => !started.has(id)),
      excludedKinds: [],
      budget: restOfBudget({ career, profile, spent: listFixed({ course, records, left }) }),
    },
  };
}

/** The steps of a course that are behind the person: not left, and not dropped. */
function listFixed(options: { course: Course; records: Records; left: readonly PlanStep[] }): PlanStep[] {
  const { course, records, left } = options;
  const ids = new Set(left.map(({ id }) => id));
  for (const { step, status } of records) if (status === 'dropped') ids.add(step);
  return course.plan.steps.filter(({ id }) => !ids.has(id));
}

/** The budget without what the finished steps of the plan cost. */
function restOfBudget(options: {
  career: Career;
  profile: Profile;
  spent: readonly PlanStep[];
}): Profile['preferences']['budget'] {
  const { career, profile, spent } = options;
  const { budget } = profile.preferences;
  if (!budget) return null;
  const pence = sumPence(career, profile, spent);
  return { ...budget, amount: Math.max(0, Math.round(budget.amount * 100 - pence) / 100) };
}

function sumPence(career: Career, profile: Profile, steps: readonly PlanStep[]): number {
  const known = steps.filter(({ id }) => career.stepById.has(id)).map(({ id }) => id);
  if (known.length === 0) return 0;
  const preferences = { ...profile.preferences, pinned: known, excluded: [], excludedKinds: [] };
  const opened = new Map(
    [...career.stepById].map(([id, step]) => [
      id,
      { ...step, status: 'active' as const, region: 'any' as const },
    ]),
  );
  const model = buildModel(
    { ...career, steps: [...opened.values()], stepById: opened },
    { ...profile, levels: {}, done: [], preferences },
  );
  return known.reduce((total, id) => total + (model.steps[model.indexById.get(id) ?? -1]?.pence ?? 0), 0);
}

/** The weeks that the steps left of the kept plan take to the goal; null where they do not reach it within the limits. */
function followKept(model: PlanningModel, remaining: Remaining): number | null {
  const members = listIndices(model, remaining);
  const schedule = buildSchedule(model, members, remaining, model.deadlineWeeks ?? MOST_WEEKS);
  if (!schedule) return null;
  const pence = sumMembers(
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
  const isAffordable = model.budgetPence === null || sumMembers(model, members) <= model.budgetPence;
  if (!found || !isAffordable) return known;
  return toCandidate(model, buildSchedule(model, members, remaining, within) ?? found.schedule);
}

function toCandidate(model: PlanningModel, schedule: Schedule): Candidate {
  const used = schedule.placements.map(({ step }) => step);
  return {
    set: toSet(model, used),
    schedule,
    weeks: schedule.weeks,
    pence: sumMembers(model, used),
    steps: used.length,
  };
}

/** A plan of which nothing is claimed to be proved. */
function toOptimum(plan: Candidate, bestWeeks: number): Optimum {
  return { plan, bound: [0, 0, 0], bestWeeks, isProved: false };
}

/** A schedule with what is under way first and then the order of the kept plan, so that little moves. */
function buildSchedule(
  model: PlanningModel,
  members: readonly number[],
  { left, started }: Remaining,
  limit: number,
): Schedule | null {
  const priority = new Float64Array(model.steps.length).fill(-MOST_WEEKS);
  for (const step of left) {
    const index = model.indexById.get(step.id);
    if (index !== undefined) priority[index] = started.has(step.id) ? 1 : -step.startWeek;
  }
  return new Scheduler(model).build(members, priority, limit);
}

function listIndices(model: PlanningModel, { left }: Remaining): number[] {
  return left.flatMap(({ id }) => model.indexById.get(id) ?? []);
}

function sumMembers(model: PlanningModel, members: readonly number[]): number {
  return members.reduce((total, index) => total + (model.steps[index]?.pence ?? 0), 0);
}

/** The whole plan: what is finished, begun or frozen where it was, and the new rest behind it. */
function compose(options: {
  career: Career;
  input: ReplanInput;
  course: Course;
  model: PlanningModel;
  remaining: Remaining;
  plan: Candidate;
  shortest: number;
}): PlanDocument {
  const { career, input, course, model, remaining, plan, shortest } = options;
  const { kept, profile, records } = input;
  const { weeksGone, left } = remaining;
  const { start } = kept.profile.preferences;
  const rest = composePlan(model, toOptimum(plan, shortest), false);
  const moved = placeRest(rest.steps, course.plan, remaining);
  const placed = new Set(moved.map(({ id }) => id));
  // A finished step that has to be done again stands where it is done again.
  const fixed = listFixed({ course, records, left }).filter(({ id }) => !placed.has(id));
  const statuses = new Map(records.map(({ step, status }) => [step, status]));
  const steps = [...fixed, ...moved]
    .map((step) => ({
      ...step,
      status: step.status === 'again' ? step.status : (statuses.get(step.id) ?? step.status),
    }))
    .sort((one, other) => one.startWeek - other.startWeek || (one.id < other.id ? -1 : 1));
  const weeks = Math.max(0, ...steps.map((step) => step.startWeek + step.weeks));
  const ids = new Set(steps.map(({ id }) => id));
  return {
    ...rest,
    catalogue: career.version,
    profile: { ...profile, preferences: { ...profile.preferences, start } },
    status: 'feasible',
    gaps: listGaps(career, profile),
    totals: {
      weeks,
      finish: weeks === 0 ? null : addDays(start, weeks * 7 - 1),
      hours: steps.reduce((total, { hours }) => total + hours, 0),
      cost: {
        ...rest.totals.cost,
        amount: (Math.round(rest.totals.cost.amount * 100) + sumPence(career, profile, fixed)) / 100,
        estimated: [
          ...new Set([
            ...kept.totals.cost.estimated.filter((id) => ids.has(id)),
            ...rest.totals.cost.estimated,
          ]),
        ],
        approximate: rest.totals.cost.approximate || kept.totals.cost.approximate,
      },
      steps: steps.length,
      bestWeeks: Math.min(weeks, weeksGone + shortest),
    },
    steps,
  };
}

function listGaps(career: Career, { role, levels }: Profile): PlanDocument['gaps'] {
  return Object.entries(career.roleById.get(role)?.targets ?? {})
    .map(([skill, target]) => ({ skill, level: levels[skill] ?? 0, target }))
    .filter(({ level, target }) => target > level)
    .sort((one, other) => (one.skill < other.skill ? -1 : 1));
}

/** Steps planned from the week on at which the rest begins, in the weeks of the whole plan. */
function placeRest(
  steps: readonly PlanStep[],
  { steps: whole, profile }: PlanDocument,
  { started, weeksGone }: Remaining,
): PlanStep[] {
  const { start } = profile.preferences;
  const before = new Map(whole.map((step) => [step.id, step]));
  return steps.map((step) => {
    const old = started.has(step.id) ? before.get(step.id) : undefined;
    return old
      ? continueStep({ old, rest: step, weeksGone, start })
      : { ...step, startWeek: step.startWeek + weeksGone };
  });
}

/** A step under way: it began when it began, and goes on for as long as the rest takes. */
function continueStep(options: { old: PlanStep; rest: PlanStep; weeksGone: number; start: Day }): PlanStep {
  const { old, rest, weeksGone, start } = options;
  const gone = Math.max(0, weeksGone - old.startWeek);
  const weeks = gone + rest.startWeek + rest.weeks;
  const worked = Math.max(0, old.hours - rest.hours);
  const planned = old.hoursByWeek.slice(0, gone);
  const past =
    planned.length === gone && sum(planned) === worked
      ? planned
      : Array.from(
          { length: gone },
          (_, week) => Math.floor((worked * (week + 1)) / gone) - Math.floor((worked * week) / gone),
        );
  const ahead = [...Array.from({ length: rest.startWeek }, () => 0), ...rest.hoursByWeek];
  if (gone === 0 && ahead.length > 0) ahead[0] = (ahead[0] ?? 0) + worked;
  return {
    ...old,
    weeks,
    finish: addDays(start, (old.startWeek + weeks) * 7 - 1),
    hoursByWeek: old.hours === 0 ? [] : [...past, ...ahead],
    after: old.after,
    why: rest.why,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
