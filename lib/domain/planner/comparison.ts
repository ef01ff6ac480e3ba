import type { Career } from '../catalogue';
import { isProved, type PlanDocument } from './document';
import type { Effort } from './effort';
import type { Profile } from './profile';
import { solvePlan } from './solve';

/** What leaving out one step comes to: how the plan without it differs, where there is one; positive is more. */
export type Counterfactual = {
  step: string;
  status: PlanDocument['status'];
  difference: { weeks: number; cost: number; steps: number } | null;
  /** False when one of the plans compared is not proved best, so that the difference may be off. */
  isProved: boolean;
};

/**
 * What leaving out each step of a plan would cost: solved again without it, one at a time. A step that is
 * pinned is no longer asked for.
 */
export function computeCounterfactuals(
  career: Career,
  profile: Profile,
  document: PlanDocument,
  { effort = 'glance' }: { effort?: Effort } = {},
): Counterfactual[] {
  const { preferences } = profile;
  return document.steps.map(({ id }) => {
    const without = {
      ...preferences,
      pinned: preferences.pinned.filter((other) => other !== id),
      excluded: [...preferences.excluded, id],
    };
    const seeds = [document.steps.flatMap((step) => (step.id === id ? [] : [step.id]))];
    const options = { effort, seeds, isPlain: true };
    const other = solvePlan(career, { ...profile, preferences: without }, options);
    return { step: id, ...compare(document, other) };
  });
}

function compare(base: PlanDocument, other: PlanDocument): Omit<Counterfactual, 'step'> {
  const { status, totals } = other;
  const difference = {
    weeks: totals.weeks - base.totals.weeks,
    cost: Math.round((totals.cost.amount - base.totals.cost.amount) * 100) / 100,
    steps: totals.steps - base.totals.steps,
  };
  return {
    status,
    difference: status === 'infeasible' ? null : difference,
    isProved: isProved(other) && (status === 'infeasible' || isProved(base)),
  };
}
