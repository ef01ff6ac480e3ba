import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { type AppServer, startAppServer } from '../support/app-server';
import { FormClient } from '../support/form-client';
import { type MailServer, readMailText, startMailServer } from '../support/mail-server';

const run = promisify(execFile);
type Account = { email: string; password: string };
const invent = (): Account => ({ email: `${randomUUID()}@example.org`, password: `ladder ${randomUUID()}` });

test.describe.configure({ mode: 'serial' });

let mailServer: MailServer;
let server: AppServer;

test.beforeAll(async () => {
  mailServer = await startMailServer();
  server = await startAppServer({ SMTP_URL: mailServer.url, MAIL_FROM: 'Rung <rung@example.org>' });
});

test.afterAll(async () => {
  await server.stop();
  await mailServer.stop();
});

const open = () => new FormClient(server.origin);

async function waitForLink(to: string, subject: string): Promise<string> {
  const find = () =>
    mailServer.mails.findLast((mail) => mail.to.includes(to) && mail.source.includes(subject));
  await expect.poll(() => find() !== undefined, { timeout: 15_000 }).toBe(true);
  const link = /http:\/\/localhost:\d+(\/(?:reset-password|verify-email|keep-email)\/[\w-]{43})/.exec(
    readMailText(find()),
  );
  expect(link).not.toBeNull();
  return link?.[1] ?? '';
}

async function follow(link: string, button: string): Promise<FormClient> {
  const browser = open();
  const page = (await browser.get(link)).location ?? '';
  const done = await browser.submit(page, button, {});
  expect(done.status).toBe(303);
  return browser;
}

/** Makes an account as somebody does who reads their mail, and signs in. */
async function signUp(account: Account, fields: Record<string, string> = {}): Promise<FormClient> {
  const browser = open();
  const asked = await browser.submit('/sign-up', 'Create account', { name: 'Ada', ...account, ...fields });
  expect(asked.text).toContain('An email is on its way to you');
  await follow(await waitForLink(account.email, 'Confirm your address'), 'Confirm my address');
  expect((await browser.signIn(account)).location).toBe('/home');
  return browser;
}

test('security 10: a reset link works once, ends every session, and leaves its secret in no page’s address', async () => {
  const account = invent();
  const owner = await signUp(account);
  const asked = await open().submit('/forgot-password', 'Send me a link', { email: account.email });
  expect(asked.text).toContain('an email with a link is on its way');
  const link = await waitForLink(account.email, 'Set a new password');
  const answer = await fetch(`${server.origin}${link}`, { redirect: 'manual' });
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('x-robots-tag')).toContain('noindex');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  const [first, second] = [open(), open()];
  for (const browser of [first, second])
    expect((await browser.get(link)).location).toMatch(/\/reset-password$/);
  expect((await first.get('/reset-password')).text).toContain('noindex');
  const hidden = await second.readForm('/reset-password', 'Set new password');
  const newPassword = `another ${randomUUID()}`;
  const weak = await first.submit('/reset-password', 'Set new password', { newPassword: '1qaz2wsx3edc4rfv' });
  expect(weak.text).toContain('on a list of those that people use most');
  const done = await first.submit('/reset-password', 'Set new password', { newPassword });
  expect(done.location).toBe('/sign-in?reset=done');
  const again = await second.post('/reset-password', hidden, { newPassword: `third ${randomUUID()}` });
  expect(again.text).toContain('used already or is too old');
  expect((await owner.get('/home')).location).toContain('/sign-in');
  expect((await open().signIn({ ...account, password: newPassword })).location).toBe('/home');
});

test('security 10: a newer reset link replaces the older one, and a made-up one is none', async () => {
  const account = invent();
  await signUp(account);
  await open().submit('/forgot-password', 'Send me a link', { email: account.email });
  const older = await waitForLink(account.email, 'Set a new password');
  await open().submit('/forgot-password', 'Send me a link', { email: account.email });
  await expect
    .poll(async () => (await waitForLink(account.email, 'Set a new password')) !== older)
    .toBe(true);
  for (const link of [
    older,
    `/reset-password/${'x'.repeat(43)}`,
    '/reset-password/%00',
    '/reset-password/x',
  ]) {
    const browser = open();
    await browser.get(link);
    expect((await browser.get('/reset-password')).text).toContain('This page needs a link');
  }
});

