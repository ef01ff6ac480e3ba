import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { describe, expect, it, vi } from 'vitest';
import { acquireDataLock, acquireServerLock } from '@/db/lock';
import { migrateDatabase, readSchemaState } from '@/db/migrate';
import { prepareDatabase } from '@/db/prepare';
import { MIGRATIONS_TABLE } from '@/db/schema-version';
import { startChild, waitForWord } from '../support/child';
import { copyTemplate, makeFolder, toUrl } from '../support/database';
import { runUnprivileged } from '../support/unprivileged';

function makePlace() {
  const dataDir = makeFolder();
  const file = path.join(dataDir, 'rung.db');
  return { dataDir, file, url: toUrl(file) };
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = createClient({ url });
  try {
    return (await client.execute(text)).rows.map((row) => ({ ...row }));
  } finally {
    client.close();
  }
}

/** A database of a Rung whose only migration was the first. */
async function makeOldDatabase(url: string): Promise<void> {
  const [first] = readMigrationFiles({ migrationsFolder: 'db/migrations' });
  if (!first) throw new Error('There is no migration.');
  const client = createClient({ url });
  await client.executeMultiple(
    `create table ${MIGRATIONS_TABLE} (id integer primary key, hash text not null, created_at numeric not null unique);
     insert into ${MIGRATIONS_TABLE} (hash, created_at) values ('${first.hash}', ${first.folderMillis});`,
  );
  await client.migrate(first.sql);
  await client.execute(
    `insert into person values ('p1', 'Ada', 'ada@example.org', null, 'UTC', 'UK', '{}', '2026-03-01T00:00:00.000Z')`,
  );
  await client.execute(
    `insert into check_in values ('p1', 'c1', 'devops', 'x', '2026-03-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z',
      null, null, null, null)`,
  );
  await client.execute(
    `insert into rating values ('p1', 'c1', 'devops', 'coding', '2026-03-01T00:00:00.000Z', 3, 'ev', 'low')`,
  );
  for (const [id, holdings, setAt] of [
    ['g1', '["in-post"]', '2026-03-01T00:00:00.000Z'],
    ['g2', '["bachelors-other","led-people"]', '2026-04-01T00:00:00.000Z'],
  ] as const)
    await client.execute({
      sql: `insert into goal values ('p1', ?, 'devops', 'devops-engineer', null, ?, ?)`,
      args: [id, holdings, setAt],
    });
  client.close();
}

describe('prepareDatabase', () => {
  it('makes a database at the first start and leaves it alone at the second', async () => {
    const place = makePlace();
    expect(await prepareDatabase(place)).toMatchObject({ isNew: true, backup: null });
    expect(await query(place.url, 'pragma foreign_key_check')).toEqual([]);
    expect(await query(place.url, `select wr from pragma_table_list where name = 'rating'`)).toEqual([
      { wr: 1 },
    ]);
    expect(await prepareDatabase(place)).toEqual({ isNew: false, migrationsApplied: 0, backup: null });
  });

  it('refuses where the database was there and is gone (security 5)', async () => {
    const place = makePlace();
    await prepareDatabase(place);
    rmSync(place.file);
    await expect(prepareDatabase(place)).rejects.toThrow('was here before and is gone');
    expect(existsSync(place.file)).toBe(false);
  });

  it('refuses where the database was there and is empty', async () => {
    const place = makePlace();
    await prepareDatabase(place);
    truncateSync(place.file, 0);
    await expect(prepareDatabase(place)).rejects.toThrow('was here before and is gone');
  });

  it('begins anew where another database is set', async () => {
    const place = makePlace();
    await prepareDatabase(place);
    const url = toUrl(path.join(place.dataDir, 'another.db'));
    expect(await prepareDatabase({ ...place, url })).toMatchObject({ isNew: true });
  });

  it('refuses a file that is no database', async () => {
    const place = makePlace();
    writeFileSync(place.file, 'A letter to a friend. '.repeat(1000));
    await expect(prepareDatabase(place)).rejects.toThrow(/is damaged\. Restore a backup/);
  });

  it('refuses a database with a damaged page', async () => {
    const place = makePlace();
    await prepareDatabase(place);
    const handle = openSync(place.file, 'r+');
    writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, 4096 * 3);
    closeSync(handle);
    await expect(prepareDatabase(place)).rejects.toThrow('is damaged');
  });

  it('refuses a database of a newer Rung (security 5)', async () => {
    const place = makePlace();
    await prepareDatabase(place);
    await query(place.url, `insert into ${MIGRATIONS_TABLE} (hash, created_at) values ('x', 9999999999999)`);
    await expect(prepareDatabase(place)).rejects.toThrow('newer Rung');
  });

  it('refuses a database that it may not write to', async () => {
    const place = makePlace();
    await prepareDatabase(place);
    chmodSync(place.file, 0o444);
    chmodSync(place.dataDir, 0o777);
    for (const name of ['rung.lock', 'rung.lock.json']) chmodSync(path.join(place.dataDir, name), 0o666);
    await runUnprivileged(() => expect(prepareDatabase(place)).rejects.toThrow('cannot be written to'));
    chmodSync(place.dataDir, 0o555);
    await runUnprivileged(() => expect(prepareDatabase(place)).rejects.toThrow('cannot be written to'));
    chmodSync(place.dataDir, 0o755);
  });

  it('refuses a folder that cannot be made', async () => {
    const place = makePlace();
    writeFileSync(place.file, '');
    const dataDir = path.join(place.file, 'data');
    await expect(prepareDatabase({ url: toUrl(path.join(dataDir, 'rung.db')), dataDir })).rejects.toThrow(
      'cannot be made',
    );
  });

  it('copies the old database before it migrates it, and keeps the last five copies', async () => {
    const place = makePlace();
    for (let hour = 0; hour < 7; hour += 1) {
      for (const suffix of ['', '-wal', '-shm']) rmSync(place.file + suffix, { force: true });
      await makeOldDatabase(place.url);
      const now = new Date(Date.UTC(2026, 2, 1, hour));
      const { backup, migrationsApplied } = await prepareDatabase(place, { now });
      expect(migrationsApplied).toBeGreaterThan(0);
      const old = createClient({ url: toUrl(backup ?? '') });
      expect((await readSchemaState(old)).applied).toBe(1);
      expect((await old.execute('select name from person')).rows).toMatchObject([{ name: 'Ada' }]);
      old.close();
      expect(statSync(backup ?? '').mode & 0o077).toBe(0);
    }
    const kept = readdirSync(path.join(place.dataDir, 'backups'));
    expect(kept.map((name) => name.slice(0, 30)).sort()).toEqual(
      [2, 3, 4, 5, 6].map((hour) => `before-migration-2026-03-01T0${hour}`),
    );
    expect(await query(place.url, 'select name from person')).toEqual([{ name: 'Ada' }]);
  });

  it('takes what was held with the latest goal for what is held now', async () => {
    const place = makePlace();
    await makeOldDatabase(place.url);
    await prepareDatabase(place);
    const changed_at = '2026-04-01T00:00:00.000Z';
    const dates = { since: null, expires_on: null, changed_at };
    expect(await query(place.url, 'select * from holding order by id')).toEqual([
      { person_id: 'p1', career: 'devops', id: 'bachelors-other', ...dates },
      { person_id: 'p1', career: 'devops', id: 'led-people', ...dates },
    ]);
  });

  it('lets two processes that start at once both find it ready', async () => {
    const place = makePlace();
    const children = [1, 2, 3].map(() =>
      startChild('tests/support/children/prepare.ts', [place.url, place.dataDir]),
    );
    const codes = await Promise.all(children.map((child) => child.ended));
    expect([codes, ...children.map((child) => child.output())].slice(0, 1)).toEqual([[0, 0, 0]]);
    const isNew = children.map((child) => JSON.parse(child.output()).isNew);
    expect(isNew.filter(Boolean)).toHaveLength(1);
  });
});

