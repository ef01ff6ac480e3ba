import { eq, sql } from 'drizzle-orm';
import { job } from '@/db/schema';
import { getDatabase } from '@/lib/queries/database';

const HOUR_MS = 60 * 60 * 1000;
/** The clocks of two servers may differ; a claim from further in the future is a clock's that was wrong. */
const SLACK_MS = 5 * 60 * 1000;

/**
 * Claims a job that is due every so many hours: of several servers one gets it. One that was not finished within an hour,
 * because it failed or its server died, is due again.
 */
export async function claimJob(
  name: string,
  { everyHours, now = new Date() }: { everyHours: number; now?: Date },
): Promise<boolean> {
  const shift = (ms: number) => new Date(now.getTime() + ms).toISOString();
  const claimed = await getDatabase().write((tx) =>
    tx.all(sql`
      insert into job (name, claimed_at) values (${name}, ${shift(0)})
      on conflict (name) do update set claimed_at = excluded.claimed_at, finished_at = null
      where job.claimed_at <= case when job.finished_at is null then ${shift(-HOUR_MS)} else ${shift(-everyHours * HOUR_MS)} end
        or job.claimed_at > ${shift(SLACK_MS)}
      returning name`),
  );
  return claimed.length > 0;
}

/** Notes that a claimed job is done. */
export async function finishJob(name: string, { now = new Date() } = {}): Promise<void> {
  await getDatabase().write((tx) =>
    tx.update(job).set({ finishedAt: now.toISOString() }).where(eq(job.name, name)),
  );
}
