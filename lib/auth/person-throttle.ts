import 'server-only';
import { env } from '@/lib/env';
import { countAttempt, getBlockedUntil } from '@/lib/queries/throttle';
import { keyedHash } from './keyed-hash';
import type { UserId } from './user-id';

const HOUR_SECONDS = 3600;

/** What one person may do so often in an hour. */
const LIMITS = { import: env.LIMIT_IMPORTS_PER_HOUR, export: env.LIMIT_EXPORTS_PER_HOUR };

/** Counts a large piece of work that a person asks for; how many seconds they have to wait, 0 for not at all. */
export async function countLargeWork(
  userId: UserId,
  work: keyof typeof LIMITS,
  { now = new Date() } = {},
): Promise<number> {
  const key = keyedHash('large-work', work, userId);
  const counter = { key, limit: LIMITS[work] + 1, windowSeconds: HOUR_SECONDS, blockSeconds: HOUR_SECONDS };
  const standing = await getBlockedUntil([key], { now });
  const until = standing ?? (await countAttempt([counter], { now })).blockedUntil;
  return until === null ? 0 : Math.max(1, Math.ceil((Date.parse(until) - now.getTime()) / 1000));
}

/** The wait as a sentence says it. */
export function describeWait(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

/** Answers a person who has taken too many exports. */
export function refuseExport(seconds: number): Response {
  return new Response(`You have taken very many exports. Wait ${describeWait(seconds)} and try again.`, {
    status: 429,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': String(seconds) },
  });
}
