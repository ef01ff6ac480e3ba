import path from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '@/db/database';
import { acquireServerLock } from '@/db/lock';
import { prepareDatabase } from '@/db/prepare';
import { hashRows } from '@/db/row-hashes';
import { listCheckIns, saveCheckIn } from '@/lib/queries/check-ins';
import { closeDatabase, installDatabase } from '@/lib/queries/database';
import { startChild } from '../support/child';
import { makeFolder, makePerson, toUrl } from '../support/database';
import { startDatabaseServer } from '../support/database-server';

it('moves a file to a server row for row, once, and never while a server of Rung runs', async () => {
  const dataDir = makeFolder();
  const from = toUrl(path.join(dataDir, 'rung.db'));
  await prepareDatabase({ url: from, dataDir });
  installDatabase(await openDatabase({ url: from }));
  const people = [await makePerson('Ada'), await makePerson('Zoë 🪜')];
  for (const user of people)
    for (let count = 0; count < 3; count += 1)
      await saveCheckIn(user, {
        career: 'devops',
        catalogue: 'c1',
        note: null,
        requestKey: crypto.randomUUID(),
        ratings: [{ skill: 'coding', level: 3, evidence: 'a release', sure: 'low' }],
      });
  await closeDatabase();

  const server = await startDatabaseServer();
  const to = `ws://127.0.0.1:${server.port}`;
  const copy = async () => {
    const child = startChild('scripts/copy-to-server.ts', [to], { DATA_DIR: dataDir, DATABASE_URL: from });
    return { code: await child.ended, output: child.output() };
  };
  const lock = await acquireServerLock({ dataDir });
  expect(await copy()).toMatchObject({ code: 1, output: expect.stringContaining('already running') });
  await lock.release();

  expect(await copy()).toMatchObject({ code: 0, output: expect.stringContaining('the same on both sides') });
  const [there, here] = [await hashRows(to), await hashRows(from)];
  for (const table of ['person', 'check_in', 'rating']) expect(there[table]).toBe(here[table]);
  expect(await copy()).toMatchObject({ code: 1, output: expect.stringContaining('holds data already') });

  installDatabase(await openDatabase({ url: to }));
  for (const user of people) expect(await listCheckIns(user, 'devops')).toHaveLength(3);
  await closeDatabase();
});
