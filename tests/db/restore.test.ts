import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '@/db/database';
import { acquireServerLock } from '@/db/lock';
import { prepareDatabase } from '@/db/prepare';
import { hashRows } from '@/db/row-hashes';
import { MIGRATIONS_TABLE } from '@/db/schema-version';
import { listCheckIns, saveCheckIn } from '@/lib/queries/check-ins';
import { closeDatabase, installDatabase } from '@/lib/queries/database';
import { getAccount, getCredentialByEmail } from '@/lib/queries/people';
import { startChild } from '../support/child';
import { makeFolder, makePerson, toUrl } from '../support/database';

function makePlace() {
  const dataDir = makeFolder();
  const file = path.join(dataDir, 'rung.db');
  return { dataDir, file, url: toUrl(file) };
}

type Place = ReturnType<typeof makePlace>;

/** Runs the command as a person would, with the settings of a place. */
async function run(command: 'backup' | 'restore', place: Place, ...words: string[]) {
  const child = startChild(`scripts/${command}.ts`, words, {
    DATA_DIR: place.dataDir,
    DATABASE_URL: place.url,
  });
  const code = await child.ended;
  return { code, output: child.output() };
}

async function openPlace(place: Place): Promise<void> {
  await prepareDatabase(place);
  installDatabase(await openDatabase(place));
}

const checkIn = () => ({
  career: 'devops',
  catalogue: 'c1',
  note: 'a note',
  requestKey: crypto.randomUUID(),
  ratings: [{ skill: 'coding', level: 3, evidence: 'ev', sure: 'low' } as const],
});

async function makeBackup(): Promise<{ backup: string; place: Place }> {
  const place = makePlace();
  await openPlace(place);
  await saveCheckIn(await makePerson(), checkIn());
  await closeDatabase();
  const backup = path.join(makeFolder(), 'backup.db');
  expect(await run('backup', place, backup)).toMatchObject({ code: 0 });
  return { backup, place };
}

describe('backup and restore', () => {
  it('keep every row of a moment while people write, and a sign-in works after (security 6)', async () => {
    const place = makePlace();
    await openPlace(place);
    const user = await makePerson('Ada');
    const { email } = await getAccount(user);
    const backup = path.join(makeFolder(), 'backup.db');
    let isRunning = true;
    const writing = (async () => {
      let saved = 0;
      for (; isRunning; saved += 1) await saveCheckIn(user, checkIn());
      return saved;
    })();
    const done = await run('backup', place, backup);
    isRunning = false;
    const saved = await writing;
    expect(done).toEqual({ code: 0, output: expect.stringContaining(`backed up in ${backup}`) });
    expect(await listCheckIns(user, 'devops')).toHaveLength(saved);
    await closeDatabase();

    const empty = makePlace();
    expect(await run('restore', empty, backup)).toMatchObject({ code: 0 });
    expect(await hashRows(empty.url)).toEqual(await hashRows(toUrl(backup)));
    await openPlace(empty);
    expect(await getCredentialByEmail(email)).toEqual({ personId: user, passwordHash: 'not-a-hash' });
    const kept = await listCheckIns(user, 'devops');
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.every((one) => one.ratings.length === 1)).toBe(true);
    await closeDatabase();
  });

  it('leave the database that stands there alone without --force, and aside with it', async () => {
    const { backup, place } = await makeBackup();
    const copied = await hashRows(place.url);
    await openPlace(place);
    await saveCheckIn(await makePerson(), checkIn());
    await closeDatabase();
    const before = await hashRows(place.url);
    expect(await run('restore', place, backup)).toMatchObject({
      code: 1,
      output: expect.stringContaining('--force'),
    });
    expect(await hashRows(place.url)).toEqual(before);
    expect(await run('restore', place, backup, '--force')).toMatchObject({ code: 0 });
    expect(await hashRows(place.url)).toEqual(copied);
    const [aside = ''] = readdirSync(place.dataDir).filter((name) => /replaced-[^.]*$/.test(name));
    expect(await hashRows(toUrl(path.join(place.dataDir, aside)))).toEqual(before);
  });
});

describe('backup', () => {
  it('report 14: replaces files only, never a folder, pipe or device, and says why it cannot', async () => {
    const { place } = await makeBackup();
    const folder = makeFolder();
    const pipe = path.join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    for (const [to, sentence] of [
      [folder, `${folder} is no file that a backup can replace. Name a file.`],
      [pipe, `${pipe} is no file that a backup can replace. Name a file.`],
      ['', 'Name the file to write'],
      [path.join(folder, 'x'.repeat(300)), 'The backup could not be made'],
    ] as const) {
      const { code, output } = await run('backup', place, to);
      expect([code, output]).toEqual([1, expect.stringContaining(sentence)]);
    }
    expect(statSync(pipe).isFIFO()).toBe(true);
    expect(readdirSync(folder)).toEqual(['pipe']);
  });
});

describe('restore', () => {
  it('refuses while a server runs', async () => {
    const { backup } = await makeBackup();
    const place = makePlace();
    const lock = await acquireServerLock(place);
    const refused = await run('restore', place, backup, '--force');
    await lock.release();
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('already running') });
    expect(existsSync(place.file)).toBe(false);
  });

  it('refuses what is no sound backup of this Rung or an older one', async () => {
    const { backup, place } = await makeBackup();
    const missing = path.join(place.dataDir, 'missing.db');
    const letter = path.join(place.dataDir, 'letter.txt');
    writeFileSync(letter, 'Dear friend. '.repeat(1000));
    const other = path.join(place.dataDir, 'other.db');
    const others = createClient({ url: toUrl(other) });
    await others.execute('create table cakes (name)');
    others.close();
    const newer = createClient({ url: toUrl(backup) });
    await newer.execute(`insert into ${MIGRATIONS_TABLE} (hash, created_at) values ('x', 9999999999999)`);
    newer.close();
    const before = await hashRows(place.url);
    for (const [from, sentence] of [
      [missing, 'There is no file'],
      [letter, 'is damaged, or is no backup'],
      [other, 'is no backup of Rung'],
      [backup, 'newer Rung'],
      [place.file, 'is the database itself'],
    ] as const) {
      const refused = await run('restore', place, from, '--force');
      expect(refused).toMatchObject({ code: 1, output: expect.stringContaining(sentence) });
    }
    expect(await hashRows(place.url)).toEqual(before);
  });
});
