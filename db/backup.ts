import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Client } from '@libsql/client';
import { makePrivateFile } from './private-folder';

const KEPT = 5;
const PREFIX = 'before-migration-';

/** Copies the whole database, as of one moment, into one file; what stands there under that name is replaced at the end. */
export async function backupDatabase({ client, to }: { client: Client; to: string }): Promise<void> {
  const unfinished = `${to}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    // Made empty first, so that nobody can open it while it fills.
    makePrivateFile(unfinished);
    await client.execute({ sql: 'VACUUM INTO ?', args: [unfinished] });
    // SQLite leaves such a copy to the system's own time.
    syncToDisk(unfinished);
    renameSync(unfinished, to);
    syncToDisk(path.dirname(to));
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Names the backup that comes before a migration, and deletes those before the last few. */
export function nameMigrationBackup({ folder, now }: { folder: string; now: Date }): string {
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-');
  const older = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.startsWith(PREFIX))
        .sort()
    : [];
  for (const name of older.slice(0, Math.max(0, older.length - (KEPT - 1)))) rmSync(path.join(folder, name));
  return path.join(folder, `${PREFIX}${stamp}.db`);
}

function syncToDisk(name: string): void {
  const handle = openSync(name, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
