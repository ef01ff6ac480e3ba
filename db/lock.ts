import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { type Client, createClient, type Transaction } from '@libsql/client';
import { makePrivateFile, makePrivateFolder } from './private-folder';
import { Refusal } from './refusal';
import { StorageUnavailableError, toStorageError } from './storage-error';

/** What a process does with the data while no other may. */
export type Purpose = 'serve' | 'prepare' | 'restore' | 'command';

export interface DataLock {
  release(): Promise<void>;
}

const PAUSE_MS = 50;

/** Held locks stay reachable: a collected connection would let go of its lock. */
const held = new Set<Transaction>();

/**
 * Makes this process the only one that may change the data. The lock is an open transaction on a file of its own, so the
 * system frees it with the process, however that ends. Throws a Refusal when another process still holds it after `waitMs`.
 */
export async function acquireDataLock({
  dataDir,
  purpose,
  waitMs = 0,
}: {
  dataDir: string;
  purpose: Purpose;
  waitMs?: number;
}): Promise<DataLock> {
  const file = path.join(dataDir, 'rung.lock');
  makeDataDir(dataDir);
  const deadline = performance.now() + waitMs;
  for (;;) {
    const lock = await tryLock(file, purpose);
    if (lock) return lock;
    const holder = readHolder(file);
    if (performance.now() >= deadline || holder.purpose === 'serve')
      throw new Refusal(describeHolder(holder, dataDir));
    await wait(PAUSE_MS);
  }
}

/** The lock of the one server that may use a database file. Waits for a preparation to end, not for another server. */
export function acquireServerLock({ dataDir }: { dataDir: string }): Promise<DataLock> {
  return acquireDataLock({ dataDir, purpose: 'serve', waitMs: 60_000 });
}

function makeDataDir(dataDir: string): void {
  try {
    makePrivateFolder(dataDir);
  } catch {
    throw new Refusal(
      `The folder ${dataDir} cannot be made. Set DATA_DIR to a folder that Rung may write to.`,
    );
  }
}

async function tryLock(file: string, purpose: Purpose): Promise<DataLock | null> {
  let client: Client | undefined;
  try {
    makePrivateFile(file);
    client = createClient({ url: pathToFileURL(file).href, timeout: 0 });
    const transaction = await client.transaction('write');
    // On a file that may only be read a transaction begins, yet locks nothing: it takes a write to know.
    await transaction.execute('PRAGMA user_version = 1');
    writeFileSync(`${file}.json`, JSON.stringify({ pid: process.pid, purpose }), { mode: 0o600 });
    return hold(client, transaction);
  } catch (thrown) {
    client?.close();
    const error = toStorageError(thrown, 'save');
    if (error instanceof StorageUnavailableError && error.isBusy) return null;
    const isFull = (error instanceof StorageUnavailableError && error.isFull) || hasCode(error, 'ENOSPC');
    const what = isFull ? 'is on a full disk' : 'cannot be written to';
    throw new Refusal(`The folder ${path.dirname(file)} ${what}, so Rung cannot keep data there.`);
  }
}

function hold(client: Client, transaction: Transaction): DataLock {
  held.add(transaction);
  return {
    async release() {
      if (!held.delete(transaction)) return;
      await transaction.rollback();
      client.close();
    },
  };
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

type Holder = { pid?: number; purpose?: Purpose };

function readHolder(file: string): Holder {
  try {
    return JSON.parse(readFileSync(`${file}.json`, 'utf8'));
  } catch {
    return {};
  }
}

function describeHolder({ pid, purpose }: Holder, dataDir: string): string {
  const who = pid === undefined ? 'Another process' : `Process ${pid}`;
  return purpose === 'serve'
    ? `Rung is already running with the data in ${dataDir} (process ${pid}). Stop it first, or set DATA_DIR to another folder.`
    : `${who} is working on the data in ${dataDir}. Try again when it is done.`;
}
