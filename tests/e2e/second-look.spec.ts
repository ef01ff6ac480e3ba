import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { FormClient } from '../support/form-client';
import { dayIn } from './support/days';
import { FormPerson } from './support/form-person';
import { findOverflow } from './support/layout';
import { checkIn, signUp } from './support/person';
import { expect, test } from './support/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const PAGE = '/progress/second-look';

type Asked = { name?: string; skills: readonly string[]; sees?: readonly string[] };

/** Asks somebody without script; the path of the link. */
async function ask(person: FormPerson, { name = 'Grace', skills, sees = [] }: Asked): Promise<string> {
  const body = new FormData();
  for (const [field, value] of await person.browser.readForm(PAGE, 'Make the link'))
    body.append(field, value);
  const until = dayIn(7);
  for (const [field, value] of Object.entries({ name, until, email: '' })) body.append(field, value);
  for (const skill of skills) body.append('skills', skill);
  for (const one of sees) body.append('sees', one);
  const { text } = await person.browser.send(PAGE, { method: 'POST', body });
  const path = /\/second-look\/[\w-]{43}/.exec(text)?.[0] ?? '';
  expect(path).not.toBe('');
  return path;
}

async function prepare(baseURL: string | undefined): Promise<FormPerson> {
  const person = new FormPerson(baseURL);
  await person.signUp();
  return person;
}

const openRater = (baseURL: string | undefined) => new FormClient(baseURL ?? '');

const answer = (rater: FormClient, path: string, fields: Record<string, string>) =>
  rater.submit(path, 'Send', fields);

/** Bytes of an answer without what differs each time that it is asked for. */
function settle(text: string): string {
  return (
    text
      .replaceAll(/nonce="[^"]*"|"nonce":"[^"]*"|\\"nonce\\":\\"[^"]*\\"/g, '')
      .replaceAll(/[\w+/]{22}==/g, 'nonce')
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'uuid')
      .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'instant')
      // Where a chart ends is now, so its lines move a little; levels are whole.
      .replaceAll(/\d+\.\d+/g, 'fraction')
  );
}

test('a second look is blind: no byte that either side is sent says what the other gave', async ({
  baseURL,
}) => {
  const ada = await prepare(baseURL);
  const path = await ask(ada, { skills: ['coding', 'communications'], sees: ['goal', 'evidence'] });
  const grace = openRater(baseURL);
  const readGrace = async () => settle((await grace.get(path)).text);

  await ada.checkIn({ communications: 1 });
  const whileOne = await readGrace();
  expect(whileOne).toContain('I can’t judge');
  await ada.checkIn({ communications: 4 });
  expect(await readGrace()).toBe(whileOne);

  // One check-in alone, since where a chart of several stands moves with the clock.
  const eve = await prepare(baseURL);
  await eve.checkIn({ communications: 2 });
  const link = await ask(eve, { skills: ['coding', 'communications'] });
  const addresses = [
    '/home',
    '/rate?skill=coding',
    '/gap',
    '/progress',
    PAGE,
    '/plan',
    '/settings',
    '/settings/data',
    '/settings/ratings',
  ];
  const readEve = async () => {
    const { text } = await eve.browser.get(PAGE);
    const look = /[0-9a-z]{20}/.exec(/name="id" value="[0-9a-z]{20}"/.exec(text)?.[0] ?? '')?.[0] ?? '';
    expect(look).not.toBe('');
    const texts: string[] = [];
    for (const address of [...addresses, `${PAGE}/compare?look=${look}`])
      texts.push(settle((await eve.browser.get(address)).text));
    return texts;
  };
  await answer(grace, link, { 'ratings.coding.level': '1', 'ratings.coding.reason': 'canary-one' });
  const [first, firstData] = [await readEve(), (await eve.browser.get('/settings/data')).text];
  expect(first.join()).toContain('There is an answer on Coding');
  expect(first[0]).toContain('An answer on Coding waits for your own rating.');
  await answer(grace, link, { 'ratings.coding.level': '4', 'ratings.coding.reason': 'canary-four' });
  const second = await readEve();
  for (const [index, text] of second.entries()) expect(text, String(index)).toBe(first[index]);
  expect([...first, ...second, firstData].join()).not.toContain('canary');

  // Once both have rated it, and not before, the person sees it; who was asked never does.
  await eve.checkIn({ coding: 2 });
  expect((await eve.browser.get('/home')).text).toMatch(/>[^<>]+ has looked at Coding too\.</);
  const seen = (await eve.browser.get(PAGE)).text;
  const compare = /href="(\/progress\/second-look\/compare\?look=[0-9a-z]{20})"/.exec(seen)?.[1] ?? '';
  const sideBySide = (await eve.browser.get(compare)).text;
  expect(sideBySide).toContain('canary-four');
  expect(sideBySide).toContain('2 levels higher');
  expect((await grace.get(link)).text).not.toContain('2 levels');
});

