import type { ComparedPlan } from '@/lib/domain/plan/difference';
import { formatCost, formatDay, formatNumber } from '@/lib/wording/format';

/** What plans are compared by in a table, each with its words. */
export const TOTALS: readonly { label: string; of: (plan: ComparedPlan) => string }[] = [
  { label: 'Weeks', of: ({ totals }) => formatNumber(totals.weeks) },
  { label: 'Finish', of: ({ totals }) => (totals.finish ? formatDay(totals.finish) : 'nothing to do') },
  { label: 'Cost', of: ({ totals }) => formatCost(totals.cost) },
  { label: 'Hours of yours', of: ({ totals }) => formatNumber(totals.hours) },
  { label: 'Steps', of: ({ totals }) => formatNumber(totals.steps) },
];
