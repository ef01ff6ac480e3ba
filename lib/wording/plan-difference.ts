import type { ComparedPlan, PlanDifference } from '@/lib/domain/plan/difference';
import { formatCount, formatMoney } from './format';

/** A difference of totals in words, such as "3 weeks shorter, £120 more"; "the same in time, money and steps" for none. */
export function describeTotals(difference: PlanDifference, plan: ComparedPlan): string {
  const { weeks, amount, steps } = difference;
  const { currency } = plan.totals.cost;
  const parts = [
    weeks === 0 ? '' : `${formatCount(Math.abs(weeks), 'week')} ${weeks < 0 ? 'shorter' : 'longer'}`,
    amount === null
      ? plan.totals.cost.amount === 0
        ? 'free'
        : `costing ${formatMoney(plan.totals.cost)} in all`
      : amount === 0
        ? ''
        : `${formatMoney({ amount: Math.abs(amount), currency })} ${amount < 0 ? 'less' : 'more'}`,
    steps === 0 ? '' : `${formatCount(Math.abs(steps), 'step')} ${steps < 0 ? 'fewer' : 'more'}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'the same in time, money and steps';
}
