import type { ComparedPlan, PlanDifference } from '@/lib/domain/plan/difference';
import { formatList } from './format';
import { describeTotals } from './plan-difference';

/** So many of the steps that take a dropped one's place are named. */
const MOST_NAMED = 2;

/** What takes the place of a dropped step, and what that comes to. */
export function describeReplacement(difference: PlanDifference, other: ComparedPlan): string {
  const added = difference.added.map(({ title }) => `“${title}”`);
  const more = added.length - MOST_NAMED;
  const named = [
    ...added.slice(0, MOST_NAMED),
    ...(more > 0 ? [`${more} more ${more === 1 ? 'step' : 'steps'}`] : []),
  ];
  const by = named.length > 0 ? `by ${formatList(named)}` : 'by nothing new';
  return `${by}: ${describeTotals(difference, other)} (estimates)`;
}
