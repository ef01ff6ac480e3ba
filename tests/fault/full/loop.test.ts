import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { FormClient } from '../../support/form-client';
import { type FaultPerson, signUpOverHttp } from '../../support/person-over-http';
import { probeSettings, readLongestWaitMs } from '../support/event-loop';
import { makePlace } from '../support/place';

const MEGABYTE = 1024 * 1024;
const LONGEST_LOOP_WAIT_MS = 100;
const BOUNDARY = '----WebKitFormBoundaryQ7x2Kp9Zr4Tm8Wv1';
const FORM = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
/** Little enough to leave room for the hidden fields. */
const MOST = MEGABYTE - 20_000;
const FILE = 15 * MEGABYTE;

type Hidden = readonly [string, string][];
type Case = {
  what: string;
  at: '/sign-in' | '/settings' | '/plan' | '/theme' | '/api/auth/callback/password';
  body: (hidden: Hidden) => string;
  headers?: (hidden: Hidden) => Record<string, string>;
};

const part = (head: string, value: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
const field = (name: string, value: string) => part(`name="${name}"`, value);
const close = (parts: readonly string[]) => `${parts.join('')}--${BOUNDARY}--\r\n`;
const listHidden = (hidden: Hidden) => hidden.map(([name, value]) => field(name, value));
const form = (parts: readonly string[]) => (hidden: Hidden) => close([...listHidden(hidden), ...parts]);
const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index));
const file = (text: string) => form([part('name="file"; filename="data.json"', text)]);
const json = (parts: string) => file(`{"format":"rung-data","version":1,${parts}}`);
const ACTION = /[0-9a-f]{42}/;
const asAction = (type: string) => (hidden: Hidden) => ({
  'content-type': type,
  'next-action': ACTION.exec(hidden.flat().join())?.[0] ?? '',
});
const asType = (type: string) => () => ({ 'content-type': type });

const BY_STRANGERS: Case[] = [
  { what: 'two thousand fields', at: '/sign-in', body: form(times(1_990, (at) => field(`f${at}`, 'x'))) },
  {
    what: 'two thousand names of dots',
    at: '/sign-in',
    body: form(times(1_990, (at) => field(`f${at}${'.a'.repeat(190)}`, ''))),
  },
  {
    what: 'two thousand values of one name',
    at: '/sign-in',
    body: form(times(1_990, () => field('email', 'x'))),
  },
  {
    what: 'two thousand files',
    at: '/sign-in',
    body: form(times(1_990, (at) => part(`name="f${at}"; filename="f"`, 'x'))),
  },
  { what: 'a form of 12,000 fields', at: '/sign-in', body: form(times(12_000, (at) => field(`f${at}`, ''))) },
  {
    what: 'actions by the thousand',
    at: '/sign-in',
    body: form(times(1_990, (at) => field(`$ACTION_REF_${at}`, ''))),
  },
  {
    what: 'parts of an action by the thousand',
    at: '/sign-in',
    body: form(times(1_990, (at) => field(`$ACTION_1:${at}`, '[]'))),
  },
  {
    what: 'an address of a megabyte',
    at: '/sign-in',
    body: form([field('email', 'a@'.repeat(MOST / 2)), field('password', 'x')]),
  },
  {
    what: 'brackets below the bound',
    at: '/sign-in',
    body: form([field('$ACTION_1:1', '['.repeat(49_000))]),
  },
  {
    what: 'chunks that refer to one another',
    at: '/sign-in',
    body: () =>
      close([
        ...times(1_990, (at) => field(String(at + 1), `["$${(at + 2).toString(16)}"]`)),
        field('0', '["$1"]'),
      ]),
    headers: (hidden) => ({ ...FORM, 'next-action': asAction('')(hidden)['next-action'] }),
  },
  { what: 'deep JSON', at: '/sign-in', body: () => '['.repeat(49_999), headers: asAction('text/plain') },
  {
    what: 'wide JSON',
    at: '/sign-in',
    body: () => `[${'[],'.repeat(24_000)}0]`,
    headers: asAction('text/plain'),
  },
  {
    what: 'JSON of many keys',
    at: '/sign-in',
    body: () => `[{${times(40_000, (at) => `"${at * 50_000}":0`).join(',')}}]`,
    headers: asAction('text/plain'),
  },
  {
    what: 'huge numbers',
    at: '/sign-in',
    body: () => `[${times(3_000, (at) => `"$n${at}${'9'.repeat(290)}"`).join(',')}]`,
    headers: asAction('text/plain'),
  },
  {
    what: 'JSON for programs',
    at: '/api/auth/callback/password',
    body: () => `{"a":${'['.repeat(24_000)}${']'.repeat(24_000)}}`,
    headers: asType('application/json'),
  },
  {
    what: 'pairs',
    at: '/theme',
    body: () => times(1_990, (at) => `a${at}=${'b'.repeat(500)}`).join('&'),
    headers: asType('application/x-www-form-urlencoded'),
  },
];

