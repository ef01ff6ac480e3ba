import { AxeBuilder } from '@axe-core/playwright';
import { FormClient } from '../support/form-client';
import { dayIn } from './support/days';
import { FormPerson } from './support/form-person';
import { findOverflow } from './support/layout';
import { checkIn, FEW_ARE_MEANT, signUp } from './support/person';
import { expect, test } from './support/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const PAGE = '/progress/share';

type Asked = { kind: string; parts?: readonly string[] };

/** Makes a page without script; the path of its link. */
async function share(person: FormPerson, { kind, parts = [] }: Asked): Promise<string> {
  const body = new FormData();
  for (const [field, value] of await person.browser.readForm(PAGE, 'Make the link'))
    body.append(field, value);
  for (const [field, value] of Object.entries({ name: 'My lead', kind, since: '', until: dayIn(7) }))
    body.append(field, value);
  for (const part of parts) body.append('parts', part);
  const { text } = await person.browser.send(PAGE, { method: 'POST', body });
  const path = /\/shared\/[\w-]{43}/.exec(text)?.[0] ?? '';
  expect(path).not.toBe('');
  return path;
}

async function prepare(baseURL: string | undefined): Promise<FormPerson> {
  const person = new FormPerson(baseURL);
  await person.signUp();
  await person.browser.submit('/rate/all', 'Save check-in', {
    'ratings.coding.level': '2',
    'ratings.coding.evidence': 'canary-evidence',
    note: 'canary-note',
    ...FEW_ARE_MEANT,
  });
  return person;
}

test('a shared page tells what was ticked and no more, and is ended by who made it', async ({ baseURL }) => {
  const ada = await prepare(baseURL);
  const reader = new FormClient(baseURL ?? '');
  for (const kind of ['gap', 'record']) {
    const bare = await share(ada, { kind });
    const { status, text } = await reader.get(bare);
    expect(status).toBe(200);
    expect(text).toContain('Coding');
    for (const kept of ['canary', 'Lovelace', 'My lead', 'example.org']) expect(text).not.toContain(kept);
    const told = (await reader.get(await share(ada, { kind, parts: ['name', 'evidence'] }))).text;
    for (const shown of ['canary-evidence', 'Ada Lovelace']) expect(told).toContain(shown);
    expect(told).not.toContain('canary-note');
  }
  const plan = await ada.browser.submit(PAGE, 'Make the link', {
    name: 'My lead',
    kind: 'plan',
    since: '',
    until: dayIn(7),
  });
  expect(plan.text).toContain('You have no plan yet');
  await ada.makePlan({ start: dayIn(7) });
  const shared = (await reader.get(await share(ada, { kind: 'plan' }))).text;
  expect(shared).toContain('steps done');
  expect(shared).not.toMatch(/£\d/);

  const eve = await prepare(baseURL);
  const path = await share(eve, { kind: 'gap' });
  expect((await reader.get(path)).status).toBe(200);
  await eve.browser.submit(PAGE, 'End the link', {});
  const [gone, never] = [await reader.get(path), await reader.get(`/shared/${'x'.repeat(43)}`)];
  expect([gone.status, never.status]).toEqual([404, 404]);
  expect(gone.text).toContain('This link opens nothing');
  expect((await eve.browser.get(PAGE)).text).toContain('You ended the link.');
});

test('every day that the form offers is taken: today as a beginning, and the last as an end', async ({
  baseURL,
}) => {
  const ada = await prepare(baseURL);
  const offered = async (page: string) =>
    [...(await ada.browser.get(page)).text.matchAll(/type="date"[^>]*\smax="(\d{4}-\d{2}-\d{2})"/g)].map(
      ([, day = '']) => day,
    );
  const [since = '', until = ''] = await offered(PAGE);
  const page = { name: 'My lead', kind: 'record', since, until };
  expect((await ada.browser.submit(PAGE, 'Make the link', page)).text).toMatch(/\/shared\/[\w-]{43}/);
  const next = new Date(Date.parse(until) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const late = await ada.browser.submit(PAGE, 'Make the link', { ...page, until: next });
  expect(late.text).toContain('Give a day from today to 180 days from now.');
  const LOOK = '/progress/second-look';
  const [last = ''] = await offered(LOOK);
  expect(last).toBe(until);
  const look = { name: 'Grace', skills: 'coding', email: '', until: last };
  expect((await ada.browser.submit(LOOK, 'Make the link', look)).text).toMatch(/\/second-look\/[\w-]{43}/);
});

test('the days on which it was opened are told to its owner, who does not count, nor does a look ahead', async ({
  baseURL,
}) => {
  const ada = await prepare(baseURL);
  const path = await share(ada, { kind: 'gap' });
  const reader = new FormClient(baseURL ?? '');
  expect((await reader.send(path, { method: 'HEAD' })).status).toBe(200);
  await reader.send(path, { headers: { 'sec-purpose': 'prefetch' } });
  await reader.send(path, { headers: { purpose: 'prefetch' } });
  expect((await ada.browser.get(path)).status).toBe(200);
  expect((await ada.browser.get(PAGE)).text).toContain('Not opened yet.');
  // Opening it uses nothing up: a program that follows links leaves it as it was.
  for (let time = 0; time < 3; time += 1) expect((await reader.get(path)).status).toBe(200);
  await expect.poll(async () => (await ada.browser.get(PAGE)).text).toMatch(/Opened 3 times on [12] days?/);
  const { sharedPages, links } = JSON.parse((await ada.browser.get('/settings/data')).text);
  expect(sharedPages).toMatchObject([{ name: 'My lead', kind: 'gap', parts: [] }]);
  expect(links).toMatchObject([{ purpose: 'shared', of: sharedPages[0].id }]);
  expect(JSON.stringify([sharedPages, links])).not.toContain(path.slice('/shared/'.length));
});

test('the address of a shared page goes to no other site and into no index, and is on no other page', async ({
  baseURL,
}) => {
  const ada = await prepare(baseURL);
  const path = await share(ada, { kind: 'gap' });
  const answer = await fetch(`${baseURL}${path}`);
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  const text = await answer.text();
  expect(text).toContain('<meta name="referrer" content="same-origin"');
  expect((await ada.browser.get(PAGE)).text).not.toContain(path);
});

test('a page is shared by keyboard and read on a phone', async ({ page, browser }) => {
  await signUp(page);
  await checkIn(page);
  await page.goto(PAGE);
  await page.getByLabel('For whom').focus();
  await page.keyboard.type('My lead');
  await page.getByRole('radio', { name: 'Gap to a role' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Skills record' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'My name' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Make the link' }).focus();
  await page.keyboard.press('Enter');
  const link = await page.getByRole('textbox', { name: 'Link for My lead' }).inputValue();
  const theirs = await (
    await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
  ).newPage();
  await theirs.goto(link);
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('DevOps engineer');
  expect(await findOverflow(theirs)).toBeLessThanOrEqual(0);
  expect((await new AxeBuilder({ page: theirs }).withTags(RULES).analyze()).violations).toEqual([]);
  await theirs.context().close();
  await page.goto(PAGE);
  await page.getByText(/^Opened 1 time on/).click();
  await expect(
    page.getByRole('table', { name: 'Days on which the page for My lead was opened' }),
  ).toBeVisible();
  for (const width of [390, 820, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await findOverflow(page), String(width)).toBeLessThanOrEqual(0);
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).withTags(RULES).analyze()).violations).toEqual([]);
  }
  await page.getByRole('button', { name: 'End the link for My lead' }).click();
  await expect(page.getByText('You ended the link.')).toBeVisible();
});
