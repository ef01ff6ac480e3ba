import type { Career } from '../../career/career';
import type { Step } from '../../career/schema';

/** Weeks in a post before which nobody is given what asks for their colleagues' trust. */
const WEEKS_TO_SETTLE = 13;

/** Weeks for which a post must have been held before a step at work: some for what senior people do, of levels 4 and 5. */
export function computeSettling({ canDoById }: Career, { atWork, teaches }: Step): number {
  const isSenior = atWork && teaches.some((id) => (canDoById.get(id)?.level ?? 0) >= 4);
  return isSenior ? WEEKS_TO_SETTLE : 0;
}