const BY_PEOPLE: Case[] = [
  { what: 'a number of a megabyte', at: '/plan', body: form([field('hoursPerWeek', '9'.repeat(MOST))]) },
  {
    what: 'a name of a megabyte',
    at: '/settings',
    body: form([field('name', ' \t'.repeat(MOST / 2)), field('timeZone', 'A/')]),
  },
  { what: 'a file of brackets', at: '/settings', body: file('['.repeat(FILE)) },
  { what: 'a file of spaces', at: '/settings', body: file(' '.repeat(FILE)) },
  { what: 'a file of one text', at: '/settings', body: json(`"a":"${'x'.repeat(FILE)}"`) },
  { what: 'a file that ends early', at: '/settings', body: file(`{"a":"${'x'.repeat(FILE)}`) },
  { what: 'a file of empty records', at: '/settings', body: json(`"checkIns":[${'{},'.repeat(90_000)}{}]`) },
  {
    what: 'a file of five million records',
    at: '/settings',
    body: json(`"checkIns":[${'{},'.repeat(FILE / 3)}{}]`),
  },
  {
    what: 'a file of a million keys',
    at: '/settings',
    body: json(times(900_000, (at) => `"key${at}":0`).join(',')),
  },
  {
    what: 'a file of unknown keys below the bound',
    at: '/settings',
    body: json(times(1_900, (at) => `"key${at}":{"a":[${'0,'.repeat(20)}0]}`).join(',')),
  },
  {
    what: 'a file of nested settings',
    at: '/settings',
    body: json(
      `"account":{"name":"a","email":"a@example.org","timeZone":"UTC","settings":{"a":[${'[],'.repeat(1_900)}0]}}`,
    ),
  },
  {
    what: 'a plan of bad steps',
    at: '/settings',
    body: json(`"plan":{"format":"rung-plan","version":1,"steps":[${'{},'.repeat(1_900)}{}]}`),
  },
  {
    what: 'a check-in of bad ratings',
    at: '/settings',
    body: json(
      `"checkIns":[{"id":"a","takenAt":"2026-01-01T00:00:00Z","ratings":[${'{},'.repeat(1_900)}{}]}]`,
    ),
  },
  {
    what: 'a broken file of many values',
    at: '/settings',
    body: json(`"checkIns":[${'[0,1,2],'.repeat(100_000)}`),
  },
];

/** The hidden fields of the form at an address, where it has one. */
async function readHidden(http: FormClient, at: Case['at']): Promise<Hidden> {
  if (at === '/settings') return http.readForm(at, 'Import');
  if (at === '/plan') return http.readForm(at, 'Make my plan');
  return at === '/sign-in' ? http.readForm(at, 'Sign in') : [];
}

it(`answers the worst request of each kind and never blocks for ${LONGEST_LOOP_WAIT_MS} ms (security 1)`, async () => {
  const probe = path.join(os.tmpdir(), `rung-probe-${process.pid}-loop`);
  const { server } = await makePlace(probeSettings(probe));
  await server.start();
  const person: FaultPerson = await signUpOverHttp(server.origin);
  const stranger = new FormClient(server.origin);
  const waits: Record<string, number> = {};
  const faults: string[] = [];
  const send = async (http: FormClient, { what, at, body, headers }: Case) => {
    const hidden = await readHidden(http, at);
    const init = { method: 'POST', body: body(hidden), headers: headers?.(hidden) ?? FORM };
    await readLongestWaitMs(server, probe);
    const { status } = await http.send(at, init);
    waits[what] = Math.max(Math.round(await readLongestWaitMs(server, probe)), waits[what] ?? 0);
    if (status >= 500) faults.push(`${what}: ${status}`);
  };
  // What is compiled and loaded at first is not what a request costs.
  for (const one of BY_STRANGERS.slice(0, 4)) await send(stranger, one);
  for (const one of BY_PEOPLE.slice(0, 3)) await send(person.http, one);
  for (const what of Object.keys(waits)) delete waits[what];
  for (const one of BY_STRANGERS) await send(stranger, one);
  for (const one of BY_PEOPLE) await send(person.http, one);
  console.table(waits);
  expect(faults).toEqual([]);
  expect(Object.entries(waits).filter(([, ms]) => ms > LONGEST_LOOP_WAIT_MS)).toEqual([]);
});
