import { EventEmitter } from 'node:events';
import type { RequestListener, Server, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { readEnv } from '@/lib/env';
import { getAsker, noteBusy } from '@/lib/http/request-context';
import { createFront } from '@/server/front/front';
import { PATIENCE } from '@/server/front/intake';
import { createTryGate } from '@/server/front/try-gate';
import { openPort } from '@/server/listen';
import { findAsker, policy } from '@/tests/support/open-front';
import { buildRequest } from '@/tests/support/raw-request';

const opened: Server[] = [];

afterAll(() => {
  for (const server of opened) server.close().closeAllConnections();
});

async function open(handle: RequestListener, settings: Record<string, string> = {}) {
  const env = readEnv({ PORT: '0', TRUSTED_PROXY: '127.0.0.1', ...settings });
  const front = createFront({ env, isDev: false, patience: { ...PATIENCE, holdMs: 100 } });
  const { servers, port } = await openPort({ env, front });
  opened.push(...servers);
  front.serve({ handle, policy, findAsker });
  const ask = (path: string, from = '203.0.113.1') =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'x-forwarded-for': from } });
  return { port, ask };
}

const answerAtOnce: RequestListener = (_request, response) => void response.end('a plan');

describe('the place of strangers', () => {
  test('security 4.h: one network has so many plans a minute, and then a page that keeps what was entered', async () => {
    const { ask } = await open(answerAtOnce, { LIMIT_TRY_PER_ADDRESS: '2' });
    const lists = ['except', 'held'].map((name) => `${name}=x&`.repeat(60)).join('');
    const query = `role=devops-engineer&coding=3&${lists}note=%22%3E%3Cscript%3E`;
    const statuses = [];
    for (let time = 0; time < 2; time += 1) statuses.push((await ask(`/try?${query}`, '2001:db8::1')).status);
    const refused = await ask(`/try?${query}`, '2001:db8::ffff');
    expect([...statuses, refused.status]).toEqual([200, 200, 503]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await refused.text();
    expect(page).toContain('<input type="hidden" name="coding" value="3">');
    expect(page).toContain('<form method="get" action="/try">');
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect(page.split('name="held"')).toHaveLength(61);
    expect((await ask(`/try?${query}`, '2001:db8:0:1::1')).status).toBe(200);
    expect((await ask('/try', '2001:db8::1')).status).toBe(200);
    // Between two skills there is no plan to be worked out.
    expect((await ask(`/try?skill=coaching&${query}`, '2001:db8::1')).status).toBe(200);
  });

  test('security 4.n: a form that is sent there costs as much, since a page is drawn for it too', async () => {
    const { port } = await open(answerAtOnce, { LIMIT_TRY_PER_ADDRESS: '1' });
    const send = (address: string) => {
      const body = new FormData();
      body.append('a', 'b');
      const headers = { origin: `http://localhost:${port}`, 'x-forwarded-for': address };
      return fetch(`http://localhost:${port}/try?coding=3`, { method: 'POST', body, headers });
    };
    expect((await send('203.0.113.5')).status).toBe(200);
    expect((await send('203.0.113.5')).status).toBe(503);
    expect((await send('203.0.113.6')).status).toBe(200);
  });

  test('security 4.i: a few are let in at once, each until its answer begins, and the others are told to wait', async () => {
    const answers: (() => void)[] = [];
    const { ask } = await open((request, response) => {
      const isTrial = request.url?.startsWith('/try') ?? false;
      if (isTrial) answers.push(() => response.write('the first of it'));
      else response.end();
    });
    const first = Array.from({ length: 2 }, (_, index) => ask('/try?coding=1', `203.0.113.${index}`));
    await expect.poll(() => answers.length).toBe(2);
    const third = await ask('/try?coding=1', '203.0.113.9');
    expect([third.status, third.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await ask('/plan')).status).toBe(200);
    answers.shift()?.();
    expect((await Promise.race(first)).status).toBe(200);
    const next = ask('/try?coding=1', '203.0.113.9');
    await expect.poll(() => answers.length).toBe(2);
    for (const answer of answers) answer();
    expect((await next).status).toBe(200);
  });

  test('security 4.j: a minute is over when it is, and a place that is free goes to the first in the queue', async () => {
    let now = 0;
    const gate = createTryGate({ perMinute: 1, waiting: 1, holdMs: 50, now: () => now });
    const makeResponse = () => new EventEmitter() as EventEmitter & ServerResponse;
    const enter = (address: string, response = makeResponse()) => gate.enter(address, response);
    const inside = [makeResponse(), makeResponse()];
    now = 30_000;
    const entered = inside.map((response, index) => enter(`203.0.113.${index}`, response));
    expect(await Promise.all(entered)).toEqual([null, null]);
    const queue = ['203.0.113.1', '203.0.113.2', '203.0.113.3'].map((address) => enter(address));
    for (const response of inside) response.emit('close');
    // The first has had its plan of this minute, the second is let in, and the third found the queue full.
    expect(await Promise.all(queue)).toEqual([30, null, 5]);
    now = 60_000;
    expect(await enter('203.0.113.1')).toBeNull();
  });

  test('security 4.k: a page that has no time for a plan answers 503', async () => {
    const { ask } = await open((_request, response) => {
      noteBusy();
      response.end('later');
    });
    const answer = await ask('/try?coding=1');
    expect([answer.status, answer.headers.get('retry-after'), await answer.text()]).toEqual([
      503,
      '5',
      'later',
    ]);
  });
});

test('security 4.l: what a page waits for ends when its reader has gone, and a form that was sent does not', async () => {
  const signals: (AbortSignal | undefined)[] = [];
  const { port } = await open(() => void signals.push(getAsker()?.signal));
  const send = (request: string) => {
    const socket = connect(port, '127.0.0.1');
    socket.write(request);
    return socket;
  };
  const read = send(buildRequest('GET /plan'));
  await expect.poll(() => signals.length).toBe(1);
  expect(signals[0]?.aborted).toBe(false);
  read.destroy();
  await expect.poll(() => signals[0]?.aborted).toBe(true);
  const headers = { origin: 'http://localhost', 'content-type': 'text/plain', 'content-length': '1' };
  const saved = send(buildRequest('POST /api/echo', headers, 'x'));
  await expect.poll(() => signals.length).toBe(2);
  expect(signals[1]).toBeUndefined();
  saved.destroy();
});
