import { nameSkill } from '../career-names';
import { addDays, describeDay } from '../day';
import { describeMoney } from '../money';
import { LOCALE_BY_REGION } from '../region';
import { type Closure, computeClosure, fullSet, listMembers, NEVER } from './closure';
import type { Reason } from './document';
import { type Effort, NodeBudget } from './effort';
import { joinWords, listLimits } from './explanation';
import { findFastest, findLeastWeeks, limitsOf } from './fastest';
import { computeLeastSum, minimiseSum } from './measure';
import {
  buildModel,
  compareText,
  isExcluded,
  isOpenTo,
  LEVEL_COUNT,
  listRequirements,
  type PlanningModel,
} from './model';
import type { Preferences } from './profile';
import { type Candidate, makeWorkbench } from './workbench';

const MOST_HOURS = 80;
/** The part of what is left of the nodes that one look at other weekly hours may take. */
const LOOK_SHARE = 0.25;

type Ease = Partial<Preferences>;

/**
 * Says why a profile has no plan. First what cannot be reached at all, whatever the hours, money and weeks, else
 * which limits stand in the way; then every single choice of the person's that, taken back alone, gives a plan.
 * A change is offered only where solving with it found a plan, and it is the smallest as far as `effort` tells.
 */
export function findReasons(
  model: PlanningModel,
  { effort, isProved }: { effort: Effort; isProved: boolean },
): Reason[] {
  const budget = budgetOf(model, effort);
  const lifts = [...findExclusionLifts(model, budget), ...findPinLifts(model, budget)];
  const reasons = isReachable(model)
    ? [...findLimitReasons(model, effort), ...lifts]
    : [...findCauses(model, lifts), ...lifts];
  return reasons.length > 0 ? reasons : [explainTogether(model, isProved)];
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

/** Whether a plan was found with a change and all that it leaves as it is. */
function hasPlanWith(model: PlanningModel, ease: Ease, budget: NodeBudget): boolean {
  const eased = withPreferences(model, ease);
  if (!isReachable(eased)) return false;
  const share = budget.take(LOOK_SHARE);
  const { best } = findLeastWeeks({
    model: eased,
    limits: limitsOf(eased),
    budget: share,
    enough: limitsOf(eased).weeks,
  });
  budget.giveBack(share);
  return best !== null;
}

function omit<Id>(ids: readonly Id[], omitted: Id): Id[] {
  return ids.filter((id) => id !== omitted);
}

/** Each exclusion that, lifted alone, makes a change work; where none does, the fewest that do together. */
function listExclusionEases(
  { excluded, excludedKinds }: Preferences,
  works: (ease: Ease) => boolean,
): Ease[] {
  const single: Ease[] = [
    ...[...new Set(excluded)].map((id) => ({ excluded: omit(excluded, id) })),
    ...[...new Set(excludedKinds)].map((kind) => ({ excludedKinds: omit(excludedKinds, kind) })),
  ];
  const eases = single.filter(works);
  if (eases.length > 0 || single.length < 2) return eases;
  let whole: Required<Pick<Ease, 'excluded' | 'excludedKinds'>> = { excluded: [], excludedKinds: [] };
  if (!works(whole)) return [];
  for (const id of new Set(excluded)) {
    const smaller = { ...whole, excluded: [...whole.excluded, id] };
    if (works(smaller)) whole = smaller;
  }
  for (const kind of new Set(excludedKinds)) {
    const smaller = { ...whole, excludedKinds: [...whole.excludedKinds, kind] };
    if (works(smaller)) whole = smaller;
  }
  return [whole];
}

function findExclusionLifts(model: PlanningModel, budget: NodeBudget): Reason[] {
  const eases = listExclusionEases(model.profile.preferences, (ease) => hasPlanWith(model, ease, budget));
  return eases.map((nearest) => {
    const { ids, names } = listLifted(model, nearest);
    const sentence = `You left out ${joinWords(names)}; with that back in there is a plan.`;
    return { what: 'excluded', ids, sentence, nearest };
  });
}

/** The exclusions that a change lifts: their ids, and what a person calls them. */
function listLifted({ career, profile }: PlanningModel, ease: Ease): { ids: string[]; names: string[] } {
  const { excluded, excludedKinds } = profile.preferences;
  const steps = excluded.filter((id) => ease.excluded && !ease.excluded.includes(id));
  const kinds = excludedKinds.filter((kind) => ease.excludedKinds && !ease.excludedKinds.includes(kind));
  const nameKind = (kind: string): string => `every step of the kind ${kind.replace('-', ' ')}`;
  return {
    ids: [...new Set([...steps, ...kinds])],
    names: [...new Set([...steps.map((id) => career.stepById.get(id)?.title ?? id), ...kinds.map(nameKind)])],
  };
}

/** Each step asked for without which there is a plan; where none is enough, those that cannot be kept. */
function findPinLifts(model: PlanningModel, budget: NodeBudget): Reason[] {
  const { pinned } = model.profile.preferences;
  const works = (kept: readonly string[]): boolean => hasPlanWith(model, { pinned: [...kept] }, budget);
  const explain = (kept: readonly string[]): Reason => {
    const ids = [...new Set(pinned)].filter((id) => !kept.includes(id));
    const sentence = `You asked for ${joinWords(ids.map((id) => describePin(model, id)))}; without ${ids.length === 1 ? 'it' : 'them'} there is a plan.`;
    return { what: 'pinned', ids, sentence, nearest: { pinned: [...kept] } };
  };
  const single = [...new Set(pinned)].map((id) => omit(pinned, id)).filter(works);
  if (single.length > 0 || pinned.length < 2 || !works([])) return single.map(explain);
  let kept: string[] = [];
  for (const id of [...new Set(pinned)].sort(compareText)) if (works([...kept, id])) kept = [...kept, id];
  return [explain(kept)];
}

/** A step asked for, and why it alone can never be planned where that is so. */
function describePin(model: PlanningModel, id: string): string {
  const { career, profile } = model;
  const step = career.stepById.get(id);
  if (!step) return `${id}, which does not exist`;
  if (profile.done.includes(id)) return step.title;
  if (!isOpenTo({ career, profile, step })) return `${step.title}, which is not open to you`;
  if (isExcluded(profile, step)) return `${step.title}, which is also left out`;
  const isLost = !isReachable(withPreferences(model, { pinned: [id] }));
  return isLost ? `${step.title}, which cannot be reached from where you stand` : step.title;
}

/** What cannot be reached at all; the first change that gives a plan is named beside it. */
function findCauses(model: PlanningModel, lifts: readonly Reason[]): Reason[] {
  const bare = withPreferences(model, { pinned: [] });
  if (isReachable(bare)) return findPinCauses(model, lifts);
  const nearest = lifts.find(({ what }) => what === 'excluded')?.nearest ?? null;
  const closure = computeClosure(bare, fullSet(bare));
  const facts = bare.goalFacts.filter((fact) => closure.factWeek(fact) >= NEVER);
  const open = bare.requirements.filter(({ groups }) =>
    groups.every((group) => group.some((index) => closure.start(index) >= NEVER)),
  );
  const causes = [
    ...facts.map((fact) => explainLevel(bare, fact, nearest, highestReached(closure, fact))),
    ...open.map(({ id }) => explainRequirement(bare, id, nearest)),
  ];
  if (causes.length === 0) causes.push(explainCombination(bare, nearest));
  return nearest ? causes : [...causes, ...explainVainExclusion(bare)];
}

function highestReached(closure: Closure, fact: number): number {
  const first = fact - (fact % LEVEL_COUNT);
  let level = closure.model.levels[Math.floor(fact / LEVEL_COUNT)] ?? 0;
  while (level < LEVEL_COUNT - 1 && closure.factWeek(first + level + 1) < NEVER) level += 1;
  return level;
}

function explainLevel(model: PlanningModel, fact: number, nearest: Ease | null, reached: number): Reason {
  const id = model.skills[Math.floor(fact / LEVEL_COUNT)] ?? '';
  const name = nameSkill(model.career, id);
  const sentence = `${name} cannot reach level ${fact % LEVEL_COUNT}: the steps open to you lead to level ${reached} at most.`;
  return { what: 'level', ids: [id], sentence, nearest };
}

function explainRequirement(model: PlanningModel, id: string, nearest: Ease | null): Reason {
  const requirement = listRequirements(model.career, model.profile.role).find((other) => other.id === id);
  const sentence = `No step open to you meets the requirement: ${requirement?.label ?? id}.`;
  return { what: 'requirement', ids: [id], sentence, nearest };
}

function explainCombination(model: PlanningModel, nearest: Ease | null): Reason {
  const ids = model.requirements.map(({ id }) => id);
  const sentence =
    'Each target and requirement can be met alone, but not all together: a plan holds one degree at most, and jobs follow the order of their path.';
  return { what: 'requirement', ids, sentence, nearest };
}

/** Exclusions without which all could be reached, though no plan was found that keeps the other limits. */
function explainVainExclusion(model: PlanningModel): Reason[] {
  const { preferences } = model.profile;
  const [ease] = listExclusionEases(preferences, (tried) => isReachable(withPreferences(model, tried)));
  if (!ease) return [];
  const { ids, names } = listLifted(model, ease);
  const sentence = `You left out ${joinWords(names)}; with that back in everything could be reached, but no plan was found that keeps the rest of what you asked for.`;
  return [{ what: 'excluded', ids, sentence, nearest: null }];
}

/** Steps asked for that can never be planned, where no change of them is offered. */
function findPinCauses(model: PlanningModel, lifts: readonly Reason[]): Reason[] {
  if (lifts.some(({ what }) => what === 'pinned')) return [];
  const { pinned } = model.profile.preferences;
  const lost = [...new Set(pinned)].filter((id) => !isReachable(withPreferences(model, { pinned: [id] })));
  const sentence =
    'The steps you asked for do not go together: a plan holds one degree at most, and jobs follow the order of their path.';
  if (lost.length === 0) return [{ what: 'pinned', ids: [...pinned], sentence, nearest: null }];
  return lost.map((id) => ({
    what: 'pinned',
    ids: [id],
    sentence: `You asked for ${describePin(model, id)}.`,
    nearest: null,
  }));
}

function findLimitReasons(model: PlanningModel, effort: Effort): Reason[] {
  return [
    ...findBudgetReason(model, effort),
    ...findDeadlineReason(model, effort),
    ...findHoursReason(model, effort),
  ];
}

type Found = 'fits' | 'refuted' | 'open';

/** Whether a plan is found when a change is made and all is solved anew. */
function solveAnew(model: PlanningModel, ease: Ease, effort: Effort): Found {
  const eased = withPreferences(model, ease);
  const bench = makeWorkbench(eased);
  const fastest = findFastest({ bench, budget: budgetOf(eased, effort), effort, isAnyEnough: true });
  return fastest ? judge(fastest, limitsOf(eased).weeks) : 'refuted';
}

function judge({ lower, best }: { lower: number; best: Candidate | null }, weeks: number): Found {
  if (best) return 'fits';
  return lower > weeks ? 'refuted' : 'open';
}

function budgetOf(model: PlanningModel, effort: Effort): NodeBudget {
  return NodeBudget.of(effort, model.steps.length);
}

function explainTogether(model: PlanningModel, isProved: boolean): Reason {
  const limits = listLimits(model);
  const sentence = isProved
    ? `Your ${joinWords(limits)} leave no room for a plan, and no change of one thing alone was found that gives one.`
    : `No plan was found that keeps your ${joinWords(limits)}, though it is not proved that there is none.`;
  return { what: model.deadlineWeeks === null ? 'budget' : 'deadline', ids: [], sentence, nearest: null };
}

function findBudgetReason(model: PlanningModel, effort: Effort): Reason[] {
  if (model.budgetPence === null) return [];
  const { lower, best } = findLeastPence(model, budgetOf(model, effort));
  const given = describePence(model.budgetPence, model);
  if (!best || best.pence <= model.budgetPence) return [];
  const amount = describePence(best.pence, model);
  const inTime = model.deadlineWeeks === null ? '' : ' that meets your deadline';
  const least =
    lower >= best.pence
      ? `A plan${inTime} costs at least ${amount}`
      : `A plan${inTime} was found for ${amount}, and none can cost less than ${describePence(lower, model)}`;
  const sentence = `${least}; your budget is ${given}.`;
  const ease = { budget: { amount: best.pence / 100, currency: model.currency } };
  const nearest = solveAnew(model, ease, effort) === 'fits' ? ease : null;
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
  const known = findLeastWeeks({ model, limits, budget: share }).best;
  budget.giveBack(share);
  if (!known) return { lower: least.least, best: null };
  const seeds = [least.members];
  const order = ['pence', 'weeks', 'steps'] as const;
  return minimiseSum({ bench, order, limits, clauses, known, floor: least.least, seeds, budget });
}

function findDeadlineReason(model: PlanningModel, effort: Effort): Reason[] {
  const { start, deadline, region } = model.profile.preferences;
  if (deadline === null) return [];
  const locale = LOCALE_BY_REGION[region];
  const limits = { ...limitsOf(model), weeks: NEVER };
  const budget = budgetOf(model, effort);
  const patience = new NodeBudget(2 * budget.nodesLeft);
  const { lower, best } = findLeastWeeks({ model, limits, budget, patience });
  if (!best || best.weeks <= (model.deadlineWeeks ?? 0)) return [];
  const day = addDays(start, best.weeks * 7 - 1);
  const least = lower === best.weeks ? `${lower}` : `between ${lower} and ${best.weeks}`;
  const doubt =
    lower <= (model.deadlineWeeks ?? 0)
      ? ' No plan that meets it was found, though it is not proved that there is none.'
      : '';
  const sentence = `A plan${describeBudget(model)} takes ${least} weeks, to ${describeDay(day, locale)}; your deadline is ${describeDay(deadline, locale)}.${doubt}`;
  return [{ what: 'deadline', ids: [], sentence, nearest: { deadline: day } }];
}

/** The fewest hours a week that meet the deadline, by halving; more hours never make a plan longer. */
function findHoursReason(model: PlanningModel, effort: Effort): Reason[] {
  if (model.deadlineWeeks === null || model.hoursPerWeek >= MOST_HOURS) return [];
  const budget = budgetOf(model, effort);
  let start: number[] = [];
  const look = (hoursPerWeek: number): Found => {
    const eased = withPreferences(model, { hoursPerWeek });
    const share = budget.take(LOOK_SHARE);
    const limits = limitsOf(eased);
    const found = findLeastWeeks({ model: eased, limits, budget: share, start, enough: limits.weeks });
    budget.giveBack(share);
    if (found.best) start = listMembers(found.best.set);
    return judge(found, limits.weeks);
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
  const lookAnew = (hoursPerWeek: number): Found => {
    const found = solveAnew(model, { hoursPerWeek }, effort);
    if (found === 'refuted') refuted = Math.max(refuted, hoursPerWeek);
    return found;
  };
  while (high < MOST_HOURS && lookAnew(high) !== 'fits') high += 1;
  while (high - 1 > refuted && lookAnew(high - 1) === 'fits') high -= 1;
  const doubt = refuted < high - 1 ? `; fewer than ${refuted + 1} do not suffice` : '';
  const sentence = `With ${high} hours a week instead of ${model.hoursPerWeek} a plan${describeBudget(model)} ends by your deadline${doubt}.`;
  return [{ what: 'hours', ids: [], sentence, nearest: { hoursPerWeek: high } }];
}

/** Deadlines and hours are looked for within the budget, where there is one. */
function describeBudget({ budgetPence }: PlanningModel): string {
  return budgetPence === null ? '' : ' within your budget';
}

function describePence(pence: number, { currency, profile }: PlanningModel): string {
  return describeMoney({ amount: pence / 100, currency }, LOCALE_BY_REGION[profile.preferences.region]);
}
