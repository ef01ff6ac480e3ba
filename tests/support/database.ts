import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { afterAll, beforeAll } from 'vitest';
import { openDatabase } from '@/db/database';
import { migrateDatabase } from '@/db/migrate';
import type { UserId } from '@/lib/auth/user-id';
import { closeDatabase, installDatabase } from '@/lib/queries/database';
import { saveNewPerson } from '@/lib/queries/people';

const ROOT = path.join(import.meta.dirname, '../..');
const MIGRATIONS = path.join(ROOT, 'db/migrations');

const folders: string[] = [];

// Here, since a hook that a test adds while it runs is not called.
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own that goes away with the test file. */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rung-test-'));
  folders.push(folder);
  return folder;
}

export function toUrl(file: string): string {
  return pathToFileURL(file).href;
}

/** Copies the migrated template to a file. */
export async function copyTemplate(to: string): Promise<void> {
  copyFileSync(await makeTemplate(), to);
}

/** Gives the test file a database of its own, which the queries under test use. Call it at the top level. */
export function setUpDatabase(): { url: string; file: string } {
  const file = path.join(makeFolder(), 'rung.db');
  const url = toUrl(file);
  beforeAll(async () => {
    await copyTemplate(file);
    installDatabase(await openDatabase({ url }));
  });
  afterAll(closeDatabase);
  return { url, file };
}

let people = 0;

/** Makes a person with nothing but an account. */
export async function makePerson(name = 'Ada'): Promise<UserId> {
  people += 1;
  const saved = await saveNewPerson({
    name,
    email: `person-${people}@example.org`,
    passwordHash: 'not-a-hash',
    timeZone: 'Asia/Kathmandu',
  });
  if (!saved.ok) throw new Error('The test made the same address twice.');
  return saved.personId as UserId;
}

/** The template is made once for a state of the migrations; several test processes may race to make it. */
async function makeTemplate(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of readdirSync(MIGRATIONS)
    .filter((one) => one.endsWith('.sql'))
    .sort()) {
    hash.update(name).update(readFileSync(path.join(MIGRATIONS, name)));
  }
  const template = path.join(ROOT, '.cache', `template-${hash.digest('hex').slice(0, 16)}.db`);
  if (existsSync(template)) return template;
  mkdirSync(path.dirname(template), { recursive: true });
  const unfinished = `${template}.${process.pid}`;
  const client = createClient({ url: toUrl(unfinished) });
  await migrateDatabase(client);
  client.close();
  renameSync(unfinished, template);
  return template;
}
