import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { cache } from 'react';
import type { UserId } from '@/lib/auth/user-id';
import { DEFAULT_CAREER } from '@/lib/catalogue';
import { computeDayInZone } from '@/lib/domain/day';
import { computeHistory, type HistoryPoint, type Holding } from '@/lib/domain/progress';
import { makeReadinessLine } from '@/lib/domain/shares';
import { loadStanding, type Standing } from '@/lib/plan/standing';
import { type CheckIn, listCheckIns } from '@/lib/queries/check-ins';
import { formatDay } from '@/lib/wording/format';
import { nameMoments } from './name-moments';

export type Point = HistoryPoint<CheckIn>;

/** A person's whole history, the earliest first, with where they stand now. */
export type History = {
  standing: Standing;
  checkIns: CheckIn[];
  points: Point[];
  /** Readiness for the goal of today by the ratings that hold at a point. */
  readinessOf: (holding: Holding) => number;
  /** An instant as a day in the person's time zone, in words. */
  dayOf: (instant: string) => string;
  /** The same of a check-in, with as much of the time as tells it from the others of that day. */
  momentOf: (takenAt: string) => string;
};

/** Loaded once a request: the title wants its figure too. */
export const loadHistory = cache(async (userId: UserId): Promise<History> => {
  const [standing, checkIns] = await Promise.all([
    loadStanding(userId),
    listCheckIns(userId, DEFAULT_CAREER),
  ]);
  const { timeZone } = standing.account;
  const dayOf = (instant: string) => formatDay(computeDayInZone({ instant: new Date(instant), timeZone }));
  const points = computeHistory(checkIns);
  // Each of these takes a while where a history is a life's, and others are served in between.
  await setImmediate();
  const momentOf = nameMoments({ instants: checkIns.map(({ takenAt }) => takenAt), timeZone });
  await setImmediate();
  const { career, role } = standing;
  const goal = career.roleById.get(role.id);
  if (!goal) throw new Error(`The career ${career.id} has no role ${role.id}.`);
  const readinessOf = makeReadinessLine(career, goal);
  return { standing, checkIns, points, readinessOf, dayOf, momentOf };
});

/** The address of a check-in, whatever characters a file gave its id. */
export function checkInPath(id: string): string {
  return `/progress/${encodeURIComponent(id)}`;
}
