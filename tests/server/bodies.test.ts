import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { PATIENCE } from '@/server/front/intake';
import { MOST_FIELDS, MOST_FILES } from '@/server/front/weigh';
import { openFront } from '@/tests/support/open-front';
import { buildRequest, sendRaw } from '@/tests/support/raw-request';

const MEGABYTE = 1024 * 1024;
const BOUNDARY = 'a-boundary-of-this-test';
const FORM = `multipart/form-data; boundary=${BOUNDARY}`;

let local: Awaited<ReturnType<typeof openFront>>;
let hurried: Awaited<ReturnType<typeof openFront>>;
/** Only a pause is too long for it, so that the one deadline does not stand in for the other. */
let impatient: Awaited<ReturnType<typeof openFront>>;
const opened: Server[] = [];
const sockets: Socket[] = [];

beforeAll(async () => {
  local = await openFront({});
  hurried = await openFront({}, { ...PATIENCE, pauseMs: 300, usualMs: 900, importMs: 900 });
  impatient = await openFront({}, { ...PATIENCE, pauseMs: 300 });
  opened.push(...local.servers, ...hurried.servers, ...impatient.servers);
});

afterAll(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of opened) server.close().closeAllConnections();
});

type Sent = { body?: string | Buffer | undefined; headers?: Record<string, string> };

const post = (path: string, { body, headers }: Sent = {}) => {
  const origin = `http://127.0.0.1:${local.port}`;
  return fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { origin, 'content-type': 'text/plain', ...headers },
    ...(body === undefined ? {} : { body: body as BodyInit }),
  });
};
const status = (answer: string) => Number(answer.slice(9, 12));
const chunked = (parts: Buffer[]) => [
  ...parts.flatMap((part) => [`${part.length.toString(16)}\r\n`, part, '\r\n']),
  '0\r\n\r\n',
];
const field = (head: string, value: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
const buildForm = (parts: readonly string[]) => `${parts.join('')}--${BOUNDARY}--\r\n`;
const postForm = (path: string, parts: readonly string[], headers: Record<string, string> = {}) =>
  post(path, { body: buildForm(parts), headers: { 'content-type': FORM, ...headers } });
const file = (bytes: number) => field('name="file"; filename="data.json"', 'a'.repeat(bytes));
const headersOf = (who: string, bytes: number) => ({
  'content-type': FORM,
  origin: 'http://localhost',
  'content-length': String(bytes),
  cookie: `who=${who}`,
});

/** Announces a body, sends its beginning and then nothing more. */
async function beginImport(who: string, { announced, sent }: { announced: number; sent: number }) {
  const socket = connect(local.port, '127.0.0.1');
  sockets.push(socket);
  const head = buildRequest('POST /settings', { ...headersOf(who, announced), connection: 'keep-alive' });
  await new Promise<void>((resolve) => socket.write(head + file(sent).slice(0, sent), () => resolve()));
}

describe('bodies', () => {
  it('passes one of the largest size whole', async () => {
    const answer = await post('/api/echo', { body: 'a'.repeat(MEGABYTE) });
    expect(await answer.json()).toMatchObject({ bytes: MEGABYTE });
  });

  it('security 16: refuses a declared length over the limit, and says so although the body is still coming', async () => {
    const answer = await post('/api/echo', { body: 'a'.repeat(3 * MEGABYTE) });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toBe('This is larger than the 1 MB that Rung takes here.\n');
  });

  it('security 16: refuses a chunked body over the limit, and never cuts it', async () => {
    const headers = {
      'transfer-encoding': 'chunked',
      'content-type': 'text/plain',
      origin: 'http://localhost',
    };
    const parts = Array.from({ length: 30 }, () => Buffer.alloc(100_000, 'a'));
    const answer = await sendRaw(local.port, [buildRequest('POST /api/echo', headers), ...chunked(parts)]);
    expect(status(answer)).toBe(413);
  });

  it('passes a small chunked body intact', async () => {
    const headers = {
      'transfer-encoding': 'chunked',
      'content-type': 'text/plain',
      origin: 'http://localhost',
    };
    const parts = [Buffer.from('first '), Buffer.from('second')];
    const answer = await sendRaw(local.port, [buildRequest('POST /api/echo', headers), ...chunked(parts)]);
    expect(status(answer)).toBe(200);
    expect(answer).toContain('"head":"first second"');
    expect(answer).toContain('"content-length":"12"');
  });

  it('security 16: takes 16 MB for the import of somebody signed in, and no more', async () => {
    const most = 16 * MEGABYTE - buildForm([file(0)]).length;
    const headers = { cookie: 'who=ada' };
    expect((await postForm('/settings', [file(most)], headers)).status).toBe(200);
    expect((await postForm('/settings', [file(most + 1)], headers)).status).toBe(413);
  });

  it('answers a client that waits for a go-ahead', async () => {
    const headers = { 'content-type': 'text/plain', origin: 'http://localhost', expect: '100-continue' };
    const small = buildRequest('POST /api/echo', { ...headers, 'content-length': '2' }, 'hi');
    const large = buildRequest('POST /api/echo', { ...headers, 'content-length': String(2 * MEGABYTE) });
    expect(await sendRaw(local.port, [small])).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200/);
    expect(await sendRaw(local.port, [large], 1_000)).toMatch(/^HTTP\/1.1 413/);
  });

  it('refuses a form that is not the form it says it is', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await post('/rate', { headers, body: 'not a form' })).status).toBe(400);
    expect(
      (await post('/rate', { headers: { 'content-type': 'multipart/form-data' }, body: 'x' })).status,
    ).toBe(400);
  });
});

