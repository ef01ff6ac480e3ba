import 'server-only';
import type { PlanDocument, Reason } from '@/lib/domain/climb/document';
import { computePlanFromHere, type Settings } from '@/lib/plan/climb/from-here';
import type { PlanState } from '@/lib/plan/climb/plan-state';
import { orRefusal, PlannerRefusal } from '@/lib/planner/refusal';

/** A change of preferences with the plan that it allows. */
export type Remedy = { nearest: NonNullable<Reason['nearest']>; document: PlanDocument };

/**
 * The plan that a reason's nearest change allows; null where there is none, or no room for it at the planner's. Where a
 * later deadline gives room for a plan that ends before it, the deadline that is offered is the end of that plan.
 */
export async function computeRemedyPlan(
  here: PlanState,
  settings: Settings,
  { nearest }: Reason,
): Promise<Remedy | null> {
  if (nearest === null) return null;
  const found = await plan(here, settings, nearest);
  const finish = found?.totals.finish ?? null;
  if (!found || finish === null || !nearest.deadline || finish >= nearest.deadline)
    return found && { nearest, document: found };
  const tighter = { ...nearest, deadline: finish };
  const again = await plan(here, settings, tighter);
  return again ? { nearest: tighter, document: again } : { nearest, document: found };
}

async function plan(
  here: PlanState,
  settings: Settings,
  nearest: NonNullable<Reason['nearest']>,
): Promise<PlanDocument | null> {
  const preferences = { ...settings.preferences, ...nearest };
  const found = await orRefusal(computePlanFromHere(here, { ...settings, preferences }));
  return found instanceof PlannerRefusal || found.document.status === 'infeasible' ? null : found.document;
}
