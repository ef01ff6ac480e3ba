import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { readEnv } from '@/lib/env';
import { getMetrics } from '@/lib/operator/metrics';
import { createFront } from '@/server/front/front';
import { routeNamer } from '@/server/front/headers';
import { openPort } from '@/server/listen';
import { echo, findAsker, openFront as open, policy } from '@/tests/support/open-front';
import { buildRequest, sendRaw } from '@/tests/support/raw-request';

const opened: Server[] = [];
let local: Awaited<ReturnType<typeof open>>;
let site: Awaited<ReturnType<typeof open>>;
let proxied: Awaited<ReturnType<typeof open>>;

beforeAll(async () => {
  const hosted = { HOST: '127.0.0.1', AUTH_URL: 'https://rung.test', AUTH_SECRET: 'x'.repeat(32) };
  local = await open({});
  site = await open(hosted);
  proxied = await open({ ...hosted, TRUSTED_PROXY: '127.0.0.1, 10.0.0.0/8' });
  opened.push(...local.servers, ...site.servers, ...proxied.servers);
});

afterAll(() => {
  for (const server of opened) server.close().closeAllConnections();
});

const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${local.port}${path}`, init);
const post = (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) => {
  const origin = `http://127.0.0.1:${local.port}`;
  return ask(path, {
    method: 'POST',
    ...init,
    headers: { origin, 'content-type': 'text/plain', ...init.headers },
  });
};
const status = (answer: string) => Number(answer.slice(9, 12));

test('security 10: an address that holds a secret tells it neither to other sites nor to an index', async () => {
  for (const name of [
    'feed',
    'reset-password',
    'verify-email',
    'keep-email',
    'unsubscribe',
    'second-look',
    'shared',
  ]) {
    const path = `/${name}/x`;
    const { headers } = await ask(path);
    expect(headers.get('referrer-policy'), path).toBe('no-referrer');
    expect(headers.get('x-robots-tag'), path).toBe('noindex, nofollow');
  }
  for (const path of ['/reset-password', '/', '/feed'])
    expect((await ask(path)).headers.get('referrer-policy'), path).toBe('same-origin');
});

describe('who asks', () => {
  const forged = {
    'x-forwarded-for': '6.6.6.6',
    'x-real-ip': '6.6.6.6',
    forwarded: 'for=6.6.6.6',
    'x-rung-address': '6.6.6.6',
    'x-forwarded-host': 'evil.test',
    'x-forwarded-proto': 'https',
    'content-security-policy': "script-src 'nonce-mine'",
  };

  it('security 13: believes no forwarded header from a stranger', async () => {
    const { headers } = await (await ask('/rate', { headers: forged })).json();
    expect(headers).toMatchObject({
      'x-rung-address': '127.0.0.1',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-host': `127.0.0.1:${local.port}`,
    });
    expect(JSON.stringify(headers)).not.toMatch(/6\.6\.6\.6|evil|nonce-mine/);
  });

  it.each([
    ['6.6.6.6, 203.0.113.9', '203.0.113.9'],
    ['203.0.113.9, 10.1.2.3', '203.0.113.9'],
    ['203.0.113.9:4711', '203.0.113.9'],
    ['[2001:db8::1]:4711', '2001:db8::1'],
    ['nonsense', '127.0.0.1'],
    ['', '127.0.0.1'],
  ])('reads "%s" from a trusted proxy as %s', async (forwardedFor, address) => {
    const request = buildRequest('GET /rate', { host: 'rung.test', 'x-forwarded-for': forwardedFor });
    expect(await sendRaw(proxied.port, [request])).toContain(`"x-rung-address":"${address}"`);
  });

  it('lets a trusted proxy say the host, and nobody else', async () => {
    const request = buildRequest('GET /rate', { host: 'inner:3000', 'x-forwarded-host': 'rung.test' });
    expect(status(await sendRaw(proxied.port, [request]))).toBe(200);
    expect(status(await sendRaw(site.port, [request]))).toBe(421);
  });
});

