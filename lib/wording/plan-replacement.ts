import type { Career } from '@/lib/domain/career/career';
import type { ComparedPlan, PlanDifference } from '@/lib/domain/plan/difference';
import { nameEntry } from '@/lib/domain/plan/glance/names';
import { formatList } from './format';
import { describeTotals } from './plan-difference';

/** So many of the steps that take a dropped one's place are named. */
const MOST_NAMED = 2;

/** What takes the place of a dropped step, a post to look for with its name, and what that comes to. */
export function describeReplacement(career: Career, difference: PlanDifference, other: ComparedPlan): string {
  const added = difference.added.map(({ title }) => `“${title}”`);
  const more = added.length - MOST_NAMED;
  const named = [
    ...added.slice(0, MOST_NAMED),
    ...(more > 0 ? [`${more} more ${more === 1 ? 'step' : 'steps'}`] : []),
    ...difference.posts.added.map((post) => `looking for a post as ${nameEntry(career, post)}`),
  ];
  const by = named.length > 0 ? `by ${formatList(named)}` : 'with nothing in its place';
  const away = difference.posts.dropped.map((post) => `looking for a post as ${nameEntry(career, post)}`);
  const without = away.length > 0 ? `, without ${formatList(away)}` : '';
  return `${by}${without}: ${describeTotals(difference, other)} (estimates)`;
}