test('security 12: a reset for an unknown address is answered like one for a known', async () => {
  const account = invent();
  await signUp(account);
  const texts = [];
  for (const email of [account.email, `${randomUUID()}@example.org`]) {
    const { status, text } = await open().submit('/forgot-password', 'Send me a link', { email });
    texts.push(`${status} ${/<div class="notice"[\s\S]*?<\/div>/.exec(text)?.[0]}`);
  }
  expect(texts[0]).toContain('on its way');
  expect(texts[1]).toBe(texts[0]);
});

test('makes an account through the mailed link, once, and takes along what was rated before', async () => {
  const account = invent();
  const owner = await signUp(account, { tried: 'role=platform-engineer&coding=3' });
  const link = await waitForLink(account.email, 'Confirm your address');
  await owner.get(link);
  expect((await owner.get('/verify-email')).text).toContain('not used yet');
  expect((await owner.get('/settings/security')).text).toContain('which is confirmed');
  const kept = JSON.parse((await owner.get('/settings/data')).text);
  expect(kept.goal.role).toBe('platform-engineer');
  expect(kept.checkIns).toHaveLength(1);
});

test('security 12: a sign-up for an address that has an account is answered like any other, and mailed', async () => {
  const account = invent();
  const owner = await signUp(account);
  const texts = [];
  const newcomer = { email: invent().email, password: `ladder ${randomUUID()}` };
  for (const one of [{ ...newcomer, email: account.email }, newcomer]) {
    const { status, text } = await open().signUp(one);
    texts.push(`${status} ${/<div class="notice"[\s\S]*?<\/div>/.exec(text)?.[0]}`);
    expect((await open().signIn(one)).text).toContain('do not belong together');
  }
  expect(texts[0]).toContain('An email is on its way');
  expect(texts[1]).toBe(texts[0]);
  const hasMail = () =>
    mailServer.mails.some(
      (mail) => mail.to.includes(account.email) && mail.source.includes('have an account at Rung already'),
    );
  await expect.poll(hasMail, { timeout: 15_000 }).toBe(true);
  expect((await owner.get('/home')).status).toBe(200);
});

async function askToMove(browser: FormClient, account: Account) {
  const { email } = invent();
  const fields = { newEmail: email, emailPassword: account.password };
  const asked = await browser.submit('/settings/security', 'Change address', fields);
  expect(asked.text).toContain('Two emails are on their way');
  return email;
}

const readEmail = async (browser: FormClient) =>
  JSON.parse((await browser.get('/settings/data')).text).account.email;

test('security 10: a new address counts once its own link is used, and ends the links mailed to the old one', async () => {
  const account = invent();
  const owner = await signUp(account);
  await open().submit('/forgot-password', 'Send me a link', { email: account.email });
  const reset = await waitForLink(account.email, 'Set a new password');
  const wrong = { newEmail: invent().email, emailPassword: 'not this one' };
  const refused = await owner.submit('/settings/security', 'Change address', wrong);
  expect(refused.text).toContain('This is not your password.');
  const email = await askToMove(owner, account);
  const link = await waitForLink(email, 'Confirm your new address');
  await waitForLink(account.email, 'about to change');
  expect(await readEmail(owner)).toBe(account.email);
  const browser = await follow(link, 'Confirm my address');
  expect(await readEmail(owner)).toBe(email);
  await browser.get(link);
  expect((await browser.get('/verify-email')).text).toContain('not used yet');
  await browser.get(reset);
  expect((await browser.get('/reset-password')).text).toContain('This page needs a link');
  expect((await open().signIn({ ...account, email })).location).toBe('/home');
});

test('security 10: the old address takes the account back from whoever moved it, however often', async () => {
  const account = invent();
  const thief = await signUp(account);
  const first = await askToMove(thief, account);
  const keep = await waitForLink(account.email, 'about to change');
  await follow(await waitForLink(first, 'Confirm your new address'), 'Confirm my address');
  const second = await askToMove(thief, account);
  const later = await waitForLink(first, 'about to change');
  await follow(await waitForLink(second, 'Confirm your new address'), 'Confirm my address');
  const owner = await follow(keep, 'Keep my address');
  expect((await thief.get('/home')).location).toContain('/sign-in');
  const newPassword = `another ${randomUUID()}`;
  const reset = await owner.submit('/reset-password', 'Set new password', { newPassword });
  expect(reset.location).toBe('/sign-in?reset=done');
  await thief.get(later);
  expect((await thief.get('/keep-email')).text).toContain('This page needs the link');
  expect((await open().signIn(account)).text).toContain('do not belong together');
  expect((await open().signIn({ ...account, password: newPassword })).location).toBe('/home');
});

