import path from 'node:path';
import { createClient } from '@libsql/client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '@/db/database';
import { followOwnWrites, type OwnWrites } from '@/db/own-writes';
import { prepareDatabase } from '@/db/prepare';
import { listCheckIns, saveCheckIn } from '@/lib/queries/check-ins';
import { closeDatabase, installDatabase } from '@/lib/queries/database';
import { endSession, getLiveSession, startSession } from '@/lib/queries/sessions';
import { makeFolder, makePerson } from '../support/database';
import { findFreePort } from '../support/free-port';
import { type DatabaseServer, spawnDatabaseServer } from '../support/sqld';
import { startStallingProxy } from '../support/stalling-proxy';

let primary: DatabaseServer;
let replica: DatabaseServer;
let proxy: Awaited<ReturnType<typeof startStallingProxy>>;

beforeAll(async () => {
  const folder = makeFolder();
  const offersAt = await findFreePort();
  primary = await spawnDatabaseServer(path.join(folder, 'primary'), { offersAt });
  proxy = await startStallingProxy(offersAt);
  const url = `ws://127.0.0.1:${primary.port}`;
  await prepareDatabase({ url, dataDir: makeFolder() });
  replica = await spawnDatabaseServer(path.join(folder, 'replica'), { followsAt: proxy.port });
  installDatabase(await openDatabase({ url, readUrl: `ws://127.0.0.1:${replica.port}` }));
  await until(async () => (await readHeartbeat().catch(() => 0)) > 0);
});

afterAll(async () => {
  await closeDatabase();
  await replica.kill();
  await primary.kill();
  proxy.close();
});

const checkIn = () => ({
  career: 'devops',
  catalogue: 'c1',
  note: null,
  requestKey: crypto.randomUUID(),
  ratings: [{ skill: 'coding', level: 3, evidence: null, sure: 'low' } as const],
});

/** What a request sees whose browser remembers that write. */
const see = (own: OwnWrites, user: Awaited<ReturnType<typeof makePerson>>) =>
  followOwnWrites({ ...own }, async () => (await listCheckIns(user, 'devops')).length);

/** One number, from the replica itself. */
async function askReplica(query: string): Promise<number> {
  const client = createClient({ url: `http://127.0.0.1:${replica.port}` });
  const { rows } = await client.execute(query);
  client.close();
  return Number(rows[0]?.[0]);
}

const readHeartbeat = () => askReplica('select at from heartbeat');

const until = (hasCome: () => Promise<boolean>) => vi.waitUntil(hasCome, { timeout: 50_000 });

describe('a replica', () => {
  it('serves reads, and shows a person their own writes at once while it lags', async () => {
    const user = await makePerson();
    await saveCheckIn(user, checkIn());
    await until(async () => (await askReplica('select count(*) from check_in')) === 1);

    proxy.stall();
    const own: OwnWrites = { lastAt: null };
    await followOwnWrites(own, () => saveCheckIn(user, checkIn()));
    expect(own.lastAt).not.toBeNull();
    expect(await see(own, user)).toBe(2);
    await until(async () => (await see({ lastAt: null }, user)) === 1);

    proxy.resume();
    await until(async () => (await see({ lastAt: null }, user)) === 2);
  });

  it('lets no session live on that was ended while it lagged', async () => {
    const personId = await makePerson();
    const sessionId = await startSession({ personId, userAgent: null, address: null, lifetimeSeconds: 60 });
    expect(await getLiveSession({ sessionId, personId })).not.toBeNull();
    proxy.stall();
    await endSession(sessionId);
    expect(await getLiveSession({ sessionId, personId })).toBeNull();
    proxy.resume();
  });

  it('is done without while it is gone, and stands in for the primary in reads that it is good for', async () => {
    const user = await makePerson();
    const own: OwnWrites = { lastAt: null };
    await followOwnWrites(own, () => saveCheckIn(user, checkIn()));
    await until(async () => (await see({ lastAt: null }, user)) === 1);
    await replica.kill();
    expect(await see({ lastAt: null }, user)).toBe(1);
    await followOwnWrites(own, () => saveCheckIn(user, checkIn()));
    await replica.start();
    await until(async () => (await see({ lastAt: null }, user)) === 2);
    await until(async () => (await readHeartbeat()) > (own.lastAt ?? 0) + 2_000);
    expect(await see(own, user)).toBe(2);

    await primary.kill();
    expect(await see({ lastAt: null }, user)).toBe(2);
    expect(await see(own, user)).toBe(2);
    const later = { lastAt: Date.now() + 60_000 };
    await expect(see(later, user)).rejects.toMatchObject({ isUnreachable: true });
    await expect(saveCheckIn(user, checkIn())).rejects.toMatchObject({ isUnreachable: true });
    await primary.start();
    await until(() =>
      saveCheckIn(user, checkIn()).then(
        () => true,
        () => false,
      ),
    );
    await until(async () => (await see({ lastAt: null }, user)) >= 3);
  });
});
