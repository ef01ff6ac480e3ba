import type { PlanDocument } from '../document';
import { computeHourPence } from '../model/price';
import { compareWays } from '../ways/choose-way';
import { listKeptDates } from './held-dates';
import { layAhead } from './laid';
import type { RestProblem } from './rest-problem';
import { findRuleProblems, findWay } from './rules';

/** What a plan is compared by; of a plan that goes on, its weeks are those of the rest. */
type Value = Parameters<typeof compareWays>[1] & { document: PlanDocument };

/** What was asked: a profile, in the midst of a plan or not, and how many weeks of that plan were gone by then. */
export type Asked = Omit<RestProblem, 'here'> & {
  here: RestProblem['here'] | null;
  weeksGone: number;
  isLeft?: (id: string) => boolean;
};

/**
 * The best plan known for a question: its answer, or one made for other settings that is better by these and was found
 * to keep every rule of them. It then has the answer's bound, and is called proved only where it is the answer. Of plans
 * that are as good as an answer that is not proved, the one that the person has (`present`) stays.
 */
export function chooseBest(
  asked: Asked,
  answer: PlanDocument,
  others: readonly PlanDocument[],
  { present = null }: { present?: PlanDocument | null } = {},
): PlanDocument {
  const isProved = answer.status === 'optimal';
  // Proved stage by stage, a plan of several may yet be longer than one that another objective led to.
  if (isProved && answer.stages.length === 1) return answer;
  const { optimiseFor } = asked.profile.preferences;
  const usable = others.filter(
    (other) =>
      other.status !== 'infeasible' &&
      other.catalogue === answer.catalogue &&
      isOneStart(other, answer) &&
      keepsDates(asked, { answer, other }),
  );
  const own = answer.status === 'infeasible' ? [] : toValue(asked, answer);
  let known = [...own, ...usable.flatMap((other) => toValue(asked, other))];
  const checked = new Set(own);
  const rankOf = (one: Value): number => {
    if (!isProved && one.document === present) return 0;
    return one === own[0] ? 1 : 2;
  };
  // From the best on each is checked until one keeps the rules; what breaks them counts for nothing.
  for (;;) {
    const all = known;
    const [best] = [...all].sort((one, other) =>
      own[0] && isEqual(one, other) ? rankOf(one) - rankOf(other) : compareWays(optimiseFor, one, other, all),
    );
    if (!best || best === own[0] || isSamePlan(best.document, answer)) return answer;
    if (checked.has(best) || keepsRules(asked, best.document)) return adopt(answer, best.document);
    known = known.filter((one) => one !== best);
  }
}

/** Whether a plan keeps each date by hand that the answer keeps, of the steps that it holds. */
function keepsDates(
  { profile }: Asked,
  { answer, other }: { answer: PlanDocument; other: PlanDocument },
): boolean {
  if (!profile.preferences.dates) return true;
  const kept = new Set(listKeptDates(profile.preferences, other));
  const planned = new Set(other.steps.map(({ id }) => id));
  return listKeptDates(profile.preferences, answer).every((id) => kept.has(id) || !planned.has(id));
}

/** Whether one plan comes before another by an objective. */
export function isBetterPlan(asked: Asked, plan: PlanDocument, than: PlanDocument): boolean {
  if (than.status === 'infeasible') return plan.status !== 'infeasible';
  if (plan.status === 'infeasible') return false;
  const [one, other] = [...toValue(asked, plan), ...toValue(asked, than)];
  if (!one || !other || isEqual(one, other)) return false;
  return compareWays(asked.profile.preferences.optimiseFor, one, other, [one, other]) < 0;
}

function keepsRules(asked: Asked, document: PlanDocument): boolean {
  const { weeksGone, isLeft } = asked;
  return findRuleProblems(asked, layAhead(document, { weeksGone, isLeft })).length === 0;
}

function isSamePlan(one: PlanDocument, other: PlanDocument): boolean {
  const tell = ({ totals, stages, steps }: PlanDocument) => JSON.stringify([totals, stages, steps]);
  return tell(one) === tell(other);
}

function isOneStart(one: PlanDocument, other: PlanDocument): boolean {
  return one.profile.preferences.start === other.profile.preferences.start;
}

function isEqual(one: Value, other: Value): boolean {
  const list = ({ weeks, burden, pence, hours, steps }: Value) => [weeks, burden, pence, hours, steps].join();
  return list(one) === list(other);
}

/** Nothing where its way is not open. */
function toValue(asked: Asked, document: PlanDocument): Value[] {
  const { profile, weeksGone } = asked;
  const way = findWay(asked, layAhead(document, { weeksGone }));
  if (!way) return [];
  const { weeks, hours, steps, cost } = document.totals;
  const pence = Math.round(cost.amount * 100);
  const burden = pence + hours * computeHourPence(profile.preferences.hourWorth);
  return [{ weeks: weeks - weeksGone, burden, pence, hours, steps, way, document }];
}

function adopt(answer: PlanDocument, plan: PlanDocument): PlanDocument {
  const found = [plan, answer].flatMap(({ totals, status }) =>
    status === 'infeasible' ? [] : [Math.min(totals.weeks, totals.bestWeeks ?? totals.weeks)],
  );
  return {
    ...plan,
    profile: answer.profile,
    status: 'feasible',
    bound: answer.bound,
    totals: { ...plan.totals, bestWeeks: Math.min(...found) },
  };
}
