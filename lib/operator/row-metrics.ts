import { setTimeout as wait } from 'node:timers/promises';
import { describeError, log } from '@/lib/log';
import { countAllRows, getDatabaseBytes } from '@/lib/queries/row-counts';
import { getMetrics } from './metrics';

const FRESH_MS = 15 * 60 * 1000;
/** Who asks waits no longer for a count under way; it shows the next time. */
const PATIENCE_MS = 1_000;

let countedAt = Number.NEGATIVE_INFINITY;
let counting: Promise<void> | null = null;

/** Counts anew what was counted too long ago. Never throws: without its database the process still tells the rest. */
export async function refreshRowMetrics(): Promise<void> {
  if (performance.now() - countedAt < FRESH_MS) return;
  counting ??= count().finally(() => {
    counting = null;
  });
  await Promise.race([counting, wait(PATIENCE_MS, undefined, { ref: false })]);
}

async function count(): Promise<void> {
  try {
    const { rows, databaseBytes } = getMetrics();
    databaseBytes.set(await getDatabaseBytes());
    for (const { table, rows: count } of await countAllRows()) rows.set({ table }, count);
    countedAt = performance.now();
  } catch (error) {
    log.warn({ error: describeError(error) }, 'rows not counted');
  }
}
