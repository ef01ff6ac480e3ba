import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { type Answer, FormClient } from '../support/form-client';
import { readForms } from '../support/hidden-fields';
import { PLAN_FIELDS } from '../support/plan-fields';
import { signUp, waitForScript } from './support/person';
import { expect, test } from './support/test';

// What people reported of such programs, tried here as it was done there.

let browsers = 0;
const openBrowser = (baseURL: string | undefined) => {
  browsers += 1;
  return new FormClient(baseURL ?? '', {
    'x-forwarded-for': `2001:db8:14:${browsers}::${process.pid.toString(16).slice(-4)}`,
  });
};

const inventAccount = (name: string) => ({
  name,
  email: `${randomUUID()}@example.org`,
  password: `ladder ${randomUUID()}`,
});

/** Somebody with everything that a page has a form for. */
async function settle(browser: FormClient, name: string) {
  const account = inventAccount(name);
  expect((await browser.signUp(account)).location).toBe('/rate');
  const saved = await browser.submit('/rate/all', 'Save check-in', {
    'ratings.coding.level': '3',
    'ratings.flexibility.level': '2',
    'ratings.adaptability.level': '2',
    'ratings.coaching.level': '2',
    'ratings.communications.level': '2',
  });
  expect(saved.location).toMatch(/^\/gap\?saved=/);
  expect((await browser.submit('/plan', 'Make my plan', PLAN_FIELDS)).location).toContain('made=1');
  const added = await browser.submit('/plan/own', 'Add step', {
    title: 'A course at work',
    kind: 'course',
    url: '',
    cost: '',
    currency: 'GBP',
    hours: '10',
    weeks: '2',
    'raises.0.skill': 'coding',
    'raises.0.from': '3',
    'raises.0.to': '4',
  });
  expect(added.location).toContain('added=');
  await browser.submit('/settings', 'Make a calendar address', {});
  return account;
}

const readData = async (browser: FormClient): Promise<unknown> => {
  const { exportedAt: _, ...data } = JSON.parse((await browser.get('/settings/data')).text);
  return data;
};

const says = ({ text }: Answer, sentence: string) => text.replaceAll('&#x27;', "'").includes(sentence);

test('report 5: no form drawn for one person changes anything of another', async ({ baseURL }) => {
  test.slow();
  const browser = openBrowser(baseURL);
  await settle(browser, 'Ada');
  const checkIn = /\/progress\/([0-9a-z]{20})/.exec((await browser.get('/progress')).text)?.[0] ?? '';
  const pages = [
    '/rate/all',
    '/rate?skill=coding',
    '/gap',
    '/plan',
    '/plan/own',
    '/progress',
    checkIn,
    '/settings',
  ];
  pages.push('/settings/security', '/settings/security/second-factor', '/plan/earlier');
  const tabs: { page: string; button: string; fields: [string, string][] }[] = [];
  for (const page of pages)
    for (const form of readForms((await browser.get(page)).text))
      if (form.isAction) tabs.push({ page, ...form });
  expect(tabs.length).toBeGreaterThan(20);
  expect(tabs.filter(({ fields }) => !fields.some(([name]) => name === '$drawn-for'))).toEqual([]);

  await browser.send('/sign-out', { method: 'POST', body: new URLSearchParams() });
  await settle(browser, 'Bob');
  const before = await readData(browser);
  const wrong: string[] = [];
  for (const { page, button, fields } of tabs) {
    const answer = await browser.post(page, fields, { note: 'A secret of Ada', name: 'Ada' });
    if (!says(answer, 'another account') || answer.text.includes('A secret of Ada'))
      wrong.push(`${page} ${button}: ${answer.status} ${answer.location}`);
  }
  expect(wrong).toEqual([]);
  expect(await readData(browser)).toEqual(before);
});

