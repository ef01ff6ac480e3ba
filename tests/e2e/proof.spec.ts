import { AxeBuilder } from '@axe-core/playwright';
import { loadCareer } from '@/lib/catalogue';
import { dayIn } from './support/days';
import { FormPerson } from './support/form-person';
import { findOverflow } from './support/layout';
import { checkIn, signUp } from './support/person';
import { expect, test } from './support/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

test('evidence is added, found by a word, changed, removed and put back', async ({ page }) => {
  await signUp(page);
  await page.goto('/evidence');
  await page.getByLabel('Title').fill('A talk about pipelines');
  await page.getByRole('button', { name: 'Add evidence' }).click();
  await expect(page.getByText('Choose at least one thing that it shows.').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'What happened' }).fill('I told the guild how ours are built.');
  const search = page.getByLabel('Find by a word');
  await search.fill('git');
  const box = page.getByRole('checkbox').locator('visible=true').first();
  await box.check();
  await search.fill('');
  await page.getByRole('button', { name: 'Add evidence' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  const item = page.getByRole('listitem').filter({ hasText: 'A talk about pipelines' });
  await expect(item).toContainText('Shows 1 thing');
  for (const width of [390, 820, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await findOverflow(page), String(width)).toBeLessThanOrEqual(0);
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).withTags(RULES).analyze()).violations).toEqual([]);
  }
  await page.getByRole('link', { name: 'Change A talk about pipelines' }).click();
  await item.getByLabel('Title').fill('A longer talk');
  await item.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('heading', { name: 'A longer talk' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove A longer talk' }).click();
  await expect(page.getByText('Removed.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo removing it' }).click();
  await expect(page.getByRole('heading', { name: 'A longer talk' })).toBeVisible();
});

test('without script evidence is a plain list, and what a rating came with is there', async ({ baseURL }) => {
  const ada = new FormPerson(baseURL);
  await ada.signUp();
  const { text } = await ada.browser.get('/evidence');
  const canDo = /name="canDos" value="([\w-]+)"|value="([\w-]+)"[^>]*name="canDos"/.exec(text);
  const day = dayIn(0);
  const added = await ada.browser.submit('/evidence', 'Add evidence', {
    title: 'A pull request',
    day,
    text: '',
    url: 'https://example.org/pull/1',
    canDos: canDo?.[1] ?? canDo?.[2] ?? '',
  });
  expect(added.location).toMatch(/^\/evidence\?saved=/);
  expect((await ada.browser.get('/evidence')).text).toContain('https://example.org/pull/1');
  expect(JSON.parse((await ada.browser.get('/settings/data')).text).evidence).toMatchObject([
    { title: 'A pull request', url: 'https://example.org/pull/1' },
  ]);
});

test('a week without anything under way says where to start', async ({ page }) => {
  await signUp(page);
  await page.goto('/week');
  await expect(page.getByText('No step is under way.')).toBeVisible();
  expect((await new AxeBuilder({ page }).withTags(RULES).analyze()).violations).toEqual([]);
});

test('before script a week and an item that were changed elsewhere meanwhile say so, and keep what was typed', async ({
  baseURL,
}) => {
  const person = new FormPerson(baseURL);
  await person.signUp();
  await person.checkIn({ coding: 2 });
  await person.makePlan({ start: dayIn(0) });
  const { steps } = await person.readPlan();
  const step = steps[0]?.id ?? '';
  await person.saveStep(step, { status: 'in-progress' });
  const { browser } = person;
  const week = await browser.readForm('/week', 'Save week');
  await person.saveStep(step, { status: 'in-progress', hoursSpent: '2' });
  const typed = { [`rows.${step}.hours`]: '3', [`rows.${step}.did`]: 'Read the first part' };
  const refused = await browser.post('/week', week, typed);
  expect(refused.text).toContain('so nothing was saved here.');
  expect(refused.text).toContain('value="Read the first part"');
  await person.saveStep(step, { status: 'done', hoursSpent: '2' });
  const late = await browser.post('/week', week, typed);
  expect(late.text).toContain('so nothing was saved here.');
  expect(late.text).toContain('No step is under way.');

  const canDos = loadCareer().canDos.find(({ skill }) => skill === 'coding')?.id ?? '';
  const item = { title: 'A pull request', day: '2026-01-02', url: '', text: 'Merged', canDos };
  const added = await browser.submit('/evidence', 'Add evidence', item);
  const change = `/evidence?change=${/saved=([^#]+)/.exec(added.location ?? '')?.[1]}`;
  const old = await browser.readForm(change, 'Save changes');
  expect((await browser.post(change, old, { ...item, text: 'Reviewed' })).location).toContain('saved=');
  const stale = await browser.post(change, old, { ...item, text: 'Something else' });
  expect(stale.text).toContain('was changed in another tab meanwhile');
  expect(stale.text).toContain('>Something else</textarea>');
  const remove = await browser.readForm('/evidence', 'Remove');
  expect((await browser.post('/evidence', remove, {})).location).toContain('removed=');
  expect((await browser.post('/evidence', remove, {})).location).toBe('/evidence?gone=1');
  for (const path of ['/evidence?gone=1', change])
    expect((await browser.get(path)).text).toContain('This item does not exist any more');
});

test('a skills record says what is claimed and is downloaded in each format', async ({ page, baseURL }) => {
  await signUp(page);
  await checkIn(page, { coding: 2 });
  await page.goto('/progress/export');
  await expect(page.getByText('New in this period')).toBeVisible();
  for (const width of [390, 820, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await findOverflow(page), String(width)).toBeLessThanOrEqual(0);
  }
  expect((await new AxeBuilder({ page }).withTags(RULES).analyze()).violations).toEqual([]);
  for (const [format, type] of [
    ['markdown', 'text/markdown'],
    ['pdf', 'application/pdf'],
    ['json', 'application/json'],
  ] as const) {
    const file = await page.request.get(`/progress/export/${format}`);
    expect(file.headers()['content-type']).toContain(type);
    expect(file.headers()['content-disposition']).toContain('skills-record-devops-engineer-');
  }
  expect((await page.request.get('/progress/export/docx')).status()).toBe(404);
  expect((await fetch(`${baseURL}/progress/export/json`)).status).toBe(401);
});
