import { existsSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Client, createClient } from '@libsql/client';
import { backupDatabase } from './backup';
import { isFileUrl } from './connection';
import { acquireDataLock } from './lock';
import { readSchemaState } from './migrate';
import { type PrepareSettings, toFilePath, writeMarker } from './prepare';
import { makePrivateFolder } from './private-folder';
import { Refusal } from './refusal';

export type RestoreOptions = PrepareSettings & { from: string; isForced: boolean; now?: Date };

/**
 * Puts a backup in the place of the database, which no process may use meanwhile. A database that stands there is moved
 * aside, and its new path is returned. Throws a Refusal with a sentence for whoever restores.
 */
export async function restoreDatabase(options: RestoreOptions): Promise<{ movedTo: string | null }> {
  const { url, dataDir, from, isForced, now = new Date() } = options;
  if (!isFileUrl(url)) {
    throw new Refusal('DATABASE_URL names a database server: a backup is restored into a file only.');
  }
  const file = toFilePath(url);
  requireBackupFile({ from, file });
  const lock = await acquireDataLock({ dataDir, purpose: 'restore' });
  try {
    if (existsSync(file) && !isForced) {
      throw new Refusal(`There is a database at ${file}. To put the backup in its place, add --force.`);
    }
    makePrivateFolder(path.dirname(file));
    const arrived = `${file}.restored`;
    await copyBackup({ from, to: arrived });
    const movedTo = existsSync(file) ? moveAside({ file, now }) : null;
    renameSync(arrived, file);
    writeMarker({ dataDir, url });
    return { movedTo };
  } finally {
    await lock.release();
  }
}

function requireBackupFile({ from, file }: { from: string; file: string }): void {
  if (!existsSync(from) || !statSync(from).isFile()) throw new Refusal(`There is no file ${from}.`);
  if (path.resolve(from) === file) throw new Refusal(`${from} is the database itself, not a backup of it.`);
}

async function copyBackup({ from, to }: { from: string; to: string }): Promise<void> {
  const client = createClient({ url: pathToFileURL(path.resolve(from)).href, concurrency: 1 });
  try {
    await requireBackup({ client, from });
    await backupDatabase({ client, to });
  } finally {
    client.close();
  }
}

async function requireBackup({ client, from }: { client: Client; from: string }): Promise<void> {
  const isSound = await client.execute('PRAGMA integrity_check(1)').then(
    ({ rows }) => rows[0]?.integrity_check === 'ok',
    () => false,
  );
  if (!isSound) throw new Refusal(`The file ${from} is damaged, or is no backup.`);
  const state = await readSchemaState(client);
  if (state.applied === 0) throw new Refusal(`The file ${from} is no backup of Rung.`);
  if (state.isNewer)
    throw new Refusal(`The file ${from} was made by a newer Rung. Restore it with that version.`);
}

/** The log files go with the database: beside another one they would be taken for its own. */
function moveAside({ file, now }: { file: string; now: Date }): string {
  const aside = `${file}.replaced-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  }
  return aside;
}
