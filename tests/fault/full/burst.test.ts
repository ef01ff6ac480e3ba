import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import {
  inventCheckIn,
  RATINGS_A_CHECK_IN,
  readSavedId,
  signUpOverHttp,
} from '../../support/person-over-http';
import { probeSettings, readLongestWaitMs } from '../support/event-loop';
import { makePlace, mount } from '../support/place';
import { readWritten } from '../support/written';

const SAVES = 100;
const LONGEST_LOOP_WAIT_MS = 100;

it(`takes ${SAVES} saves at once, none busy, and never blocks for ${LONGEST_LOOP_WAIT_MS} ms (security 2)`, async () => {
  const probe = path.join(os.tmpdir(), `rung-probe-${process.pid}`);
  const { server, folder, file } = await makePlace(probeSettings(probe));
  // A disk's own pauses, which the driver waits for, are not what this is about.
  mount(['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs'], folder);
  await server.start();
  const person = await signUpOverHttp(server.origin);
  await Promise.all(Array.from({ length: 20 }, () => person.saveCheckIn(inventCheckIn())));
  await readLongestWaitMs(server, probe);
  const answers = await Promise.all(
    Array.from({ length: SAVES }, () => person.saveCheckIn(inventCheckIn('at once'))),
  );
  const longestMs = await readLongestWaitMs(server, probe);
  expect(new Set(answers.map(readSavedId)).size).toBe(SAVES);
  const written = await readWritten(file);
  const atOnce = written.checkIns.filter(({ note }) => note === 'at once');
  expect(atOnce.map(({ ratings }) => ratings)).toEqual(Array(SAVES).fill(RATINGS_A_CHECK_IN));
  console.log(`The event loop waited ${longestMs.toFixed(0)} ms at most.`);
  expect(longestMs).toBeLessThan(LONGEST_LOOP_WAIT_MS);
});
