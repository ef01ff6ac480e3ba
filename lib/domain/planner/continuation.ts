import type { Career, Step } from '../catalogue';
import { addDays, computeDaysBetween, type Day } from '../day';
import { MOST_WEEKS } from '../limits';
import { composeInfeasible, composePlan } from './compose';
import type { PlanDocument, PlanStep } from './document';
import type { Effort } from './effort';
import { explainStep } from './explanation';
import { buildModel, type PlanningModel } from './model';
import { listMeasures, type Optimum } from './optimise';
import { computeCurrency, computeStepPrice } from './price';
import type { Profile } from './profile';
import { buildRemaining, type Records, type Remaining } from './remaining';
import { type Schedule, Scheduler } from './scheduling';
import { solve } from './solve';

/** A kept plan with the person who follows it as they stand now. */
export type Followed = {
  kept: PlanDocument;
  /** Its start is left aside, since a plan goes on from where it began. */
  profile: Profile;
  records: Records;
  today: Day;
};

/**
 * The best plan by the person's settings that goes on from a kept one: what is finished stays in it where it was,
 * what is under way needs only what is left of it, and what was dropped stays out. All else begins with the week of
 * `today` at the earliest; what is proved is proved of the rest. Null where nothing was begun or dropped that such a
 * plan would have to heed, and where none was found that does.
 */
export function solveContinuation(
  career: Career,
  input: Followed,
  { effort }: { effort: Effort },
): PlanDocument | null {
  const followed = rebase(career, input);
  if (!followed) return null;
  const { kept, profile, records, today } = followed;
  const remaining = buildRemaining({ career, plan: kept, records, today, levels: profile.levels });
  const solution = solve(remaining.career, buildRestProfile(career, followed, remaining), { effort });
  if (solution.kind === 'none') return null;
  const rest = composeRest(solution.model, solution.optimum, profile);
  return composeWhole({ career, followed, remaining, rest });
}

/** The plan of the rest. What is under way is pinned there, yet only what the person pinned is said to be asked for. */
export function composeRest(model: PlanningModel, optimum: Optimum, profile: Profile): PlanDocument {
  return composePlan(withOwnPins(model, profile), optimum, false);
}

function withOwnPins(model: PlanningModel, { preferences }: Profile): PlanningModel {
  const own = new Set(preferences.pinned.map((id) => model.indexById.get(id)));
  return { ...model, pinned: model.pinned.filter((index) => own.has(index)) };
}

/** The sentences of a plan's steps as they are for a profile whose rules it keeps, though it was made for another. */
export function explainAnew(
  career: Career,
  plan: PlanDocument,
  { profile, followed }: { profile: Profile; followed: Followed | null },
): PlanDocument {
  const rebased = followed && rebase(career, followed);
  const remaining =
    rebased && buildRemaining({ career, plan: rebased.kept, ...rebased, levels: profile.levels });
  const model =
    rebased && remaining
      ? withOwnPins(buildModel(remaining.career, buildRestProfile(career, rebased, remaining)), profile)
      : buildModel(career, profile);
  const weeksGone = remaining?.weeksGone ?? 0;
  const placements = plan.steps.flatMap(({ id, startWeek, weeks }) => {
    const step = model.indexById.get(id);
    const [start, end] = [startWeek, startWeek + weeks].map((week) => Math.max(0, week - weeksGone));
    return step === undefined || !end
      ? []
      : [{ step, start: start ?? 0, weeks: end - (start ?? 0), hours: [] }];
  });
  const schedule = { weeks: plan.totals.weeks - weeksGone, placements };
  const told = new Map(
    placements.map((placement) => [model.steps[placement.step]?.id, explainStep(model, schedule, placement)]),
  );
  return { ...plan, steps: plan.steps.map((step) => ({ ...step, why: told.get(step.id) ?? step.why })) };
}

/** The week of its plan with which the rest of one that goes on from a kept plan begins. */
export function computeFirstWeek({ kept, profile, records, today }: Followed): number {
  const { start } = profile.preferences;
  if (!isKeptBegun({ kept, profile, records })) return 0;
  const from = today > start ? today : start;
  return Math.max(0, Math.floor(computeDaysBetween({ from: kept.profile.preferences.start, to: from }) / 7));
}

/** Whether a plan for the same role is kept, and something of it was begun. */
function isKeptBegun({ kept, profile, records }: Omit<Followed, 'today'>): boolean {
  const begun = new Set(
    records.filter(({ status }) => status === 'in-progress' || status === 'done').map(({ step }) => step),
  );
  return kept.role === profile.role && kept.steps.some(({ id }) => begun.has(id));
}

/**
 * The plan to go on from: the kept one where it is for the same role and something of it was begun, else one of
 * nothing that begins on the start of the settings; either with all else that is under way.
 */
