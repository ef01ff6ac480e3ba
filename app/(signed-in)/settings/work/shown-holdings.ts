import type { Career } from '@/lib/domain/career/career';
import type { Holding } from '@/lib/domain/career/schema';

/** The holdings that the page offers. Two of the first edition stand for posts, and are shown to who still holds them. */
export function listShownHoldings(career: Career, held: readonly { id: string }[]): Holding[] {
  const isHeld = new Set(held.map(({ id }) => id));
  return career.holdings.filter(({ id, readAs }) => readAs === null || isHeld.has(id));
}
