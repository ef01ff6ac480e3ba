import { sql } from 'drizzle-orm';
import type { Connection } from './connection';
import { heartbeat } from './schema';

const BEAT_MS = 1_000;
const ASK_AGAIN_MS = 200;
/** How far the clocks of the servers may be apart. */
const CLOCK_MARGIN_MS = 2_000;

/** What is known of how far a replica has come. */
export interface ReplicaProgress {
  /** Whether the replica surely holds all that was saved up to an instant. */
  isPast(at: number): Promise<boolean>;
  stop(): void;
}

/**
 * Writes the time into the primary every second; where the replica shows a time, it holds all that came before. The
 * primary replicates in order, so this is right however far the replica lags.
 */
export function followReplica({
  primary,
  replica,
}: {
  primary: Connection;
  replica: Connection;
}): ReplicaProgress {
  let reachedAt = 0;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> = Promise.resolve();
  let isBeating = false;
  const beat = async (): Promise<void> => {
    if (isBeating) return;
    isBeating = true;
    await primary
      .run((orm) =>
        orm.run(sql`insert into ${heartbeat} (id, at) values (1, cast(unixepoch('subsec') * 1000 as integer))
          on conflict (id) do update set at = max(at, excluded.at)`),
      )
      .catch(() => undefined);
    isBeating = false;
  };
  const ask = async (): Promise<void> => {
    const rows = await replica.run((orm) => orm.select({ at: heartbeat.at }).from(heartbeat)).catch(() => []);
    reachedAt = Math.max(reachedAt, rows[0]?.at ?? 0);
  };
  const timer = setInterval(() => void beat(), BEAT_MS).unref();
  void beat();
  return {
    async isPast(at) {
      const isKnown = () => reachedAt >= at + CLOCK_MARGIN_MS;
      if (isKnown()) return true;
      if (performance.now() - askedAt >= ASK_AGAIN_MS) {
        askedAt = performance.now();
        asking = ask();
      }
      await asking;
      return isKnown();
    },
    stop: () => clearInterval(timer),
  };
}