function rebase(career: Career, { kept, profile, records, today }: Followed): Followed | null {
  const { start } = profile.preferences;
  const isBegun = isKeptBegun({ kept, profile, records });
  const base = isBegun
    ? kept
    : composeInfeasible(buildModel(career, profile), { reasons: [], isProved: false });
  const from = isBegun && today > start ? today : start;
  const others = records.flatMap(({ step, status }) => {
    const known = base.steps.some(({ id }) => id === step) ? undefined : career.stepById.get(step);
    return known && status === 'in-progress' ? [buildBegunStep({ career, base, step: known, from })] : [];
  });
  if (!isBegun && others.length === 0 && !records.some(({ status }) => status === 'dropped')) return null;
  return { kept: { ...base, steps: [...base.steps, ...others] }, profile, records, today: from };
}

/** A step that was begun outside a plan, as if the plan began it now. */
function buildBegunStep(options: { career: Career; base: PlanDocument; step: Step; from: Day }): PlanStep {
  const { career, base, step, from } = options;
  const { preferences } = base.profile;
  const { amount, currency } = computeStepPrice({
    step,
    currency: computeCurrency(preferences),
    rates: career.rates,
  });
  const startWeek = Math.max(0, Math.floor(computeDaysBetween({ from: preferences.start, to: from }) / 7));
  const weeks = Math.max(1, step.planning.weeks ?? 1);
  return {
    id: step.id,
    kind: step.kind,
    title: step.title,
    url: step.url,
    startWeek,
    weeks,
    start: addDays(preferences.start, startWeek * 7),
    finish: addDays(preferences.start, (startWeek + weeks) * 7 - 1),
    hours: career.traits.occupation.includes(step.id) ? 0 : (step.planning.hours ?? 0),
    hoursByWeek: [],
    cost: { amount, currency },
    raises: step.raises,
    after: [],
    why: [],
    status: 'in-progress',
  };
}

/** The person as they stand before what is left: what is under way goes on, whatever they leave out now. */
export function buildRestProfile(career: Career, followed: Followed, remaining: Remaining): Profile {
  const { profile, records } = followed;
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
      budget: restOfBudget({ career, profile, spent: listBehind(followed, remaining) }),
    },
  };
}

/** The steps of a kept plan that are behind the person: not left, and not dropped. */
function listBehind({ kept, records }: Followed, { left }: Remaining): PlanStep[] {
  const ids = new Set(left.map(({ id }) => id));
  for (const { step, status } of records) if (status === 'dropped') ids.add(step);
  return kept.steps.filter(({ id }) => !ids.has(id));
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

/** The whole plan: what is behind the person where it was, and the rest from the week on in which it begins. */
export function composeWhole(options: {
  career: Career;
  followed: Followed;
  remaining: Remaining;
  rest: PlanDocument;
}): PlanDocument {
  const { career, followed, remaining, rest } = options;
  const { kept, profile, records } = followed;
  const { start } = kept.profile.preferences;
  const ahead = placeRest(rest.steps, kept, remaining);
  const placed = new Set(ahead.map(({ id }) => id));
  // A finished step that has to be done again stands where it is done again.
  const behind = listBehind(followed, remaining).filter(({ id }) => !placed.has(id));
  const statuses = new Map(records.map(({ step, status }) => [step, status]));
  const steps = [...behind, ...ahead]
    .map((step) => ({
      ...step,
      status: step.status === 'again' ? step.status : (statuses.get(step.id) ?? step.status),
    }))
    .sort((one, other) => one.startWeek - other.startWeek || (one.id < other.id ? -1 : 1));
  const weeks = Math.max(0, ...steps.map((step) => step.startWeek + step.weeks));
  const ids = new Set(steps.map(({ id }) => id));
  const spent = sumPence(career, profile, behind) / 100;
  const { weeksGone } = remaining;
  const before = { pence: spent, weeks: ahead.length > 0 ? weeksGone : weeks, steps: behind.length };
  const measures = listMeasures(profile.preferences.optimiseFor);
  const { totals } = rest;
  return {
    ...rest,
    catalogue: career.version,
    profile: { ...profile, preferences: { ...profile.preferences, start } },
    bound:
      rest.bound?.map((value, place) => roundToPence(value + before[measures[place] ?? 'steps'])) ?? null,
    gaps: listGaps(career, profile),
    totals: {
      weeks,
      finish: weeks === 0 ? null : addDays(start, weeks * 7 - 1),
      hours: sum(steps.map(({ hours }) => hours)),
      cost: {
        ...totals.cost,
        amount: roundToPence(totals.cost.amount + spent),
        estimated: [
          ...new Set([...kept.totals.cost.estimated.filter((id) => ids.has(id)), ...totals.cost.estimated]),
        ],
        approximate: totals.cost.approximate || kept.totals.cost.approximate,
      },
      steps: steps.length,
      bestWeeks: Math.min(weeks, weeksGone + (totals.bestWeeks ?? 0)),
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

/** A schedule with what is under way first and then the order of the kept plan, so that little moves. */
export function buildSchedule(
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

export function listIndices(model: PlanningModel, { left }: Remaining): number[] {
  return left.flatMap(({ id }) => model.indexById.get(id) ?? []);
}

/** Steps planned from the week on at which the rest begins, in the weeks of the whole plan. */
export function placeRest(
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

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function roundToPence(amount: number): number {
  return Math.round(amount * 100) / 100;
}
