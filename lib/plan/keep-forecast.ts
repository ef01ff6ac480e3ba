import 'server-only';
import type { UserId } from '@/lib/auth/user-id';
import { loadPlanState } from '@/lib/plan/plan-state';
import { getForecast } from '@/lib/planner/client';
import { saveForecast } from '@/lib/queries/forecasts';

/** Keeps what is forecast after a change, so that later it can be seen how it fared. */
export async function keepForecast(userId: UserId): Promise<void> {
  const { standing, kept, progress } = await loadPlanState(userId);
  const { career, today } = standing;
  if (!kept) return;
  // The change itself is saved: a worker that fails costs it no more than this forecast.
  const forecast = await getForecast(career, { plan: kept.document, records: progress, today }).catch(
    () => null,
  );
  if (!forecast) return;
  const { basis, evenOn, likelyOn, stepsLeft } = forecast;
  const { role, id: planId } = kept;
  await saveForecast(userId, { career: career.id, role, planId, basis, evenOn, likelyOn, stepsLeft });
}
