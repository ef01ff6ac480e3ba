import type { Career, Currency, Requirement, Step, StepKind } from '../catalogue';
import { computeDaysBetween } from '../day';
import { MOST_STEP_HOURS, MOST_WEEKS } from '../limits';
import { computeBudgetPence, computeCurrency, computeStepPrice, type StepPrice } from './price';
import type { Profile } from './profile';

/** Facts of one skill: levels 0 to 5. */
export const LEVEL_COUNT = 6;

/** What must hold before a step starts: one of its facts, or that a step is finished. */
export type Prerequisite = {
  /** Index of the step that may be finished instead, or -1 when it is not in play. */
  step: number;
  /** Facts that stand in for it; null where only finishing it counts. */
  facts: readonly number[] | null;
};

/** A step in play, in whole hours, weeks and pence of the plan's currency. */
export type ModelStep = {
  index: number;
  id: string;
  kind: StepKind;
  hours: number;
  /** Least weeks from start to finish by the catalogue. */
  leastWeeks: number;
  /** Most hours in one week: ⌈hours / leastWeeks⌉. */
  weeklyLimit: number;
  /** Least weeks with this person's weekly hours and nothing beside it. */
  duration: number;
  pence: number;
  price: StepPrice;
  isOccupation: boolean;
  isDegree: boolean;
  needsPost: boolean;
  givesPost: boolean;
  isAgain: boolean;
  /** Facts that must be reached when it starts. */
  froms: readonly number[];
  /** Facts reached once it is finished (the highest a skill; lower ones follow). */
  tos: readonly number[];
  prerequisites: readonly Prerequisite[];
};

/** A requirement of the role that no holding and no done step meets; groups hold step indices. */
export type OpenRequirement = { id: string; groups: readonly (readonly number[])[] };

/**
 * The planning problem of one person: steps in play and worth looking at, in the order of their ids, so that
 * the order of the catalogue changes nothing. A fact is `skill · 6 + level`, skills in the order of their ids.
 */
export type PlanningModel = {
  career: Career;
  profile: Profile;
  currency: Currency;
  skills: readonly string[];
  levels: readonly number[];
  steps: readonly ModelStep[];
  indexById: ReadonlyMap<string, number>;
  /** Facts that the role asks for and the person has not reached. */
  goalFacts: readonly number[];
  requirements: readonly OpenRequirement[];
  /** Pinned steps in the model, and pinned ids that cannot be planned at all. */
  pinned: readonly number[];
  lostPins: readonly string[];
  hasPost: boolean;
  /** Pairs of occupations of one group: the first starts before the second when both are planned. */
  occupationOrder: readonly (readonly [number, number])[];
  hoursPerWeek: number;
  maxParallel: number;
  budgetPence: number | null;
  deadlineWeeks: number | null;
};

/** Whether levels can stand in for a step that another one names as a prerequisite. */
function canLevelsStandIn(kind: StepKind): boolean {
  return kind === 'course' || kind === 'project' || kind === 'practice';
}

export function computeLevel(profile: Profile, skill: string): number {
  return profile.levels[skill] ?? 0;
}

/** Whether a step may be planned for this person, apart from what was excluded by choice. */
export function isOpenTo({
  career,
  profile,
  step,
}: {
  career: Career;
  profile: Profile;
  step: Step;
}): boolean {
  const needed = career.traits.needsHolding[step.id];
  if (step.status !== 'active' || isTooLong(step)) return false;
  if (step.region !== 'any' && step.region !== profile.preferences.region) return false;
  if (needed && !needed.some((holding) => profile.holdings.includes(holding))) return false;
  if (step.kind === 'degree' && profile.holdings.includes('bachelors-related')) return false;
  return (
    !profile.done.includes(step.id) ||
    step.raises.some((raise) => raise.to > computeLevel(profile, raise.skill))
  );
}

/** Whether a step is beyond what plans hold. None of the catalogue is, and an own step is bounded where it comes in. */
export function isTooLong({ planning }: Step): boolean {
  return (planning.hours ?? 0) > MOST_STEP_HOURS || (planning.weeks ?? 0) > MOST_WEEKS;
}

/** Whether a step was left out by the person's own choice. */
export function isExcluded(profile: Profile, step: Step): boolean {
  return (
    profile.preferences.excluded.includes(step.id) || profile.preferences.excludedKinds.includes(step.kind)
  );
}

