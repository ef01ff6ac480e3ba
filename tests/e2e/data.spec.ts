import type { Page } from '@playwright/test';
import { buildHistoryFile } from '../support/history';
import { checkIn, fillSignIn, signUp } from './support/person';
import { expect, test } from './support/test';

async function chooseFile(page: Page, text: string): Promise<void> {
  await page.goto('/settings');
  const buffer = Buffer.from(text);
  await page
    .getByLabel('Data file')
    .setInputFiles({ name: 'data.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
}

async function importFile(page: Page, text: string): Promise<void> {
  await chooseFile(page, text);
  await page.getByRole('button', { name: 'Confirm import' }).click();
  await page.waitForURL('/settings?imported=*');
}

async function readData(page: Page) {
  const response = await page.request.get('/settings/data');
  expect(response.status()).toBe(200);
  return response.json();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('takes everything along from one account to the next', async ({ page }) => {
      const account = await signUp(page);
      await checkIn(page, { coding: 2, coaching: 1 });
      await importFile(page, buildHistoryFile(4));
      const before = await readData(page);
      expect(before.checkIns).toHaveLength(5);

      await page.goto('/settings');
      await page.getByLabel('Password').fill(account.password);
      await page.getByRole('button', { name: 'Delete my account' }).click();
      await page.waitForURL('/sign-in?deleted=yes');
      await expect(page.getByText('Your account is deleted')).toBeVisible();
      await page.goto('/sign-in');
      await fillSignIn(page, account);
      await expect(page).toHaveURL(/\/sign-in/);

      await signUp(page);
      await importFile(page, JSON.stringify(before));
      const after = await readData(page);
      expect(after).toEqual({
        ...before,
        exportedAt: expect.any(String),
        account: { ...before.account, email: after.account.email },
      });
    });
  });
}

test('shows what a file would do before anything is changed', async ({ page }) => {
  await signUp(page);
  await chooseFile(page, buildHistoryFile(3));
  await expect(page.getByRole('form', { name: 'What the import does' })).toContainText('Adds 3 check-ins');
  expect((await readData(page)).checkIns).toEqual([]);
  await page.getByRole('button', { name: 'Confirm import' }).click();
  await expect(page.getByText('Imported, with 3 new check-ins.')).toBeVisible();
});

test('imports twice as once, and lists what differs', async ({ page }) => {
  await signUp(page);
  await importFile(page, buildHistoryFile(3));
  const before = await readData(page);
  await importFile(page, buildHistoryFile(3).replace('Note 1', 'Another note'));
  expect(await readData(page)).toEqual({ ...before, exportedAt: expect.any(String) });
  await chooseFile(page, buildHistoryFile(3).replace('Note 1', 'Another note'));
  await expect(page.getByText(/week-1 is here with another note/)).toBeVisible();
});

test('refuses a wrong file whole, by line and reason', async ({ page }) => {
  await signUp(page);
  await chooseFile(page, buildHistoryFile(3).replace('"level": 0', '"level": 7'));
  await expect(page.getByText(/Line \d+, checkIns\[0\]\.ratings\[0\]\.level/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Confirm import' })).toHaveCount(0);
  await chooseFile(page, '{"checkIns": [');
  await expect(page.getByText('Line 1: this is not JSON.')).toBeVisible();
  expect((await readData(page)).checkIns).toEqual([]);
});

test('asks for a file where none is chosen', async ({ page }) => {
  await signUp(page);
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Choose the data file first.')).toBeVisible();
});

test('keeps the account where the password is wrong', async ({ page }) => {
  await signUp(page);
  await page.goto('/settings');
  await page.getByLabel('Password').fill('not the password at all');
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await expect(page.getByText('This is not your password.')).toBeVisible();
  expect((await readData(page)).checkIns).toEqual([]);
});

test('answers 401 to downloads of someone signed out', async ({ request }) => {
  for (const path of ['/settings/data', '/settings/ratings'])
    expect((await request.get(path)).status()).toBe(401);
});

test('keeps settings and shows the earlier rating first where asked to', async ({ page }) => {
  await signUp(page);
  await checkIn(page, { coding: 2 });
  const before = page.getByText(/^Before: 2 Assisted/);
  await page.goto('/rate?skill=coding');
  await expect(before).toBeHidden();
  await page.goto('/settings');
  await page.getByLabel('Show my previous rating and the target before I choose').check();
  await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto('/rate?skill=coding');
  await expect(before).toBeVisible();
  expect((await readData(page)).account.timeZone).toBe('Asia/Tokyo');
});
