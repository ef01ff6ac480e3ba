import type { Followed } from '@/lib/domain/climb/follow/followed';
import type { Without } from '@/lib/domain/climb/follow/without';
import { formatList } from './format';
import { describeTotals } from './plan-difference';

/** What a plan comes to without one of its steps, and which limits it then keeps no longer. */
export function describeWithout(
  { difference, beyond, isProved }: Without,
  { steps: kept, totals }: Pick<Followed, 'steps' | 'totals'>,
): string {
  if (difference === null)
    return isProved
      ? 'Without it this way does not reach your goal.'
      : 'Without it no plan was found on this way, though that is not a proof.';
  const { weeks, cost, steps } = difference;
  const told = describeTotals(
    { weeks, amount: cost, steps, added: [], dropped: [], moved: [], posts: { added: [], dropped: [] } },
    { steps: kept, totals },
  );
  const limits = formatList(
    beyond.map((limit) => (limit === 'budget' ? 'over your budget' : 'past your deadline')),
  );
  return `Without it: ${told} for the best plan found (estimates)${limits ? `, which is ${limits}` : ''}.`;
}
