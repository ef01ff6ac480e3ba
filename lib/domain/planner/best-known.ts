import type { PlanDocument, PlanStep } from './document';
import { isBetterPlan } from './plan-value';
import { computeCurrency } from './price';
import type { Profile } from './profile';

/**
 * The best plan known for an answer's profile: the answer, or one made for other settings that keeps these too and is
 * better by them. It then has the answer's bound, and is called proved only where it is the answer. `weeksGone` are
 * the weeks before the rest, of plans that go on from another.
 */
export function chooseBest(
  answer: PlanDocument,
  others: readonly PlanDocument[],
  { weeksGone = 0 }: { weeksGone?: number } = {},
): PlanDocument {
  if (answer.status === 'optimal') return answer;
  const known = others.filter((other) => keepsSettings(other, answer, weeksGone));
  if (known.length === 0) return answer;
  const shortest = Math.min(...known.map(({ totals }) => totals.weeks));
  const bestWeeks = Math.min(shortest, answer.totals.bestWeeks ?? shortest);
  const adopted = known.map(
    (plan): PlanDocument => ({
      ...plan,
      profile: answer.profile,
      status: 'feasible',
      bound: answer.bound ?? [0, 0, 0],
      totals: { ...plan.totals, bestWeeks },
    }),
  );
  const own = answer.status === 'infeasible' ? [] : [{ ...answer, totals: { ...answer.totals, bestWeeks } }];
  const best = [...own, ...adopted].reduce((one, other) =>
    isBetterPlan(other, one, { weeksGone }) ? other : one,
  );
  return best === own[0] && bestWeeks === answer.totals.bestWeeks ? answer : best;
}

/** Whether a plan keeps every rule of another one's profile; no where that cannot be told from the plan alone. */
function keepsSettings(plan: PlanDocument, { profile, catalogue }: PlanDocument, weeksGone: number): boolean {
  if (plan.status === 'infeasible' || plan.catalogue !== catalogue) return false;
  if (!isSamePerson(plan, profile)) return false;
  const { preferences } = profile;
  const { totals, steps } = plan;
  const { budget, deadline, pinned, excluded, excludedKinds } = preferences;
  const ids = new Set(steps.map(({ id }) => id));
  const ahead = steps.filter(({ status }) => status === 'todo' || status === 'again');
  return (
    totals.cost.currency === computeCurrency(preferences) &&
    (budget === null || totals.cost.amount <= budget.amount) &&
    (deadline === null || totals.finish === null || totals.finish <= deadline) &&
    pinned.every((id) => ids.has(id)) &&
    !ahead.some(({ id, kind }) => excluded.includes(id) || excludedKinds.includes(kind)) &&
    Array.from({ length: totals.weeks - weeksGone }, (_, week) => weeksGone + week).every((week) =>
      keepsWeek(steps, week, preferences),
    )
  );
}

/** Whether a plan was made for the same levels, holdings, steps done, role, region and start. */
function isSamePerson({ profile: one, steps }: PlanDocument, other: Profile): boolean {
  const tell = ({ career, role, levels, done, preferences }: Profile) =>
    JSON.stringify([
      career,
      role,
      Object.entries(levels).sort(),
      [...done].sort(),
      preferences.region,
      preferences.start,
    ]);
  // More holdings open more, but for a degree that one who holds the like no longer takes.
  const isAsFree =
    one.holdings.every((id) => other.holdings.includes(id)) &&
    (one.holdings.length === other.holdings.length || !steps.some(({ kind }) => kind === 'degree'));
  return isAsFree && tell(one) === tell(other);
}

function keepsWeek(
  steps: readonly PlanStep[],
  week: number,
  { hoursPerWeek, maxParallel }: Profile['preferences'],
): boolean {
  const study = steps.filter(
    ({ hoursByWeek, startWeek, weeks }) =>
      hoursByWeek.length > 0 && startWeek <= week && week < startWeek + weeks,
  );
  const hours = study.reduce(
    (total, { hoursByWeek, startWeek }) => total + (hoursByWeek[week - startWeek] ?? 0),
    0,
  );
  return study.length <= maxParallel && hours <= hoursPerWeek;
}
