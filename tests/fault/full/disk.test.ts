import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Client, createClient, type Transaction } from '@libsql/client';
import { expect, it } from 'vitest';
import { toUrl } from '../../support/database';
import { type FaultPerson, inventCheckIn, readSavedId, signUpOverHttp } from '../../support/person-over-http';
import { probeSettings, readLongestWaitMs } from '../support/event-loop';
import { makePlace, mount } from '../support/place';
import { readWritten } from '../support/written';

const LONGEST_ANSWER_MS = 5_000;
const LONGEST_LOOP_WAIT_MS = 100;

/** Writes until not one more byte goes in. */
function fill(folder: string): { empty(): void } {
  const file = path.join(folder, 'filler');
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(file, Buffer.alloc(bavail * bsize));
  return { empty: () => rmSync(file) };
}

/** Saves until a save is refused, within 5 s. Gives the ids that were acknowledged and the sentence. */
async function saveUntilRefused(person: FaultPerson, note: string) {
  const ids: string[] = [];
  for (let tries = 0; tries < 500; tries += 1) {
    const began = performance.now();
    const answer = await person.saveCheckIn(inventCheckIn(`${note} ${tries}`));
    expect(performance.now() - began).toBeLessThan(LONGEST_ANSWER_MS);
    const id = readSavedId(answer);
    if (id === null) {
      expect(answer.status).toBe(200);
      const [sentence] = /Rung could not save this: [^<&]*/.exec(answer.text) ?? [];
      return { ids, sentence };
    }
    ids.push(id);
  }
  throw new Error('Every save was taken.');
}

async function lockFile(file: string): Promise<{ unlock(): Promise<void> }> {
  const client: Client = createClient({ url: toUrl(file), timeout: 0 });
  const transaction: Transaction = await client.transaction('write');
  return {
    async unlock() {
      await transaction.rollback();
      client.close();
    },
  };
}

it('says that the disk is full, loses nothing, and goes on by itself when there is room (security 4)', async () => {
  const { server, folder, file } = await makePlace();
  const disk = mount(['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs'], folder);
  await server.start();
  const person = await signUpOverHttp(server.origin);
  const before = readSavedId(await person.saveCheckIn(inventCheckIn('before')));

  const filler = fill(folder);
  const { ids, sentence } = await saveUntilRefused(person, 'while full '.repeat(150));
  expect(sentence).toBe(
    'Rung could not save this: the disk that holds the database is full. Tell whoever runs this server.',
  );
  expect((await person.http.get('/gap')).status).toBe(200);
  expect((await person.http.get('/api/health/live')).status).toBe(200);

  filler.empty();
  const after = readSavedId(await person.saveCheckIn(inventCheckIn('after')));
  expect(after).not.toBeNull();
  const written = await readWritten(file);
  expect(written.checks).toEqual(['ok']);
  expect(written.checkIns.map(({ id }) => id).sort()).toEqual([before, ...ids, after].sort());

  await server.stop();
  const again = fill(folder);
  await expect(server.start()).rejects.toThrow(/is on a full disk|disk that holds the database is full/);
  again.empty();
  await server.start();
  await server.stop();
  disk.unmount();
});

it('says that the disk takes no writes, goes on reading, and recovers by itself (security 4)', async () => {
  const { server, folder, file } = await makePlace();
  await server.start();
  const person = await signUpOverHttp(server.origin);
  await person.saveCheckIn(inventCheckIn('before'));

  const lock = await lockFile(file);
  const readOnly = mount(['--bind', '-o', 'ro', folder], folder);
  // A lock makes the writer open the file anew, by then on a disk that takes no writes.
  setTimeout(() => lock.unlock(), 200);
  const { ids, sentence } = await saveUntilRefused(person, 'while read-only');
  expect(sentence).toBe(
    'Rung could not save this: the disk that holds the database cannot be written to. Tell whoever runs this server.',
  );
  expect((await person.http.get('/gap')).status).toBe(200);

  readOnly.unmount();
  expect(readSavedId(await person.saveCheckIn(inventCheckIn('after')))).not.toBeNull();
  const written = await readWritten(file);
  expect(written.checks).toEqual(['ok']);
  expect(written.checkIns).toHaveLength(ids.length + 2);

  await server.stop();
  const fixed = mount(['--bind', '-o', 'ro', folder], folder);
  await expect(server.start()).rejects.toThrow(/cannot be (made or )?written to/);
  fixed.unmount();
});

it('waits for a lock from outside without blocking, then says so within 5 s, and recovers (security 4)', async () => {
  const probe = path.join(os.tmpdir(), `rung-probe-${process.pid}`);
  const { server, file } = await makePlace(probeSettings(probe));
  await server.start();
  const person = await signUpOverHttp(server.origin);
  // The first drawings of a page with a refused form take their time, lock or no lock.
  const refused = { requestKey: '', note: '' };
  for (let round = 0; round < 10; round += 1)
    await Promise.all(Array.from({ length: 2 }, () => person.saveCheckIn(refused)));
  const lock = await lockFile(file);
  await readLongestWaitMs(server, probe);
  const saving = Array.from({ length: 2 }, (_, one) => saveUntilRefused(person, `locked ${one}`));
  let answers = 0;
  let isLocked = true;
  const asking = (async () => {
    while (isLocked) {
      expect((await person.http.get('/api/health/ready')).status).toBe(200);
      answers += 1;
    }
  })();
  const outcomes = await Promise.all(saving);
  isLocked = false;
  await asking;
  for (const { ids, sentence } of outcomes) {
    expect(ids).toEqual([]);
    expect(sentence).toBe(
      'Rung could not save this: the database is busy with other work. Try again in a few seconds.',
    );
  }
  expect(answers).toBeGreaterThan(20);
  expect(await readLongestWaitMs(server, probe)).toBeLessThan(LONGEST_LOOP_WAIT_MS);
  setTimeout(() => lock.unlock(), 500);
  expect(readSavedId(await person.saveCheckIn(inventCheckIn('after')))).not.toBeNull();
  expect((await readWritten(file)).checkIns).toHaveLength(1);
});
