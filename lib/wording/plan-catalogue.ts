import { orderSteps } from '@/lib/domain/plan/glance/row';

/** The steps of a plan whose price is an estimate, in order of time; what is counted as free needs no word. */
export function listEstimatedSteps<
  Step extends { id: string; startWeek: number; weeks: number; cost: { amount: number } },
>(plan: { steps: readonly Step[]; totals: { cost: { estimated: readonly string[] } } }): Step[] {
  const estimated = new Set(plan.totals.cost.estimated);
  return orderSteps(plan.steps).filter((step) => estimated.has(step.id) && step.cost.amount > 0);
}

/** One sentence naming the catalogue behind a plan: career, date, and version as a SHA-256; also the plan's own, where it is older. */
export function describeCatalogue(
  career: { id: string; compiled: string; version: string },
  plan: { catalogue: string },
): string {
  const older = plan.catalogue === career.version ? '' : `; the plan was made with version ${plan.catalogue}`;
  return `Catalogue ${career.id}, compiled ${career.compiled}, version ${career.version}${older}.`;
}
