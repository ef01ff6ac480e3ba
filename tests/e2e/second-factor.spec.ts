import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { FormClient } from '../support/form-client';
import { inventAccount, signIn, signOut, signUp } from './support/person';
import { expect, test } from './support/test';

const PAGE = '/settings/security/second-factor';
const PERIOD_MS = 30_000;

/** The code of this step, or of one after it: the server takes what is one off, and this one may pass before it looks. */
function computeCode(secret: string, steps = 0): string {
  const timestamp = Date.now() + steps * PERIOD_MS;
  return TOTP.generate({ secret: Secret.fromBase32(secret.replaceAll(/\s/g, '')), timestamp });
}

const readCodes = (text: string) => [...new Set(text.match(/\b[a-z2-7]{4}(?:-[a-z2-7]{4}){6}\b/g))];

test('sets up a second factor, signs in with its code, and switches it off', async ({ page }) => {
  const account = await signUp(page);
  await page.goto('/settings/security');
  await page.getByRole('link', { name: 'Set up a second factor' }).click();
  await page.getByRole('button', { name: 'Set up a second factor' }).click();
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  await expect(page.getByRole('group', { name: /^Set up: scan/ })).toBeFocused();
  const address = (await page.getByRole('link', { name: 'Open in an app' }).getAttribute('href')) ?? '';
  const secret = new URL(address).searchParams.get('secret') ?? '';
  const switchOn = async (code: string) => {
    await page.getByLabel('Code', { exact: true }).fill(code);
    await page.getByRole('button', { name: 'Switch on' }).click();
  };
  await switchOn('000000');
  await expect(page.getByText('This code does not fit.')).toBeVisible();
  await switchOn(computeCode(secret));
  await expect(page.getByRole('heading', { name: 'Keep these recovery codes' })).toBeVisible();
  await expect(
    page.getByRole('group', { name: /Ten recovery codes follow, which are not shown again/ }),
  ).toBeFocused();
  const shown = page.getByRole('region', { name: 'Keep these recovery codes' });
  const codes = readCodes((await shown.locator('code').allTextContents()).join(' '));
  expect(codes).toHaveLength(10);
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  expect((await saved).suggestedFilename()).toBe('rung-recovery-codes.txt');
  await page.reload();
  await expect(page.getByText('10 of 10 are left.')).toBeVisible();
  await expect(shown).toHaveCount(0);

  await signOut(page);
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/sign-in\/code/);
  await page.getByLabel('Code', { exact: true }).fill(codes[0] ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('/home');
  await page.goto(PAGE);
  await expect(page.getByText('9 of 10 are left.')).toBeVisible();
  const off = page.getByRole('region', { name: 'Switch off' });
  await off.getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByRole('button', { name: 'Set up a second factor' })).toBeVisible();
  await signOut(page);
  await signIn(page, account);
});

test('report 5: a code form that was drawn for one person is not taken for another, nor held against them', async ({
  baseURL,
}) => {
  const browser = new FormClient(baseURL ?? '');
  const invent = () => {
    const { email, password } = inventAccount();
    return { email, password };
  };
  const [ada, bob] = [invent(), invent()];
  const secrets: string[] = [];
  for (const account of [ada, bob]) {
    const own = new FormClient(baseURL ?? '');
    await own.signUp(account);
    const begun = await own.submit(PAGE, 'Set up a second factor', {});
    const secret = /[?&](?:amp;)?secret=([A-Z2-7]+)/.exec(begun.text)?.[1] ?? '';
    await own.submit(PAGE, 'Switch on', { firstCode: computeCode(secret) });
    secrets.push(secret);
  }
  const code = () => computeCode(secrets[1] ?? '', 1);
  await browser.signIn(ada);
  const drawnForAda = await browser.readForm('/sign-in/code', 'Sign in');
  await browser.signIn(bob);
  const refused = await browser.post('/sign-in/code', drawnForAda, { code: code() });
  expect(refused.text).toContain('opened for another account');
  expect((await browser.get('/home')).location).toContain('/sign-in');
  const drawnForBob = await browser.readForm('/sign-in/code', 'Sign in');
  expect((await browser.post('/sign-in/code', drawnForBob, { code: code() })).location).toBe('/home');
  const late = await browser.post('/sign-in/code', drawnForBob, { code: code() });
  expect(late.text).toContain('begin again');
});

test('takes each code once and throttles wrong ones, without script and past the form', async ({
  baseURL,
}) => {
  const { name, ...account } = inventAccount();
  const open = () =>
    new FormClient(baseURL ?? '', { 'x-forwarded-for': `2001:db8:2fa:${randomUUID().slice(0, 4)}::1` });
  const browser = open();
  expect((await browser.signUp({ name, ...account })).location).toBe('/rate');
  const begun = await browser.submit(PAGE, 'Set up a second factor', {});
  const secret = /[?&](?:amp;)?secret=([A-Z2-7]+)/.exec(begun.text)?.[1] ?? '';
  expect(secret).not.toBe('');
  const before = computeCode(secret);
  const on = await browser.submit(PAGE, 'Switch on', { firstCode: before });
  const [first = '', second = ''] = readCodes(on.text);
  expect(readCodes(on.text)).toHaveLength(10);

  const other = open();
  expect((await other.get('/sign-in/code')).location).toBe('/sign-in?callbackUrl=%2Fhome');
  const step = await other.signIn(account);
  expect(step.location).toBe('/sign-in/code?callbackUrl=%2Fhome');
  expect((await other.get('/home')).location).toContain('/sign-in');
  const enter = (client: FormClient, code: string) =>
    client.submit('/sign-in/code?callbackUrl=%2Fplan', 'Sign in', { code });
  expect((await enter(other, before)).text).toContain('This code does not fit.');
  expect((await enter(other, '000000')).text).toContain('This code does not fit.');
  const now = computeCode(secret, 1);
  expect((await enter(other, now)).location).toBe('/plan');
  expect((await other.get('/home')).status).toBe(200);

  const third = open();
  expect((await third.signIn(account)).location).toContain('/sign-in/code');
  expect((await enter(third, now)).text).toContain('This code does not fit.');
  expect((await enter(third, first.toUpperCase())).location).toBe('/plan');
  const fourth = open();
  expect((await fourth.signIn(account)).location).toContain('/sign-in/code');
  expect((await enter(fourth, first)).text).toContain('This code does not fit.');
  for (let tries = 0; tries < 9; tries += 1) await enter(fourth, '000000');
  expect((await enter(fourth, second)).text).toContain('Wait 15 minutes');

  const csrf = JSON.parse((await fourth.get('/api/auth/csrf')).text).csrfToken;
  const body = new URLSearchParams({ csrfToken: csrf, email: account.email, password: account.password });
  await fourth.send('/api/auth/callback/credentials', { method: 'POST', body });
  expect((await fourth.get('/home')).location).toContain('/sign-in');
  expect((await browser.get('/settings/security')).text).toContain('A sign-in failed: wrong code');
  expect((await browser.get('/settings/security')).text).toContain('Recovery code used');
});
