import { and, desc, gt, inArray, lt, sql } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { throttle } from '@/db/schema';
import { deleteInPieces } from './delete-in-pieces';

export type ThrottleRule = {
  /** Attempts in a window after which a block begins. */
  limit: number;
  windowSeconds: number;
  blockSeconds: number;
};

/**
 * Counts one attempt under each key and answers the end of the longest block that now stands, or null. Counting and
 * reading are one statement a key, so servers that share the database share the count.
 */
export async function countAttempt(
  attempts: readonly (ThrottleRule & { key: string })[],
  { now = new Date() } = {},
): Promise<{ blockedUntil: string | null }> {
  const blocks = await getDatabase().write(async (tx) => {
    const found: (string | null)[] = [];
    for (const attempt of attempts) {
      const [counted] = await tx.all<{ blockedUntil: string | null }>(buildCount(attempt, now));
      found.push(counted?.blockedUntil ?? null);
    }
    return found;
  });
  const standing = blocks.filter((until) => until !== null && until > now.toISOString()).sort();
  return { blockedUntil: standing.at(-1) ?? null };
}

function buildCount({ key, limit, windowSeconds, blockSeconds }: ThrottleRule & { key: string }, now: Date) {
  const shift = (seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString();
  const isOver = sql`throttle.window_started_at <= ${shift(-windowSeconds)}`;
  const count = sql`case when ${isOver} then 1 else throttle.count + 1 end`;
  const block = limit <= 1 ? shift(blockSeconds) : null;
  return sql`
    insert into throttle (key, count, window_started_at, blocked_until)
    values (${key}, 1, ${now.toISOString()}, ${block})
    on conflict (key) do update set
      count = ${count},
      window_started_at = case when ${isOver} then ${now.toISOString()} else throttle.window_started_at end,
      blocked_until = case when (${count}) >= ${limit} then ${shift(blockSeconds)} else throttle.blocked_until end
    returning blocked_until as "blockedUntil"`;
}

/** The end of the longest block that stands on any of the keys, or null. Counts nothing. */
export async function getBlockedUntil(
  keys: readonly string[],
  { now = new Date() } = {},
): Promise<string | null> {
  const [found] = await getDatabase().read((reader) =>
    reader
      .select({ blockedUntil: throttle.blockedUntil })
      .from(throttle)
      .where(and(inArray(throttle.key, [...keys]), gt(throttle.blockedUntil, now.toISOString())))
      .orderBy(desc(throttle.blockedUntil))
      .limit(1),
  );
  return found?.blockedUntil ?? null;
}

/** Forgets counts and blocks, as after a sign-in that succeeded. */
export async function deleteThrottles(keys: readonly string[]): Promise<void> {
  await getDatabase().write((tx) => tx.delete(throttle).where(inArray(throttle.key, [...keys])));
}

/** Takes one attempt back under each key, as when it turned out to be a good one. */
export async function forgiveAttempts(keys: readonly string[]): Promise<void> {
  await getDatabase().write((tx) =>
    tx
      .update(throttle)
      .set({ count: sql`max(${throttle.count} - 1, 0)` })
      .where(inArray(throttle.key, [...keys])),
  );
}

/** Forgets every count that began before an instant, but no block that still stands. Returns how many there were. */
export function deleteOldThrottles({
  before,
  now = new Date(),
}: {
  before: Date;
  now?: Date;
}): Promise<number> {
  return deleteInPieces(
    throttle,
    and(
      lt(throttle.windowStartedAt, before.toISOString()),
      sql`coalesce(${throttle.blockedUntil}, '') <= ${now.toISOString()}`,
    ),
  );
}
