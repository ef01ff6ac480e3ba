import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '@libsql/client';
import { expect, it } from 'vitest';
import { FormClient } from '../../support/form-client';
import {
  type CheckInForm,
  type FaultPerson,
  inventCheckIn,
  RATINGS_A_CHECK_IN,
  readSavedId,
  signUpOverHttp,
} from '../../support/person-over-http';
import { type Cluster, startCluster } from '../support/cluster';

const OUTAGE_MS = 30_000;
const LONGEST_ANSWER_MS = 5_000;

/** The same person in the same browser, by way of another app process. */
function throughApp(person: FaultPerson, origin: string): FormClient {
  const client = new FormClient(origin);
  for (const [name, value] of person.http.cookies) client.cookies.set(name, value);
  return client;
}

async function readCheckIns(cluster: Cluster): Promise<{ id: string; note: string; ratings: number }[]> {
  const client = createClient({ url: `http://127.0.0.1:${cluster.primary.port}` });
  const { rows } = await client.execute(
    `select id, note, (select count(*) from rating as r
      where r.person_id = c.person_id and r.check_in_id = c.id) as ratings from check_in as c`,
  );
  client.close();
  return rows.map((row) => ({ id: String(row.id), note: String(row.note), ratings: Number(row.ratings) }));
}

it('shares people among app processes, and loses nothing as replica, app and primary go (security 1, 3, 4)', async () => {
  const cluster = await startCluster();
  const [first, second] = cluster.apps;
  if (!first || !second) throw new Error('Two app processes are needed.');
  const person = await signUpOverHttp(first.origin);
  const saved = new Map<string, CheckInForm>();
  const save = async (form = inventCheckIn(), browser = person.http) => {
    const id = readSavedId(await person.saveCheckIn(form, browser));
    if (id !== null) saved.set(id, form);
    return id;
  };

  // What one app saved, the other shows at once; one session serves both.
  for (let round = 0; round < 5; round += 1) {
    const id = await save();
    const page = await throughApp(person, second.origin).get(`/progress/${id}`);
    expect(page.status).toBe(200);
  }

  await cluster.replica.kill();
  expect(await save()).not.toBeNull();
  expect((await person.http.get('/gap')).status).toBe(200);
  await cluster.replica.start();

  // An app dies with a save under way; the same form through the other one makes no second check-in.
  const retried = inventCheckIn();
  const cut = person.saveCheckIn(retried).catch(() => null);
  await first.stop('SIGKILL');
  await cut;
  const elsewhere = throughApp(person, second.origin);
  expect(await save(retried, elsewhere)).not.toBeNull();
  expect(await save(retried, elsewhere)).not.toBeNull();
  await first.start();
  expect(await save(retried)).not.toBeNull();

  // Failures count wherever they come in.
  const stranger = { email: person.email, password: 'not the password of anybody' };
  const guess = async (origin: string) => (await new FormClient(origin).signIn(stranger)).text;
  for (let turn = 0; turn < 5; turn += 1)
    for (const app of cluster.apps) expect(await guess(app.origin)).toContain('do not belong together');
  for (const app of cluster.apps) expect(await guess(app.origin)).toContain('Too many sign-ins went wrong');

  // The replica catches up, so that it is good for this person's reads.
  await wait(5_000);
  await cluster.primary.kill();
  const goneAt = performance.now();
  while (performance.now() - goneAt < OUTAGE_MS) {
    const began = performance.now();
    const answer = await person.saveCheckIn(inventCheckIn('while gone'));
    expect(performance.now() - began).toBeLessThan(LONGEST_ANSWER_MS);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('the database does not answer. Try again in a minute.');
    expect((await throughApp(person, second.origin).get('/gap')).status).toBe(200);
  }
  await cluster.primary.start();
  const again = inventCheckIn('after');
  for (let tries = 0; (await save(again)) === null; tries += 1) {
    expect(tries).toBeLessThan(20);
    await wait(500);
  }
  const there = await readCheckIns(cluster);
  expect(there.map(({ id }) => id).sort()).toEqual([...saved.keys()].sort());
  for (const { ratings } of there) expect(ratings).toBe(RATINGS_A_CHECK_IN);
});
