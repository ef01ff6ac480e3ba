import 'server-only';
import { type Database, openDatabase } from '@/db/database';
import { env } from '@/lib/env';

/** Several bundles of one process, and each reload in development, share what hangs here. */
const shared = globalThis as typeof globalThis & { [key]?: Promise<Database> };
const key = Symbol.for('rung.database');

/** The one database of this process, opened at its first use. */
export function getDatabase(): Pick<Database, 'read' | 'readLatest' | 'write'> {
  return {
    read: async (work) => (await open()).read(work),
    readLatest: async (work) => (await open()).readLatest(work),
    write: async (work) => (await open()).write(work),
  };
}

/**
 * Makes a database that is open already the one of this process.
 * @internal The way in for tests and the bench, which bring a database of their own.
 */
export function installDatabase(database: Database): void {
  shared[key] = Promise.resolve(database);
}

/** Lets go of the database of this process, if it has one; the next use opens it again. */
export async function closeDatabase(): Promise<void> {
  const opened = shared[key];
  delete shared[key];
  await (await opened)?.close();
}

function open(): Promise<Database> {
  shared[key] ??= openDatabase({
    url: env.DATABASE_URL,
    authToken: env.DATABASE_AUTH_TOKEN,
    readUrl: env.DATABASE_READ_URL,
  }).catch((error: unknown) => {
    delete shared[key];
    throw error;
  });
  return shared[key];
}
