import type { Page } from '@playwright/test';
import { loadCareer } from '@/lib/catalogue';
import { buildHistoryFile } from '../support/history';
import { checkIn, levelRadio, signUp, skillGroup } from './support/person';
import { expect, test } from './support/test';

const career = loadCareer();

async function bringHistory(page: Page, checkInCount: number): Promise<void> {
  await signUp(page);
  await page.goto('/settings');
  const buffer = Buffer.from(buildHistoryFile(checkInCount));
  await page
    .getByLabel('Data file')
    .setInputFiles({ name: 'data.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: 'Confirm import' }).click();
  await page.waitForURL('/settings?imported=*');
}

const checkInRows = (page: Page) => page.getByRole('table', { name: 'Check-ins' }).getByRole('row');

test('leads from no check-in to the first', async ({ page }) => {
  await signUp(page);
  await page.goto('/progress');
  await page.getByRole('link', { name: 'Rate your skills' }).click();
  await checkIn(page, { coding: 2 });
  await page.goto('/progress');
  await expect(checkInRows(page)).toHaveCount(2);
  await expect(checkInRows(page).nth(1)).toContainText('Coding first rated 2');
});

test('shows a can-do where the level stays: in the line, the table and the check-in', async ({ page }) => {
  await signUp(page);
  await checkIn(page, { coding: 2, coaching: 1, communications: 2 });
  await page.goto('/rate?skill=coding');
  await levelRadio(page, 'coding', 2).check();
  const group = skillGroup(page, 'coding');
  await group.getByText('of 6 at level 3 already').locator('visible=true').click();
  const box = group.getByRole('checkbox').last();
  await box.check();
  const text = (await box.locator('xpath=..').textContent()) ?? '';
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Save check-in' }).click();
  await page.waitForURL('/gap?saved=*');
  await expect(page.getByText(/Check-in saved\. (.*: )?Coding \+1 can-do\./)).toBeVisible();
  await page.goto('/progress');
  await expect(checkInRows(page).nth(1)).toContainText('Coding +1 can-do');
  await expect(page.getByRole('img', { name: /^Coding over time: 2\.2 of \d$/ })).toBeVisible();
  await checkInRows(page).nth(1).getByRole('link').first().click();
  await expect(page.getByText('1 can-do gained')).toBeVisible();
  await expect(page.getByRole('listitem').getByText(text)).toBeVisible();
  await expect(page.getByText('No can-do lost.')).toBeVisible();
});

test('draws a chart a skill on one scale, with the same figures in tables', async ({ page }) => {
  await bringHistory(page, 12);
  await page.goto('/progress');
  await expect(
    page.getByRole('img', { name: /^Readiness for DevOps engineer over time, \d+% now$/ }),
  ).toBeVisible();
  await page.getByText('The figures of these charts').click();
  for (const { name } of career.skills) {
    await expect(
      page.getByRole('img', { name: new RegExp(`^${name} over time: \\d of \\d$`) }),
    ).toBeVisible();
    await expect(page.getByRole('table', { name, exact: true })).toBeVisible();
  }
});

test('pages through ten years of weekly check-ins, the newest first', async ({ page }) => {
  await bringHistory(page, 520);
  await page.goto('/progress');
  await expect(checkInRows(page)).toHaveCount(21);
  await page.getByRole('link', { name: 'Older' }).click();
  await expect(page.getByText('Page 2 of 26, 520 check-ins')).toBeVisible();
  await page.goto('/progress?page=9999');
  await expect(page.getByText('Page 26 of 26')).toBeVisible();
  await expect(checkInRows(page).last()).toContainText('first rated');
});

for (const width of [390, 820, 1440])
  test(`fits ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await bringHistory(page, 12);
    for (const path of ['/progress', '/progress/week-3', '/settings']) {
      await page.goto(path);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('corrects a baseline, deletes a check-in and undoes it', async ({ page }) => {
      await signUp(page);
      await checkIn(page, { coding: 4 });
      await checkIn(page, { coding: 3 });
      await page.goto('/progress');
      await expect(checkInRows(page).nth(1)).toContainText('Coding 4 to 3');

      await checkInRows(page).nth(2).getByRole('link').first().click();
      await page.getByRole('combobox', { name: 'Coding' }).selectOption('2 Assisted');
      await page.getByRole('button', { name: 'Save correction' }).click();
      await expect(page.getByText('Your correction is saved')).toBeVisible();
      await expect(page.getByRole('table', { name: 'Ratings of this check-in' })).toContainText('4 Leading');
      await page.goto('/progress');
      await expect(checkInRows(page)).toHaveCount(3);
      await expect(checkInRows(page).nth(1)).toContainText('Coding 2 to 3');
      await expect(checkInRows(page).nth(2)).toContainText('corrected');

      await checkInRows(page).nth(1).getByRole('link').first().click();
      await expect(page.getByText('Coding from 3 to 2')).toBeVisible();
      await page.getByRole('button', { name: 'Delete check-in' }).click();
      await page.waitForURL('/progress?deleted=*');
      await expect(checkInRows(page)).toHaveCount(2);
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.waitForURL('/progress?restored=1');
      await expect(checkInRows(page)).toHaveCount(3);
    });

    test('compares two days side by side', async ({ page }) => {
      await bringHistory(page, 30);
      await page.goto('/progress');
      await page.getByRole('button', { name: 'Compare' }).click();
      const table = page.getByRole('table', { name: /^Compared: / });
      await expect(table.getByRole('row')).toHaveCount(11);
      const coding = career.skillById.get('coding');
      await expect(table.getByRole('row', { name: /^Coding/ })).toContainText(
        coding?.levels[1]?.descriptor ?? '',
      );
    });
  });

test('marks a change of goal, and reckons the past for the goal of today', async ({ page }) => {
  await signUp(page);
  await checkIn(page, { coding: 2, communications: 2 });
  for (const role of ['junior-devops-engineer', 'senior-devops-engineer']) {
    await page.goto('/gap');
    await page.getByLabel('Target role').selectOption(role);
    await page.getByRole('button', { name: 'Set as goal' }).click();
    await page.waitForURL('/gap?set=1');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(career.roleById.get(role)?.title ?? '');
  }
  await page.goto('/progress');
  await expect(page.getByText(/Goal changed from .+ to .+\./)).toBeVisible();
});

test('opens an address with any id, and answers 404 to one that is not there', async ({ page }) => {
  await signUp(page);
  await page.goto('/settings');
  const id = 'a/b c?d#e%f“é😀';
  const takenAt = '2026-01-05T10:00:00Z';
  const file = {
    format: 'rung-data',
    version: 1,
    checkIns: [{ id, takenAt, ratings: [{ skill: 'coding', level: 2 }] }],
  };
  const buffer = Buffer.from(JSON.stringify(file));
  await page
    .getByLabel('Data file')
    .setInputFiles({ name: 'data.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: 'Confirm import' }).click();
  await page.waitForURL('/settings?imported=1');
  await page.goto('/progress');
  await checkInRows(page).nth(1).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Check-in of 5 Jan 2026' })).toBeVisible();
  expect((await page.request.get('/progress/nothing')).status()).toBe(404);
});
