import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseLocale } from '@/lib/domain/locale';
import { followRequest, makeRequestContext } from '@/lib/http/request-context';
import { makeRespell } from '@/lib/wording/spelling';
import { servePrerendered } from '@/server/next-output/prerendered';

const HTML = `<h1>A page</h1>${'<p>a rung</p>'.repeat(100)}`;
const CATALOGUE = '<html lang="en-GB"><p>The catalogue</p></html>';
const root = mkdtempSync(path.join(os.tmpdir(), 'rung-prerendered-'));
let server: Server;
let origin: string;

beforeAll(async () => {
  const folder = path.join(root, '.next', 'server', 'app');
  mkdirSync(path.join(folder, 'roles'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), HTML);
  writeFileSync(path.join(folder, 'roles', 'sre.html'), 'a role');
  writeFileSync(path.join(folder, 'method.html'), CATALOGUE);
  const policy = {
    prerendered: { '/': [], '/roles/sre': [], '/method': [], '/sitemap.xml': [] },
    errors: [],
    pages: [],
    files: [],
    handlers: [],
  };
  const handle = servePrerendered({
    root,
    policy,
    next: (_, response) => response.end('from next'),
    respell: makeRespell(),
  });
  server = createServer((request, response) => {
    const locale = chooseLocale(request.headers['accept-language'] ?? null);
    const context = makeRequestContext({
      id: 'r',
      address: '/',
      locale,
      decimalSign: '.',
      signal: undefined,
    });
    followRequest(context, () => handle(request, response));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close().closeAllConnections();
  rmSync(root, { recursive: true });
});

describe('prerendered pages', () => {
  it('are answered from the build, whatever their query', async () => {
    for (const address of ['/', '/?from=a+link']) {
      const answer = await fetch(`${origin}${address}`);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await answer.text()).toBe(HTML);
    }
    expect(await (await fetch(`${origin}/roles/sre`)).text()).toBe('a role');
  });

  it('are compressed for who takes that, and not for others', async () => {
    const encodings = {
      gzip: 'gzip',
      'br, gzip;q=0.5': 'gzip',
      identity: null,
      'gzip;q=0': null,
      'gzip; q=0.0': null,
    };
    for (const [accepted, sent] of Object.entries(encodings)) {
      const answer = await fetch(`${origin}/`, { headers: { 'accept-encoding': accepted } });
      expect(answer.headers.get('content-encoding')).toBe(sent);
      expect(answer.headers.get('vary')).toContain('Accept-Encoding');
      expect(await answer.text()).toBe(HTML);
    }
  });

  it('are written as Americans do for Americans, under a tag of their own', async () => {
    const ask = async (language: string) => {
      const answer = await fetch(`${origin}/method`, { headers: { 'accept-language': language } });
      expect(answer.headers.get('vary')).toContain('Accept-Language');
      return { text: await answer.text(), tag: answer.headers.get('etag') };
    };
    const american = await ask('en-US,en;q=0.9');
    const british = await ask('en-GB');
    expect(american.text).toBe('<html lang="en-US"><p>The catalog</p></html>');
    expect(british.text).toBe(CATALOGUE);
    expect((await ask('de')).text).toBe(CATALOGUE);
    expect(american.tag).not.toBe(british.tag);
  });

  it('are not sent again to who has them', async () => {
    const tag = (await fetch(`${origin}/`)).headers.get('etag') ?? '';
    for (const known of [tag, `"other", ${tag}`]) {
      const answer = await fetch(`${origin}/`, { headers: { 'if-none-match': known } });
      expect(answer.status).toBe(304);
      expect(await answer.text()).toBe('');
    }
    expect((await fetch(`${origin}/`, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  it('have a head without a body', async () => {
    const answer = await fetch(`${origin}/`, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } });
    expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(HTML)));
    expect(await answer.text()).toBe('');
  });

  it('leave all else to the framework: forms, the data of a page, other addresses', async () => {
    const asked: [string, RequestInit][] = [
      ['/', { method: 'POST', body: 'a=b' }],
      ['/', { headers: { rsc: '1' } }],
      ['/sitemap.xml', {}],
      ['/rate', {}],
      ['/constructor', {}],
    ];
    for (const [address, init] of asked)
      expect(await (await fetch(`${origin}${address}`, init)).text()).toBe('from next');
  });
});