describe('what a body costs', () => {
  const fields = (count: number) =>
    Array.from({ length: count }, (_, index) => field(`name="f${index}"`, ''));
  const TOO_MANY = `This form has more than ${MOST_FIELDS} fields, which no form of Rung has, so nothing was read.\n`;

  test.each(['', 'who=ada'])(
    'security 1.c: refuses a form of too many fields or files (cookie "%s")',
    async (cookie) => {
      const answer = await postForm('/settings', fields(MOST_FIELDS + 1), { cookie });
      expect([answer.status, await answer.text()]).toEqual([413, TOO_MANY]);
      expect((await postForm('/settings', fields(MOST_FIELDS), { cookie })).status).toBe(200);
      const files = Array.from({ length: MOST_FILES + 1 }, () => file(0));
      expect((await postForm('/rate', files, { cookie })).status).toBe(413);
      expect((await postForm('/rate', files.slice(1), { cookie })).status).toBe(200);
      const type = { 'content-type': 'application/x-www-form-urlencoded', cookie };
      const pairs = Array<string>(MOST_FIELDS + 1).fill('a=b');
      expect((await post('/api/echo', { body: pairs.join('&'), headers: type })).status).toBe(413);
      expect((await post('/api/echo', { body: pairs.slice(1).join('&'), headers: type })).status).toBe(200);
    },
  );

  test.each([
    ['deep', '['.repeat(60_000)],
    ['wide', '[],'.repeat(40_000)],
    ['of many keys', '{"":0},'.repeat(40_000)],
  ])('security 1.d: refuses JSON that is %s, alone and in a field', async (_, body) => {
    const action = { 'next-action': 'x' };
    expect((await post('/rate', { body, headers: action })).status).toBe(413);
    expect((await post('/api/echo', { body, headers: { 'content-type': 'application/json' } })).status).toBe(
      413,
    );
    expect((await postForm('/rate', [field('name="$ACTION_1:1"', body)])).status).toBe(413);
    expect((await postForm('/settings', [field('name="0"', body)], { cookie: 'who=ada' })).status).toBe(413);
  });

  test('security 1.e: refuses a stranger what only a person may send, before any of it is read', async () => {
    const answer = await sendRaw(local.port, [buildRequest('POST /settings', headersOf('', 2 * MEGABYTE))]);
    expect(status(answer)).toBe(413);
    expect(answer).toContain('taken only from somebody who is signed in, so nothing was read. Sign in, then');
    const parts = chunked(Array.from({ length: 30 }, () => Buffer.alloc(100_000, 'a')));
    const headers = { 'content-type': FORM, origin: 'http://localhost', 'transfer-encoding': 'chunked' };
    expect(status(await sendRaw(local.port, [buildRequest('POST /settings', headers), ...parts]))).toBe(413);
    const unsure = await postForm('/settings', [file(2 * MEGABYTE)], { cookie: 'who=unknown' });
    expect(unsure.status).toBe(503);
    expect((await postForm('/settings', [file(10)], { cookie: 'who=unknown' })).status).toBe(200);
  });

  test('security 1.f: takes the large body of a person only for a file', async () => {
    const cookie = { cookie: 'who=ada' };
    const large = 'a'.repeat(2 * MEGABYTE);
    expect((await postForm('/settings', [field('name="note"', large)], cookie)).status).toBe(413);
    expect(
      (await post('/settings', { body: large, headers: { ...cookie, 'next-action': 'x' } })).status,
    ).toBe(413);
    expect((await postForm('/rate', [file(2 * MEGABYTE)], cookie)).status).toBe(413);
    expect((await postForm('/settings', [file(2 * MEGABYTE)], cookie)).status).toBe(200);
  });

  test.each([
    ['a second boundary', `${FORM}; boundary=other`, buildForm([field('name="a"', 'b')])],
    ['no boundary', 'multipart/form-data', buildForm([field('name="a"', 'b')])],
    ['a part without an end of its head', FORM, buildForm([`--${BOUNDARY}\r\n${'a: b\r\n'.repeat(2_000)}`])],
  ])('security 1.g: refuses a form with %s', async (_, type, body) => {
    expect((await post('/rate', { body, headers: { 'content-type': type } })).status).toBe(400);
  });
});

