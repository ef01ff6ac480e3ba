import { addDays } from '../../day';
import { solveWith } from '../counterfactuals';
import type { Objective, Preferences, Profile } from '../profile';
import { NEVER } from '../schedule/calendar';
import { computeClosure } from '../search/closure';
import type { Effort } from '../search/effort';
import { fullSet } from '../search/sets';
import type { Solution } from '../solve';
import type { NoWay } from '../solve-way';
import type { Ease, Obstacle } from './obstacle';

const MOST_HOURS = 80;
/** The hours at work that are offered to who gave none. */
const USUAL_WORK_HOURS = 4;

/**
 * Why a profile has no plan. First what cannot be reached at all, whatever the hours, money and weeks, else which
 * limits stand in the way; then every single choice of the person's that, taken back alone, gives a plan.
 */
export function findObstacles(solution: Solution): Obstacle[] {
  const open = solveEased(solution, { budget: null, deadline: null });
  const lifts = findLifts(solution);
  const found = open.best
    ? [...findBudget(solution), ...findDeadline(solution), ...findHours(solution), ...lifts]
    : [...findCauses(open, lifts), ...lifts];
  return found.length > 0 ? found : [explainTogether(solution)];
}

function explainTogether({ person, isProved }: Solution): Obstacle {
  const { budget, deadline } = person.profile.preferences;
  const limits = [...(budget ? ['budget'] : []), ...(deadline ? ['deadline'] : [])];
  return { what: 'together', limits, isProved, nearest: null };
}

function solveEased({ person }: Solution, preferences: Ease, effort: Effort = 'glance'): Solution {
  return solveWith(person.career, person.profile, { overrides: { preferences }, effort });
}

/**
 * A limit eased to what a plan for that limit alone came to, where it gives a plan: by the person's own objective, else
 * by the one that the plan was found with. Null where neither is found.
 */
function findWorking(solution: Solution, ease: Ease, optimiseFor: Objective, effort?: Effort): Ease | null {
  const eases = [ease, { ...ease, optimiseFor }];
  return eases.find((one) => solveEased(solution, one, effort).best !== null) ?? null;
}

/** What cannot be reached on any way; of the ways the one that comes furthest is told of. */
function findCauses(open: Solution, lifts: readonly Obstacle[]): Obstacle[] {
  const nearest = lifts[0]?.nearest ?? null;
  const causes = open.failed.map((failed) => explainWay(open, failed, nearest));
  causes.sort((one, other) => one.length - other.length);
  const best = causes.find((list) => list.length > 0);
  return best ?? [{ what: 'noWay', nearest }];
}

function explainWay({ person }: Solution, { model }: NoWay, nearest: Ease | null): Obstacle[] {
  if (!model) return [];
  const asked = model.obstacles.flatMap(({ what, label }): Obstacle[] =>
    what === 'pinned'
      ? [{ what: 'pinned', steps: [label], nearest }]
      : [{ what: 'requirement', label, post: model.until, nearest }],
  );
  const closure = computeClosure(model, fullSet(model));
  const bySkill = new Map<string, string[]>();
  const facts = [
    ...model.goalFacts,
    ...model.parts.flatMap(({ what, items }) =>
      what === 'threshold' ? items.flatMap(({ facts }) => facts ?? []) : [],
    ),
  ];
  for (const fact of facts) {
    const id = model.facts[fact] ?? '';
    const skill = person.career.canDoById.get(id)?.skill ?? '';
    if (closure.factWeek(fact) >= NEVER) bySkill.set(skill, [...(bySkill.get(skill) ?? []), id]);
  }
  const levels = [...bySkill].map(([skill, canDos]): Obstacle => ({ what: 'level', skill, canDos, nearest }));
  return [...asked, ...levels];
}

function findBudget(solution: Solution): Obstacle[] {
  const { person } = solution;
  if (person.budgetPence === null) return [];
  const found = solveEased(solution, { budget: null, optimiseFor: 'cheapest' }).best;
  if (!found) return [];
  const easeTo = (pence: number): Ease => ({ budget: { amount: pence / 100, currency: person.currency } });
  let cheapest = found;
  let nearest = findWorking(solution, easeTo(found.pence), 'cheapest');
  if (nearest === null) {
    cheapest = solveEased(solution, { budget: null, optimiseFor: 'cheapest' }, 'quick').best ?? found;
    nearest = findWorking(solution, easeTo(cheapest.pence), 'cheapest', 'quick');
  }
  const bound = cheapest.stages.length === 1 ? (cheapest.stages[0]?.solution.bound[0] ?? 0) : 0;
  return [
    {
      what: 'budget',
      pence: cheapest.pence,
      lower: cheapest.isProved ? cheapest.pence : bound,
      currency: person.currency,
      nearest,
    },
  ];
}