test('report 6: an old settings tab takes back nothing that was saved since, least of all that mail was stopped', async ({
  baseURL,
}) => {
  const browser = openBrowser(baseURL);
  await browser.signUp(inventAccount('Ada'));
  const shown = { name: 'Ada', timeZone: 'UTC', reminderWeeks: '6' };
  await browser.submit('/settings', 'Save settings', shown);
  const old = await browser.readForm('/settings', 'Save settings');
  await browser.submit('/settings', 'Save settings', { ...shown, timeZone: 'Asia/Tokyo', reminderWeeks: '' });
  const saved = await browser.post('/settings', old, { ...shown, name: 'Grace' });
  expect(says(saved, '>Saved.<')).toBe(true);
  const { account } = (await readData(browser)) as { account: { settings: object } };
  expect(account).toMatchObject({ name: 'Grace', timeZone: 'Asia/Tokyo', settings: { reminderWeeks: null } });

  const clash = await browser.post('/settings', old, { ...shown, timeZone: 'Europe/London' });
  expect(says(clash, 'the time zone Asia/Tokyo')).toBe(true);
  expect(clash.text).toContain('value="Grace"');
  const again = readForms(clash.text).find(({ button }) => button === 'Save settings')?.fields ?? [];
  await browser.post('/settings', again, {
    ...shown,
    name: 'Grace',
    timeZone: 'Europe/London',
    reminderWeeks: '',
  });
  expect(await readData(browser)).toMatchObject({ account: { name: 'Grace', timeZone: 'Europe/London' } });
});

test('report 6: an old plan tab changes only the settings, and of a step only the fields, that were changed in it', async ({
  baseURL,
}) => {
  const browser = openBrowser(baseURL);
  await settle(browser, 'Ada');
  const old = await browser.readForm('/plan', 'Make my plan');
  const step0 = /<li id="([^"]+)" class="plan-row"/.exec((await browser.get('/plan')).text)?.[1];
  const edit = `/plan?edit=${step0}`;
  const oldStep = await browser.readForm(edit, 'Save step');
  await browser.submit('/plan', 'Make my plan', { ...PLAN_FIELDS, hoursPerWeek: '17' });
  await browser.submit(edit, 'Save step', { status: 'in-progress', note: 'Begun', hoursSpent: '' });
  const made = await browser.post('/plan', old, { ...PLAN_FIELDS, maxParallel: '2' });
  expect(made.location).toContain('made=1');
  const step = await browser.post(edit, oldStep, { status: 'todo', hoursSpent: '3', note: '' });
  expect(step.location).toMatch(/^\/plan\?saved=/);
  expect(await readData(browser)).toMatchObject({
    goal: { preferences: { hoursPerWeek: 17, maxParallel: 2 } },
    stepProgress: expect.arrayContaining([
      expect.objectContaining({ status: 'in-progress', note: 'Begun', hoursSpent: 3 }),
    ]),
  });
});

const coding = (page: Page) => page.getByRole('group', { name: 'Coding', exact: true });
const note = (page: Page) => page.getByLabel('Note', { exact: true });
const save = (page: Page) => page.getByRole('button', { name: 'Save check-in' });
const alert = (page: Page) => page.locator('main').getByRole('alert');

test('report 8: the draft of a check-in holds the last letter, pasted text and the last choice', async ({
  page,
}) => {
  await signUp(page);
  await page.goto('/rate/all');
  await waitForScript(page);
  await coding(page).getByRole('radio', { name: '3 Independent' }).check();
  await page.reload();
  await expect(coding(page).getByRole('radio', { name: '3 Independent' })).toBeChecked();
  await note(page).pressSequentially('last letter');
  await page.reload();
  await expect(note(page)).toHaveValue('last letter');
  await coding(page).getByLabel('Evidence').focus();
  await page.keyboard.insertText('pasted');
  await page.reload();
  await expect(coding(page).getByLabel('Evidence')).toHaveValue('pasted');
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'before script', () => {
    test.use({ javaScriptEnabled });

    test('report 19: Enter sends no check-in, and one of few skills is asked back once', async ({ page }) => {
      await signUp(page);
      await page.goto('/rate/all');
      if (javaScriptEnabled) await waitForScript(page);
      await coding(page).getByRole('radio', { name: '3 Independent' }).check();
      const evidence = coding(page).getByLabel('Evidence');
      await evidence.fill('A release');
      await evidence.press('Enter');
      if (javaScriptEnabled) {
        const next = page.getByRole('group', { name: 'Server administration', exact: true });
        await expect(next.getByRole('radio', { name: 'Not rated', exact: true })).toBeFocused();
      }
      await expect(alert(page)).toHaveCount(0);
      await save(page).click();
      await expect(alert(page)).toContainText('You rated 1 of 10 skills, and nothing is saved yet.');
      await expect(evidence).toHaveValue('A release');
      await save(page).click();
      await page.waitForURL('/gap?saved=*');
    });
  });
}