describe('bodies that do not come', () => {
  test('security 6.a: keep nobody from importing', async () => {
    for (let socket = 0; socket < 20; socket += 1)
      await beginImport(`idle${socket % 4}`, { announced: 15 * MEGABYTE, sent: 1_000 });
    expect((await postForm('/settings', [file(15 * MEGABYTE)], { cookie: 'who=ada' })).status).toBe(200);
  });

  test('security 6.b: take the place of their own sender alone, until they are gone', async () => {
    const large = { announced: 12 * MEGABYTE, sent: 10 * MEGABYTE };
    await beginImport('greedy', large);
    const again = () => postForm('/settings', [file(10 * MEGABYTE)], { cookie: 'who=greedy' });
    await expect.poll(async () => (await again()).status).toBe(503);
    expect(await (await again()).text()).toBe(
      'Too much is being sent here at once, so nothing was changed. Try again in a minute.\n',
    );
    expect((await postForm('/settings', [file(10 * MEGABYTE)], { cookie: 'who=ada' })).status).toBe(200);
    expect((await postForm('/rate', [field('name="note"', 'short')], { cookie: 'who=greedy' })).status).toBe(
      200,
    );
    sockets.at(-1)?.destroy();
    await expect.poll(async () => (await again()).status).toBe(200);
  });

  test('security 6.c: end with a sentence when they pause or take too long', async () => {
    const begin = buildRequest('POST /rate', headersOf('ada', 1_000));
    const paused = await sendRaw(impatient.port, [begin, 'a beginning'], 1_500);
    expect(status(paused)).toBe(408);
    expect(paused).toContain('The rest of this did not arrive in time, so nothing was changed. Try again.');
    const socket = connect(hurried.port, '127.0.0.1');
    sockets.push(socket);
    socket.write(begin);
    const drip = setInterval(() => socket.write('a'), 50);
    const answer = await new Promise<string>((resolve) =>
      socket.once('data', (chunk) => resolve(String(chunk))),
    );
    clearInterval(drip);
    expect(status(answer)).toBe(408);
  });
});
