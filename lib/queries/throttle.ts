import { and, desc, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { throttle } from '@/db/schema';
import { getDatabase } from '@/lib/queries/database';
import { deleteInPieces } from './delete-in-pieces';

export type ThrottleRule = {
  /** Attempts in a window after which a block begins. */
  limit: number;
  windowSeconds: number;
  /** Counted from the attempt that is refused, or until the window is over. */
  blockSeconds: number | 'rest of the window';
};

/** No block lasts longer, so one that seems to was set by a clock that was wrong or by an earlier edition, and holds nobody. */
const LONGEST_BLOCK_MS = 24 * 60 * 60 * 1000;

const findLatest = (now: Date) => new Date(now.getTime() + LONGEST_BLOCK_MS).toISOString();

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
  const [from, to] = [now.toISOString(), findLatest(now)];
  const standing = blocks.filter((until) => until !== null && until > from && until <= to).sort();
  return { blockedUntil: standing.at(-1) ?? null };
}

function buildCount({ key, limit, windowSeconds, blockSeconds }: ThrottleRule & { key: string }, now: Date) {
  const shift = (seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString();
  const isOver = sql`
    (throttle.window_started_at <= ${shift(-windowSeconds)} or throttle.window_started_at > ${shift(windowSeconds)})`;
  const count = sql`case when ${isOver} then 1 else throttle.count + 1 end`;
  const start = sql`case when ${isOver} then ${now.toISOString()} else throttle.window_started_at end`;
  const isWindow = blockSeconds === 'rest of the window';
  const first = limit <= 1 ? shift(isWindow ? windowSeconds : blockSeconds) : null;
  const until = isWindow
    ? sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${start}, ${`+${windowSeconds} seconds`})`
    : shift(blockSeconds);
  return sql`
    insert into throttle (key, count, window_started_at, blocked_until)
    values (${key}, 1, ${now.toISOString()}, ${first})
    on conflict (key) do update set
      count = ${count},
      window_started_at = ${start},
      blocked_until = case when (${count}) >= ${limit} then ${until} else throttle.blocked_until end
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
      .where(
        and(
          inArray(throttle.key, [...keys]),
          gt(throttle.blockedUntil, now.toISOString()),
          lte(throttle.blockedUntil, findLatest(now)),
        ),
      )
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
      or(
        isNull(throttle.blockedUntil),
        lte(throttle.blockedUntil, now.toISOString()),
        gt(throttle.blockedUntil, findLatest(now)),
      ),
    ),
  );
}
