import type { Career } from '@/lib/domain/career/career';
import type { ComparedPlan, PlanDifference } from '@/lib/domain/plan/difference';
import { nameEntry } from '@/lib/domain/plan/glance/names';
import { formatCount, formatList, formatMoney } from './format';

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

/** The same with the posts that come or go, for a line that stands alone. */
export function describeChoice(career: Career, difference: PlanDifference, plan: ComparedPlan): string {
  const name = (ids: readonly string[]) => formatList(ids.map((id) => nameEntry(career, id)));
  const { added, dropped } = difference.posts;
  return [
    describeTotals(difference, plan),
    added.length > 0 ? `with a post as ${name(added)} on the way` : '',
    dropped.length > 0 ? `without one as ${name(dropped)}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
