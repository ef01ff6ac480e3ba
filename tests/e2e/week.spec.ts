import { AxeBuilder } from '@axe-core/playwright';
import { dayIn } from './support/days';
import { FormPerson } from './support/form-person';
import { findOverflow } from './support/layout';
import { checkIn, makePlan, planRow, signUp } from './support/person';
import { expect, test } from './support/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

test('without script a week is saved in one act: hours, a line and a status go where they belong', async ({
  baseURL,
}) => {
  const ada = new FormPerson(baseURL);
  await ada.signUp();
  await ada.checkIn({ coding: 1, 'server-administration': 2 });
  await ada.makePlan({ start: dayIn(0) });
  const [first, second] = (await ada.readPlan()).steps.filter(({ hoursByWeek }) => hoursByWeek.length > 0);
  const [one, other] = [first?.id ?? '', second?.id ?? ''];
  for (const step of [one, other]) await ada.saveStep(step, { status: 'in-progress', hoursSpent: '' });

  const nothing = await ada.browser.submit('/week', 'Save week', {});
  expect(nothing.text).toContain('give hours or a line for at least one step');
  const stale = await ada.browser.readForm('/week', 'Save week');
  const week = { [`rows.${one}.hours`]: '3', [`rows.${one}.did`]: 'Read the first chapter' };
  const saved = await ada.browser.submit('/week', 'Save week', { ...week, [`rows.${other}.hours`]: '1.5' });
  expect(saved.location).toMatch(/^\/week\?saved=2(?:&at=\w+)?$/);
  expect((await ada.browser.get('/week?saved=2')).text).toContain('Saved 2 steps.');
  // The same form once more, as from a second tab, adds nothing.
  expect((await ada.browser.post('/week', stale, week)).text).toContain('this week was saved already');
  const next = { [`rows.${one}.hours`]: '2', [`rows.${one}.isDone`]: 'on' };
  expect((await ada.browser.submit('/week', 'Save week', next)).location).toMatch(
    /^\/week\?saved=1(?:&at=\w+)?$/,
  );

  const { text } = await ada.browser.get('/week');
  expect(text).toContain('1.5 hours so far.');
  expect(text).not.toContain(`rows.${one}.hours`);
  const { stepProgress, evidence } = JSON.parse((await ada.browser.get('/settings/data')).text);
  const latest = stepProgress.findLast(({ step }: { step: string }) => step === one);
  expect(latest).toMatchObject({ status: 'done', hoursSpent: 5, evidence: 'Read the first chapter' });
  expect(evidence).toMatchObject([{ title: 'Read the first chapter', source: `step/${one}` }]);
  expect((await ada.browser.get('/evidence')).text).toContain('Read the first chapter');
});

test('a week is filled in by keyboard, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signUp(page);
  await checkIn(page);
  await makePlan(page);
  await planRow(page)
    .getByRole('button', { name: /^Start/ })
    .click();
  await page.getByText(/^Started\. Planned to/).waitFor();
  await page.goto('/week');
  const hours = page.getByLabel('Hours this week').first();
  await hours.focus();
  await page.keyboard.type('2.5');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('What I did').first()).toBeFocused();
  await page.keyboard.type('Paired on a deployment');
  for (const width of [390, 820, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await findOverflow(page), String(width)).toBeLessThanOrEqual(0);
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).withTags(RULES).analyze()).violations).toEqual([]);
  }
  await page.getByLabel('What I did').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved 1 step.')).toBeVisible();
  await expect(page.getByText('2.5 hours so far.')).toBeVisible();
});
