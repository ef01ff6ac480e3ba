import type { PlanDocument } from '@/lib/domain/planner/document';
import { formatDay, formatMoney, formatNumber } from '@/lib/wording/format';

/** What plans are compared by in a table, each with its words. */
export const TOTALS: readonly { label: string; of: (plan: PlanDocument) => string }[] = [
  { label: 'Weeks', of: ({ totals }) => formatNumber(totals.weeks) },
  { label: 'Finish', of: ({ totals }) => (totals.finish ? formatDay(totals.finish) : 'nothing to do') },
  { label: 'Cost', of: ({ totals }) => formatMoney(totals.cost) },
  { label: 'Study hours', of: ({ totals }) => formatNumber(totals.hours) },
  { label: 'Steps', of: ({ totals }) => formatNumber(totals.steps) },
];
