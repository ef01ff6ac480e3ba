import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { type AppServer, startAppServer } from '../support/app-server';
import { FormClient } from '../support/form-client';
import { type OidcServer, passProvider, startOidcServer } from '../support/oidc-server';

const METRICS_TOKEN = 'not a secret, and used by tests only';
const run = promisify(execFile);
const invent = () => ({ email: `${randomUUID()}@example.org`, password: `ladder ${randomUUID()}` });

let provider: OidcServer;
let server: AppServer;

test.beforeAll(async () => {
  provider = await startOidcServer();
  server = await startAppServer({
    ...provider.settings,
    SIGN_UP: 'invited',
    SIGN_UP_DOMAINS: 'example.org',
    METRICS_TOKEN,
    LOG_ADDRESSES: 'on',
  });
  provider.allow(server.origin);
});

test.afterAll(async () => {
  await server.stop();
  await provider.stop();
});

async function command(...words: string[]): Promise<string> {
  const env = { ...process.env, DATA_DIR: server.dataFolder, PORT: new URL(server.origin).port };
  const settings = { SIGN_UP: 'invited', SIGN_UP_DOMAINS: 'example.org' };
  const { stdout } = await run(process.execPath, ['scripts/run.mjs', ...words], {
    env: { ...env, ...settings },
  });
  return stdout.trim();
}

async function comeFromProvider(email: string) {
  const browser = new FormClient(server.origin);
  provider.person = { sub: randomUUID(), name: 'Grace', email, email_verified: true };
  const { location } = await browser.submit('/sign-in', 'Continue with Example Login', {});
  return { browser, ...(await passProvider(browser, { location, issuer: provider.issuer })) };
}

test('security 16.j: an invitation lets in the address it was made for, by password or by a provider', async () => {
  const [account, other] = [invent(), invent()];
  const browser = new FormClient(server.origin);
  expect((await browser.signUp(account)).text).toContain('Give the code from your invitation');
  const link = new URL((await command('invite', account.email)).split('\n')[0] ?? '');
  const page = `${link.pathname}${link.search}`;
  expect((await browser.get(page)).text).toContain(link.searchParams.get('invitation'));
  const invitation = link.searchParams.get('invitation') ?? '';
  const fields = { name: 'Ada', invitation };
  const stolen = await browser.submit(page, 'Create account', { ...fields, ...other });
  expect(stolen.text).toContain('does not belong to this address');
  const elsewhere = { ...fields, ...other, email: 'ada@elsewhere.example' };
  expect((await browser.submit(page, 'Create account', elsewhere)).text).toContain(
    'an address at example.org',
  );
  expect((await browser.submit(page, 'Create account', { ...fields, ...account })).location).toBe('/rate');
  const again = await new FormClient(server.origin).submit(page, 'Create account', { ...fields, ...account });
  expect(again.text).toContain('was used already');

  const { email } = other;
  expect((await comeFromProvider(email)).location).toContain('refused=not-invited');
  await command('invite', email);
  expect((await comeFromProvider(email)).location).toMatch(/\/home$/);
  await expect(command('invite', 'ada@elsewhere.example')).rejects.toThrow('an address at example.org');
});

test('security 16.k: a command of the running server’s operator suspends, opens again and deletes an account', async () => {
  const account = invent();
  const link = new URL((await command('invite', account.email)).split('\n')[0] ?? '');
  const owner = new FormClient(server.origin);
  const fields = { name: 'Ada', invitation: link.searchParams.get('invitation') ?? '', ...account };
  expect((await owner.submit('/sign-up', 'Create account', fields)).location).toBe('/rate');
  expect(await command('people', 'show', account.email)).toMatch(/^rows of session +1$/m);
  expect(await command('people', 'list')).toContain(account.email);

  await command('people', 'suspend', account.email);
  expect((await owner.get('/home')).location).toBe('/sign-in?callbackUrl=%2Fhome');
  const shut = await owner.signIn(account);
  expect(shut.text).toContain('This account is suspended');
  expect((await owner.signIn({ ...account, password: 'wrong' })).text).toContain('do not belong together');
  await command('people', 'resume', account.email);
  expect((await owner.signIn(account)).location).toBe('/home');
  expect((await owner.get('/settings/security')).text).toContain(
    'Account suspended, by whoever runs this server',
  );

  await command('people', 'delete', account.email);
  expect((await owner.get('/home')).location).toBe('/sign-in?callbackUrl=%2Fhome');
  expect((await owner.signIn(account)).text).toContain('do not belong together');
  await expect(command('people', 'show', account.email)).rejects.toThrow('No account has this address.');
  await expect(command('people', 'forget', account.email)).rejects.toThrow('Say what to do, and to whom');
});

test('security 16.l: nobody who cannot read the data folder gives commands', async () => {
  for (const job of ['people', 'invite', 'reset-link', 'send-reminders', 'none']) {
    const answer = await fetch(`${server.origin}/api/jobs/${job}`, {
      method: 'POST',
      headers: { origin: server.origin, 'content-type': 'application/json', authorization: 'Bearer x' },
      body: JSON.stringify({ act: 'list' }),
    });
    expect(answer.status, job).toBe(404);
  }
});

test('security 18.l: a server tells who holds its token what it counts, and its log where a failed sign-in came from', async () => {
  const ask = (authorization?: string) =>
    fetch(`${server.origin}/api/metrics`, { headers: authorization ? { authorization } : {} });
  expect((await ask()).status).toBe(401);
  expect((await ask('Bearer wrong')).status).toBe(401);
  const stranger = new FormClient(server.origin);
  expect((await stranger.signIn(invent())).text).toContain('do not belong together');
  const answer = await ask(`Bearer ${METRICS_TOKEN}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  const text = await answer.text();
  const counted = (series: string) => Number(text.split(`\n${series} `)[1]?.split('\n')[0] ?? 0);
  expect(counted('rung_sign_ins_failed_total{way="password",reason="wrong"}')).toBeGreaterThan(0);
  expect(counted('rung_http_requests_total{method="POST",route="/sign-in",status="200"}')).toBeGreaterThan(0);
  expect(counted('rung_http_request_duration_seconds_count{method="GET",route="/sign-in"}')).toBeGreaterThan(
    0,
  );
  expect(counted('rung_database_wait_seconds_count{intent="save"}')).toBeGreaterThan(0);
  expect(counted('rung_rows{table="throttle"}')).toBeGreaterThan(0);
  expect(counted('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
  expect(text).not.toContain('@');
  const [, failregex = ''] =
    /^failregex = (.+)$/m.exec(readFileSync('docs/fail2ban/rung.conf', 'utf8')) ?? [];
  const filter = new RegExp(failregex.replace('<HOST>', '(?<host>[0-9a-f.:]+)'), 'm');
  expect(filter.exec(server.output())?.groups?.host).toBe('127.0.0.1');
});
