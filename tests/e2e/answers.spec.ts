import type { Page } from '@playwright/test';
import { checkIn, makePlan, planRow, signUp } from './support/person';
import { expect, test } from './support/test';

/** Whether the focus is on an answer or in it, and whether a region that speaks by itself holds it. */
function readAnswer(page: Page, words: RegExp): Promise<{ isFocused: boolean; isLive: boolean }> {
  const answer = page.locator('main').getByText(words).first();
  return answer.evaluate((element) => {
    const { activeElement } = document;
    const group = element.closest('.row-answer, [role="status"], [role="alert"]') ?? element;
    return {
      isFocused: activeElement !== document.body && group.contains(activeElement),
      isLive: element.closest('[role="status"], [role="alert"], [aria-live]') !== null,
    };
  });
}

/** Announced once: by the focus that lands on it once it is drawn, or by a region that speaks, never by both. */
async function expectOnce(page: Page, act: string, words: RegExp): Promise<void> {
  await page.locator('main').getByText(words).first().waitFor();
  await expect
    .poll(async () => {
      const { isFocused, isLive } = await readAnswer(page, words);
      return isFocused !== isLive;
    }, act)
    .toBe(true);
}

for (const address of ['/plan', '/home'])
  test(`answers each act of a row on ${address} with the focus on it, so that it is read once`, async ({
    page,
  }) => {
    await signUp(page);
    await checkIn(page);
    await makePlan(page);
    await page.goto(address);
    const press = (name: string) => planRow(page).getByRole('button', { name, exact: true }).first().click();
    await press('Start');
    await expectOnce(page, 'Start', /^Started/);
    await press('Log hours');
    await expect(page.getByLabel('Hours to add')).toBeFocused();
    await page.getByLabel('Hours to add').fill('2');
    await page.getByRole('button', { name: 'Add hours' }).click();
    await expectOnce(page, 'Add hours', /^2 of \d+ hours so far/);
    await press('Undo');
    await expectOnce(page, 'Undo', /^Undone/);
    await press('Done');
    await expectOnce(page, 'Done', /^1 of \d+ done/);
    await press('Undo');
    await expectOnce(page, 'Undo of what was done', /^Undone/);
    await press('More');
    await planRow(page).getByRole('button', { name: 'Pin', exact: true }).click();
    await expectOnce(page, 'Pin', /^Pinned/);
    await press('More');
    await planRow(page).getByRole('button', { name: 'Drop', exact: true }).click();
    await expectOnce(page, 'Drop', /^Dropped\. Nothing/);
    const answer = planRow(page).locator('.row-answer');
    await expect(answer).toHaveAccessibleName(/^Saved: /);
    await expect(answer).toHaveAccessibleDescription('Dropped. Nothing else was changed.');
  });

test('leads the focus to what a choice of the menu opens in the row', async ({ page }) => {
  await signUp(page);
  await checkIn(page);
  await makePlan(page);
  await page.goto('/plan');
  for (const choice of ['Leave out', 'Swap']) {
    await planRow(page).getByRole('button', { name: 'More', exact: true }).click();
    await planRow(page).getByRole('button', { name: choice, exact: true }).click();
    await expect(page.getByRole('group', { name: new RegExp(`^${choice}: `) })).toBeFocused();
  }
  await planRow(page).getByRole('button', { name: 'More', exact: true }).click();
  await planRow(page).getByRole('button', { name: 'Move', exact: true }).click();
  await expect(page.getByLabel('Begin in the week of')).toBeFocused();
});

test('answers what forms save by a region that speaks, once', async ({ page }) => {
  await signUp(page);
  await checkIn(page);
  await page.goto('/gap');
  await page.getByLabel('Target role').selectOption({ label: 'Platform engineer' });
  await page.getByRole('button', { name: 'Set as goal' }).click();
  await expectOnce(page, 'Set as goal', /^Goal set/);
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expectOnce(page, 'Save settings', /^Saved/);
});
