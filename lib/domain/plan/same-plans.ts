import type { PlanDocument } from '../climb/document';

/** What gave one plan, told as one: the labels of all, and the first of them. */
export type ToldPlan<Item> = { labels: readonly string[]; first: Item };

/** Items by the plan that they give: those of which nothing differs, step by step and week by week, are told as one. */
export function tellSamePlans<Item extends { label: string; plan: PlanDocument }>(
  items: readonly Item[],
): ToldPlan<Item>[] {
  const told = new Map<string, ToldPlan<Item>>();
  for (const item of items) {
    const key = toKey(item.plan);
    const known = told.get(key);
    told.set(
      key,
      known ? { ...known, labels: [...known.labels, item.label] } : { labels: [item.label], first: item },
    );
  }
  return [...told.values()];
}

function toKey({ status, totals, steps }: PlanDocument): string {
  if (status === 'infeasible') return status;
  return JSON.stringify([
    totals.weeks,
    totals.cost.amount,
    ...steps.map(({ id, startWeek, weeks }) => [id, startWeek, weeks]).sort(),
  ]);
}
