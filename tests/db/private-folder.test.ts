import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '@/db/database';
import { acquireServerLock } from '@/db/lock';
import { prepareDatabase } from '@/db/prepare';
import { keepPrivate } from '@/db/private-folder';
import { heartbeat } from '@/db/schema';
import { startChild } from '../support/child';
import { makeFolder, toUrl } from '../support/database';
import { runUnprivileged } from '../support/unprivileged';

const before = process.umask();

beforeEach(() => {
  process.umask(0o022);
});

afterEach(() => {
  process.umask(before);
});

function makePlace() {
  const dataDir = path.join(makeFolder(), 'data');
  mkdirSync(dataDir);
  const file = path.join(dataDir, 'rung.db');
  return { dataDir, file, url: toUrl(file) };
}

const modeOf = (...names: string[]): string => (statSync(path.join(...names)).mode & 0o777).toString(8);

/** The modes of everything in a folder, by name. */
const listModes = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, modeOf(folder, name)]));

describe('security 13.a: what Rung makes is for its user alone, whatever the umask', () => {
  it('the database, its log files, the lock and the marker', async () => {
    const place = makePlace();
    const lock = await acquireServerLock(place);
    await prepareDatabase(place, { lock });
    const database = await openDatabase(place);
    await database.write((tx) => tx.insert(heartbeat).values({ id: 1, at: 1 }));
    const modes = listModes(place.dataDir);
    expect(Object.keys(modes)).toEqual(expect.arrayContaining(['rung.db', 'rung.db-shm', 'rung.db-wal']));
    expect(modes).toEqual(Object.fromEntries(Object.keys(modes).map((name) => [name, '600'])));
    await database.close();
    await lock.release();
  });

  it('backups, while they are written too', async () => {
    const { dataDir, url } = makePlace();
    await prepareDatabase({ dataDir, url });
    const folder = makeFolder();
    const backup = path.join(folder, 'backup.db');
    const child = startChild('scripts/backup.ts', [backup], { DATA_DIR: dataDir, DATABASE_URL: url });
    expect(await child.ended).toBe(0);
    expect(listModes(folder)).toEqual({ 'backup.db': '600' });
    const target = makePlace();
    const restore = startChild('scripts/restore.ts', [backup], {
      DATA_DIR: target.dataDir,
      DATABASE_URL: target.url,
    });
    expect(await restore.ended).toBe(0);
    expect(modeOf(target.file)).toBe('600');
  });
});

describe('security 13.b: a data folder that others may read', () => {
  it('is closed to them, with every file of Rung in it, and they are named', () => {
    const { dataDir, file } = makePlace();
    mkdirSync(path.join(dataDir, 'backups'));
    mkdirSync(path.join(dataDir, 'lost+found'));
    const names = ['rung.db', 'rung.db-wal', 'rung.db-shm', 'auth-secret', 'command.key', 'backups/one.db'];
    for (const name of names) writeFileSync(path.join(dataDir, name), '');
    const [files, folder] = keepPrivate({ dataDir, file });
    expect(files).toMatch(/^Others on this machine could read .*auth-secret.*\. Not any more\.$/);
    expect(folder).toBe(`Others on this machine could look into ${dataDir}. Not any more.`);
    for (const name of names) expect([name, modeOf(dataDir, name)]).toEqual([name, '600']);
    expect([modeOf(dataDir), modeOf(dataDir, 'backups')]).toEqual(['700', '700']);
    expect(keepPrivate({ dataDir, file })).toEqual([]);
  });

  it('is left open where it holds more than Rung’s, and the files of others as they are', () => {
    const { dataDir, file } = makePlace();
    writeFileSync(path.join(dataDir, 'cakes.txt'), '');
    writeFileSync(file, '');
    symlinkSync(path.join(dataDir, 'cakes.txt'), path.join(dataDir, 'rung.txt'));
    const sentences = keepPrivate({ dataDir, file });
    expect(sentences[1]).toMatch(
      /^Others on this machine can look into .*Set DATA_DIR to a folder of Rung's own/,
    );
    expect([modeOf(dataDir), modeOf(file), modeOf(dataDir, 'cakes.txt')]).toEqual(['755', '600', '644']);
    chmodSync(dataDir, 0o1777);
    keepPrivate({ dataDir, file });
    expect(statSync(dataDir).mode & 0o7777).toBe(0o1777);
  });

  it('holds for a database elsewhere too', () => {
    const { dataDir } = makePlace();
    const file = makePlace().file;
    for (const suffix of ['', '-wal']) writeFileSync(file + suffix, '');
    keepPrivate({ dataDir, file });
    expect([modeOf(file), modeOf(`${file}-wal`)]).toEqual(['600', '600']);
  });

  it('is refused where a file stays readable', async () => {
    const { dataDir, file } = makePlace();
    writeFileSync(file, '');
    chmodSync(path.dirname(dataDir), 0o755);
    await runUnprivileged(async () =>
      expect(() => keepPrivate({ dataDir, file })).toThrow(`Others on this machine can read ${file}`),
    );
  });
});

describe.each(['a#b', 'a?b', '100%', 'a%20b', 'a b', "ä'b"])('report 9: a data folder called %s', (name) => {
  it('holds the database, its lock and a backup, and no other folder does', async () => {
    const above = makeFolder();
    const dataDir = path.join(above, name);
    const settings = { DATA_DIR: dataDir, DATABASE_URL: '' };
    const child = startChild('tests/support/children/prepare.ts', [], settings);
    expect([await child.ended, child.output()]).toEqual([0, expect.stringContaining('"isNew":true')]);
    const backup = path.join(above, `backup ${name}`);
    const copying = startChild('scripts/backup.ts', [backup], settings);
    expect([await copying.ended, copying.output()]).toEqual([0, expect.stringContaining('is backed up')]);
    const restoring = startChild('scripts/restore.ts', [backup, '--force'], settings);
    expect([await restoring.ended, restoring.output()]).toEqual([0, expect.stringContaining('is restored')]);
    expect(readdirSync(above).sort()).toEqual([name, `backup ${name}`].sort());
    expect(readdirSync(dataDir)).toContain('rung.db');
    const client = createClient({ url: toUrl(path.join(dataDir, 'rung.db')) });
    expect((await client.execute('select count(*) as count from person')).rows).toMatchObject([{ count: 0 }]);
    client.close();
  });
});
