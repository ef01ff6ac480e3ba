import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { expect, test } from '@playwright/test';
import { startAppServer } from '../support/app-server';
import { FormClient } from '../support/form-client';
import { startOwnServer } from './support/own-server';
import { FEW_ARE_MEANT } from './support/person';

const routes: string[] = Object.values<string>(
  JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')),
).filter((route) => !route.startsWith('/_'));

/** Whatever a reader of the server's log must never find there. */
function inventCanary() {
  const mark = randomUUID().slice(0, 8);
  return {
    name: `Canary-name-${mark}`,
    email: `canary-email-${mark}@example.org`,
    password: `canary password ${mark} of four words`,
    note: `canary-note-${mark}`,
    evidence: `canary-evidence-${mark}`,
    token: `canary-token-${mark}-${'x'.repeat(24)}`,
  };
}

const toAccount = ({ name, email, password }: ReturnType<typeof inventCanary>) => ({ name, email, password });

test('security 19: no log and no error page tells an address, a password, a token, a note or SQL', async () => {
  const server = await startAppServer();
  const database = createClient({
    url: pathToFileURL(path.join(server.dataFolder, 'rung.db')).href,
    timeout: 5000,
  });
  try {
    const canary = inventCanary();
    const browser = new FormClient(server.origin);
    expect((await browser.signUp(toAccount(canary))).location).toBe('/rate');
    const checkIn = {
      ...FEW_ARE_MEANT,
      'ratings.coding.level': '3',
      'ratings.coding.evidence': canary.evidence,
      note: canary.note,
    };
    expect((await browser.submit('/rate/all', 'Save check-in', checkIn)).location).toMatch(/^\/gap/);
    const feed = await browser.submit('/settings', 'Make a calendar address', {});
    const feedToken = /\/feed\/([\w-]+)\.ics/.exec(feed.text)?.[1] ?? '';
    expect(feedToken).not.toBe('');

    const pages: string[] = [];
    const ask = async (what: Promise<{ status: number; text: string }>, status: number) => {
      const answer = await what;
      expect(answer.status).toBe(status);
      pages.push(answer.text);
    };
    const stranger = new FormClient(server.origin);
    await ask(stranger.signIn({ email: canary.email, password: `${canary.password} wrong` }), 200);
    await ask(stranger.get(`/feed/${canary.token}.ics`), 404);
    await ask(stranger.get(`/unsubscribe/${canary.token}`), 404);
    await ask(browser.get(`/nowhere/${canary.token}`), 404);
    await ask(browser.get(`/progress/${canary.token}`), 404);
    await ask(browser.get(`/feed/${feedToken}.ics`), 200);
    const file = new File([JSON.stringify({ checkIns: [{ note: canary.note }] })], `${canary.name}.json`);
    await ask(browser.submit('/settings', 'Import', { file }), 200);
    const work = [{ position: 'DevOps engineer', summary: canary.note, name: canary.name }];
    const resume = new File(
      [JSON.stringify({ work, basics: { email: canary.email } })],
      `${canary.name}.json`,
    );
    await ask(browser.submit('/settings/work', 'Read the file', { file: resume }), 200);
    expect(pages.at(-1)).toContain('Keep “DevOps engineer” as');
    expect(pages.at(-1)).not.toContain(canary.note);
    const hidden = await browser.readForm('/rate/all', 'Save check-in');
    await ask(browser.post('/rate/all', hidden, { ...checkIn, personId: canary.email }), 200);

    await database.execute(
      "create trigger refuse before insert on check_in begin select raise(abort, 'refused'); end",
    );
    await ask(browser.post('/rate/all', hidden, { ...checkIn, note: `${canary.note} again` }), 500);
    await database.execute('drop trigger refuse');
    await database.execute({
      sql: `insert into plan (person_id, id, career, role, document, made_at, reason)
        select id, ?, 'devops', 'devops-engineer', '{}', ?, 'made' from person where email = ?`,
      args: [randomUUID(), new Date().toISOString(), canary.email],
    });
    await ask(browser.get('/plan'), 200);
    await database.execute("update person set settings = '[]'");
    await ask(browser.get('/plan'), 500);
    await database.execute("update person set settings = '{}'");
    const lock = await database.transaction('write');
    await ask(browser.post('/rate/all', hidden, { ...checkIn, note: `${canary.note} once more` }), 200);
    await lock.rollback();
    lock.close();

    // Whatever it has still to write, it writes before it ends.
    await server.stop();
    const output = server.output();
    expect(output).not.toBe('');
    const secrets = [...Object.values(canary), feedToken, ...browser.cookies.values()];
    expect(secrets.filter((secret) => output.includes(secret))).toEqual([]);
    expect(output.match(/\b(?:select|insert into|update|delete from)\b.{0,80}/i)?.[0]).toBeUndefined();
    const shown = [canary.password, feedToken, ...browser.cookies.values()];
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) {
      expect(shown.filter((secret) => page.includes(secret))).toEqual([]);
      expect(page.match(/\bselect .{0,80} from|insert into|SQLITE_|node_modules/i)?.[0]).toBeUndefined();
    }
  } finally {
    database.close();
    await server.stop();
  }
});

type Kept = { status: number; headers: Headers; body: string };

