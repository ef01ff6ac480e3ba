import type { Career } from '@/lib/domain/career/career';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { type ComparedPlan, comparePlans } from '@/lib/domain/plan/difference';
import { describeChoice } from './plan-difference';

type Without = {
  /** The plan without the step. */
  other: PlanDocument;
  /** Whether it comes before the kept plan by what the person optimises for. */
  isBetter: boolean;
};

/** What a plan comes to without one of its steps: the figures of the very plan that is shown next. */
export function describeWithout(career: Career, kept: ComparedPlan, { other, isBetter }: Without): string {
  if (other.status === 'infeasible')
    return other.proved === true
      ? 'Without it there is no plan that reaches your goal within your settings.'
      : 'Without it no plan was found within your settings, though that is not a proof.';
  const told = describeChoice(career, comparePlans({ kept, other }), other);
  return isBetter
    ? `Without it there is a better plan: ${told} (estimates). You can take it.`
    : `Without it: ${told} (estimates).`;
}
