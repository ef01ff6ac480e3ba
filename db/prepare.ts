import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Client, createClient } from '@libsql/client';
import { backupDatabase, nameMigrationBackup } from './backup';
import { isFileUrl } from './connection';
import type { DatabaseSettings } from './database';
import { acquireDataLock, type DataLock } from './lock';
import { migrateDatabase, readSchemaState } from './migrate';
import { makePrivateFile, makePrivateFolder } from './private-folder';
import { Refusal } from './refusal';
import { StorageUnavailableError, toStorageError } from './storage-error';

export type PrepareSettings = Pick<DatabaseSettings, 'url' | 'authToken'> & { dataDir: string };

export type Prepared = {
  isNew: boolean;
  migrationsApplied: number;
  /** Where the copy from before the migration lies, if there was one. */
  backup: string | null;
};

/**
 * Makes a database ready to be served: looks whether it is there and sound, backs it up, migrates it. Throws a Refusal
 * with a sentence for whoever starts Rung. Pass the lock of a process that holds one already.
 */
export async function prepareDatabase(
  settings: PrepareSettings,
  { lock, now = new Date() }: { lock?: DataLock; now?: Date } = {},
): Promise<Prepared> {
  const own = lock ? null : await acquireDataLock({ ...settings, purpose: 'prepare', waitMs: 60_000 });
  try {
    return await prepare(settings, now);
  } finally {
    await own?.release();
  }
}

async function prepare(settings: PrepareSettings, now: Date): Promise<Prepared> {
  const { url, dataDir } = settings;
  const file = isFileUrl(url) ? toFilePath(url) : null;
  const name = file ?? new URL(url).host;
  const marked = readMarker(dataDir);
  const wasMade = marked !== null && isSameDatabase(marked, url);
  if (file) requireFile({ file, wasMade, dataDir, marked });
  const client = openClient(settings);
  try {
    if (file) {
      await requireWritable({ client, file });
      await requireSound({ client, file });
    }
    const state = await readSchemaState(client);
    if (state.isNewer)
      throw new Refusal(`The database ${name} was made by a newer Rung. Start that version, or newer.`);
    if (state.applied === 0 && wasMade) throw new Refusal(describeGone({ what: name, dataDir }));
    const backup =
      file && state.applied > 0 && state.pending.length > 0 ? await backUp(client, { dataDir, now }) : null;
    const migrationsApplied = await migrateDatabase(client);
    writeMarker({ dataDir, url });
    return { isNew: state.applied === 0, migrationsApplied, backup };
  } catch (thrown) {
    const error = toStorageError(thrown, 'read');
    if (error instanceof Refusal) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(`The database ${name} could not be made ready. ${reason}`, { cause: error });
  } finally {
    client.close();
  }
}

/** The path that a `file:` URL means; a relative one counts from the working directory. */
export function toFilePath(url: string): string {
  return url.startsWith('file:/')
    ? fileURLToPath(url)
    : path.resolve(decodeURIComponent(url.slice('file:'.length)));
}

function isSameDatabase(one: string, other: string): boolean {
  return one === other || (isFileUrl(one) && isFileUrl(other) && toFilePath(one) === toFilePath(other));
}

function requireFile(known: {
  file: string;
  wasMade: boolean;
  dataDir: string;
  marked: string | null;
}): void {
  const { file, wasMade, dataDir, marked } = known;
  if (existsSync(file)) return;
  if (wasMade) throw new Refusal(describeGone({ what: file, dataDir }));
  // A path was once taken for an address, and what stands behind a % in an address means something else.
  if (marked === `file:${file}`)
    throw new Refusal(
      `An earlier Rung kept this database as ${toFilePath(marked)}. Move it, and its -wal and -shm, to ${file}, and delete ${markerFile(dataDir)}.`,
    );
  try {
    makePrivateFolder(path.dirname(file));
    makePrivateFile(file);
  } catch (thrown) {
    throw new Refusal(`The database ${file} cannot be made: its folder cannot be written to.`, {
      cause: thrown,
    });
  }
}

function openClient({ url, authToken }: PrepareSettings): Client {
  try {
    return isFileUrl(url)
      ? createClient({ url, concurrency: 1, timeout: 5_000 })
      : createClient({ url, authToken });
  } catch (thrown) {
    throw new Refusal(
      `The database ${isFileUrl(url) ? toFilePath(url) : new URL(url).host} cannot be opened.`,
      { cause: thrown },
    );
  }
}

/** Asks SQLite itself: what the system says of a file's rights is not all that can stand in the way. */
async function requireWritable({ client, file }: { client: Client; file: string }): Promise<void> {
  try {
    const transaction = await client.transaction('write');
    // A transaction on a file that may only be read begins without a word: it takes a write to know.
    await transaction
      .execute('PRAGMA user_version = 1')
      .finally(() => transaction.rollback().catch(() => undefined));
  } catch (thrown) {
    const error = toStorageError(thrown, 'save');
    const isRefused = error instanceof StorageUnavailableError && (error.isReadOnly || error.isUnreachable);
    if (!isRefused) return;
    throw new Refusal(
      `The database ${file} cannot be written to. Give Rung's user the right to write it and its folder.`,
    );
  }
}

async function requireSound({ client, file }: { client: Client; file: string }): Promise<void> {
  const advice = `Restore a backup: npm run restore -- FILE --force (those before an upgrade are in the folder backups).`;
  try {
    const { rows } = await client.execute('PRAGMA quick_check(1)');
    if (rows[0]?.quick_check === 'ok') return;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code !== 'SQLITE_NOTADB' && code !== 'SQLITE_CORRUPT') throw error;
  }
  throw new Refusal(`The database ${file} is damaged. ${advice}`);
}

function describeGone({ what, dataDir }: { what: string; dataDir: string }): string {
  return `The database ${what} was here before and is gone. Put it back, restore a backup (npm run restore -- FILE), or delete ${markerFile(dataDir)} to begin empty.`;
}

async function backUp(client: Client, { dataDir, now }: { dataDir: string; now: Date }): Promise<string> {
  const folder = path.join(dataDir, 'backups');
  makePrivateFolder(folder);
  const to = nameMigrationBackup({ folder, now });
  await backupDatabase({ client, to });
  return to;
}

function markerFile(dataDir: string): string {
  return path.join(dataDir, 'database-made.json');
}

function readMarker(dataDir: string): string | null {
  try {
    return JSON.parse(readFileSync(markerFile(dataDir), 'utf8')).url;
  } catch {
    return null;
  }
}

/** Remembers that the database was made, so that a file that is gone is not taken for a first start. */
export function writeMarker({ dataDir, url }: { dataDir: string; url: string }): void {
  const unfinished = `${markerFile(dataDir)}.unfinished`;
  writeFileSync(unfinished, JSON.stringify({ url }), { flush: true, mode: 0o600 });
  renameSync(unfinished, markerFile(dataDir));
}