describe('where from', () => {
  const body = 'x';

  it.each([
    ['no', {}],
    ['a null', { origin: 'null' }],
    ['a foreign', { origin: 'https://evil.test' }],
    ['a look-alike', { origin: 'http://localhost.evil.test' }],
    ['another port of this machine as', { origin: 'http://localhost:1' }],
  ])('security 15: refuses a post with %s origin', async (_, headers) => {
    const request = buildRequest('POST /api/echo', {
      host: `localhost:${local.port}`,
      'content-type': 'text/plain',
      'content-length': '1',
      ...headers,
    });
    expect(status(await sendRaw(local.port, [request, body]))).toBe(403);
  });

  it('security 15: takes a one-click unsubscribe from anywhere, and only that', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await ask('/unsubscribe/abc', { method: 'POST', body, headers: form })).status).toBe(200);
    expect((await ask('/unsubscribe/abc/more', { method: 'POST', body, headers: form })).status).toBe(403);
  });

  it('compares with the public address where there is one', async () => {
    const headers = { host: 'rung.test', 'content-type': 'text/plain', 'content-length': '1' };
    const own = buildRequest('POST /api/echo', { ...headers, origin: 'https://rung.test' });
    const plain = buildRequest('POST /api/echo', { ...headers, origin: 'http://rung.test' });
    expect(status(await sendRaw(site.port, [own, body]))).toBe(200);
    expect(status(await sendRaw(site.port, [plain, body]))).toBe(403);
  });
});

describe('which host', () => {
  it.each(['localhost', 'localhost:3000', '127.0.0.1', '[::1]:3000'])('serves %s', async (host) => {
    expect(status(await sendRaw(local.port, [buildRequest('GET /rate', { host })]))).toBe(200);
  });

  it.each(['evil.test', 'localhost.evil.test', '', 'a b', '10.0.0.1'])('refuses "%s"', async (host) => {
    expect(status(await sendRaw(local.port, [buildRequest('GET /rate', { host })]))).toBe(421);
  });

  it.each([
    ['rung.test:443', 'https://rung.test:443'],
    ['Rung.Test', 'https://rung.test'],
    ['RUNG.TEST:443', 'HTTPS://Rung.test:443'],
  ])('report 17: takes %s and the origin %s for the public address', async (host, origin) => {
    const headers = { host, origin, 'content-type': 'text/plain', 'content-length': '1' };
    const answer = await sendRaw(site.port, [buildRequest('POST /api/echo', headers), 'x']);
    expect(status(answer)).toBe(200);
    expect(answer).toContain('"x-forwarded-host":"rung.test"');
  });

  it.each([
    ['rung.test:80', 'https://rung.test', 421],
    ['rung.test.evil.test', 'https://rung.test', 421],
    ['evil.test@rung.test', 'https://rung.test', 421],
    ['rung.test/x', 'https://rung.test', 421],
    ['rung.test', 'https://rung.test:80', 403],
    ['rung.test', 'https://rung.test/x', 403],
    ['rung.test', 'https://evil@rung.test', 403],
    ['rung.test', 'ftp://rung.test', 403],
  ])('report 17: takes %s with the origin %s for another', async (host, origin, expected) => {
    const headers = { host, origin, 'content-type': 'text/plain', 'content-length': '1' };
    expect(status(await sendRaw(site.port, [buildRequest('POST /api/echo', headers), 'x']))).toBe(expected);
  });

  it.each(['LOCALHOST:3000', 'localhost:80', '127.0.1.1', '[0:0:0:0:0:0:0:1]'])(
    'report 17: knows this machine as %s too',
    async (host) => {
      const headers = {
        host,
        origin: `http://${host.toLowerCase()}`,
        'content-type': 'text/plain',
        'content-length': '1',
      };
      expect(status(await sendRaw(local.port, [buildRequest('POST /api/echo', headers), 'x']))).toBe(200);
    },
  );

  it('serves the public host only, but answers a probe by address', async () => {
    expect(status(await sendRaw(site.port, [buildRequest('GET /rate', { host: 'rung.test' })]))).toBe(200);
    expect(status(await sendRaw(site.port, [buildRequest('GET /rate', { host: 'localhost' })]))).toBe(421);
    expect(
      status(await sendRaw(site.port, [buildRequest('GET /api/health/live', { host: '10.0.0.1' })])),
    ).toBe(200);
  });
});

