import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import type { FormClient } from '../support/form-client';
import { type OidcServer, passProvider, startOidcServer } from '../support/oidc-server';
import { invent, MailedServer } from './support/mailed-server';
import { ServerClock } from './support/server-clock';

// What would lead a stranger into another person's account, tried as that stranger.

const SECURITY = '/settings/security';
const FACTOR = `${SECURITY}/second-factor`;
const clock = new ServerClock();
// The provider keeps its own time, so that the server's begins with it.
let setTo = Date.now();
let setAt = performance.now();
let server: MailedServer;
let provider: OidcServer;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  await goOn(0);
  provider = await startOidcServer();
  server = await MailedServer.start({ ...clock.settings, ...provider.settings });
  provider.allow(server.app.origin);
});

test.afterAll(async () => {
  await server.stop();
  await provider.stop();
  clock.remove();
});

const readClock = () => setTo + performance.now() - setAt;

async function goOn(minutes: number): Promise<void> {
  [setTo, setAt] = [readClock() + minutes * 60_000, performance.now()];
  await clock.set(new Date(setTo));
}

test('security 7.d: a stranger who signs an address up after its owner gets no password into the account', async () => {
  const [owner, stranger] = [invent(), invent()];
  const theirs = { ...stranger, email: owner.email };
  await server.askForAccount(owner, { name: 'Grace' });
  const own = await server.waitForLink(owner.email, 'Confirm your address');
  await server.askForAccount(theirs, { name: 'Mallory' });
  await server.waitForLink(owner.email, 'Confirm your address', { count: 2 });
  const browser = server.open();
  await browser.get(own);
  const weak = await browser.submit('/verify-email', 'Confirm my address', { password: 'too short' });
  expect(weak.text).toContain('at least 15 characters');
  const made = await browser.submit('/verify-email', 'Confirm my address', { password: owner.password });
  expect(made.location).toBe('/rate');
  expect((await server.open().signIn(theirs)).text).toContain('do not belong together');
  expect((await server.open().signIn(owner)).location).toBe('/home');
  expect((await browser.get('/home')).text).toContain('Grace');
});

test('security 7.e: the stranger’s link too gives the account the password of whoever reads the mail', async () => {
  const [owner, stranger] = [invent(), invent()];
  const theirs = { ...stranger, email: owner.email };
  await server.askForAccount(theirs);
  const link = await server.waitForLink(owner.email, 'Confirm your address');
  await server.follow(link, 'Confirm my address', { password: owner.password });
  expect((await server.open().signIn(theirs)).text).toContain('do not belong together');
  expect((await server.open().signIn(owner)).location).toBe('/home');
});

test('security 8.d: a change of address that a thief asked for is over once the owner sets a new password', async () => {
  const account = invent();
  const thief = await server.signUp(account);
  const feed = await thief.submit('/settings', 'Make a calendar address', {});
  const calendar = /\/feed\/[\w-]{43}\.ics/.exec(feed.text)?.[0] ?? '';
  const newEmail = invent().email;
  await thief.submit(SECURITY, 'Change address', { newEmail });
  const move = await server.waitForLink(newEmail, 'Confirm your new address');
  await server.open().submit('/forgot-password', 'Send me a link', { email: account.email });
  const reset = await server.waitForLink(account.email, 'Set a new password');
  const owner = server.open();
  await owner.get(reset);
  expect((await owner.get('/reset-password')).text).toContain('End the secret addresses of my calendar');
  const newPassword = `another ${randomUUID()}`;
  await owner.submit('/reset-password', 'Set new password', { newPassword, endFeed: 'on' });
  await thief.get(move);
  expect((await thief.get('/verify-email')).text).toContain('This page needs the link');
  expect((await server.open().get(calendar)).status).toBe(404);
  expect((await server.open().signIn({ ...account, password: newPassword })).location).toBe('/home');
});

/** Opens a reset link and says what its page offers. */
async function reset(account: { email: string }, fields: Record<string, string> = {}): Promise<string> {
  const count = server.listLinks(account.email, 'Set a new password').length + 1;
  await server.open().submit('/forgot-password', 'Send me a link', { email: account.email });
  const owner = server.open();
  await owner.get(await server.waitForLink(account.email, 'Set a new password', { count }));
  const { text } = await owner.get('/reset-password');
  const newPassword = `another ${randomUUID()}`;
  const done = await owner.submit('/reset-password', 'Set new password', { newPassword, ...fields });
  expect(done.location).toBe('/sign-in?reset=done');
  return text;
}

