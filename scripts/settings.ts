import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Reads KEY=value lines; what the environment already says wins. Import this before lib/env. */
export function loadDotEnv(folder: string = process.cwd()): void {
  const file = path.join(folder, '.env');
  if (!existsSync(file)) return;
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    const [, name, quoted, bare] = /^\s*([A-Z_][A-Z0-9_]*)\s*=\s*(?:(["'].*["'])|([^#]*))/.exec(line) ?? [];
    if (name) process.env[name] ??= quoted ? quoted.slice(1, -1) : bare?.trim();
  }
}

/**
 * The secret of an installation on localhost, made once. It is put into process.env, because next-auth
 * looks for it there. Throws an Error of the file system when the folder cannot be written.
 */
export function ensureSecret(dataFolder: string): void {
  if (process.env.AUTH_SECRET?.trim()) return;
  const file = path.join(dataFolder, 'auth-secret');
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${randomBytes(33).toString('base64')}\n`, { mode: 0o600, flush: true });
    try {
      // Unlike a rename, a link never replaces the secret of a process that was quicker.
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
  process.env.AUTH_SECRET = readFileSync(file, 'utf8').trim();
}

loadDotEnv();
