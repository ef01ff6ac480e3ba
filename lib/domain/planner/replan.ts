import type { Career, Level } from '../catalogue';
import { addDays, type Day } from '../day';
import { UNTOUCHED } from '../step-progress';
import { listMembers, NEVER, toSet } from './closure';
import { composePlan } from './compose';
import type { PlanDocument, PlanStep } from './document';
import { NodeBudget } from './effort';
import { minimiseSum } from './measure';
import { buildModel, type PlanningModel } from './model';
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
 * begun does not move, and neither do the next four weeks where the kept plan can be followed; among the plans
 * at most 5 % longer than the shortest, it has the fewest new steps, then the least cost, then starts as near
 * to the kept ones as the scheduler allows. Offered only where the kept plan broke or the new one is 10 % shorter.
 */
export function replan(career: Career, input: ReplanInput): Replanning {
  if (!hasPlanBasisChanged(career, input)) return { kind: 'none' };
  const frozen = freeze(career, input, FROZEN_WEEKS) ?? freeze(career, input, 0);
  if (!frozen) return { kind: 'stuck' };
  const { remaining, profile, now } = frozen;
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
  return {
    kind: 'offer',
    why: keptWeeks === null ? 'broken' : 'better',
    document: compose({ career, input, model, remaining, plan, shortest }),
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

type Frozen = { remaining: Remaining; profile: Profile; now: number };

/** What is left after the weeks that stay as planned; null where the kept plan cannot be followed through them. */
function freeze(career: Career, input: ReplanInput, weeks: number): Frozen | null {
  const { kept, profile, records, today } = input;
  const begun = buildRemaining({ career, plan: kept, records, today, levels: profile.levels });
  const now = begun.weeksGone;
  const until = now + weeks;
  const isFixed = ({ id }: PlanStep) => begun.started.has(id);
  const inWindow = begun.left.filter((step) => !isFixed(step) && step.startWeek < until);
  if (weeks > 0 && !canFollow({ career, input, steps: inWindow, now })) return null;
  const followed = weeks > 0 ? [...begun.left.filter(isFixed), ...inWindow] : [];
  const levels: Record<string, Level> = { ...profile.levels };
  const advanced = new Map(records.map((record) => [record.step, record]));
  for (const step of followed) {
    const record = advanced.get(step.id) ?? { ...UNTOUCHED, step: step.id };
    const isOver = step.startWeek + step.weeks <= until;
    const planned = step.hoursByWeek
      .slice(Math.max(0, now - step.startWeek), Math.max(0, until - step.startWeek))
      .reduce((total, hours) => total + hours, 0);
    const before = step.hoursByWeek
      .slice(0, Math.max(0, now - step.startWeek))
      .reduce((total, hours) => total + hours, 0);
    advanced.set(step.id, {
      ...record,
      status: isOver ? 'done' : 'in-progress',
      hoursSpent: (record.hoursSpent ?? before) + planned,
    });
    if (isOver) for (const { skill, to } of step.raises) if (to > (levels[skill] ?? 0)) levels[skill] = to;
  }
  const remaining = buildRemaining({
    career,
    plan: kept,
    records: [...advanced.values()],
    today: addDays(kept.profile.preferences.start, until * 7),
    levels,
  });
  const { preferences } = profile;
  const dropped = records.filter(({ status }) => status === 'dropped').map(({ step }) => step);
  return {
    remaining,
    now,
    profile: {
      ...profile,
      levels: remaining.profile.levels,
      done: [...new Set([...remaining.profile.done, ...profile.done])].filter(
        (id) => !remaining.left.some((step) => step.id === id),
      ),
      preferences: {
        ...preferences,
        start: remaining.profile.preferences.start,
        // What is under way goes on, also where it is one step more than may be begun at once.
        maxParallel: Math.min(10, Math.max(preferences.maxParallel, remaining.started.size)),
        pinned: [...new Set([...preferences.pinned, ...remaining.started])],
        excluded: [...new Set([...preferences.excluded, ...dropped])].filter(
          (id) => !remaining.started.has(id),
        ),
        budget: restOfBudget(career, input, remaining),
      },
    },
  };
}

/** The budget without what the finished steps of the plan cost. */
function restOfBudget(
  career: Career,
  { kept, profile }: ReplanInput,
  { left }: Remaining,
): Profile['preferences']['budget'] {
  const { budget } = profile.preferences;
  if (!budget) return null;
  const ids = new Set(left.map(({ id }) => id));
  const spent = kept.steps.filter(({ id }) => !ids.has(id));
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

/** Whether the steps that begin in the frozen weeks can begin as planned: none is late, left out, or above the levels. */
function canFollow(options: {
  career: Career;
  input: ReplanInput;
  steps: readonly PlanStep[];
  now: number;
}): boolean {
  const { career, input, steps, now } = options;
  const { excluded, excludedKinds } = input.profile.preferences;
  return steps.every((step) => {
    if (step.startWeek < now || career.stepById.get(step.id)?.status !== 'active') return false;
    if (excluded.includes(step.id) || excludedKinds.includes(step.kind)) return false;
    const before = input.kept.steps.filter(
      (other) =>
        other.startWeek + other.weeks <= step.startWeek &&
        !input.records.some(({ step: id, status }) => id === other.id && status !== 'in-progress'),
    );
    return step.raises.every(
      ({ skill, from }) =>
        (input.profile.levels[skill] ?? 0) >= from ||
        before.some(({ raises }) => raises.some((raise) => raise.skill === skill && raise.to >= from)),
    );
  });
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
  const schedule = buildSchedule(model, members, remaining, within) ?? found.schedule;
  const used = schedule.placements.map(({ step }) => step);
  return {
    set: toSet(model, used),
    schedule,
    weeks: schedule.weeks,
    pence: sumMembers(model, used),
    steps: used.length,
  };
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
  model: PlanningModel;
  remaining: Remaining;
  plan: Candidate;
  shortest: number;
}): PlanDocument {
  const { career, input, model, remaining, plan, shortest } = options;
  const { kept, profile, records } = input;
  const { weeksGone, left, started } = remaining;
  const { start } = kept.profile.preferences;
  const rest = composePlan(model, { plan, bound: [0, 0, 0], bestWeeks: shortest, isProved: false }, false);
  const over = new Set(left.map(({ id }) => id));
  const statuses = new Map(records.map(({ step, status }) => [step, status]));
  const fixed = kept.steps
    .filter(
      ({ id }) =>
        !over.has(id) &&
        statuses.get(id) !== 'dropped' &&
        // A finished step that has to be done again stands where it is done again.
        !rest.steps.some((step) => step.id === id),
    )
    .map((step) => ({ ...step, status: statuses.get(step.id) ?? step.status }));
  const before = new Map(kept.steps.map((step) => [step.id, step]));
  const moved = rest.steps.map((step): PlanStep => {
    const old = started.has(step.id) ? before.get(step.id) : undefined;
    const status = step.status === 'again' ? 'again' : (statuses.get(step.id) ?? step.status);
    return old
      ? { ...continueStep({ old, rest: step, weeksGone, start }), status }
      : { ...step, startWeek: step.startWeek + weeksGone, status };
  });
  const steps = [...fixed, ...moved].sort(
    (one, other) => one.startWeek - other.startWeek || (one.id < other.id ? -1 : 1),
  );
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

/** A step under way: it began when it began, and goes on for as long as the rest takes. */
function continueStep(options: { old: PlanStep; rest: PlanStep; weeksGone: number; start: Day }): PlanStep {
  const { old, rest, weeksGone, start } = options;
  const gone = Math.max(0, weeksGone - old.startWeek);
  const weeks = gone + rest.startWeek + rest.weeks;
  const worked = Math.max(0, old.hours - rest.hours);
  const past = Array.from(
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
