import type { PlanDocument } from '@/lib/domain/climb/document';
import type { Objective } from '@/lib/domain/climb/profile';

/** How many tenths of the least weeks an objective looks at. */
export const TENTHS: Record<Objective, number> = {
  fastest: 10,
  balanced: 11,
  cheapest: 15,
  fewest: 15,
  lightest: 15,
};

export type Figures = { weeks: number; cost: number; hours: number; steps: number; hourWorth: number };

/** The figures of a plan in the order in which an objective compares them. */
export function orderFigures(
  objective: Objective,
  { weeks, cost, hours, steps, hourWorth }: Figures,
): number[] {
  const burden = cost + hourWorth * hours;
  return {
    fastest: [weeks, burden, steps],
    balanced: [burden, weeks, steps],
    cheapest: [cost, hours, weeks, steps],
    fewest: [steps, weeks, burden],
    lightest: [hours, cost, weeks, steps],
  }[objective];
}

/** What a plan came to, in the order of its own objective. */
export function readVector({ totals, profile }: PlanDocument): number[] {
  const { optimiseFor, hourWorth } = profile.preferences;
  const { weeks, hours, steps, cost } = totals;
  return orderFigures(optimiseFor, { weeks, hours, steps, cost: cost.amount, hourWorth });
}
