import 'server-only';
import type { UserId } from '@/lib/auth/user-id';
import { getForecast } from '@/lib/planner';
import { saveForecast } from '@/lib/queries/forecasts';
import { getPlan } from '@/lib/queries/plans';
import { listStepProgress } from '@/lib/queries/step-progress';
import { loadStanding } from '../load-standing';

/** Keeps what is forecast after a change, so that later it can be seen how it fared. */
export async function keepForecast(userId: UserId): Promise<void> {
  const { career, today } = await loadStanding(userId);
  const [kept, records] = await Promise.all([
    getPlan(userId, career.id),
    listStepProgress(userId, career.id),
  ]);
  if (!kept) return;
  // The change itself is saved: a worker that fails costs it no more than this forecast.
  const forecast = await getForecast(career, { plan: kept.document, records, today }).catch(() => null);
  if (!forecast) return;
  const { basis, evenOn, likelyOn, stepsLeft } = forecast;
  const { role, id: planId } = kept;
  await saveForecast(userId, { career: career.id, role, planId, basis, evenOn, likelyOn, stepsLeft });
}