/** The address of the account that a sign-in at the provider leads to: one of its own where nothing is linked. */
async function enterByProvider(): Promise<string> {
  const browser = server.open();
  const { location } = await browser.submit('/sign-in', 'Continue with Example Login', {});
  await passProvider(browser, { location, issuer: provider.issuer });
  return JSON.parse((await browser.get('/settings/data')).text).account.email;
}

test('security 8.i: what was linked before the address was confirmed signs nobody in after a reset by mail', async () => {
  const account = invent();
  const browser = await server.signUp(account);
  await link(browser);
  expect(await enterByProvider()).toBe(account.email);
  const newEmail = invent().email;
  await browser.submit(SECURITY, 'Change address', { newEmail });
  await server.follow(await server.waitForLink(newEmail, 'Confirm your new address'), 'Confirm my address');
  expect(await enterByProvider()).toBe(newEmail);
  expect(await reset({ email: newEmail })).toContain('Unlink Example Login too');
  expect(await enterByProvider()).not.toBe(newEmail);
});

test('security 8.j: a reset leaves what its owner has linked, unless they choose otherwise', async () => {
  const account = invent();
  await link(await server.signUp(account));
  await reset(account);
  expect(await enterByProvider()).toBe(account.email);
  await reset(account, { unlink: 'on' });
  expect(await enterByProvider()).not.toBe(account.email);
});

/** Buttons of what a stolen cookie must not do, each with what its form would send. */
const ACTS: [page: string, button: string, fields: Record<string, string>][] = [
  [SECURITY, 'Change password', { newPassword: `another ${randomUUID()}` }],
  [SECURITY, 'Change address', { newEmail: invent().email }],
  [SECURITY, 'Link', { provider: 'oidc' }],
  [SECURITY, 'Unlink', {}],
  [SECURITY, 'End session', {}],
  [SECURITY, 'End all other sessions', {}],
  [FACTOR, 'Make new recovery codes', {}],
  [FACTOR, 'Switch off', {}],
  ['/settings', 'Make a calendar address', {}],
  ['/settings', 'Delete my account', {}],
];

const readSecret = (text: string) => /[?&](?:amp;)?secret=([A-Z2-7]+)/.exec(text)?.[1] ?? '';
const readCode = (secret: string) =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: readClock() });

async function link(browser: FormClient): Promise<string> {
  const sub = randomUUID();
  provider.person = { sub, name: 'Ada', email: `${sub}@example.org`, email_verified: true };
  const { location } = await browser.submit(SECURITY, 'Link', { provider: 'oidc' });
  const answer = await passProvider(browser, { location, issuer: provider.issuer });
  expect(answer.location).toContain('changed=linked');
  return sub;
}

test('security 9.a: with a second factor on, the password alone does nothing sensitive, and both do for ten minutes', async () => {
  const account = invent();
  const browser = await server.signUp(account);
  await link(browser);
  await server.open().signIn(account);
  const secret = readSecret((await browser.submit(FACTOR, 'Set up a second factor', {})).text);
  const on = await browser.submit(FACTOR, 'Switch on', { firstCode: readCode(secret) });
  expect(on.text).toContain('Keep these recovery codes');

  await goOn(11);
  const wrong: string[] = [];
  for (const [page, button, fields] of ACTS)
    for (const password of ['', account.password]) {
      const answer = await browser.submit(page, button, { ...fields, password });
      const isRefused = /Give your password: this needs|Give a code from your app/;
      if (answer.location !== null || !isRefused.test(answer.text))
        wrong.push(`${button}: ${answer.location}`);
    }
  expect(wrong).toEqual([]);
  const { text } = await browser.get(SECURITY);
  for (const still of [account.email, 'Unlink', 'End all other sessions', 'asks you first'])
    expect(text, still).toContain(still);

  const copied = server.open();
  for (const [name, value] of browser.cookies) copied.cookies.set(name, value);
  expect((await copied.get('/home')).status).toBe(200);
  const proof = { password: account.password, code: readCode(secret) };
  for (const wrong of [{ password: 'not this one' }, { code: '000000' }])
    expect((await browser.submit(SECURITY, 'Unlink', { ...proof, ...wrong })).text).toMatch(
      /This is not your password|This code does not fit/,
    );
  const ended = await browser.submit(SECURITY, 'End all other sessions', proof);
  expect(ended.text).not.toContain('End all other sessions');
  expect((await copied.get('/home')).location).toContain('/sign-in');
  await goOn(9);
  expect((await browser.submit(SECURITY, 'Unlink', {})).text).toContain('No account elsewhere signs you in');
  const codes = await browser.submit(FACTOR, 'Make new recovery codes', {});
  expect(codes.text).toContain('Keep these recovery codes');
  await goOn(2);
  expect((await browser.submit(FACTOR, 'Switch off', {})).text).toContain('Give your password: this needs');
});