describe('migrateDatabase', () => {
  it('leaves the old schema or the new when it is killed at a statement (security 5)', async () => {
    const { file: old, url } = makePlace();
    await makeOldDatabase(url);
    const dump = `select type, name, sql from sqlite_master order by type, name`;
    const before = await query(url, dump);
    const target = makePlace();
    await copyTemplate(target.file);
    const after = (await query(target.url, dump)).filter(({ name }) => name !== MIGRATIONS_TABLE);
    const migrateUntil = async (statement: number) => {
      const place = makePlace();
      copyFileSync(old, place.file);
      const child = startChild('tests/support/children/migrate-and-die.ts', [place.url, String(statement)]);
      return { place, end: await child.ended, output: child.output() };
    };
    const dieAt = async (statement: number) => {
      const { place, end } = await migrateUntil(statement);
      expect(end).toBe('SIGKILL');
      expect(await query(place.url, dump)).toEqual(before);
      expect(await query(place.url, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      const client = createClient({ url: place.url });
      await migrateDatabase(client);
      client.close();
      const healed = (await query(place.url, dump)).filter(({ name }) => name !== MIGRATIONS_TABLE);
      expect(healed).toEqual(after);
      expect(await query(place.url, 'select name, level from person, rating')).toEqual([
        { name: 'Ada', level: 3 },
      ]);
    };
    const { end, output } = await migrateUntil(Number.POSITIVE_INFINITY);
    expect([end, output]).toEqual([0, expect.stringMatching(/^\d+\nmigrated\n$/)]);
    const statements = Array.from({ length: Number.parseInt(output, 10) }, (_, index) => index);
    for (let first = 0; first < statements.length; first += 4) {
      await Promise.all(statements.slice(first, first + 4).map(dieAt));
    }
  }, 240_000);

  it('applies once where two connections migrate at once', async () => {
    const { url } = makePlace();
    const clients = [createClient({ url, timeout: 5000 }), createClient({ url, timeout: 5000 })];
    const applied = await Promise.all(clients.map(migrateDatabase));
    for (const client of clients) client.close();
    expect(applied.filter((count) => count > 0)).toHaveLength(1);
  });
});

describe('acquireServerLock', () => {
  it('refuses a second server, and is free once the first is killed', async () => {
    const { dataDir } = makePlace();
    const child = startChild('tests/support/children/hold-lock.ts', [dataDir]);
    await waitForWord(child, 'held');
    await expect(acquireServerLock({ dataDir })).rejects.toThrow(
      `Rung is already running with the data in ${dataDir} (process ${child.process.pid})`,
    );
    await expect(prepareDatabase({ url: toUrl(path.join(dataDir, 'rung.db')), dataDir })).rejects.toThrow(
      'already running',
    );
    child.process.kill('SIGKILL');
    await child.ended;
    const lock = await acquireServerLock({ dataDir });
    await lock.release();
  });

  it('waits for a preparation to end', async () => {
    const { dataDir } = makePlace();
    const preparation = await acquireDataLock({ dataDir, purpose: 'prepare' });
    await expect(acquireDataLock({ dataDir, purpose: 'restore' })).rejects.toThrow('is working on the data');
    const served = vi.fn();
    const serving = acquireServerLock({ dataDir }).then((lock) => {
      served();
      return lock.release();
    });
    await expect(acquireDataLock({ dataDir, purpose: 'restore' })).rejects.toThrow('is working on the data');
    expect(served).not.toHaveBeenCalled();
    await preparation.release();
    await serving;
    expect(served).toHaveBeenCalled();
  });
});
