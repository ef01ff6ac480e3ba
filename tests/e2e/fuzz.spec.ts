import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { FormClient } from '../support/form-client';
import { junkText } from '../support/input-arbitrary';

// Every way in that the build knows, with what no page of it would send.

const SEED = 20261122;
/** At each page and action, of which there are dozens; what renders no page is quick, and gets more. */
const EACH = 12;
const EACH_QUICK = 40;
const IMPORTS = 200;
const AT_ONCE = 4;
const MEGABYTE = 1024 * 1024;
/** A line of a trace says where it is; “data at risk. (Coding, level 3)” does not. */
const TRACE =
  /\bat (?:async |new )?[\w.<>]+ (?:\[as \w+\] )?\((?:[^\n]{1,300}?:\d+:\d+\)|(?:<|&lt;)anonymous|native|index \d)|\bat (?:file:|node:)|node_modules|SQLITE|drizzle|ZodError/;
const OWN_ID = '0'.repeat(20);

type Ask = { path: string; init?: RequestInit };
type Action = { id: string; name: string; route: string };

const readManifest = (name: string) => JSON.parse(readFileSync(`.next/${name}`, 'utf8'));
const routes: [file: string, route: string][] = Object.entries<string>(
  readManifest('app-path-routes-manifest.json'),
).filter(([, route]) => !route.startsWith('/_'));
const fill = (route: string) => route.replaceAll(/\[[^\]]+\]/g, OWN_ID);

/** Pages that are the same for everybody read nothing, and neither does a source without one of these words. */
function readsInput([file]: [string, string]): boolean {
  const source = ['tsx', 'ts'].map((ending) => path.join('app', `${file}.${ending}`));
  const text = source.map((name) => {
    try {
      return readFileSync(name, 'utf8');
    } catch {
      return '';
    }
  });
  return /searchParams|params|request|handlers/.test(text.join(''));
}

function listActions(): Action[] {
  type Listed = { exportedName: string; workers: Record<string, unknown> };
  const routeOf = new Map(routes.map(([file, route]) => [`app${file}`, route]));
  return Object.entries<Listed>(readManifest('server/server-reference-manifest.json').node).map(
    ([id, { exportedName, workers }]) => {
      const route = Object.keys(workers).flatMap((page) => routeOf.get(page) ?? [])[0];
      if (route === undefined) throw new Error(`No page has the action ${exportedName}.`);
      return { id, name: exportedName, route };
    },
  );
}

const fieldName = fc.oneof(
  fc.constantFrom('email', 'password', 'newPassword', 'id', 'step', 'status', 'basedOn', 'role', 'pendingId'),
  fc.constantFrom(
    'ratings.coding.level',
    'ratings.__proto__.level',
    'hoursPerWeek',
    'start',
    'file',
    'theme',
  ),
  junkText,
);
const fieldValue = fc.oneof(
  fc.constantFrom('3', 'ada@example.org', 'devops-engineer', '2026-11-30'),
  junkText,
);
const fields = fc.array(fc.tuple(fieldName, fieldValue), { maxLength: 5 });
const argument = fc.oneof(
  { weight: 8, arbitrary: fc.constant('[null,"$K1"]') },
  {
    weight: 2,
    arbitrary: fc.oneof(
      junkText,
      fc.json(),
      fc.constantFrom('["$Q1"]', '["$F1"]', '[null,"$B1"]', '["$@2","$K1"]', '['.repeat(50_000)),
    ),
  },
);

const actionBody = fc.tuple(argument, fields, fc.boolean()).map(([first, pairs, hasFile]) => {
  const form = new FormData();
  form.append('0', first);
  for (const [name, value] of pairs) form.append(`1_${name}`, value);
  if (hasFile) form.append('1_file', new File(['{"checkIns":[{}]}', '\0'], 'data.json'));
  return form;
});

const segment = fc.oneof(
  fc.constantFrom('csv', 'data-1.json', 'x.ics', 'signin', 'callback', '..', '%2e%2e%2f', '%00', '%E0%A4%A'),
  junkText.map((text) => encodeURIComponent(Buffer.from(text).toString())),
);
const query = fc
  .array(fc.tuple(fieldName, fieldValue), { maxLength: 4 })
  .map((pairs) => new URLSearchParams(pairs).toString());

function buildAddress(route: string): fc.Arbitrary<string> {
  const parts = route.split('/').map((part) => (part.startsWith('[') ? segment : fc.constant(part)));
  return fc.tuple(fc.tuple(...parts), query).map(([steps, asked]) => `${steps.join('/')}?${asked}`);
}

let clients = 0;
async function openClient(baseURL: string | undefined, isSignedIn: boolean): Promise<FormClient> {
  clients += 1;
  const client = new FormClient(baseURL ?? '', {
    'x-forwarded-for': `2001:db8:f022:${clients.toString(16)}::${process.pid.toString(16).slice(-4)}`,
  });
  const account = { email: `${randomUUID()}@example.org`, password: `ladder ${randomUUID()}` };
  if (isSignedIn) expect((await client.signUp(account)).location).toBe('/rate');
  return client;
}

