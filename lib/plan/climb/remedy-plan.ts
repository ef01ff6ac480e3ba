import 'server-only';
import type { Reason } from '@/lib/domain/climb/document';
import { computePlanFromHere, type Settings } from '@/lib/plan/climb/from-here';
import type { PlanState } from '@/lib/plan/climb/plan-state';
import { orRefusal, PlannerRefusal } from '@/lib/planner/refusal';
import { describeWay } from '@/lib/wording/plan-change';

/**
 * By which posts the plan leads that a reason's nearest change allows, in a sentence, so that nobody takes one for a date
 * alone; nothing where there is none, or no room for it at the planner's.
 */
export async function describeRemedyWay(
  here: PlanState,
  settings: Settings,
  { nearest }: Reason,
): Promise<string> {
  const preferences = { ...settings.preferences, ...nearest };
  const found = await orRefusal(computePlanFromHere(here, { ...settings, preferences }));
  if (found instanceof PlannerRefusal || found.document.status === 'infeasible') return '';
  return describeWay(here.standing.career, found.document);
}
