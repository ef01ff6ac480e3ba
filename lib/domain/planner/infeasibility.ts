import { addDays } from '../day';
import { type Closure, computeClosure, fullSet, NEVER } from './closure';
import type { Reason } from './document';
import { type Effort, NodeBudget } from './effort';
import { joinWords } from './explanation';
import { computeLeastSum, minimiseSum } from './measure';
import { buildModel, isExcluded, isOpenTo, LEVEL_COUNT, listRequirements, type PlanningModel } from './model';
import { findLeastWeeks } from './optimise';
import type { Preferences, Profile } from './profile';
import { type Limits, makeWorkbench } from './workbench';

const MOST_HOURS = 80;

type Ease = Partial<Preferences>;

/**
 * Says why a profile has no plan. First what cannot be reached at all; where everything can be reached, which
 * limits stand in the way and, for each, the smallest change to that limit alone that leaves room for a plan.
 */
export function findReasons(model: PlanningModel, effort: Effort): Reason[] {
  const unreachable = findUnreachable(model);
  if (unreachable.length > 0) return unreachable;
  const pins = findPinReasons(model);
  if (pins.length > 0) return pins;
  return findLimitReasons(model, effort);
}

function withPreferences(model: PlanningModel, ease: Ease): PlanningModel {
  const { career, profile } = model;
  return buildModel(career, { ...profile, preferences: { ...profile.preferences, ...ease } });
}

/** Whether there is a plan when hours, money and weeks do not count. */
function isReachable(model: PlanningModel): boolean {
  if (computeClosure(model, fullSet(model)).goal >= NEVER) return false;
  return (
    computeLeastSum({
      bench: makeWorkbench(model),
      measure: 'steps',
      pence: NEVER,
      clauses: [],
      nodes: 50_000,
    }) !== null
  );
}

function findUnreachable(model: PlanningModel): Reason[] {
  const bare = withPreferences(model, { pinned: [] });
  const closure = computeClosure(bare, fullSet(bare));
  const facts = bare.goalFacts.filter((fact) => closure.factWeek(fact) >= NEVER);
  const open = bare.requirements.filter(({ groups }) =>
    groups.every((group) => group.some((index) => closure.start(index) >= NEVER)),
  );
  if (facts.length === 0 && open.length === 0) return isReachable(bare) ? [] : findCombination(model);
  const nearest = findExclusionEase(model);
  return [
    ...facts.map((fact) => explainLevel(bare, fact, nearest, highestReached(closure, fact))),
    ...open.map(({ id }) => explainRequirement(bare, id, nearest)),
    ...(nearest ? [explainExclusion(nearest, model.profile)] : []),
  ];
}

function highestReached(closure: Closure, fact: number): number {
  const first = fact - (fact % LEVEL_COUNT);
  let level = closure.model.levels[Math.floor(fact / LEVEL_COUNT)] ?? 0;
  while (level < LEVEL_COUNT - 1 && closure.factWeek(first + level + 1) < NEVER) level += 1;
  return level;
}

function explainLevel(model: PlanningModel, fact: number, nearest: Ease | null, reached: number): Reason {
  const id = model.skills[Math.floor(fact / LEVEL_COUNT)] ?? '';
  const name = model.career.skillById.get(id)?.name ?? id;
  const sentence = `${name} cannot reach level ${fact % LEVEL_COUNT}: the steps open to you lead to level ${reached} at most.`;
  return { what: 'level', ids: [id], sentence, nearest };
}

function explainRequirement(model: PlanningModel, id: string, nearest: Ease | null): Reason {
  const requirement = listRequirements(model.career, model.profile.role).find((other) => other.id === id);
  const sentence = `No step open to you meets the requirement: ${requirement?.label ?? id}.`;
  return { what: 'requirement', ids: [id], sentence, nearest };
}

function findCombination(model: PlanningModel): Reason[] {
  const ids = model.requirements.map(({ id }) => id);
  const nearest = findExclusionEase(model);
  const sentence =
    'Each target and requirement can be met alone, but not all together: a plan holds one degree at most, and jobs follow the order of their path.';
  return [{ what: 'requirement', ids, sentence, nearest }];
}

/** One exclusion to lift so that everything can be reached, else all of them; null when even that does not help. */
function findExclusionEase(model: PlanningModel): Ease | null {
  const { excluded, excludedKinds } = model.profile.preferences;
  if (excluded.length + excludedKinds.length === 0) return null;
  const works = (ease: Ease): boolean => isReachable(withPreferences(model, { ...ease, pinned: [] }));
  if (!works({ excluded: [], excludedKinds: [] })) return null;
  return liftOne({ kinds: excludedKinds, ids: excluded, works });
}

function liftOne(input: {
  kinds: readonly Preferences['excludedKinds'][number][];
  ids: readonly string[];
  works: (ease: Ease) => boolean;
}): Ease {
  const { works } = input;
  const eases: Ease[] = [
    ...input.ids.map((id) => ({ excluded: input.ids.filter((other) => other !== id) })),
    ...input.kinds.map((kind) => ({ excludedKinds: input.kinds.filter((other) => other !== kind) })),
    { excluded: [] },
    { excludedKinds: [] },
  ];
  const whole: Ease = { excluded: [], excludedKinds: [] };
  return eases.find((ease) => works(ease)) ?? whole;
}