/** A careless shared cache: it keeps whatever it is not forbidden to keep, for ever, and looks at no cookie. */
async function startSharedCache(upstream: string) {
  const kept = new Map<string, Kept>();
  const ask = async (request: IncomingMessage): Promise<Kept> => {
    const headers = { cookie: request.headers.cookie ?? '' };
    const answer = await fetch(`${upstream}${request.url}`, { headers, redirect: 'manual' });
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  };
  const server = createServer(async (request, response) => {
    const known = kept.get(request.url ?? '');
    const answer = known ?? (await ask(request));
    const rule = answer.headers.get('cache-control') ?? '';
    if (!known && !/\b(?:no-store|private)\b/.test(rule)) kept.set(request.url ?? '', answer);
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    response.end(answer.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, kept, stop: () => server.close() };
}

test('security 18: a shared cache in front never gives one person another’s page', async ({ baseURL }) => {
  const cache = await startSharedCache(baseURL ?? '');
  try {
    const people = await Promise.all(
      ['Ada', 'Bob'].map(async (first, place) => {
        const account = { ...inventCanary(), name: `${first} ${randomUUID()}` };
        const address = { 'x-forwarded-for': `2001:db8:cac:${place}::${process.pid.toString(16).slice(-4)}` };
        const browser = new FormClient(baseURL ?? '', address);
        expect((await browser.signUp(toAccount(account))).location).toBe('/rate');
        const behind = new FormClient(cache.origin);
        for (const [name, value] of browser.cookies) behind.cookies.set(name, value);
        return { account, behind };
      }),
    );
    const stranger = new FormClient(cache.origin);
    const addresses = routes.map((route) => route.replaceAll(/\[[^\]]+\]/g, 'json'));
    const wrong: string[] = [];
    for (const address of addresses)
      for (const { account, behind } of people) {
        const others = people.filter((person) => person.account !== account);
        const answers = [await behind.get(address), await stranger.get(address)];
        const told = [others, people].some((strangers, at) =>
          strangers.some(({ account: { name, email } }) =>
            [name, email].some((word) => answers[at]?.text.includes(word)),
          ),
        );
        if (told) wrong.push(address);
      }
    expect(wrong).toEqual([]);
    expect([...cache.kept.keys()]).toContain('/method');
    expect([...cache.kept.keys()].filter((url) => /settings|plan|rate|gap|home|progress/.test(url))).toEqual(
      [],
    );
  } finally {
    cache.stop();
  }
});

test('security 18: behind https the cookies belong to this host alone, and browsers stay on https', async () => {
  const server = await startOwnServer({
    AUTH_URL: 'https://rung.test',
    AUTH_SECRET: randomUUID(),
    HOST: '127.0.0.1',
    TRUSTED_PROXY: '127.0.0.1',
  });
  try {
    const headers = {
      'x-forwarded-host': 'rung.test',
      'x-forwarded-proto': 'https',
      origin: 'https://rung.test',
    };
    const browser = new FormClient(server.origin.replace('localhost', '127.0.0.1'), headers);
    expect((await browser.signUp(toAccount(inventCanary()))).location).toBe('/rate');
    expect([...browser.cookies.keys()]).toContain('__Host-rung.session');
    expect([...browser.cookies.keys()].filter((name) => !name.startsWith('__Host-'))).toEqual([]);
    expect(browser.cookieLines.length).toBeGreaterThan(0);
    for (const line of browser.cookieLines) {
      expect(line).toMatch(/; ?Path=\/(;|$)/i);
      expect(line).toMatch(/; ?Secure/i);
      expect(line).toMatch(/; ?HttpOnly/i);
      expect(line).not.toMatch(/; ?Domain=/i);
    }
    const page = await fetch(`http://127.0.0.1:${new URL(server.origin).port}/sign-in`, { headers });
    expect(page.headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
    expect(page.headers.get('x-powered-by')).toBeNull();
  } finally {
    await server.stop();
  }
});

test('security 19: what happens to an account stands among its security events', async ({ baseURL }) => {
  const address = { 'x-forwarded-for': `2001:db8:a0d::${process.pid.toString(16).slice(-4)}` };
  const open = () => new FormClient(baseURL ?? '', address);
  const browser = open();
  const { name, ...account } = toAccount(inventCanary());
  expect((await browser.signUp({ name, ...account })).location).toBe('/rate');
  await open().signIn({ ...account, password: 'not this password' });
  expect((await open().signIn(account)).location).toBe('/home');
  await browser.submit('/settings/security', 'End all other sessions', {});
  await browser.submit('/settings', 'Make a calendar address', {});
  expect((await browser.get('/settings/data')).status).toBe(200);
  const newPassword = `${account.password} and more`;
  const fields = { password: account.password, newPassword };
  expect((await browser.submit('/settings/security', 'Change password', fields)).status).toBe(303);
  const { text } = await browser.get('/settings/security');
  const events = text.slice(text.indexOf('Security events'));
  for (const words of [
    'Account made',
    'Signed in',
    'A sign-in failed: wrong password',
    'Session ended',
    'Secret link made',
    'Data downloaded',
    'New password',
  ])
    expect(events, words).toContain(words);
  expect(events).not.toContain(account.password);
});
