import { setTimeout as wait } from 'node:timers/promises';
import { type Client, createClient } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { getDatabaseObserver } from './observer';
import { overlay } from './overlay';
import { withReadableText } from './readable-text';
import { StorageUnavailableError, toStorageError } from './storage-error';

/** A lock held by another process is waited for without blocking, up to here. */
const LONGEST_WAIT_MS = 4_000;
/** SQLite's own wait blocks the event loop, so it is short. */
const BLOCKING_WAIT_MS = 20;
/** A server that let one read wait in vain is not waited for again for so long: a request asks it several things. */
const SILENCE_MS = 2_000;
const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 200;

const PRAGMAS = {
  save: 'PRAGMA foreign_keys=ON; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;',
  read: 'PRAGMA query_only=ON;',
};

/** One way into the database, for one intent, that waits for locks and recovers by itself. */
export interface Connection {
  /** Runs the work, again after a lock. Throws StorageUnavailableError when that did not help in time. */
  run<T>(work: (orm: LibSQLDatabase) => Promise<T>, deadline?: number): Promise<T>;
  close(): Promise<void>;
}

/** Until when, on the process's own clock, a server counts as one that does not answer. */
export type Silence = { until: number };

export function isFileUrl(url: string): boolean {
  return url.startsWith('file:');
}

/** The instant, on the process's own clock, at which a request that starts now gives up waiting. */
export function computeDeadline(): number {
  return performance.now() + LONGEST_WAIT_MS;
}

/**
 * Opens a connection and applies its settings. A missing file would be created: prepareDatabase() comes first. Connections
 * to one server share its `silence`.
 */
export async function openConnection(options: {
  url: string;
  authToken?: string;
  intent: 'read' | 'save';
  silence?: Silence;
}): Promise<Connection> {
  const { intent, silence = { until: 0 } } = options;
  const isFile = isFileUrl(options.url);
  const client = openClient(options);
  const orm = drizzle(withWriteMode(withReadableText(client)));
  // PRAGMAs belong to a connection, and every reconnection makes a new one.
  let isConfigured = !isFile;
  let isClosed = false;
  let generation = 0;

  const attempt = async <T>(work: (orm: LibSQLDatabase) => Promise<T>): Promise<T> => {
    if (!isConfigured) {
      await client.executeMultiple(PRAGMAS[intent]);
      isConfigured = true;
    }
    return work(orm);
  };

  // After one SQLITE_BUSY a connection may report rows that it never wrote (libsql-client-ts#352).
  const renew = async (failedGeneration: number): Promise<void> => {
    if (isClosed || failedGeneration !== generation) return;
    generation += 1;
    isConfigured = !isFile;
    const renewed = Promise.resolve(client.reconnect()).catch(() => undefined);
    if (isFile) await renewed;
  };

  const tryUntil = async <T>(work: (orm: LibSQLDatabase) => Promise<T>, deadline: number): Promise<T> => {
    if (performance.now() > deadline) throw new StorageUnavailableError(intent, 'busy', 'QUEUE');
    if (performance.now() < silence.until) throw new StorageUnavailableError(intent, 'unreachable', 'SILENT');
    const askedAt = deadline - LONGEST_WAIT_MS;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const startedIn = generation;
      const waitedMs = performance.now() - askedAt;
      try {
        const result = await (isFile ? attempt(work) : withTimeLimit(attempt(work), { deadline, intent }));
        getDatabaseObserver()?.waited(intent, waitedMs / 1000);
        return result;
      } catch (thrown) {
        const error = toStorageError(thrown, intent);
        if (!(error instanceof StorageUnavailableError)) throw error;
        // A write may have waited for another's, a read waits for nobody.
        if (error.code === 'TIMEOUT' && intent === 'read') silence.until = performance.now() + SILENCE_MS;
        await renew(startedIn);
        if (isClosed || !error.isBusy || performance.now() + pause > deadline) throw error;
        await wait(pause);
      }
    }
  };

  const run = async <T>(
    work: (orm: LibSQLDatabase) => Promise<T>,
    deadline = computeDeadline(),
  ): Promise<T> => {
    try {
      return await tryUntil(work, deadline);
    } catch (error) {
      if (error instanceof StorageUnavailableError) getDatabaseObserver()?.failed(intent, error.fault);
      throw error;
    }
  };

  const connection: Connection = {
    run,
    async close() {
      // The driver lets go of a file late, so a process that ends would leave its last writes in the log beside it.
      if (isFile && intent === 'save') {
        await client.execute('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => undefined);
      }
      isClosed = true;
      client.close();
    },
  };
  if (isFile) await connection.run(async () => undefined);
  return connection;
}

/** A file's client has one connection, so that its PRAGMAs hold for all that it does. */
function openClient(options: { url: string; authToken?: string; intent: 'read' | 'save' }): Client {
  const { url, authToken, intent } = options;
  try {
    return isFileUrl(url)
      ? createClient({ url, concurrency: 1, timeout: BLOCKING_WAIT_MS })
      : createClient({ url, authToken });
  } catch (thrown) {
    throw toStorageError(thrown, intent);
  }
}

/**
 * The query builder cannot say in which mode its transactions begin; every one of ours means to write. SQLite ends a
 * transaction itself where the disk is full, and the builder's rollback then fails and hides why: ours never fails.
 */
function withWriteMode(client: Client): Client {
  return overlay(client, {
    async transaction() {
      const transaction = await client.transaction('write');
      return overlay(transaction, { rollback: () => transaction.rollback().catch(() => undefined) });
    },
  });
}

/** A file always answers; a server that is gone may never do. */
async function withTimeLimit<T>(
  pending: Promise<T>,
  { deadline, intent }: { deadline: number; intent: 'read' | 'save' },
): Promise<T> {
  const stop = new AbortController();
  const left = Math.max(deadline - performance.now(), LONGEST_PAUSE_MS);
  const tooLate = wait(left, undefined, { signal: stop.signal }).then(() => {
    throw new StorageUnavailableError(intent, 'unreachable', 'TIMEOUT');
  });
  tooLate.catch(() => undefined);
  pending.catch(() => undefined);
  try {
    return await Promise.race([pending, tooLate]);
  } finally {
    stop.abort();
  }
}