function explainExclusion(nearest: Ease, profile: Profile): Reason {
  const { excluded, excludedKinds } = profile.preferences;
  const kept = new Set<string>([
    ...(nearest.excluded ?? excluded),
    ...(nearest.excludedKinds ?? excludedKinds),
  ]);
  const ids = [...new Set([...excluded, ...excludedKinds])].filter((id) => !kept.has(id));
  const sentence = `You left out ${joinWords(ids)}; with that back in there is a plan.`;
  return { what: 'excluded', ids, sentence, nearest };
}

function findPinReasons(model: PlanningModel): Reason[] {
  const { career, profile } = model;
  const { pinned } = profile.preferences;
  if (pinned.length === 0 || isReachable(model)) return [];
  const alone = pinned.filter(
    (id) => !profile.done.includes(id) && !isReachable(withPreferences(model, { pinned: [id] })),
  );
  if (alone.length === 0) {
    const sentence =
      'The steps you asked for do not go together: a plan holds one degree at most, and jobs follow the order of their path.';
    return [{ what: 'pinned', ids: [...pinned], sentence, nearest: keepPins(model) }];
  }
  return alone.map((id) => {
    const step = career.stepById.get(id);
    const cause = !step
      ? 'does not exist'
      : !isOpenTo({ career, profile, step })
        ? 'is not open to you'
        : isExcluded(profile, step)
          ? 'is also left out'
          : 'cannot be reached from where you stand';
    const sentence = `You asked for ${step?.title ?? id}, which ${cause}.`;
    return { what: 'pinned', ids: [id], sentence, nearest: keepPins(model) };
  });
}

/** The pins that can be kept, taken in the order of their ids. */
function keepPins(model: PlanningModel): Ease {
  let kept: string[] = [];
  for (const id of [...new Set(model.profile.preferences.pinned)].sort())
    if (isReachable(withPreferences(model, { pinned: [...kept, id] }))) kept = [...kept, id];
  return { pinned: kept };
}

function limitsOf(model: PlanningModel): Limits {
  return { weeks: model.deadlineWeeks ?? NEVER, pence: model.budgetPence ?? NEVER, steps: NEVER };
}

function findLimitReasons(model: PlanningModel, effort: Effort): Reason[] {
  return [
    ...findBudgetReason(model, effort),
    ...findDeadlineReason(model, effort),
    ...findHoursReason(model, effort),
  ];
}

function findBudgetReason(model: PlanningModel, effort: Effort): Reason[] {
  if (model.budgetPence === null) return [];
  const limits = { ...limitsOf(model), pence: NEVER };
  const { best } = minimiseSum({
    bench: makeWorkbench(model),
    measure: 'pence',
    limits,
    clauses: [],
    known: null,
    budget: NodeBudget.of(effort),
  });
  const budget = best && { amount: best.pence / 100, currency: model.currency };
  const given = formatMoney(model.budgetPence, model.currency);
  const sentence = best
    ? `The least that a plan costs is ${formatMoney(best.pence, model.currency)}, more than your budget of ${given}.`
    : `Your budget is ${given}, but no budget alone makes room for a plan.`;
  return best ? [{ what: 'budget', ids: [], sentence, nearest: { budget } }] : [];
}

function findDeadlineReason(model: PlanningModel, effort: Effort): Reason[] {
  const { start, deadline } = model.profile.preferences;
  if (deadline === null) return [];
  const limits = { ...limitsOf(model), weeks: NEVER };
  const { best, lower } = findLeastWeeks({
    bench: makeWorkbench(model),
    limits,
    clauses: [],
    budget: NodeBudget.of(effort),
  });
  if (!best)
    return model.budgetPence === null
      ? [{ what: 'deadline', ids: [], sentence: 'The deadline leaves no room for a plan.', nearest: null }]
      : [];
  const day = addDays(start, best.weeks * 7 - 1);
  const least = lower === best.weeks ? `${best.weeks}` : `between ${lower} and ${best.weeks}`;
  const sentence = `A plan takes ${least} weeks, to ${day}; your deadline is ${deadline}.`;
  return [{ what: 'deadline', ids: [], sentence, nearest: { deadline: day } }];
}

function findHoursReason(model: PlanningModel, effort: Effort): Reason[] {
  if (model.deadlineWeeks === null) return [];
  const fits = (hoursPerWeek: number): boolean => {
    const eased = withPreferences(model, { hoursPerWeek });
    const budget = NodeBudget.of(effort);
    return (
      findLeastWeeks({ bench: makeWorkbench(eased), limits: limitsOf(eased), clauses: [], budget }).best !==
      null
    );
  };
  if (model.hoursPerWeek >= MOST_HOURS || !fits(MOST_HOURS)) return [];
  let [low, high] = [model.hoursPerWeek, MOST_HOURS];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) high = middle;
    else low = middle;
  }
  const sentence = `With ${high} hours a week instead of ${model.hoursPerWeek} a plan ends by your deadline.`;
  return [{ what: 'hours', ids: [], sentence, nearest: { hoursPerWeek: high } }];
}

function formatMoney(pence: number, currency: string): string {
  return `${currency} ${(pence / 100).toFixed(2)}`;
}
