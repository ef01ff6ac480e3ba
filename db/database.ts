import { AsyncLocalStorage } from 'node:async_hooks';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { type Connection, computeDeadline, openConnection } from './connection';
import { getLastOwnWriteAt, noteOwnWrite } from './own-writes';
import { followReplica } from './replica';
import { StorageUnavailableError } from './storage-error';

export type Reader = Pick<LibSQLDatabase, 'select' | 'selectDistinct' | 'all' | 'get' | 'values'>;
export type Transaction = Parameters<Parameters<LibSQLDatabase['transaction']>[0]>[0];

export interface Database {
  /**
   * Runs queries on the reading connection, which refuses to write: on the replica, where there is one and it holds all
   * that the person who asks has saved.
   */
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  /** The same, but nothing older than the primary's state, while the primary answers: for what may be revoked. */
  readLatest<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  /**
   * Runs one transaction, alone in this process; it is on the disk when this resolves. After a lock the work runs
   * again, so it must touch nothing but `tx`.
   */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Lets the writes under way finish; there must be no later ones. */
  close(): Promise<void>;
}

export interface DatabaseSettings {
  url: string;
  authToken?: string;
  /** A replica for reads; the same as `url` by default. */
  readUrl?: string;
}

/** Opens the writer and the reader of a database that prepareDatabase() has made ready. */
export async function openDatabase({ url, authToken, readUrl }: DatabaseSettings): Promise<Database> {
  const silence = { until: 0 };
  const writer = await openConnection({ url, authToken, intent: 'save', silence });
  const primary = await openConnection({ url, authToken, intent: 'read', silence });
  const replica = readUrl ? await openConnection({ url: readUrl, authToken, intent: 'read' }) : null;
  const progress = replica && followReplica({ primary, replica });
  const inside = new AsyncLocalStorage<true>();
  let queue: Promise<unknown> = Promise.resolve();

  const refuseInside = (): void => {
    if (inside.getStore()) throw new Error('A transaction is open here: use its tx, not another connection.');
  };

  return {
    async read(work) {
      refuseInside();
      if (!replica || !progress) return primary.run(work);
      const ownAt = getLastOwnWriteAt();
      if (ownAt !== null && !(await progress.isPast(ownAt))) return primary.run(work);
      return runOnEither([replica, primary], work);
    },
    async readLatest(work) {
      refuseInside();
      return replica ? runOnEither([primary, replica], work) : primary.run(work);
    },
    async write(work) {
      refuseInside();
      const deadline = computeDeadline();
      const turn = queue.then(async () => {
        // Statements on a file never give way; this lets other requests in between two transactions.
        await new Promise(setImmediate);
        return writer.run((orm) => orm.transaction((tx) => inside.run(true, () => work(tx))), deadline);
      });
      queue = turn.catch(() => undefined);
      const result = await turn;
      noteOwnWrite();
      return result;
    },
    async close() {
      await queue;
      progress?.stop();
      await writer.close();
      await primary.close();
      await replica?.close();
    },
  };
}

/** On the first of two servers, or on the second where the first does not answer. */
async function runOnEither<T>(
  [first, second]: readonly [Connection, Connection],
  work: (reader: Reader) => Promise<T>,
): Promise<T> {
  try {
    return await first.run(work);
  } catch (error) {
    if (error instanceof StorageUnavailableError && error.isUnreachable) return second.run(work);
    throw error;
  }
}