describe('bad requests', () => {
  it.each([
    ['PUT /rate', 405],
    ['TRACE /rate', 405],
    ['OPTIONS *', 400],
    ['GET http://evil.test/', 400],
    ['GET /%E0%A4%A', 400],
    ['GET /a%00b', 400],
    ['BREW /coffee', 400],
  ])('answers %s with %i', async (line, expected) => {
    expect(status(await sendRaw(local.port, [buildRequest(line)]))).toBe(expected);
  });

  it.each([
    ['/x/../try?coding=1', 400],
    ['/x/%2e%2E/try?coding=1', 400],
    ['/x\\..\\settings', 400],
    ['/unsubscribe/..\\settings', 400],
    ['/./rate', 400],
    ['/rate/..', 400],
    ['/roles/[id]', 400],
    ['/roles/%5Bid%5D', 400],
    ['/steps/..cka..', 200],
  ])(
    'security 1.i: reads no other page out of the address %s than the one that was looked at',
    async (path, expected) => {
      expect(status(await sendRaw(local.port, [buildRequest(`GET ${path}`)]))).toBe(expected);
    },
  );

  it('names the methods it does take', async () => {
    expect((await ask('/rate', { method: 'DELETE' })).headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
  });

  it.each([
    ['/rate', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['/steps/cka', { 'content-type': 'application/json' }],
    ['/api/echo', { 'content-type': 'application/xml' }],
    ['/api/echo', { 'content-encoding': 'gzip' }],
  ])('refuses content for %s with %j', async (path, headers) => {
    expect((await post(path, { headers: headers as Record<string, string>, body: 'x' })).status).toBe(415);
  });

  it("takes a form that no action could read for the sender's fault, and a failing action for its own", async () => {
    const headers = { 'next-action': 'x' };
    expect((await post('/rate?unread', { headers })).status).toBe(400);
    expect((await post('/rate?begun', { headers })).status).toBe(500);
    expect((await post('/api/echo?unread')).status).toBe(500);
    expect((await ask('/rate?unread')).status).toBe(500);
  });

  it('report 11: gives the sentence of a refused action in the one type that its script can read', async () => {
    const refused = await post('/rate', { headers: { 'next-action': 'x', origin: 'https://evil.test' } });
    expect([refused.status, refused.headers.get('content-type')]).toEqual([403, 'text/plain']);
    expect((await post('/rate', { headers: { origin: 'null' } })).headers.get('content-type')).toBe(
      'text/plain; charset=utf-8',
    );
  });

  it('refuses an upgrade and an action that says it was passed on', async () => {
    const upgrade = buildRequest('GET /', { connection: 'upgrade', upgrade: 'websocket' });
    expect(status(await sendRaw(local.port, [upgrade]))).toBe(400);
    expect((await ask('/rate', { headers: { 'x-action-forwarded': '1' } })).status).toBe(403);
  });
});

describe('headers', () => {
  it('names the one address of a prerendered page, and of no other', async () => {
    const answer = await sendRaw(site.port, [buildRequest('GET /', { host: 'rung.test' })]);
    expect(answer).toMatch(/^link: <https:\/\/rung\.test\/>; rel="canonical"\r$/im);
    expect((await ask('/')).headers.get('link')).toBe('<http://localhost:0/>; rel="canonical"');
    expect((await ask('/rate')).headers.get('link')).toBeNull();
  });

  it('security 18: allows the scripts of a prerendered page by hash, and lets it be kept if unchanged', async () => {
    const { headers } = await ask('/');
    expect(headers.get('content-security-policy')).toContain("script-src 'self' 'sha256-home';");
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
  });

  it('security 18: gives every other page a nonce of its own, which the application is told', async () => {
    const [first, second] = await Promise.all([ask('/rate'), ask('/rate')]);
    const csp = first.headers.get('content-security-policy') ?? '';
    expect(csp).toMatch(/script-src 'self' 'nonce-[\w+/]{22}==' 'sha256-error';/);
    expect(csp).not.toBe(second.headers.get('content-security-policy'));
    expect((await first.json()).headers['content-security-policy']).toBe(csp);
  });

  it('security 18: allows no inline script, no frame, no foreign form on any', async () => {
    for (const path of ['/', '/rate', '/icon.png', '/nowhere']) {
      const csp = (await ask(path)).headers.get('content-security-policy') ?? '';
      expect(csp).not.toContain('unsafe');
      for (const rule of [
        "frame-ancestors 'none'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
      ])
        expect(csp).toContain(rule);
    }
  });

  it('security 18: lets nobody keep what is not the same for everyone', async () => {
    for (const path of ['/rate', '/cookie', '/nowhere'])
      expect((await ask(path)).headers.get('cache-control')).toBe('private, no-store');
    expect((await post('/', { headers: { 'next-action': 'x' } })).headers.get('cache-control')).toBe(
      'private, no-store',
    );
    expect((await ask('/icon.png')).headers.get('cache-control')).toContain('public');
  });

  it('gives every request an id of its own, whatever the client says', async () => {
    const answers = [
      await ask('/rate', { headers: { 'x-request-id': 'mine' } }),
      await ask('/rate'),
      await ask('/rate', { method: 'DELETE' }),
    ];
    const ids = answers.map((answer) => answer.headers.get('x-request-id') ?? '');
    expect(new Set(ids.filter((id) => /^[0-9a-f]{12}$/.test(id))).size).toBe(3);
    expect(answers[0]?.headers.get('server-timing')).toBe(`rung;desc="${ids[0]}"`);
  });

  it('security 18.h: say to nobody else that they come straight from this machine', async () => {
    const isDirect = async (port: number, headers: Record<string, string>) =>
      (await sendRaw(port, [buildRequest('GET /api/echo', headers)])).includes('"x-rung-direct":"yes"');
    expect(await isDirect(local.port, {})).toBe(true);
    for (const header of ['x-forwarded-for', 'x-forwarded-proto', 'forwarded', 'via', 'x-real-ip'])
      expect(await isDirect(local.port, { [header]: '127.0.0.1' }), header).toBe(false);
    const behind = { host: 'rung.test', 'x-forwarded-for': '203.0.113.7', 'x-rung-direct': 'yes' };
    expect(await isDirect(proxied.port, behind)).toBe(false);
    expect(await isDirect(site.port, { host: 'rung.test' })).toBe(false);
    const scraped = await sendRaw(site.port, [buildRequest('GET /api/metrics', { host: '127.0.0.1:3000' })]);
    expect(scraped).toContain('"x-rung-direct":"yes"');
  });

  it('security 18.i: are counted by route and status, of which there are only so many', async () => {
    const { requests, requestSeconds } = getMetrics();
    requests.reset();
    requestSeconds.reset();
    for (const path of [
      '/',
      '/steps/cka',
      '/steps/lfcs',
      '/feed/secret.ics',
      '/icon.png',
      '/no/such',
      '/rate?x',
    ])
      await ask(path);
    await ask('/rate', { method: 'PUT' });
    await vi.waitFor(async () => expect((await requests.get()).values).toHaveLength(7));
    const counted = (await requests.get()).values.map(({ labels, value }) => ({ ...labels, value }));
    expect(counted).toEqual(
      expect.arrayContaining([
        { method: 'GET', route: '/', status: 200, value: 1 },
        { method: 'GET', route: '/steps/[id]', status: 200, value: 2 },
        { method: 'GET', route: '/feed/[file]', status: 200, value: 1 },
        { method: 'GET', route: 'file', status: 200, value: 1 },
        { method: 'GET', route: 'unknown', status: 200, value: 1 },
        { method: 'GET', route: '/rate', status: 500, value: 1 },
        { method: 'other', route: '/rate', status: 405, value: 1 },
      ]),
    );
    expect(
      (await requestSeconds.get()).values.find(({ metricName }) => metricName?.endsWith('_count'))?.value,
    ).toBe(1);
  });

  it('are logged by route, never by an address that may hold a secret (security 19)', () => {
    const name = routeNamer(policy);
    expect(
      ['/', '/steps/cka', '/feed/secret.ics', '/_next/static/a.js', '/ada@example.org'].map(name),
    ).toEqual(['/', '/steps/[id]', '/feed/[file]', '/_next/static', 'unknown']);
  });

  it('security 18: sends the fixed ones with refusals too', async () => {
    for (const answer of [await ask('/rate'), await ask('/rate', { method: 'PUT' })]) {
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('referrer-policy')).toBe('same-origin');
      expect(answer.headers.get('x-powered-by')).toBeNull();
      expect(answer.headers.get('strict-transport-security')).toBeNull();
    }
    const refused = await sendRaw(site.port, [buildRequest('GET /')]);
    expect(refused).toMatch(/strict-transport-security: max-age=31536000; includeSubDomains/i);
  });
});

describe('starting and stopping', () => {
  it('says which port is taken, and by which setting to choose another', async () => {
    await expect(open({ PORT: String(local.port) })).rejects.toThrow(
      `Port ${local.port} is taken by another program. Stop that one, or choose another port: PORT=${local.port + 1} npm start`,
    );
  });

  it('says when HOST is no address of this machine', async () => {
    const settings = { HOST: '203.0.113.1', AUTH_URL: 'https://rung.test', AUTH_SECRET: 'x'.repeat(32) };
    await expect(open(settings)).rejects.toThrow(
      'HOST is "203.0.113.1", which is not an address of this machine.',
    );
  });

  it('is not ready before the application is, nor while it stops', async () => {
    const env = readEnv({ PORT: '0' });
    const front = createFront({ env, isDev: false });
    const { servers, port } = await openPort({ env, front });
    opened.push(...servers);
    const ready = async () => (await fetch(`http://127.0.0.1:${port}/api/health/ready`)).status;
    expect(await ready()).toBe(503);
    front.serve({ handle: echo, policy, findAsker });
    expect(await ready()).toBe(200);
    front.stop();
    expect(await ready()).toBe(503);
  });
});

describe('report 11: what a page reads of an answer to its action', () => {
  const action = { 'next-action': `40${'ab'.repeat(20)}`, 'content-type': 'multipart/form-data; boundary=x' };

  it('is the sentence of a refusal, under the type by which it knows one', async () => {
    const answer = await post('/settings', { headers: { ...action, origin: 'https://elsewhere.test' } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([403, 'text/plain']);
    expect(await answer.text()).toContain('This was sent from another site');
  });

  it('is left to script where the action is of an earlier version, and explained where there is none', async () => {
    const body = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n';
    const { 'content-type': type } = action;
    const [scripted, plain] = [
      await post('/rate?outdated', { headers: action, body }),
      await post('/rate?outdated', { headers: { 'content-type': type }, body }),
    ];
    expect(await scripted.text()).toContain('bytes');
    expect(plain.status).toBe(409);
    expect(await plain.text()).toContain('Rung was updated since this page was opened');
  });
});
