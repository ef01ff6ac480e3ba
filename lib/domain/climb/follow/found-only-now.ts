import type { Career } from '../../career/career';
import type { PlanDocument } from '../document';
import { isBetterPlan } from './best-known';
import { layAhead } from './laid';
import { findRuleProblems } from './rules';

/**
 * Whether a new plan would have been open, and the better one, before what changed since the plan before it: a better one
 * was found, and the change is not what brought it. Of plans that begin on the same day and go on from nothing.
 */
export function isFoundOnlyNow(
  career: Career,
  { made, before }: Record<'made' | 'before', PlanDocument>,
): boolean {
  const { profile } = before;
  const isComparable =
    made.status !== 'infeasible' &&
    before.status !== 'infeasible' &&
    made.role === before.role &&
    made.catalogue === career.version &&
    before.catalogue === career.version &&
    made.profile.preferences.start === profile.preferences.start;
  if (!isComparable) return false;
  const asked = { career, profile, here: null, weeksGone: 0 };
  return (
    isBetterPlan(asked, made, before) &&
    findRuleProblems(asked, layAhead(made, { weeksGone: 0 })).length === 0
  );
}