/** The requirements of the role, in the order of their ids. */
export function listRequirements(career: Career, role: string): Requirement[] {
  const asked = career.requirementsOf[role] ?? [];
  return career.requirements.filter(({ id }) => asked.includes(id)).sort((a, b) => compareText(a.id, b.id));
}

export function listGroups(requirement: Requirement, role: string): readonly (readonly string[])[] {
  return requirement.anyOf ?? requirement.anyOfByRole?.[role] ?? [];
}

/** Order by code point, the same on every machine. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Whole weeks that fit before the deadline, its day included; null without one. */
function computeDeadlineWeeks({
  start,
  deadline,
}: {
  start: string;
  deadline: string | null;
}): number | null {
  if (deadline === null) return null;
  return Math.max(0, Math.floor((computeDaysBetween({ from: start, to: deadline }) + 1) / 7));
}

/** Builds the planning problem of a profile whose ids the career knows. */
export function buildModel(career: Career, profile: Profile): PlanningModel {
  const { preferences } = profile;
  const currency = computeCurrency(preferences);
  const skills = career.skills.map(({ id }) => id).sort(compareText);
  const levels = skills.map((skill) => computeLevel(profile, skill));
  const role = career.roleById.get(profile.role);
  const inPlay = career.steps
    .filter((step) => isOpenTo({ career, profile, step }) && !isExcluded(profile, step))
    .sort((a, b) => compareText(a.id, b.id));
  const relevant = findRelevantSteps({ career, profile, inPlay });
  const steps = inPlay.filter(({ id }) => relevant.has(id));
  const indexById = new Map(steps.map(({ id }, index) => [id, index]));
  const requirements = listOpenRequirements({ career, profile, indexById });
  const pins = [...new Set(preferences.pinned)].filter((id) => !profile.done.includes(id));
  return {
    career,
    profile,
    currency,
    skills,
    levels,
    steps: steps.map((step, index) =>
      buildStep({ career, profile, currency, skills, levels, step, index, indexById }),
    ),
    indexById,
    goalFacts: skills.flatMap((skill, index) => {
      const target = role?.targets[skill] ?? 0;
      return target > (levels[index] ?? 0) ? [index * LEVEL_COUNT + target] : [];
    }),
    requirements,
    pinned: pins.flatMap((id) => indexById.get(id) ?? []),
    lostPins: pins.filter((id) => !indexById.has(id)).sort(compareText),
    hasPost: hasPost(career, profile),
    occupationOrder: listOccupationOrder({ career, profile, indexById }),
    hoursPerWeek: preferences.hoursPerWeek,
    maxParallel: preferences.maxParallel,
    budgetPence: preferences.budget ? computeBudgetPence(preferences.budget.amount) : null,
    deadlineWeeks: computeDeadlineWeeks(preferences),
  };
}

function hasPost(career: Career, profile: Profile): boolean {
  const { postHeldBy, postFrom } = career.traits;
  return (
    postHeldBy.some((holding) => profile.holdings.includes(holding)) ||
    postFrom.some((id) => profile.done.includes(id))
  );
}

function buildStep(input: {
  career: Career;
  profile: Profile;
  currency: Currency;
  skills: readonly string[];
  levels: readonly number[];
  step: Step;
  index: number;
  indexById: ReadonlyMap<string, number>;
}): ModelStep {
  const { career, profile, step, skills, levels } = input;
  const isOccupation = career.traits.occupation.includes(step.id);
  const hours = isOccupation ? 0 : (step.planning.hours ?? 0);
  const leastWeeks = Math.max(1, step.planning.weeks ?? 1);
  const weeklyLimit = Math.ceil(hours / leastWeeks);
  const perWeek = Math.min(weeklyLimit, profile.preferences.hoursPerWeek);
  const price = computeStepPrice({ step, currency: input.currency, rates: career.rates });
  const toFact = (skill: string, level: number): number => skills.indexOf(skill) * LEVEL_COUNT + level;
  const isReached = (fact: number): boolean =>
    (levels[Math.floor(fact / LEVEL_COUNT)] ?? 0) >= fact % LEVEL_COUNT;
  return {
    index: input.index,
    id: step.id,
    kind: step.kind,
    hours,
    leastWeeks,
    weeklyLimit,
    duration: hours === 0 ? leastWeeks : Math.max(leastWeeks, Math.ceil(hours / perWeek)),
    pence: price.pence,
    price,
    isOccupation,
    isDegree: step.kind === 'degree',
    needsPost: career.traits.needsPost.includes(step.id),
    givesPost: career.traits.postFrom.includes(step.id),
    isAgain: profile.done.includes(step.id),
    froms: step.raises.map((raise) => toFact(raise.skill, raise.from)).filter((fact) => !isReached(fact)),
    tos: step.raises.map((raise) => toFact(raise.skill, raise.to)).filter((fact) => !isReached(fact)),
    prerequisites: step.prerequisites
      .filter((id) => !profile.done.includes(id))
      .flatMap((id) => {
        const needed = career.stepById.get(id);
        const facts =
          needed && canLevelsStandIn(needed.kind)
            ? needed.raises.map((raise) => toFact(raise.skill, raise.to)).filter((fact) => !isReached(fact))
            : null;
        return facts?.length === 0 ? [] : [{ step: input.indexById.get(id) ?? -1, facts }];
      }),
  };
}