test('security 12: a change to an address that has an account is answered like any other, and changes nothing', async () => {
  const [account, taken] = [invent(), invent()];
  await signUp(taken);
  const owner = await signUp(account);
  const fields = { newEmail: taken.email, emailPassword: account.password };
  const asked = await owner.submit('/settings/security', 'Change address', fields);
  expect(asked.text).toContain('Two emails are on their way');
  await waitForLink(account.email, 'about to change');
  const sent = mailServer.mails.filter((mail) => mail.to.includes(taken.email)).map(readMailText);
  expect(sent.filter((text) => text.includes('Confirm your new address'))).toEqual([]);
});

test('confirms the address of an account that was made before there was mail', async () => {
  const DATA_DIR = mkdtempSync(path.join(os.tmpdir(), 'rung-app-'));
  const account = invent();
  const before = await startAppServer({ DATA_DIR, SMTP_URL: '', MAIL_FROM: '' });
  await new FormClient(before.origin).signUp(account);
  await before.stop();
  const since = await startAppServer({
    DATA_DIR,
    SMTP_URL: mailServer.url,
    MAIL_FROM: 'Rung <rung@example.org>',
  });
  try {
    const owner = new FormClient(since.origin);
    await owner.signIn(account);
    await owner.submit('/settings/security', 'Send me the link that confirms it', {});
    await owner.get(await waitForLink(account.email, 'Confirm your address'));
    await owner.submit('/verify-email', 'Confirm my address', {});
    expect((await owner.get('/settings/security')).text).toContain('which is confirmed');
  } finally {
    await since.stop();
    rmSync(DATA_DIR, { recursive: true, force: true });
  }
});

test('security 19: no mail or log holds a password, and no log an address or a link', async () => {
  const account = invent();
  await signUp(account);
  await open().submit('/forgot-password', 'Send me a link', { email: account.email });
  const link = await waitForLink(account.email, 'Set a new password');
  await open().signIn({ ...account, password: 'canary-password' });
  expect(mailServer.mails.map(readMailText).join('\n')).not.toContain(account.password);
  for (const canary of [account.email, account.password, link, 'canary-password', 'select '])
    expect(server.output().toLowerCase()).not.toContain(canary.toLowerCase());
});

test('says plainly that mail is off, and lets the operator make a reset link', async () => {
  const plain = await startAppServer({ SMTP_URL: '', MAIL_FROM: '' });
  try {
    const account = invent();
    const owner = new FormClient(plain.origin);
    await owner.signUp(account);
    expect((await owner.get('/forgot-password')).text).toContain('cannot send email');
    expect((await owner.get('/verify-email')).text).toContain('cannot send email');
    const moved = `${randomUUID()}@example.org`;
    const fields = { newEmail: moved, emailPassword: account.password };
    expect((await owner.get('/settings/security')).text).toContain('nobody checks it');
    const change = await owner.submit('/settings/security', 'Change address', fields);
    expect(change.location).toBe('/settings/security?changed=email');
    account.email = moved;
    const env = { ...process.env, DATA_DIR: plain.dataFolder, PORT: new URL(plain.origin).port };
    const command = (...words: string[]) =>
      run(process.execPath, ['scripts/run.mjs', 'reset-link', ...words], { env });
    const { stdout } = await command(account.email);
    const link = new URL(stdout.trim());
    expect(link.origin).toBe(plain.origin);
    const browser = new FormClient(plain.origin);
    await browser.get(link.pathname);
    const newPassword = `another ${randomUUID()}`;
    const done = await browser.submit('/reset-password', 'Set new password', { newPassword });
    expect(done.location).toBe('/sign-in?reset=done');
    await expect(command(`${randomUUID()}@example.org`)).rejects.toThrow('No account has this address.');
    const stranger = await fetch(`${plain.origin}/api/jobs/reset-link`, {
      method: 'POST',
      headers: { origin: plain.origin, 'content-type': 'application/json', authorization: 'x'.repeat(43) },
      body: JSON.stringify({ email: account.email }),
    });
    expect(stranger.status).toBe(404);
  } finally {
    await plain.stop();
  }
});