/** Sends all, a few at once, and answers what no program of ours may answer. */
async function findFaults(client: FormClient, asked: readonly Ask[]): Promise<string[]> {
  const faults: string[] = [];
  const queue = [...asked];
  const work = async () => {
    for (let ask = queue.pop(); ask !== undefined; ask = queue.pop()) {
      const { status, text } = await client.send(ask.path, ask.init);
      const trace = TRACE.exec(text)?.[0];
      if (status >= 500 || trace)
        faults.push(`${ask.path.slice(0, 200)}: ${status} ${trace ?? ''} ${text.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return faults;
}

test('security 16: actions and the import answer whatever is sent to them', async ({ baseURL }) => {
  const actions = listActions();
  expect(actions.length).toBeGreaterThan(20);
  const person = await openClient(baseURL, true);
  // Bound to the person, so that what is sent gets as far as the form's own checks.
  const owner = (await person.readForm('/settings', 'Save settings')).find(([name]) => name === '$drawn-for');
  for (const { id, name, route } of actions) {
    const headers = { 'next-action': id };
    const numRuns = name === 'importAction' ? IMPORTS : EACH;
    const bodies = fc.sample(actionBody, { numRuns, seed: SEED });
    for (const body of bodies) body.append('1_$drawn-for', owner?.[1] ?? '');
    const asked = bodies.map((body) => ({ path: fill(route), init: { method: 'POST', headers, body } }));
    expect.soft(await findFaults(person, asked), name).toEqual([]);
  }
});

test('security 16: pages, downloads and addresses for programs answer whatever is asked of them', async ({
  baseURL,
}) => {
  const reading = routes.filter(readsInput);
  expect(reading.length).toBeGreaterThan(20);
  const person = await openClient(baseURL, true);
  for (const [file, route] of reading) {
    const numRuns = file.endsWith('/route') ? EACH_QUICK : EACH;
    const addresses = fc.sample(buildAddress(route), { numRuns, seed: SEED });
    const asked = addresses.map((address, at) => ({
      path: address,
      // Every other one with a body, which a page takes only as a form.
      ...(at % 2 === 0 || !file.endsWith('/route') ? {} : { init: { method: 'POST', body: '{"email":["' } }),
    }));
    expect.soft(await findFaults(person, asked), route).toEqual([]);
  }
});

/** Fields that the pages look for in their addresses, and what every object of a program has by such names. */
const NAMES = listAddressFields();
const WORDS = [
  'constructor',
  '__proto__',
  'toString',
  'length',
  '\u202e😀',
  '9999-12-31',
  '0001-01-01',
  '1e400',
];

function listAddressFields(): string[] {
  const sources = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join('app', file), 'utf8'));
  const named = sources.flatMap((text) => [
    ...[...text.matchAll(/\b(?:search|query)\.([a-zA-Z]+)/g)].map(([, name = '']) => name),
    ...[...text.matchAll(/Record<((?:'\w+'(?: \| )?)+), string \| string\[\]>/g)].flatMap(([, names = '']) =>
      [...names.matchAll(/\w+/g)].map(([name]) => name),
    ),
    ...[...text.matchAll(/\b([a-zA-Z]+)\?: string \| string\[\]/g)].map(([, name = '']) => name),
  ]);
  return [
    ...new Set([...named, 'skill', 'coding', 'except', 'hoursPerWeek', 'start', 'callbackUrl', '__proto__']),
  ];
}

test('security 16.o: no page takes what every object has for something of its own', async ({ baseURL }) => {
  test.setTimeout(300_000);
  expect(NAMES.length).toBeGreaterThan(15);
  const person = await openClient(baseURL, true);
  const inAddress = (names: readonly string[], word: string) =>
    names.map((name) => `${name}=${encodeURIComponent(word)}`).join('&');
  for (const [, route] of routes.filter(readsInput)) {
    const ids = route.includes('[') ? WORDS : [];
    const asked = [
      ...WORDS.map((word) => `${fill(route)}?${inAddress(NAMES, word)}`),
      `${fill(route)}?${inAddress([...NAMES, ...NAMES], '__proto__')}`,
      ...ids.map((word) => route.replaceAll(/\[[^\]]+\]/g, encodeURIComponent(word))),
    ].map((address) => ({ path: address }));
    expect.soft(await findFaults(person, asked), route).toEqual([]);
  }
});

test('security 16: a wrong method, type, encoding or size is answered with what is wrong', async ({
  baseURL,
}) => {
  const person = await openClient(baseURL, true);
  const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
  const post = async (address: string, init: RequestInit) =>
    (await person.send(address, { method: 'POST', ...init })).status;
  const wrong: string[] = [];
  for (const [, route] of routes) {
    const address = fill(route);
    const tooLarge = Buffer.alloc((address === '/settings' ? 16 : 1) * MEGABYTE + 1, 'a');
    const answered = {
      method: (await person.send(address, { method: 'DELETE' })).status,
      type: await post(address, { headers: { 'content-type': 'application/xml' }, body: '<a/>' }),
      encoding: await post(address, { headers: { ...multipart, 'content-encoding': 'gzip' }, body: 'x' }),
      form: await post(address, { headers: multipart, body: 'not a form' }),
      size: await post(address, { headers: multipart, body: tooLarge }),
      chunked: await post(address, {
        headers: multipart,
        body: new Blob([tooLarge]).stream(),
        duplex: 'half',
      } as RequestInit),
    };
    // The calendar's address takes no body at all, whatever it is.
    const expected = route.startsWith('/feed/')
      ? { method: 405, type: 405, encoding: 405, form: 405, size: 405, chunked: 405 }
      : { method: 405, type: 415, encoding: 415, form: 400, size: 413, chunked: 413 };
    if (JSON.stringify(answered) !== JSON.stringify(expected))
      wrong.push(`${route}: ${JSON.stringify(answered)}`);
  }
  expect(wrong).toEqual([]);
});
