import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startAppServer } from '../support/app-server';
import { FormClient } from '../support/form-client';
import { spawnDatabaseServer } from '../support/sqld';

const invent = () => ({ email: `${randomUUID()}@example.org`, password: `ladder ${randomUUID()}` });

let addresses = 0;
const inventAddress = () =>
  `2001:db8:acc:${(addresses++).toString(16)}${process.pid.toString(16).slice(-2)}::1`;

function openBrowser(baseURL: string | undefined, address = inventAddress()): FormClient {
  return new FormClient(baseURL ?? '', { 'x-forwarded-for': address });
}

async function signUp(baseURL: string | undefined) {
  const account = invent();
  const browser = openBrowser(baseURL);
  expect((await browser.signUp(account)).location).toBe('/rate');
  return { account, browser };
}

test('security 9: a new password ends every cookie that was there before, and gives this browser a new one', async ({
  baseURL,
}) => {
  const { account, browser } = await signUp(baseURL);
  const other = openBrowser(baseURL);
  expect((await other.signIn(account)).location).toBe('/home');
  const before = new FormClient(baseURL ?? '');
  for (const [name, value] of browser.cookies) before.cookies.set(name, value);
  const password = `another ${randomUUID()}`;
  const wrong = await browser.submit('/settings/security', 'Change password', {
    password: 'not this one',
    newPassword: password,
  });
  expect(wrong.text).toContain('This is not your password.');
  const weak = await browser.submit('/settings/security', 'Change password', {
    password: account.password,
    newPassword: 'Ada Lovelace Ada Lovelace',
  });
  expect(weak.text).toContain('made of your own name');
  const changed = await browser.submit('/settings/security', 'Change password', {
    password: account.password,
    newPassword: password,
  });
  expect(changed.location).toBe('/settings/security?changed=password');
  expect((await browser.get('/settings/security')).text).toContain('Signed in');
  for (const old of [other, before])
    expect((await old.get('/settings')).location).toBe('/sign-in?callbackUrl=%2Fsettings');
  expect((await other.signIn(account)).text).toContain('do not belong together');
  expect((await other.signIn({ ...account, password })).location).toBe('/home');
});

test('security 9: people see their sessions, end one, end the others, and sign out for good', async ({
  baseURL,
}) => {
  const { account, browser } = await signUp(baseURL);
  const [second, third, fourth] = [openBrowser(baseURL), openBrowser(baseURL), openBrowser(baseURL)];
  for (const other of [second, third, fourth]) await other.signIn(account);
  expect((await browser.get('/settings/security')).text.match(/End session</g)).toHaveLength(3);
  const isIn = async (client: FormClient) => (await client.get('/home')).status === 200;
  await browser.submit('/settings/security', 'End session', {});
  const stillIn = await Promise.all([second, third, fourth].map(isIn));
  expect(stillIn.filter(Boolean)).toHaveLength(2);
  await browser.submit('/settings/security', 'End all other sessions', {});
  expect(await Promise.all([second, third, fourth].map(isIn))).toEqual([false, false, false]);
  const before = new FormClient(baseURL ?? '');
  for (const [name, value] of browser.cookies) before.cookies.set(name, value);
  expect(
    (await browser.send('/sign-out', { method: 'POST', body: new URLSearchParams() })).location,
  ).toContain('/sign-in');
  expect(await isIn(before)).toBe(false);
});

test('security 9: deleting the account ends every cookie of it', async ({ baseURL }) => {
  const { account, browser } = await signUp(baseURL);
  const other = openBrowser(baseURL);
  await other.signIn(account);
  const before = new FormClient(baseURL ?? '');
  for (const [name, value] of browser.cookies) before.cookies.set(name, value);
  const { password } = account;
  expect((await browser.submit('/settings', 'Delete my account', { password })).status).toBe(303);
  for (const old of [other, before])
    expect((await old.get('/home')).location).toBe('/sign-in?callbackUrl=%2Fhome');
  expect((await other.signIn(account)).text).toContain('do not belong together');
});

