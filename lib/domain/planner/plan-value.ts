import type { PlanDocument } from './document';
import { computeWindow } from './optimise';
import type { Objective } from './profile';

/** The value of a plan in the order in which its objective compares plans, as in `bound`. */
export function listPlanValue(plan: PlanDocument): [number, number, number] {
  const { weeks, steps, cost } = plan.totals;
  const orders: Record<Objective, [number, number, number]> = {
    fastest: [weeks, cost.amount, steps],
    balanced: [cost.amount, weeks, steps],
    cheapest: [cost.amount, weeks, steps],
    fewest: [steps, weeks, cost.amount],
  };
  return orders[plan.profile.preferences.optimiseFor];
}

/**
 * Whether one plan is better than another of the same profile by its own objective: it compares lower, or it alone is
 * no longer than the objective allows now that the faster of their fastest is known. Of plans that go on from another,
 * `weeksGone` are the weeks before the rest, which alone is measured against the fastest.
 */
export function isBetterPlan(
  plan: PlanDocument,
  than: PlanDocument,
  { weeksGone = 0 }: { weeksGone?: number } = {},
): boolean {
  const { optimiseFor } = plan.profile.preferences;
  const bestWeeks = Math.min(
    ...[plan, than].map(({ totals }) => Math.min(totals.weeks, totals.bestWeeks ?? totals.weeks)),
  );
  const longest = weeksGone + computeWindow(optimiseFor, Math.max(0, bestWeeks - weeksGone));
  const [isWithin, isOtherWithin] = [plan, than].map(({ totals }) => totals.weeks <= longest);
  if (isWithin !== isOtherWithin) return isWithin === true;
  const other = listPlanValue(than);
  const difference = listPlanValue(plan)
    .map((value, place) => value - (other[place] ?? 0))
    .find((part) => part !== 0);
  return difference !== undefined && difference < 0;
}
