import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makePrivateFolder } from '@/db/private-folder';
import { SettingsError } from '@/lib/env';

const SECRET_BYTES = 33;

/**
 * The secret of an installation on localhost, made once. It is put into process.env, because next-auth
 * looks for it there. Throws a SettingsError when there is no way to keep it.
 */
export function ensureSecret(dataFolder: string): void {
  if (process.env.AUTH_SECRET?.trim()) return;
  const file = path.join(dataFolder, 'auth-secret');
  if (!existsSync(file)) writeOnce(file, `${randomBytes(SECRET_BYTES).toString('base64')}\n`);
  const secret = readFileSync(file, 'utf8').trim();
  if (Buffer.from(secret, 'base64').length < SECRET_BYTES)
    throw new SettingsError(`${file} is damaged. Delete it, and everybody signs in once more.`);
  process.env.AUTH_SECRET = secret;
}

export function makeDataFolder(folder: string): void {
  try {
    makePrivateFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch {
    throw new SettingsError(
      `The folder ${folder} cannot be made or written to. Set DATA_DIR to one that can.`,
    );
  }
}

/** Unlike a rename, a link never replaces the file of a process that was quicker. */
function writeOnce(file: string, content: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