test('two people look, talk and agree, without script', async ({ baseURL }) => {
  const ada = await prepare(baseURL);
  await ada.checkIn({ coding: 3, coaching: 2 });
  const path = await ask(ada, { skills: ['coding', 'coaching'] });
  const grace = openRater(baseURL);
  const sent = await answer(grace, path, {
    'ratings.coding.level': '2',
    'ratings.coaching.level': 'cannot-judge',
  });
  expect(sent.text).toContain('Sent. Thank you');
  const { text } = await ada.browser.get(PAGE);
  const compare = /href="(\/progress\/second-look\/compare\?look=[0-9a-z]{20})"/.exec(text)?.[1] ?? '';
  expect((await ada.browser.get(compare)).text).toContain('Grace cannot judge Coaching');
  const nothing = await ada.browser.submit(compare, 'Save what we agree on', {});
  expect(nothing.text).toContain('choose an agreed level');
  const saved = await ada.browser.submit(compare, 'Save what we agree on', { 'ratings.coding.level': '2' });
  expect(saved.location).toBe(`${PAGE}?agreed=1#agreed`);
  const after = (await ada.browser.get(PAGE)).text;
  expect(after).toContain('Agreed levels');
  // It overwrites nothing: the own rating stands until the person chooses the other.
  expect((await ada.browser.get('/gap')).text).toContain('Levels: your own ratings.');
  await ada.browser.submit(PAGE, 'Save', { kind: 'agreed' });
  expect((await ada.browser.get('/gap')).text).toContain('agreed with others where there is one');
});

test('a rater changes, takes back, comes too late, and a program that follows links uses nothing up', async ({
  baseURL,
}) => {
  const ada = await prepare(baseURL);
  await ada.checkIn({ coding: 3 });
  const path = await ask(ada, { skills: ['coding'] });
  for (let time = 0; time < 3; time += 1) expect((await openRater(baseURL).get(path)).status).toBe(200);
  const [first, other] = [openRater(baseURL), openRater(baseURL)];
  const stale = await first.readForm(path, 'Send');
  await answer(other, path, { 'ratings.coding.level': '1' });
  expect((await first.get(path)).text).toMatch(/checked=""[^>]*value="1"|value="1"[^>]*checked=""/);
  await first.post(path, stale, { 'ratings.coding.level': '2' });
  expect((await ada.browser.get(PAGE)).text).toContain('Both of you have rated Coding');
  const asked = await first.submit(path, 'Take back what I said', {});
  expect(asked.text).toContain('Press the button once more');
  const taken = await first.submit(path, 'Take back what I said', { $confirmed: 'withdraw' });
  expect(taken.location).toContain(`${path}?taken=`);
  expect((await ada.browser.get(PAGE)).text).toContain('No answer yet on Coding');

  const late = await first.readForm(path, 'Send');
  await ada.browser.submit(PAGE, 'End the link', {});
  const gone = await first.get(path);
  const never = await first.get(`/second-look/${'x'.repeat(43)}`);
  expect([gone.status, never.status]).toEqual([404, 404]);
  const strip = (text: string) => settle(text).replaceAll(/[\w-]{43}/g, '');
  expect(strip(gone.text)).toBe(strip(never.text));
  expect(gone.text).toContain('This link opens nothing');
  await first.post(path, late, { 'ratings.coding.level': '5' });
  expect((await ada.browser.get(PAGE)).text).toContain('Nothing was given on Coding');
});