test('security 9.b: nobody brings an account back, so deleting it asks also of who has just signed in', async () => {
  const account = invent();
  const browser = await server.signUp(account);
  const refused = await browser.submit('/settings', 'Delete my account', {});
  expect(refused.text).toContain('Give your password: this needs');
  expect((await browser.get('/home')).status).toBe(200);
  const { password } = account;
  expect((await browser.submit('/settings', 'Delete my account', { password })).status).toBe(303);
});

test('security 9.c: who has no password here proves it by signing in at the provider again', async () => {
  const sub = randomUUID();
  provider.person = { sub, name: 'Grace', email: `${sub}@example.org`, email_verified: true };
  const enter = async (browser: FormClient) => {
    const { location } = await browser.submit(
      '/sign-in?callbackUrl=/settings/security',
      'Continue with Example Login',
      {},
    );
    return passProvider(browser, { location, issuer: provider.issuer });
  };
  const browser = server.open();
  await enter(browser);
  await goOn(11);
  const change = { newEmail: invent().email };
  const refused = await browser.submit(SECURITY, 'Change address', change);
  expect(refused.text).toContain('sign in again');
  expect(refused.text).not.toContain('Two emails are on their way');
  expect((await browser.submit('/settings', 'Delete my account', {})).text).toContain('sign in again');
  const before = server.open();
  for (const [name, value] of browser.cookies) before.cookies.set(name, value);
  expect((await enter(browser)).location).toContain(SECURITY);
  expect((await before.get('/home')).location).toContain('/sign-in');
  expect((await browser.submit(SECURITY, 'Change address', change)).text).toContain(
    'Two emails are on their way',
  );
});

test('security 9.d: a new password keeps this browser in, without a second code', async () => {
  const account = invent();
  const browser = await server.signUp(account);
  const secret = readSecret((await browser.submit(FACTOR, 'Set up a second factor', {})).text);
  await browser.submit(FACTOR, 'Switch on', { firstCode: readCode(secret) });
  await goOn(6);
  const newPassword = `another ${randomUUID()}`;
  const changed = await browser.submit(SECURITY, 'Change password', { newPassword });
  expect(changed.location).toBe('/settings/security?changed=password');
  expect((await browser.get(SECURITY)).status).toBe(200);
  // The session is new, and its proof no younger than it was.
  await goOn(6);
  expect(await browser.submit(SECURITY, 'End session', {}).catch(() => null)).toBeNull();
  const stale = await browser.submit('/settings', 'Make a calendar address', {});
  expect(stale.text).toContain('Give your password: this needs');
});

test('security 9.g: with script a button that needs a proof asks for it in place, and then does what it is for', async ({
  page,
}) => {
  const account = invent();
  await server.signUp(account);
  await page.goto(`${server.app.origin}/sign-in`);
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/home');
  await goOn(11);
  await page.goto(`${server.app.origin}/settings`);
  const calendar = page.getByRole('region', { name: 'Your calendar' });
  await calendar.getByRole('button', { name: 'Make a calendar address' }).click();
  const password = calendar.getByLabel('Your password');
  await expect(password).toHaveAccessibleDescription(/this needs a fresh proof/);
  await password.fill(account.password);
  await calendar.getByRole('button', { name: 'Make a calendar address' }).click();
  await expect(calendar.getByLabel('Calendar address')).toHaveValue(/\/feed\/[\w-]{43}\.ics$/);
  await expect(password).toHaveCount(0);
  await calendar.getByRole('button', { name: 'End the address' }).click();
  await expect(calendar.getByLabel('Calendar address')).toHaveCount(0);
});
