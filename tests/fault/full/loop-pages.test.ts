import { execFileSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { FormClient } from '../../support/form-client';
import { probeSettings, readLongestWaitMs } from '../support/event-loop';
import { makePlace } from '../support/place';

const LONGEST_LOOP_WAIT_MS = 100;
/** Once in the life of a server, for code that has never run in it. */
const LONGEST_COLD_MS = 150;

/** Every page and file that somebody may ask for, and the dearest question that each takes. */
const PAGES = [
  '/home',
  '/week',
  '/rate?skill=coding',
  '/rate/all',
  '/rate/review',
  '/gap',
  '/evidence',
  '/plan',
  '/plan?settings=open',
  '/plan/compare',
  '/plan/what-if?hourWorth=17',
  '/plan/what-if?hoursPerWeek=13&role=site-reliability-engineer',
  '/plan/replan',
  '/plan/questions',
  '/plan/own',
  '/plan/earlier',
  '/plan/export',
  ...['pdf', 'markdown', 'csv', 'json', 'ics'].map((format) => `/plan/export/${format}`),
  '/progress',
  '/progress/export',
  '/progress/export/csv',
  '/progress/second-look',
  '/progress/second-look/compare',
  '/progress/share',
  '/settings',
  '/settings/work',
  '/settings/security',
  '/settings/data',
  '/settings/ratings',
  '/search?q=restore',
  '/steps/find?q=linux',
  '/method',
  '/method/examples',
];

function seedPeople(folder: string): { email: string; password: string }[] {
  const said = execFileSync(process.execPath, ['scripts/run.mjs', 'seed'], {
    env: { ...process.env, DATA_DIR: folder },
    encoding: 'utf8',
  });
  return [...said.matchAll(/^(\S+@\S+) {2}(\S+) {2}/gm)].map(([, email = '', password = '']) => ({
    email,
    password,
  }));
}

it(`asks every page of people with a plan and never blocks for ${LONGEST_LOOP_WAIT_MS} ms (security 1, 4)`, async () => {
  const probe = path.join(os.tmpdir(), `rung-probe-${process.pid}-pages`);
  const { folder, server } = await makePlace(probeSettings(probe));
  const people = seedPeople(folder);
  expect(people).toHaveLength(3);
  await server.start();
  const waits: Record<string, number> = {};
  for (const person of people) {
    const http = new FormClient(server.origin);
    expect((await http.signIn(person)).status).toBe(303);
    for (const round of ['first', 'second'])
      for (const page of PAGES) {
        await readLongestWaitMs(server, probe);
        const { status } = await http.get(page);
        waits[`${status} ${person.email.split('@')[0]} ${page}, ${round}`] = Math.round(
          await readLongestWaitMs(server, probe),
        );
      }
  }
  const slow = Object.entries(waits).filter(
    ([what, ms]) => ms > (what.endsWith(', first') ? LONGEST_COLD_MS : LONGEST_LOOP_WAIT_MS),
  );
  console.table(
    Object.fromEntries(
      Object.entries(waits)
        .toSorted(([, a], [, b]) => b - a)
        .slice(0, 40),
    ),
  );
  expect(slow).toEqual([]);
}, 1_200_000);