test('the link goes to no other site and into no index, and a form from elsewhere changes nothing', async ({
  baseURL,
}) => {
  const ada = await prepare(baseURL);
  await ada.checkIn({ coding: 3 });
  const path = await ask(ada, { skills: ['coding'] });
  const { headers } = await fetch(`${baseURL}${path}`);
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
  expect(headers.get('cache-control')).toBe('private, no-store');
  const hidden = await openRater(baseURL).readForm(path, 'Send');
  for (const origin of ['null', 'https://elsewhere.example']) {
    const foreign = new FormClient(baseURL ?? '', { origin });
    expect((await foreign.post(path, hidden, { 'ratings.coding.level': '5' })).status).toBe(403);
  }
  expect((await ada.browser.get(PAGE)).text).toContain('No answer yet on Coding');
});

async function askByKeyboard(page: Page): Promise<string> {
  await page.goto(PAGE);
  await page.getByLabel('Who you ask').focus();
  await page.keyboard.type('Grace Hopper');
  const ticked = page.getByRole('checkbox', { checked: true });
  while ((await ticked.count()) > 0) await ticked.first().uncheck();
  await page.getByRole('checkbox', { name: 'Coding' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Make the link' }).focus();
  await page.keyboard.press('Enter');
  return page.getByRole('textbox', { name: 'Link for Grace Hopper' }).inputValue();
}

test('two people look by keyboard, on a phone too, and nothing stands in the way of a reader', async ({
  page,
  browser,
}) => {
  await signUp(page);
  await checkIn(page);
  const link = await askByKeyboard(page);
  const rater = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  const theirs = await rater.newPage();
  await theirs.goto(link);
  const coding = theirs.getByRole('group', { name: 'Coding', exact: true });
  await expect(coding.getByRole('radio').first()).toHaveAccessibleName('I can’t judge');
  await coding.getByRole('radio', { name: '0 None' }).focus();
  await theirs.keyboard.press('ArrowDown');
  await theirs.keyboard.press('ArrowDown');
  await theirs.keyboard.press('ArrowDown');
  await expect(coding.getByRole('radio', { name: '3 Independent' })).toBeChecked();
  await coding.getByText('More exactly, if you like').locator('visible=true').click();
  await coding.getByRole('checkbox').locator('visible=true').first().uncheck();
  await theirs.getByRole('button', { name: 'Send' }).focus();
  await theirs.keyboard.press('Enter');
  await expect(theirs.getByText('Sent. Thank you')).toBeVisible();
  expect(await findOverflow(theirs)).toBeLessThanOrEqual(0);
  expect((await new AxeBuilder({ page: theirs }).withTags(RULES).analyze()).violations).toEqual([]);
  await rater.close();

  await page.goto(PAGE);
  await page.getByRole('link', { name: 'Side by side with Grace Hopper' }).click();
  await expect(page.getByRole('row', { name: /^Coding/ })).toContainText('2 levels higher');
  await expect(
    page.getByRole('heading', { name: 'In what Grace Hopper chose, not in what you chose' }),
  ).toBeVisible();
  await page.getByLabel('Agreed level').selectOption('2');
  await page.getByRole('button', { name: 'Save what we agree on' }).click();
  await expect(page.getByText('What you agreed on is kept')).toBeVisible();
  for (const width of [390, 820, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await findOverflow(page), String(width)).toBeLessThanOrEqual(0);
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).withTags(RULES).analyze()).violations).toEqual([]);
  }
});
