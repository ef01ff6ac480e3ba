import { EventEmitter, once } from 'node:events';
import { chmodSync, copyFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Client, createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Database, openDatabase } from '@/db/database';
import { StorageUnavailableError } from '@/db/storage-error';
import { copyTemplate, makeFolder, toUrl } from '../support/database';
import { runUnprivileged } from '../support/unprivileged';

async function makeDatabase(): Promise<{ database: Database; file: string; url: string }> {
  const file = path.join(makeFolder(), 'rung.db');
  await copyTemplate(file);
  const url = toUrl(file);
  const database = await openDatabase({ url });
  onTestFinished(() => database.close());
  return { database, file, url };
}

/** One save of several statements: two counters that have to agree. */
async function save(database: Database, key: string): Promise<void> {
  await database.write(async (tx) => {
    for (const name of [key, `${key} again`]) {
      await tx.run(sql`
        insert into throttle (key, count, window_started_at) values (${name}, 1, 'now')
        on conflict (key) do update set count = count + 1`);
      const [row] = await tx.all<{ count: number }>(sql`select count from throttle where key = ${name}`);
      await tx.run(sql`update throttle set blocked_until = ${String(row?.count)} where key = ${name}`);
    }
  });
}

async function countRows(url: string): Promise<number> {
  const client = createClient({ url });
  const { rows } = await client.execute('select count(*) as rows from throttle');
  client.close();
  return Number(rows[0]?.rows);
}

/** Locks the file as another process would, from a connection of its own. */
async function lockFile(url: string): Promise<{ unlock(): Promise<void> }> {
  const client: Client = createClient({ url, timeout: 0 });
  const transaction = await client.transaction('write');
  return {
    async unlock() {
      await transaction.rollback();
      client.close();
    },
  };
}

/** Unlocks the file once the work has met the lock, and the event loop has come round often while the work waits. */
async function unlockInTime<T>(lock: { unlock(): Promise<void> }, work: Promise<T>): Promise<T> {
  const ended = vi.fn();
  work.then(ended, ended);
  for (let turn = 0; turn < 200; turn += 1) await nextTurn();
  expect(ended).not.toHaveBeenCalled();
  await lock.unlock();
  return work;
}

async function catchError(work: Promise<unknown>): Promise<StorageUnavailableError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof StorageUnavailableError) return error;
  throw error ?? new Error('The work succeeded.');
}

/** Counts how often the event loop comes round while the work runs. */
async function countTurns(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isRunning = true;
  const turn = () => {
    turns += 1;
    if (isRunning) setImmediate(turn);
  };
  setImmediate(turn);
  await work;
  isRunning = false;
  return turns;
}

