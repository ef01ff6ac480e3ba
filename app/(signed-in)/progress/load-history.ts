import 'server-only';
import type { UserId } from '@/lib/auth/user-id';
import { DEFAULT_CAREER } from '@/lib/catalogue';
import { computeDayInZone } from '@/lib/domain/day';
import { computeHistory, type HistoryPoint } from '@/lib/domain/progress';
import { formatDay } from '@/lib/format';
import { type CheckIn, listCheckIns } from '@/lib/queries/check-ins';
import { loadStanding, type Standing } from '../load-standing';

export type Point = HistoryPoint<CheckIn>;

/** A person's whole history, the earliest first, with where they stand now. */
export type History = {
  standing: Standing;
  checkIns: CheckIn[];
  points: Point[];
  /** An instant as a day in the person's time zone, in words. */
  dayOf: (instant: string) => string;
};

export async function loadHistory(userId: UserId): Promise<History> {
  const [standing, checkIns] = await Promise.all([
    loadStanding(userId),
    listCheckIns(userId, DEFAULT_CAREER),
  ]);
  const { timeZone } = standing.account;
  return {
    standing,
    checkIns,
    points: computeHistory(checkIns),
    dayOf: (instant) => formatDay(computeDayInZone({ instant: new Date(instant), timeZone })),
  };
}

/** The address of a check-in, whatever characters a file gave its id. */
export function checkInPath(id: string): string {
  return `/progress/${encodeURIComponent(id)}`;
}
