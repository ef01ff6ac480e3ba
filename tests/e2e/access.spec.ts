import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { type Answer, FormClient } from '../support/form-client';

type Action = { filename: string; exportedName: string; workers: Record<string, unknown> };

const readManifest = (name: string) => JSON.parse(readFileSync(`.next/${name}`, 'utf8'));

/** What anybody may ask for. A route or an action that is neither here nor behind a sign-in fails the run. */
const OPEN_ROUTES = [
  '/api/auth/[...nextauth]',
  '/api/health/live',
  '/api/health/ready',
  '/favicon.ico',
  '/forgot-password',
  '/icon.svg',
  '/keys-switch',
  '/robots.txt',
  '/schema/[name]',
  '/search',
  '/sign-in',
  '/sign-out',
  '/sign-up',
  '/sitemap.xml',
  '/theme',
];
/** Open too, but each does something only for who holds a secret, which its own tests look at. */
const SECRET_ROUTES = [
  '/api/jobs/[job]',
  '/api/metrics',
  '/feed/[file]',
  '/keep-email',
  '/keep-email/[secret]',
  '/sign-in/code',
  '/reset-password',
  '/reset-password/[secret]',
  '/second-look/[token]',
  '/shared/[token]',
  '/unsubscribe/[token]',
  '/verify-email',
  '/verify-email/[secret]',
];
const OPEN_ACTIONS = [
  'confirmSignUpAction',
  'forgotPasswordAction',
  'goToProviderAction',
  'keepEmailAction',
  'resetPasswordAction',
  'secondStepAction',
  'sendSecondLookAction',
  'signInAction',
  'signUpAction',
  'verifyEmailAction',
  'withdrawSecondLookAction',
];

function listRoutes() {
  const files: [string, string][] = Object.entries(readManifest('app-path-routes-manifest.json'));
  const isFolder = (file: string, folder: string) => file.startsWith(`/(${folder})/`);
  const own = files.filter(([, route]) => !route.startsWith('/_'));
  return {
    signedIn: own.filter(([file]) => isFolder(file, 'signed-in')),
    unknown: own.filter(
      ([file, route]) =>
        !isFolder(file, 'signed-in') &&
        !isFolder(file, 'public') &&
        ![...OPEN_ROUTES, ...SECRET_ROUTES].includes(route),
    ),
  };
}

function listActions(): [string, Action][] {
  return Object.entries<Action>(readManifest('server/server-reference-manifest.json').node);
}

let addresses = 0;
const openBrowser = (baseURL: string | undefined) =>
  new FormClient(baseURL ?? '', {
    'x-forwarded-for': `2001:db8:cafe:${(addresses++).toString(16)}${process.pid.toString(16).slice(-2)}::1`,
  });

async function signUp(baseURL: string | undefined) {
  const browser = openBrowser(baseURL);
  const account = { email: `${randomUUID()}@example.org`, password: `ladder ${randomUUID()}` };
  const fields = { name: 'Ada', ...account, tried: 'role=platform-engineer&coding=3' };
  expect((await browser.submit('/sign-up', 'Create account', fields)).location).toBe('/plan?came=along');
  const checkInId = /\/progress\/([0-9a-z]{20})/.exec((await browser.get('/progress')).text)?.[1] ?? '';
  expect(checkInId).not.toBe('');
  return { browser, account, checkInId };
}

const fill = (route: string, checkInId: string) =>
  route.replace('[checkInId]', checkInId).replace('[format]', 'csv');

const isRefused = ({ status, location }: Answer) =>
  status === 401 || (status === 307 && location?.startsWith('/sign-in?callbackUrl=') === true);

test('security 7: every route of the build is in the matrix', () => {
  const { signedIn, unknown } = listRoutes();
  expect(unknown.map(([, route]) => route)).toEqual([]);
  expect(signedIn.length).toBeGreaterThan(10);
  expect(signedIn.filter(([, route]) => fill(route, 'x').includes('['))).toEqual([]);
});

test('security 7: signed-in routes answer their owner, and nobody who is signed out or whose session has ended', async ({
  baseURL,
}) => {
  const owner = await signUp(baseURL);
  const ended = openBrowser(baseURL);
  await ended.signIn(owner.account);
  await owner.browser.submit('/settings/security', 'End all other sessions', {});
  const wrong: string[] = [];
  for (const [file, route] of listRoutes().signedIn) {
    const path = fill(route, owner.checkInId);
    const [out, revoked, own] = [
      await openBrowser(baseURL).get(path),
      await ended.get(path),
      await owner.browser.get(path),
    ];
    const expected = file.endsWith('/route') ? 401 : 307;
    for (const [who, answer] of [
      ['signed out', out],
      ['revoked', revoked],
    ] as const)
      if (!isRefused(answer) || answer.status !== expected || answer.text.includes('Ada'))
        wrong.push(`${who} ${path}: ${answer.status} ${answer.location}`);
    if (isRefused(own) || own.status >= 500) wrong.push(`owner ${path}: ${own.status}`);
  }
  expect(wrong).toEqual([]);
});