describe('write', () => {
  it('lets 100 saves of several statements at once all succeed, and other work in between (security 2)', async () => {
    const { database, url } = await makeDatabase();
    const keys = Array.from({ length: 100 }, (_, index) => `save ${index}`);
    const turns = await countTurns(Promise.all(keys.map((key) => save(database, key))));
    expect(turns).toBeGreaterThanOrEqual(100);
    expect(await countRows(url)).toBe(200);
  });

  it('leaves nothing of a transaction that throws', async () => {
    const { database, url } = await makeDatabase();
    const failing = database.write(async (tx) => {
      await tx.run(sql`insert into throttle (key, count, window_started_at) values ('a', 1, 'now')`);
      throw new RangeError('changed my mind');
    });
    await expect(failing).rejects.toThrow(RangeError);
    await save(database, 'b');
    expect(await countRows(url)).toBe(2);
  });

  it('refuses a write or a read on another connection inside a transaction', async () => {
    const { database, url } = await makeDatabase();
    await expect(database.write(() => save(database, 'inner'))).rejects.toThrow('use its tx');
    await expect(database.write(() => database.read((reader) => reader.all(sql`select 1`)))).rejects.toThrow(
      'use its tx',
    );
    expect(await countRows(url)).toBe(0);
  });

  it('waits for a lock held from outside, without blocking and without a false answer (security 4)', async () => {
    const { database, url } = await makeDatabase();
    const lock = await lockFile(url);
    await unlockInTime(lock, Promise.all(['a', 'b', 'c'].map((key) => save(database, key))));
    expect(await countRows(url)).toBe(6);
  });

  it('says within 5 seconds that the database is busy, to those who wait in turn too, and recovers', async () => {
    const { database, url } = await makeDatabase();
    const lock = await lockFile(url);
    vi.useFakeTimers({ toFake: ['performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const refused = Promise.all(['a', 'b', 'c'].map((key) => catchError(save(database, key))));
    vi.advanceTimersByTime(5_000);
    const errors = await refused;
    vi.useRealTimers();
    expect(errors.map((error) => error.isBusy)).toEqual([true, true, true]);
    expect(errors[0]?.message).toBe(
      'Rung could not save this: the database is busy with other work. Try again in a few seconds.',
    );
    await lock.unlock();
    await Promise.all(Array.from({ length: 20 }, (_, index) => save(database, `after ${index}`)));
    expect(await countRows(url)).toBe(40);
  });

  it('keeps full sync, foreign keys and a wait of 20 ms on the connection that it opens after a lock (security 1, 4)', async () => {
    const { database, url } = await makeDatabase();
    const lock = await lockFile(url);
    await unlockInTime(lock, save(database, 'a'));
    const settings = await database.write((tx) =>
      tx.all(sql`select synchronous, foreign_keys, journal_mode, timeout
        from pragma_synchronous, pragma_foreign_keys, pragma_journal_mode, pragma_busy_timeout`),
    );
    expect(settings).toEqual([{ synchronous: 2, foreign_keys: 1, journal_mode: 'wal', timeout: 20 }]);
  });

  it('says that the disk is full, saves nothing, and goes on when there is room (security 4)', async () => {
    const { database, url } = await makeDatabase();
    const [size] = await database.write((tx) => tx.all<{ page_count: number }>(sql`pragma page_count`));
    await database.write((tx) => tx.run(sql.raw(`pragma max_page_count = ${size?.page_count}`)));
    const note = 'x'.repeat(100_000);
    const error = await catchError(
      database.write(async (tx) => {
        await tx.run(sql`insert into throttle (key, count, window_started_at) values ('a', 1, 'now')`);
        await tx.run(sql`insert into throttle (key, count, window_started_at) values (${note}, 1, 'now')`);
      }),
    );
    expect(error.isFull).toBe(true);
    expect(await countRows(url)).toBe(0);
    await save(database, 'b');
    expect(await countRows(url)).toBe(2);
  });

  it('says that the file cannot be written to, and recovers without a restart', async () => {
    const { database, file, url } = await makeDatabase();
    const folder = path.dirname(file);
    await save(database, 'a');
    // A lock makes the writer open the file anew, by then as a user who may only read it.
    const lock = await lockFile(url);
    for (const name of [file, `${file}-wal`, `${file}-shm`]) chmodSync(name, 0o444);
    chmodSync(folder, 0o555);
    await runUnprivileged(async () => {
      const error = await unlockInTime(lock, catchError(save(database, 'b')));
      expect(error.isReadOnly).toBe(true);
      expect(await database.read((reader) => reader.all(sql`select key from throttle`))).toHaveLength(2);
    });
    for (const name of [file, `${file}-wal`, `${file}-shm`]) chmodSync(name, 0o644);
    chmodSync(folder, 0o755);
    await save(database, 'c');
    expect(await countRows(url)).toBe(4);
  });

  it('keeps SQL and values out of its errors', async () => {
    const { database } = await makeDatabase();
    const failing = database.write((tx) =>
      tx.run(sql`insert into person (id, email) values ('p1', 'secret@example.org')`),
    );
    const error = await failing.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    const seen = JSON.stringify(error, Object.getOwnPropertyNames(error)) + String(error);
    expect(seen).not.toMatch(/secret|insert into/i);
  });
});

describe('close', () => {
  it('lets the writes under way finish and leaves everything in the one file', async () => {
    const { database, file, url } = await makeDatabase();
    const saves = Array.from({ length: 20 }, (_, index) => save(database, `save ${index}`));
    await database.close();
    await Promise.all(saves);
    const copy = path.join(makeFolder(), 'copy.db');
    copyFileSync(file, copy);
    expect(await countRows(toUrl(copy))).toBe(40);
    expect(await countRows(url)).toBe(40);
  });
});

describe('read', () => {
  it('cannot write', async () => {
    const { database, url } = await makeDatabase();
    const sneaky = database.read((reader) =>
      reader.all(
        sql`insert into throttle (key, count, window_started_at) values ('a', 1, 'now') returning key`,
      ),
    );
    expect((await catchError(sneaky)).isReadOnly).toBe(true);
    expect(await countRows(url)).toBe(0);
  });

  it('goes on while a write is under way and sees only what was committed', async () => {
    const { database } = await makeDatabase();
    const seen: number[] = [];
    const count = async () => {
      const rows = await database.read((reader) => reader.all(sql`select key from throttle`));
      seen.push(rows.length);
    };
    const events = new EventEmitter();
    const begun = once(events, 'written');
    const writing = database.write(async (tx) => {
      await tx.run(sql`insert into throttle (key, count, window_started_at) values ('a', 1, 'now')`);
      events.emit('written');
      await once(events, 'counted');
    });
    await begun;
    await count();
    events.emit('counted');
    await writing;
    await count();
    expect(seen).toEqual([0, 1]);
  });
});
