import 'server-only';
import { after } from 'next/server';
import type { UserId } from '@/lib/auth/user-id';
import type { Forecast } from '@/lib/domain/climb/follow/forecast';
import { type KeptState, toFollowing } from '@/lib/plan/climb/follow-now';
import { loadPlanState } from '@/lib/plan/climb/plan-state';
import { computeClimbForecast } from '@/lib/planner/climb';
import { saveForecast } from '@/lib/queries/forecasts';

/** When the kept plan will be finished; null where nothing is left of it. */
export function loadForecast(state: KeptState): Promise<Forecast | null> {
  const { profile, ...followed } = toFollowing(state);
  return computeClimbForecast(state.standing.career, profile, followed);
}

/** Keeps what is forecast after a change, so that later it can be seen how it fared. Nobody waits for it. */
export function keepForecast(userId: UserId): void {
  after(() => saveForecastNow(userId));
}

async function saveForecastNow(userId: UserId): Promise<void> {
  const { kept, ...state } = await loadPlanState(userId);
  if (!kept) return;
  // The change itself is saved: a worker that fails costs it no more than this forecast.
  const forecast = await loadForecast({ ...state, kept }).catch(() => null);
  if (!forecast) return;
  const { basis, evenOn, likelyOn, stepsLeft } = forecast;
  const { role, id: planId, career } = kept;
  await saveForecast(userId, { career, role, planId, basis, evenOn, likelyOn, stepsLeft });
}
