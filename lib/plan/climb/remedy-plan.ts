import 'server-only';
import type { PlanDocument, Reason } from '@/lib/domain/climb/document';
import { computePlanFromHere, type Settings } from '@/lib/plan/climb/from-here';
import type { PlanState } from '@/lib/plan/climb/plan-state';
import { orRefusal, PlannerRefusal } from '@/lib/planner/refusal';

/** The plan that a reason's nearest change allows; null where there is none, or no room for it at the planner's. */
export async function computeRemedyPlan(
  here: PlanState,
  settings: Settings,
  { nearest }: Reason,
): Promise<PlanDocument | null> {
  const preferences = { ...settings.preferences, ...nearest };
  const found = await orRefusal(computePlanFromHere(here, { ...settings, preferences }));
  return found instanceof PlannerRefusal || found.document.status === 'infeasible' ? null : found.document;
}
