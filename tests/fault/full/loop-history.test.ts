import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { FormClient } from '../../support/form-client';
import { readHiddenFields } from '../../support/hidden-fields';
import { buildHistoryFile } from '../../support/history';
import { inventCheckIn, signUpOverHttp } from '../../support/person-over-http';
import { probeSettings, readLongestWaitMs } from '../support/event-loop';
import { makePlace } from '../support/place';

const LONGEST_LOOP_WAIT_MS = 100;
/** What a person may have at most, brought in files that a form takes. */
const FILES = 4;
const CHECK_INS_A_FILE = 1_250;
const EVERY_DAYS = 3;

const PAGES = [
  '/home',
  '/gap',
  '/plan',
  '/rate?skill=coding',
  '/rate/all',
  '/progress',
  '/settings',
  '/settings/security',
  '/settings/data',
  '/settings/ratings',
];

async function importHistory(http: FormClient, part: number): Promise<void> {
  const text = buildHistoryFile(CHECK_INS_A_FILE, {
    prefix: `part-${part}`,
    everyDays: EVERY_DAYS,
    endDaysAgo: 7 + part * CHECK_INS_A_FILE * EVERY_DAYS,
  });
  const file = new Blob([text], { type: 'application/json' });
  const shown = await http.submit('/settings', 'Import', { file });
  const confirmed = await http.post('/settings', readHiddenFields(shown.text, 'Confirm import'), {});
  expect(confirmed.location).toBe(`/settings?imported=${CHECK_INS_A_FILE}`);
}

it(`serves a person who has as much as a person may have and never blocks for ${LONGEST_LOOP_WAIT_MS} ms, from the first request on (security 1)`, async () => {
  const probe = path.join(os.tmpdir(), `rung-probe-${process.pid}-history`);
  const { server } = await makePlace(probeSettings(probe));
  await server.start();
  const { http, saveCheckIn } = await signUpOverHttp(server.origin);
  const waits: Record<string, number> = {};
  const measure = async (what: string, work: () => Promise<unknown>) => {
    await readLongestWaitMs(server, probe);
    await work();
    waits[what] = Math.round(await readLongestWaitMs(server, probe));
  };
  for (let part = 0; part < FILES; part += 1)
    await measure(`import ${part + 1}`, () => importHistory(http, part));
  // At its limit, so that nothing more is taken; what that costs counts as well.
  await measure('a check-in too many', () => saveCheckIn(inventCheckIn()));
  await server.stop();
  await server.start();
  for (const round of ['first', 'second'])
    for (const page of PAGES)
      await measure(`${page}, ${round}`, async () => expect((await http.get(page)).status).toBe(200));
  console.table(waits);
  expect(Object.entries(waits).filter(([, ms]) => ms > LONGEST_LOOP_WAIT_MS)).toEqual([]);
});
