import { addDays, describeDay } from '../day';
import { describeMoney } from '../money';
import { LOCALE_BY_REGION } from '../region';
import { listMembers, NEVER } from './closure';
import type { Reason } from './document';
import { budgetOf, type Ease, LOOK_SHARE, withPreferences } from './eased';
import { type Effort, NodeBudget } from './effort';
import { findFastest, findLeastWeeks, limitsOf } from './fastest';
import { computeLeastSum, minimiseSum } from './measure';
import type { PlanningModel } from './model';
import { type Candidate, makeWorkbench } from './workbench';

const MOST_HOURS = 80;

/** Which of the person's limits stand in the way, each with the least change of it that was found to give a plan. */
export function findLimitReasons(model: PlanningModel, effort: Effort): Reason[] {
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