test('security 7: no proxy stands before a page, a download or an action, which ask for themselves', () => {
  expect(readManifest('server/middleware-manifest.json').middleware).toEqual({});
});

test('security 7: a link that was revoked, replaced, used or made up opens nothing', async ({ baseURL }) => {
  const { browser } = await signUp(baseURL);
  const stranger = openBrowser(baseURL);
  const make = async (button: string) => {
    const { text } = await browser.submit('/settings', button, {});
    return /\/feed\/[\w-]{43}\.ics/.exec(text)?.[0] ?? '';
  };
  const first = await make('Make a calendar address');
  expect((await stranger.get(first)).status).toBe(200);
  const second = await make('Make a new address');
  expect((await stranger.get(first)).status).toBe(404);
  expect((await stranger.get(second)).status).toBe(200);
  await browser.submit('/settings', 'End the address', {});
  const madeUp = 'x'.repeat(43);
  const links = ['feed', 'unsubscribe', 'second-look', 'shared'].map((kind) => `/${kind}/${madeUp}`);
  for (const path of [second, `/feed/${madeUp}.ics`, ...links])
    expect((await stranger.get(path)).status, path).toBe(404);
  for (const page of ['reset-password', 'verify-email', 'keep-email']) {
    await stranger.get(`/${page}/${madeUp}`);
    expect((await stranger.get(`/${page}`)).text, page).not.toMatch(/<form[^>]*multipart/);
  }
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
  for (const job of ['people', 'invite', 'reset-link', 'send-reminders'])
    expect((await stranger.send(`/api/jobs/${job}`, post)).status).toBe(404);
});

test('security 8: another person’s record is answered exactly like a missing one', async ({ baseURL }) => {
  const [ada, bob] = [await signUp(baseURL), await signUp(baseURL)];
  const wrong: string[] = [];
  for (const [, route] of listRoutes().signedIn.filter(([, one]) => one.includes('[checkInId]'))) {
    const own = await ada.browser.get(fill(route, ada.checkInId));
    const theirs = await bob.browser.get(fill(route, ada.checkInId));
    const none = await bob.browser.get(fill(route, '0'.repeat(20)));
    const strip = ({ text }: Answer) =>
      (/<main[\s\S]*?<\/main>/.exec(text)?.[0] ?? '')
        .replaceAll(ada.checkInId, '')
        .replaceAll('0'.repeat(20), '');
    if (own.status !== 200 || theirs.status !== 404 || none.status !== 404 || strip(theirs) !== strip(none))
      wrong.push(`${route}: ${own.status} ${theirs.status} ${none.status}`);
  }
  expect(wrong).toEqual([]);
});

test('security 7: every action of the build asks who is signed in before anything else', async ({
  baseURL,
}) => {
  const actions = listActions();
  expect(actions.length).toBeGreaterThan(10);
  const wrong: string[] = [];
  for (const [id, { exportedName, filename, workers }] of actions) {
    if (OPEN_ACTIONS.includes(exportedName)) continue;
    const [page = ''] = Object.keys(workers);
    const route: string =
      readManifest('app-path-routes-manifest.json')[page.replace(/^app/, '')] ?? '/settings';
    const body = new FormData();
    body.append('1_nonsense', 'x');
    body.append('0', '[null,"$K1"]');
    const answer = await openBrowser(baseURL).send(fill(route, '0'.repeat(20)), {
      method: 'POST',
      headers: { 'next-action': id },
      body,
    });
    if (!answer.text.includes('You have been signed out'))
      wrong.push(`${filename} ${exportedName}: ${answer.status} ${answer.text.slice(0, 200)}`);
  }
  expect(wrong).toEqual([]);
});

test('security 8: a form with a field that it does not ask for is refused', async ({ baseURL }) => {
  const owner = await signUp(baseURL);
  const fields = {
    name: 'Mallory',
    timeZone: 'UTC',
    reminderWeeks: '',
    personId: 'x',
    emailVerifiedAt: '2026',
  };
  const answer = await owner.browser.submit('/settings', 'Save settings', fields);
  expect(answer.text).not.toContain('>Saved.<');
  expect((await owner.browser.get('/settings')).text).not.toContain('value="Mallory"');
});