function findDeadline(solution: Solution): Obstacle[] {
  const { person } = solution;
  if (person.deadlineWeeks === null) return [];
  const free = solveEased(solution, { deadline: null, optimiseFor: 'fastest' });
  if (!free.best || free.best.weeks <= person.deadlineWeeks) return [];
  const { weeks } = free.best;
  const nearest = findWorking(solution, { deadline: toDay(person.profile, weeks) }, 'fastest');
  const lower = free.isProved ? weeks : Math.min(weeks, ...free.bounds.map((bound) => bound.weeks));
  return [{ what: 'deadline', weeks, lower, nearest }];
}

function toDay({ preferences }: Profile, weeks: number): string {
  return addDays(preferences.start, weeks * 7 - 1);
}

/** The fewest hours a week that meet the deadline, by halving. */
function findHours(solution: Solution): Obstacle[] {
  const { hoursPerWeek, deadline } = solution.person.profile.preferences;
  if (deadline === null || hoursPerWeek >= MOST_HOURS) return [];
  const works = (hours: number): boolean => solveEased(solution, { hoursPerWeek: hours }).best !== null;
  if (!works(MOST_HOURS)) return [];
  let [low, high] = [hoursPerWeek, MOST_HOURS];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (works(middle)) high = middle;
    else low = middle;
  }
  return [{ what: 'hours', hours: high, lower: hoursPerWeek + 1, nearest: { hoursPerWeek: high } }];
}

/** Every choice of steps left out or asked for that gives a plan when it alone is taken back. */
function findLifts(solution: Solution): Obstacle[] {
  const { preferences } = solution.person.profile;
  const { excluded, excludedKinds, pinned, platform, workHoursPerWeek } = preferences;
  const works = (ease: Ease): boolean => solveEased(solution, ease).best !== null;
  const left = <Id>(ids: readonly Id[], without: Id): Id[] => ids.filter((id) => id !== without);
  const found: Obstacle[] = [];
  for (const id of new Set(excluded)) {
    const nearest = { excluded: left(excluded, id) };
    if (works(nearest)) found.push({ what: 'excluded', steps: [id], kinds: [], isEnough: true, nearest });
  }
  for (const kind of new Set(excludedKinds)) {
    const nearest = { excludedKinds: left(excludedKinds, kind) };
    if (works(nearest)) found.push({ what: 'excluded', steps: [], kinds: [kind], isEnough: true, nearest });
  }
  if (platform !== null && works({ platform: null }))
    found.push({
      what: 'excluded',
      steps: [],
      kinds: [platform],
      isEnough: true,
      nearest: { platform: null },
    });
  if (workHoursPerWeek === 0) {
    const nearest = { workHoursPerWeek: USUAL_WORK_HOURS };
    if (works(nearest)) found.push({ what: 'workHours', hours: USUAL_WORK_HOURS, nearest });
  }
  for (const id of new Set(pinned)) {
    const nearest = { pinned: left(pinned, id) };
    if (works(nearest)) found.push({ what: 'pinned', steps: [id], nearest });
  }
  return found.length > 0 ? found : findWholeLifts(preferences, works);
}

/** Where no single choice is enough: all that is left out, or all that is asked for. */
function findWholeLifts(preferences: Preferences, works: (ease: Ease) => boolean): Obstacle[] {
  const { excluded, excludedKinds, pinned } = preferences;
  const found: Obstacle[] = [];
  if (excluded.length + excludedKinds.length > 1) {
    const nearest = { excluded: [], excludedKinds: [] };
    if (works(nearest))
      found.push({ what: 'excluded', steps: excluded, kinds: excludedKinds, isEnough: true, nearest });
  }
  if (pinned.length > 1 && works({ pinned: [] }))
    found.push({ what: 'pinned', steps: pinned, nearest: { pinned: [] } });
  return found;
}