/** An action's id of an earlier version: of the right form, and nobody's. */
const ageForms = (html: string) =>
  html.replaceAll(
    /&quot;id&quot;:&quot;[0-9a-f]{42}&quot;/g,
    '&quot;id&quot;:&quot;40'.concat('ab'.repeat(20), '&quot;'),
  );

test.describe('failures that are none of the network', () => {
  test.use({ expectedErrors: /status of \d+|Failed to load|Server Action|digest|unexpected response/ });

  test('report 11: a page from before an update says so, and what was entered comes back after a reload', async ({
    page,
  }) => {
    await signUp(page);
    await page.goto('/settings');
    await page.route('/settings', async (route) => {
      const headers = { ...route.request().headers(), 'next-action': `40${'ab'.repeat(20)}` };
      await route.continue(route.request().method() === 'POST' ? { headers } : {});
    });
    await page.getByLabel('Name').fill('Grace Hopper');
    await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
    await page.getByRole('button', { name: 'Save settings' }).click();
    await expect(alert(page)).toContainText(
      'Rung was updated since this page was opened, so nothing was saved.',
    );
    await page.unroute('/settings');
    await page.reload();
    await expect(page.getByLabel('Name')).toHaveValue('Grace Hopper');
    await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Tokyo');
    await page.getByRole('button', { name: 'Save settings' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('Name')).toHaveValue('Grace Hopper');
  });

  const REFUSALS = [
    [413, 'text/plain', 'This is larger than the 1 MB that Rung takes here.', 'This is larger than the 1 MB'],
    [
      403,
      'text/plain',
      'This was sent from another site.',
      'This was sent from another site. Nothing was saved',
    ],
    [503, 'text/plain', 'Rung is stopping.', 'Rung is stopping. Nothing was saved'],
    [502, 'text/html', '<h1>Bad gateway</h1>', 'Rung does not run at this moment'],
    [413, 'text/html', '<h1>Too large</h1>', 'This is larger than what the server takes'],
    [200, 'text/html', '<h1>Sign in to the café</h1>', 'Something between this browser and Rung answered'],
  ] as const;
  test('report 11: a refusal is told by what it says, and not as a lost connection', async ({ page }) => {
    await signUp(page);
    await page.goto('/settings');
    await page.getByLabel('Name').fill('Grace Hopper');
    for (const [status, contentType, body, sentence] of REFUSALS) {
      await page.route('/settings', (route) => route.fulfill({ status, contentType, body }), { times: 1 });
      await page.getByRole('button', { name: 'Save settings' }).click();
      await expect(alert(page)).toContainText(sentence);
      await expect(page.getByLabel('Name')).toHaveValue('Grace Hopper');
    }
    await page.getByRole('button', { name: 'Save settings' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
  });
});

test('report 11: without script, a form from before an update is answered with what to do', async ({
  baseURL,
}) => {
  const browser = openBrowser(baseURL);
  await browser.signUp(inventAccount('Ada'));
  const { text } = await browser.get('/settings');
  const old = readForms(ageForms(text)).find(({ button }) => button === 'Save settings')?.fields ?? [];
  const answer = await browser.post('/settings', old, { name: 'Grace' });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('Rung was updated since this page was opened');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('report 11: signing out is a form of its own, whatever version the page is of', async ({ page }) => {
    await signUp(page);
    // An action would be of one version; an address of its own is of all.
    const form = page.locator('form[method=post][action="/sign-out"]');
    await expect(form.locator('input')).toHaveCount(0);
    await form.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('/sign-in');
    await page.goto('/home');
    await page.waitForURL('/sign-in?*');
  });
});
