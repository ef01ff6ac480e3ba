import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { startAppServer } from '../support/app-server';
import { FormClient } from '../support/form-client';
import { readMailText } from '../support/mail-server';
import { dayIn } from './support/days';
import { invent, MailedServer } from './support/mailed-server';
import { FEW_ARE_MEANT } from './support/person';

const run = promisify(execFile);
type Account = ReturnType<typeof invent>;

test.describe.configure({ mode: 'serial' });

let server: MailedServer;

test.beforeAll(async () => {
  server = await MailedServer.start();
});

test.afterAll(() => server.stop());

test('security 10: a reset link works once, ends every session, and leaves its secret in no page’s address', async () => {
  const account = invent();
  const owner = await server.signUp(account);
  const asked = await server.open().submit('/forgot-password', 'Send me a link', { email: account.email });
  expect(asked.text).toContain('an email with a link is on its way');
  const link = await server.waitForLink(account.email, 'Set a new password');
  const answer = await fetch(`${server.app.origin}${link}`, { redirect: 'manual' });
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('x-robots-tag')).toContain('noindex');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  const [first, second] = [server.open(), server.open()];
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
  expect((await server.open().signIn({ ...account, password: newPassword })).location).toBe('/home');
});

test('a second look is mailed to whom is asked, and a scanner that opens the link uses nothing up', async () => {
  const [account, grace] = [invent(), `${randomUUID()}@example.org`];
  const owner = await server.signUp(account);
  await owner.submit('/rate/all', 'Save check-in', { 'ratings.coding.level': '2', ...FEW_ARE_MEANT });
  const page = '/progress/second-look';
  const until = dayIn(7);
  const hidden = await owner.readForm(page, 'Make the link');
  const asked = { name: 'Grace', until, email: grace, skills: 'coding' };
  expect((await owner.post(page, hidden, asked)).text).toContain(`It is on its way to ${grace}`);
  const findMail = () => server.mail.mails.find(({ to }) => to.includes(grace));
  await expect.poll(() => findMail() !== undefined, { timeout: 15_000 }).toBe(true);
  const mail = findMail();
  if (!mail) throw new Error('No mail came.');
  const link = /http:\/\/localhost:\d+(\/second-look\/[\w-]{43})/.exec(readMailText(mail))?.[1] ?? '';
  expect(link).not.toBe('');
  // Neither the level nor the address of who asks is in the mail.
  expect(readMailText(mail)).not.toContain(account.email);
  for (let time = 0; time < 3; time += 1) expect((await server.open().get(link)).status).toBe(200);
  const sent = await server.open().submit(link, 'Send', { 'ratings.coding.level': '3' });
  expect(sent.text).toContain('Sent. Thank you');
  expect((await owner.get(page)).text).toContain('Both of you have rated Coding');
});

test('security 10.b: a newer reset link leaves the older one alive until one is used, and a made-up one is none', async () => {
  const account = invent();
  await server.signUp(account);
  for (const _ of [1, 2])
    await server.open().submit('/forgot-password', 'Send me a link', { email: account.email });
  const newer = await server.waitForLink(account.email, 'Set a new password', { count: 2 });
  const [older = ''] = server.listLinks(account.email, 'Set a new password');
  expect(older).not.toBe(newer);
  await server.follow(older, 'Set new password', { newPassword: `another ${randomUUID()}` });
  for (const link of [
    older,
    newer,
    `/reset-password/${'x'.repeat(43)}`,
    '/reset-password/%00',
    '/reset-password/x',
  ]) {
    const browser = server.open();
    await browser.get(link);
    expect((await browser.get('/reset-password')).text).toContain('This page needs a link');
  }
});

test('security 12: a reset for an unknown address is answered like one for a known', async () => {
  const account = invent();
  await server.signUp(account);
  const texts = [];
  for (const email of [account.email, `${randomUUID()}@example.org`]) {
    const { status, text } = await server.open().submit('/forgot-password', 'Send me a link', { email });
    texts.push(`${status} ${/<div class="notice"[\s\S]*?<\/div>/.exec(text)?.[0]}`);
  }
  expect(texts[0]).toContain('on its way');
  expect(texts[1]).toBe(texts[0]);
});

test('makes an account through the mailed link, once, and takes along what was rated before', async () => {
  const account = invent();
  const owner = await server.signUp(account, { tried: 'role=platform-engineer&coding=3' });
  const link = await server.waitForLink(account.email, 'Confirm your address');
  await owner.get(link);
  expect((await owner.get('/verify-email')).text).toContain('not used yet');
  expect((await owner.get('/settings/security')).text).toContain('which is confirmed');
  const kept = JSON.parse((await owner.get('/settings/data')).text);
  expect(kept.goal.role).toBe('platform-engineer');
  expect(kept.checkIns).toHaveLength(1);
});

