import { addDays } from '../day';
import { type Closure, computeClosure, fullSet, listMembers, NEVER } from './closure';
import type { Reason } from './document';
import { type Effort, NodeBudget } from './effort';
import { joinWords } from './explanation';
import { computeLeastSum, minimiseSum } from './measure';
import { buildModel, isExcluded, isOpenTo, LEVEL_COUNT, listRequirements, type PlanningModel } from './model';
import type { Preferences, Profile } from './profile';
import { minimiseWeeks, type WeeksResult } from './weeks';
import { type Candidate, type Limits, makeWorkbench } from './workbench';

const MOST_HOURS = 80;
/** The part of what is left of the nodes that one look at other weekly hours may take. */
const LOOK_SHARE = 0.25;

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
  const size = model.steps.length;
  const reasons = [
    ...findBudgetReason(model, NodeBudget.of(effort, size)),
    ...findDeadlineReason(model, NodeBudget.of(effort, size)),
    ...findHoursReason(model, NodeBudget.of(effort, size)),
  ];
  return reasons.length > 0 ? reasons : [explainTogether(model)];
}

function explainTogether(model: PlanningModel): Reason {
  const sentence =
    'Budget and deadline together leave no room for a plan, and changing one of them alone does not help.';
  return { what: model.deadlineWeeks === null ? 'budget' : 'deadline', ids: [], sentence, nearest: null };
}

/** The least weeks within the limits, from the selections that cost least and hold fewest steps. */
function findLeastWeeks(
  model: PlanningModel,
  limits: Limits,
  budget: NodeBudget,
  start: readonly number[] = [],
): WeeksResult {
  const bench = makeWorkbench(model);
  const clauses: (readonly number[])[] = [];
  const nodes = budget.nodesLeft;
  const cheapest = computeLeastSum({ bench, measure: 'pence', pence: limits.pence, clauses, nodes });
  if (!cheapest) return { lower: NEVER, best: null };
  return minimiseWeeks({ bench, limits, clauses, known: null, seeds: [start, cheapest.members], budget });
}

function findBudgetReason(model: PlanningModel, budget: NodeBudget): Reason[] {
  if (model.budgetPence === null) return [];
  const { lower, best } = findLeastPence(model, budget);
  const given = formatMoney(model.budgetPence, model.currency);
  if (!best || best.pence <= model.budgetPence) return [];
  const amount = formatMoney(best.pence, model.currency);
  const least =
    lower >= best.pence
      ? `A plan costs at least ${amount}`
      : `A plan was found for ${amount}, and none can cost less than ${formatMoney(lower, model.currency)}`;
  const sentence = `${least}; your budget is ${given}.`;
  const nearest = { budget: { amount: best.pence / 100, currency: model.currency } };
  return [{ what: 'budget', ids: [], sentence, nearest }];
}

/** The least that a plan costs within the deadline when money does not count. */
function findLeastPence(model: PlanningModel, budget: NodeBudget): { lower: number; best: Candidate | null } {
  const bench = makeWorkbench(model);
  const limits = { ...limitsOf(model), pence: NEVER };
  const clauses: (readonly number[])[] = [];
  const least = computeLeastSum({ bench, measure: 'pence', pence: NEVER, clauses, nodes: budget.nodesLeft });
  if (!least) return { lower: NEVER, best: null };
  const share = budget.take(0.5);
  const known = findLeastWeeks(model, limits, share).best;
  budget.giveBack(share);
  if (!known) return { lower: least.least, best: null };
  const seeds = [least.members];
  const order = ['pence', 'weeks', 'steps'] as const;
  return minimiseSum({ bench, order, limits, clauses, known, floor: least.least, seeds, budget });
}

function findDeadlineReason(model: PlanningModel, budget: NodeBudget): Reason[] {
  const { start, deadline } = model.profile.preferences;
  if (deadline === null) return [];
  const { lower, best } = findLeastWeeks(model, { ...limitsOf(model), weeks: NEVER }, budget);
  if (!best || best.weeks <= (model.deadlineWeeks ?? 0)) return [];
  const day = addDays(start, best.weeks * 7 - 1);
  const isDoubtful = lower <= (model.deadlineWeeks ?? 0);
  const least = lower === best.weeks ? `${lower}` : `between ${lower} and ${best.weeks}`;
  const doubt = isDoubtful
    ? ' No plan that meets it was found, though it is not proved that there is none.'
    : '';
  const sentence = `A plan takes ${least} weeks, to ${day}; your deadline is ${deadline}.${doubt}`;
  return [{ what: 'deadline', ids: [], sentence, nearest: { deadline: day } }];
}

/** The fewest hours a week that meet the deadline, by halving; more hours never make a plan longer. */
function findHoursReason(model: PlanningModel, budget: NodeBudget): Reason[] {
  if (model.deadlineWeeks === null || model.hoursPerWeek >= MOST_HOURS) return [];
  let start: number[] = [];
  const look = (hoursPerWeek: number): 'fits' | 'refuted' | 'open' => {
    const eased = withPreferences(model, { hoursPerWeek });
    const share = budget.take(LOOK_SHARE);
    const { lower, best } = findLeastWeeks(eased, limitsOf(eased), share, start);
    budget.giveBack(share);
    if (best) start = listMembers(best.set);
    return best ? 'fits' : lower > limitsOf(eased).weeks ? 'refuted' : 'open';
  };
  if (look(MOST_HOURS) !== 'fits') return [];
  let [refuted, low, high] = [model.hoursPerWeek, model.hoursPerWeek, MOST_HOURS];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const found = look(middle);
    if (found === 'fits') high = middle;
    else low = middle;
    if (found === 'refuted') refuted = middle;
  }
  while (high - 1 > refuted && look(high - 1) === 'fits') high -= 1;
  const doubt = refuted < high - 1 ? `; fewer than ${refuted + 1} do not suffice` : '';
  const sentence = `With ${high} hours a week instead of ${model.hoursPerWeek} a plan ends by your deadline${doubt}.`;
  return [{ what: 'hours', ids: [], sentence, nearest: { hoursPerWeek: high } }];
}

function formatMoney(pence: number, currency: string): string {
  return `${currency} ${(pence / 100).toFixed(2)}`;
}