test('security 8: another person’s session is not ended, and is answered like none', async ({ baseURL }) => {
  const ada = await signUp(baseURL);
  const bob = await signUp(baseURL);
  await openBrowser(baseURL).signIn(bob.account);
  await openBrowser(baseURL).signIn(ada.account);
  const theirs = await bob.browser.readForm('/settings/security', 'End session');
  const sessionId = theirs.find(([name]) => name === 'sessionId')?.[1] ?? '';
  expect(sessionId).not.toBe('');
  const tried = await ada.browser.submit('/settings/security', 'End session', { sessionId });
  const missing = await ada.browser.submit('/settings/security', 'End session', { sessionId: 'none' });
  expect(tried.status).toBe(missing.status);
  expect((await bob.browser.get('/settings/security')).text).toContain('End session');
});

test('security 13: a forged X-Forwarded-For changes nothing where no proxy is trusted', async () => {
  const server = await startAppServer({ TRUSTED_PROXY: '' });
  try {
    const account = invent();
    await new FormClient(server.origin).signUp(account);
    const answers: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      const forger = new FormClient(server.origin, { 'x-forwarded-for': `203.0.113.${index}` });
      answers.push((await forger.signIn({ ...account, password: 'wrong' })).text);
    }
    expect(answers[9]).toContain('do not belong together');
    expect(answers[10]).toContain('Too many sign-ins went wrong. Wait 15 minutes');
  } finally {
    await server.stop();
  }
});

test('security 11: a common password is refused beside its field, and sign-up says whose address is taken', async ({
  baseURL,
}) => {
  const { account } = await signUp(baseURL);
  const common = await openBrowser(baseURL).signUp({ ...invent(), password: '1qaz2wsx3edc4rfv' });
  expect(common.text).toContain('on a list of those that people use most');
  const taken = await openBrowser(baseURL).signUp({ ...invent(), email: account.email });
  expect(taken.text).toContain('has an account here already');
});

test('security 4: a database that goes away signs nobody out, and is said for what it is', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rung-sqld-'));
  const database = await spawnDatabaseServer(folder);
  const server = await startAppServer({ DATABASE_URL: `ws://127.0.0.1:${database.port}` });
  try {
    const browser = new FormClient(server.origin);
    const account = invent();
    expect((await browser.signUp(account)).location).toBe('/rate');
    const hidden = await browser.readForm('/settings', 'Save settings');
    const signInForm = await browser.readForm('/sign-in', 'Sign in');
    await database.kill();
    const page = await browser.get('/home');
    expect(page.location).toBeNull();
    expect(page.text).toContain('storage-unavailable');
    const fields = { name: 'Countess', timeZone: 'UTC', reminderWeeks: '' };
    const saved = await browser.post('/settings', hidden, fields);
    expect(saved.text).not.toContain('You have been signed out');
    await browser.get('/api/auth/session');
    expect((await browser.post('/sign-in', signInForm, account)).text).toContain('cannot reach its database');
    const leaver = new FormClient(server.origin);
    for (const [name, value] of browser.cookies) leaver.cookies.set(name, value);
    const left = await leaver.send('/sign-out', { method: 'POST', body: new URLSearchParams() });
    expect(left.location).toBe('/sign-in?left=unsaved');
    expect(leaver.cookie).not.toContain('rung.session');
    await database.start();
    await expect.poll(async () => (await browser.get('/home')).status).toBe(200);
    expect((await browser.get('/settings')).text).toContain('Ada Lovelace');
  } finally {
    await server.stop();
    await database.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('security 18: a saved setting leaves the prerendered pages as built, whose scripts the policy knows by hash', async ({
  baseURL,
}) => {
  const { browser } = await signUp(baseURL);
  const before = (await browser.get('/')).text;
  await browser.submit('/settings', 'Save settings', { name: 'Ada', timeZone: 'UTC', reminderWeeks: '' });
  expect((await browser.get('/')).text).toBe(before);
});