test('security 12: a sign-up for an address that has an account is answered like any other, and mailed', async () => {
  const account = invent();
  const owner = await server.signUp(account);
  const texts = [];
  const newcomer = { email: invent().email, password: `ladder ${randomUUID()}` };
  for (const one of [{ ...newcomer, email: account.email }, newcomer]) {
    const { status, text } = await server.open().signUp(one);
    texts.push(`${status} ${/<div class="notice"[\s\S]*?<\/div>/.exec(text)?.[0]}`);
    expect((await server.open().signIn(one)).text).toContain('do not belong together');
  }
  expect(texts[0]).toContain('An email is on its way');
  expect(texts[1]).toBe(texts[0]);
  const hasMail = () =>
    server.mail.mails.some(
      (mail) => mail.to.includes(account.email) && mail.source.includes('have an account at Rung already'),
    );
  await expect.poll(hasMail, { timeout: 15_000 }).toBe(true);
  expect((await owner.get('/home')).status).toBe(200);
});

async function askToMove(browser: FormClient, account: Account) {
  const { email } = invent();
  const fields = { newEmail: email, password: account.password };
  const asked = await browser.submit('/settings/security', 'Change address', fields);
  expect(asked.text).toContain('Two emails are on their way');
  return email;
}

const readEmail = async (browser: FormClient) =>
  JSON.parse((await browser.get('/settings/data')).text).account.email;

test('security 10: a new address counts once its own link is used, and ends the links mailed to the old one', async () => {
  const account = invent();
  const owner = await server.signUp(account);
  await server.open().submit('/forgot-password', 'Send me a link', { email: account.email });
  const reset = await server.waitForLink(account.email, 'Set a new password');
  const wrong = { newEmail: invent().email, password: 'not this one' };
  const refused = await owner.submit('/settings/security', 'Change address', wrong);
  expect(refused.text).toContain('This is not your password.');
  const email = await askToMove(owner, account);
  const link = await server.waitForLink(email, 'Confirm your new address');
  await server.waitForLink(account.email, 'about to change');
  expect(await readEmail(owner)).toBe(account.email);
  const browser = await server.follow(link, 'Confirm my address');
  expect(await readEmail(owner)).toBe(email);
  await browser.get(link);
  expect((await browser.get('/verify-email')).text).toContain('not used yet');
  await browser.get(reset);
  expect((await browser.get('/reset-password')).text).toContain('This page needs a link');
  expect((await server.open().signIn({ ...account, email })).location).toBe('/home');
});

test('security 10: the old address takes the account back from whoever moved it, however often', async () => {
  const account = invent();
  const thief = await server.signUp(account);
  const first = await askToMove(thief, account);
  const keep = await server.waitForLink(account.email, 'about to change');
  await server.follow(await server.waitForLink(first, 'Confirm your new address'), 'Confirm my address');
  const second = await askToMove(thief, account);
  const later = await server.waitForLink(first, 'about to change');
  await server.follow(await server.waitForLink(second, 'Confirm your new address'), 'Confirm my address');
  const owner = await server.follow(keep, 'Keep my address');
  expect((await thief.get('/home')).location).toContain('/sign-in');
  const newPassword = `another ${randomUUID()}`;
  const reset = await owner.submit('/reset-password', 'Set new password', { newPassword });
  expect(reset.location).toBe('/sign-in?reset=done');
  await thief.get(later);
  expect((await thief.get('/keep-email')).text).toContain('This page needs the link');
  expect((await server.open().signIn(account)).text).toContain('do not belong together');
  expect((await server.open().signIn({ ...account, password: newPassword })).location).toBe('/home');
});

test('security 12: a change to an address that has an account is answered like any other, and changes nothing', async () => {
  const [account, taken] = [invent(), invent()];
  await server.signUp(taken);
  const owner = await server.signUp(account);
  const fields = { newEmail: taken.email, password: account.password };
  const asked = await owner.submit('/settings/security', 'Change address', fields);
  expect(asked.text).toContain('Two emails are on their way');
  await server.waitForLink(account.email, 'about to change');
  const sent = server.mail.mails.filter((mail) => mail.to.includes(taken.email)).map(readMailText);
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
    SMTP_URL: server.mail.url,
    MAIL_FROM: 'Rung <rung@example.org>',
  });
  try {
    const owner = new FormClient(since.origin);
    await owner.signIn(account);
    await owner.submit('/settings/security', 'Send me the link that confirms it', {});
    await owner.get(await server.waitForLink(account.email, 'Confirm your address'));
    await owner.submit('/verify-email', 'Confirm my address', {});
    expect((await owner.get('/settings/security')).text).toContain('which is confirmed');
  } finally {
    await since.stop();
    rmSync(DATA_DIR, { recursive: true, force: true });
  }
});

test('security 19: no mail or log holds a password, and no log an address or a link', async () => {
  const account = invent();
  await server.signUp(account);
  await server.open().submit('/forgot-password', 'Send me a link', { email: account.email });
  const link = await server.waitForLink(account.email, 'Set a new password');
  await server.open().signIn({ ...account, password: 'canary-password' });
  expect(server.mail.mails.map(readMailText).join('\n')).not.toContain(account.password);
  for (const canary of [account.email, account.password, link, 'canary-password', 'select '])
    expect(server.app.output().toLowerCase()).not.toContain(canary.toLowerCase());
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
    const fields = { newEmail: moved, password: account.password };
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