function listOpenRequirements(input: {
  career: Career;
  profile: Profile;
  indexById: ReadonlyMap<string, number>;
}): OpenRequirement[] {
  const { career, profile, indexById } = input;
  const open: OpenRequirement[] = [];
  for (const requirement of listRequirements(career, profile.role)) {
    if (requirement.heldBy.some((holding) => profile.holdings.includes(holding))) continue;
    const rests = listGroups(requirement, profile.role).map((group) =>
      group.filter((id) => !profile.done.includes(id)),
    );
    if (rests.some((group) => group.length === 0)) continue;
    const groups = rests
      .filter((group) => group.every((id) => indexById.has(id)))
      .map((group) => group.flatMap((id) => indexById.get(id) ?? []));
    open.push({ id: requirement.id, groups: sortGroups(groups) });
  }
  return open;
}

function sortGroups(groups: readonly (readonly number[])[]): (readonly number[])[] {
  return [...groups].sort((one, other) => one.length - other.length || compareText(one.join(), other.join()));
}

function listOccupationOrder(input: {
  career: Career;
  profile: Profile;
  indexById: ReadonlyMap<string, number>;
}): [number, number][] {
  const { career, profile, indexById } = input;
  const pairs = new Map<string, [number, number]>();
  for (const requirement of listRequirements(career, profile.role))
    for (const group of listGroups(requirement, profile.role)) {
      const occupations = group
        .filter((id) => career.traits.occupation.includes(id))
        .flatMap((id) => indexById.get(id) ?? []);
      occupations.forEach((first, place) => {
        for (const second of occupations.slice(place + 1)) pairs.set(`${first} ${second}`, [first, second]);
      });
    }
  return [...pairs.values()];
}

/**
 * Ids of the steps that could be of use: from the goal backwards, those that bring a level which is asked for,
 * meet a requirement or are pinned, and all that those lean on in turn.
 */
function findRelevantSteps(input: {
  career: Career;
  profile: Profile;
  inPlay: readonly Step[];
}): Set<string> {
  const { career, profile, inPlay } = input;
  const needed = new Map<string, number>(Object.entries(career.roleById.get(profile.role)?.targets ?? {}));
  const relevant = new Set<string>(profile.preferences.pinned);
  for (const requirement of listRequirements(career, profile.role))
    for (const group of listGroups(requirement, profile.role)) for (const id of group) relevant.add(id);
  const isUseful = (step: Step): boolean =>
    relevant.has(step.id) ||
    step.raises.some(({ skill, to }) => {
      const level = computeLevel(profile, skill);
      return to > level && (needed.get(skill) ?? 0) > level;
    });
  const lean = (step: Step): void => {
    for (const { skill, from } of step.raises) needed.set(skill, Math.max(needed.get(skill) ?? 0, from));
    for (const id of step.prerequisites) {
      relevant.add(id);
      for (const { skill, to } of career.stepById.get(id)?.raises ?? [])
        needed.set(skill, Math.max(needed.get(skill) ?? 0, to));
    }
    if (career.traits.needsPost.includes(step.id)) for (const id of career.traits.postFrom) relevant.add(id);
  };
  const leaned = new Set<string>();
  for (let size = -1; size !== leaned.size; ) {
    size = leaned.size;
    for (const step of inPlay) {
      if (leaned.has(step.id) || !isUseful(step)) continue;
      leaned.add(step.id);
      relevant.add(step.id);
      lean(step);
    }
  }
  return leaned;
}
