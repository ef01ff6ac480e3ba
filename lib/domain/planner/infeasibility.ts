import { findCauses } from './causes';
import type { Reason } from './document';
import { budgetOf, isReachable } from './eased';
import type { Effort } from './effort';
import { joinWords, listLimits } from './explanation';
import { explainHorizon, isBeyondHorizon } from './horizon';
import { findLifts } from './lifts';
import { findLimitReasons } from './limit-reasons';
import type { PlanningModel } from './model';

/**
 * Says why a profile has no plan. First what cannot be reached at all, whatever the hours, money and weeks, else
 * which limits stand in the way; then every single choice of the person's that, taken back alone, gives a plan.
 * A change is offered only where solving with it found a plan, and it is the smallest as far as `effort` tells.
 */
export function findReasons(
  model: PlanningModel,
  { effort, isProved }: { effort: Effort; isProved: boolean },
): Reason[] {
  if (isBeyondHorizon(model)) return [explainHorizon(model)];
  const lifts = findLifts(model, budgetOf(model, effort));
  const reasons = isReachable(model)
    ? [...findLimitReasons(model, effort), ...lifts]
    : [...findCauses(model, lifts), ...lifts];
  return reasons.length > 0 ? reasons : [explainTogether(model, isProved)];
}

function explainTogether(model: PlanningModel, isProved: boolean): Reason {
  const limits = listLimits(model);
  if (limits.length === 0) return explainHorizon(model);
  const sentence = isProved
    ? `Your ${joinWords(limits)} leave no room for a plan, and no change of one thing alone was found that gives one.`
    : `No plan was found that keeps your ${joinWords(limits)}, though it is not proved that there is none.`;
  return { what: model.deadlineWeeks === null ? 'budget' : 'deadline', ids: [], sentence, nearest: null };
}
