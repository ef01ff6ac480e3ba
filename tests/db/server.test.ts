import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { openDatabase } from '@/db/database';
import { prepareDatabase } from '@/db/prepare';
import { listCheckIns, saveCheckIn } from '@/lib/queries/check-ins';
import { closeDatabase, getDatabase, installDatabase } from '@/lib/queries/database';
import { listLatestRatings } from '@/lib/queries/latest-ratings';
import { makeFolder, makePerson } from '../support/database';
import { startDatabaseServer } from '../support/database-server';
import { startStallingProxy } from '../support/stalling-proxy';

const checkIn = () => ({
  career: 'devops',
  catalogue: 'c1',
  note: null,
  requestKey: crypto.randomUUID(),
  ratings: [{ skill: 'coding', level: 3, evidence: null, sure: 'low' } as const],
});

it.each(['ws', 'http'])(
  'saves, refuses while the server is gone and recovers by itself over %s',
  async (scheme) => {
    const server = await startDatabaseServer();
    const url = `${scheme}://127.0.0.1:${server.port}`;
    const dataDir = makeFolder();
    const starts = await Promise.all([
      prepareDatabase({ url, dataDir }),
      prepareDatabase({ url, dataDir: makeFolder() }),
    ]);
    expect(starts.filter((start) => start.migrationsApplied > 0)).toHaveLength(1);
    expect(await prepareDatabase({ url, dataDir })).toMatchObject({ migrationsApplied: 0 });
    installDatabase(await openDatabase({ url }));

    const user = await makePerson();
    await Promise.all(Array.from({ length: 20 }, () => saveCheckIn(user, checkIn())));
    expect(await listCheckIns(user, 'devops')).toHaveLength(20);
    const twice = checkIn();
    expect((await saveCheckIn(user, twice)).id).toBe((await saveCheckIn(user, twice)).id);

    await server.kill();
    const answers = await Promise.allSettled([
      saveCheckIn(user, checkIn()),
      listLatestRatings(user, 'devops'),
    ]);
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 'rejected', reason: { isUnreachable: true } });
    }
    await expect(prepareDatabase({ url, dataDir })).rejects.toThrow('could not be made ready');

    await server.start();
    expect(await listLatestRatings(user, 'devops')).toHaveLength(1);
    await saveCheckIn(user, checkIn());
    expect(await listCheckIns(user, 'devops')).toHaveLength(22);
    await closeDatabase();
  },
);

it('waits for another process’s transaction on the server, and enforces owners there', async () => {
  const server = await startDatabaseServer();
  const url = `http://127.0.0.1:${server.port}`;
  await prepareDatabase({ url, dataDir: makeFolder() });
  installDatabase(await openDatabase({ url }));
  const user = await makePerson();
  const other = createClient({ url });
  const transaction = await other.transaction('write');
  await transaction.execute(
    `insert into throttle (key, count, window_started_at) values ('other', 1, 'now')`,
  );
  const saved = vi.fn();
  const saving = saveCheckIn(user, checkIn()).then(saved);
  for (let question = 0; question < 20; question += 1) await other.execute('select count(*) from person');
  expect(saved).not.toHaveBeenCalled();
  await transaction.commit();
  await saving;
  expect(await listCheckIns(user, 'devops')).toHaveLength(1);
  other.close();
  const orphan = getDatabase().write((tx) =>
    tx.run(sql`insert into credential (person_id, password_hash, changed_at) values ('nobody', 'h', 'now')`),
  );
  await expect(orphan).rejects.toThrow('FOREIGN KEY');
  await closeDatabase();
});

it('waits once for a server that hangs, so that a request of many questions is answered within 5 s (security 4)', async () => {
  const server = await startDatabaseServer();
  const proxy = await startStallingProxy(server.port);
  const url = `ws://127.0.0.1:${proxy.port}`;
  await prepareDatabase({ url, dataDir: makeFolder() });
  installDatabase(await openDatabase({ url }));
  const user = await makePerson();
  proxy.stall();
  await expect(listCheckIns(user, 'devops')).rejects.toMatchObject({ code: 'TIMEOUT', isUnreachable: true });
  const next = [saveCheckIn(user, checkIn()), listCheckIns(user, 'devops')];
  for (const question of await Promise.allSettled(next))
    expect(question).toMatchObject({ reason: { code: 'SILENT', isUnreachable: true } });
  proxy.resume();
  await vi.waitFor(() => saveCheckIn(user, checkIn()), { timeout: 30_000 });
  expect(await listCheckIns(user, 'devops')).toHaveLength(1);
  await closeDatabase();
  proxy.close();
});
