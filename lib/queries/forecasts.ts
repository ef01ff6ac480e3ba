import { and, desc, eq, lte } from 'drizzle-orm';
import { forecast } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import type { Forecast } from '@/lib/domain/climb/follow/forecast';
import { computeLastCounted, computeNextInstant } from '@/lib/domain/instant';
import { getDatabase } from '@/lib/queries/database';
import { createId } from './create-id';
import { deleteOldestForecasts } from './room';

export type KeptForecast = Pick<Forecast, 'basis' | 'evenOn' | 'likelyOn' | 'stepsLeft'> & {
  id: string;
  role: string;
  planId: string;
  madeAt: string;
};

const MOST_LISTED = 30;

const forecastColumns = {
  id: forecast.id,
  role: forecast.role,
  planId: forecast.planId,
  madeAt: forecast.madeAt,
  basis: forecast.basis,
  evenOn: forecast.evenOn,
  likelyOn: forecast.likelyOn,
  stepsLeft: forecast.stepsLeft,
};

const isCounted = ({ userId, career, now }: { userId: UserId; career: string; now: Date }) =>
  and(
    eq(forecast.personId, userId),
    eq(forecast.career, career),
    lte(forecast.madeAt, computeLastCounted(now)),
  );

/** The latest forecasts made in a career, the newest first. */
export async function listForecasts(
  userId: UserId,
  career: string,
  now = new Date(),
): Promise<KeptForecast[]> {
  return getDatabase().read((reader) =>
    reader
      .select(forecastColumns)
      .from(forecast)
      .where(isCounted({ userId, career, now }))
      .orderBy(desc(forecast.madeAt), desc(forecast.id))
      .limit(MOST_LISTED),
  );
}

/** Keeps a forecast. One that says the same of the same plan as the latest is not kept twice. */
export async function saveForecast(
  userId: UserId,
  { now = new Date(), ...entry }: Omit<KeptForecast, 'id' | 'madeAt'> & { career: string; now?: Date },
): Promise<void> {
  await getDatabase().write(async (tx) => {
    const [latest] = await tx
      .select(forecastColumns)
      .from(forecast)
      .where(isCounted({ userId, career: entry.career, now }))
      .orderBy(desc(forecast.madeAt), desc(forecast.id))
      .limit(1);
    const { planId, basis, evenOn, likelyOn, stepsLeft } = entry;
    const isSame =
      latest?.planId === planId &&
      latest.basis === basis &&
      latest.evenOn === evenOn &&
      latest.likelyOn === likelyOn &&
      latest.stepsLeft === stepsLeft;
    if (isSame) return;
    const madeAt = computeNextInstant({ now, newest: latest?.madeAt ?? null });
    await tx.insert(forecast).values({ ...entry, personId: userId, id: createId(), madeAt });
    await deleteOldestForecasts(tx, userId);
  });
}
