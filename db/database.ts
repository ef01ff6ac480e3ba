import { AsyncLocalStorage } from 'node:async_hooks';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { computeDeadline, openConnection } from './connection';

export type Reader = Pick<LibSQLDatabase, 'select' | 'selectDistinct' | 'all' | 'get' | 'values'>;
export type Transaction = Parameters<Parameters<LibSQLDatabase['transaction']>[0]>[0];

export interface Database {
  /** Runs queries on the reading connection, which refuses to write. */
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
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
  const writer = await openConnection({ url, authToken, intent: 'save' });
  const reader = await openConnection({ url: readUrl ?? url, authToken, intent: 'read' });
  const inside = new AsyncLocalStorage<true>();
  let queue: Promise<unknown> = Promise.resolve();

  const refuseInside = (): void => {
    if (inside.getStore()) throw new Error('A transaction is open here: use its tx, not another connection.');
  };

  return {
    async read(work) {
      refuseInside();
      return reader.run(work);
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
      return turn;
    },
    async close() {
      await queue;
      await writer.close();
      await reader.close();
    },
  };
}
