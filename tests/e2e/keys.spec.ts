import type { Page } from '@playwright/test';
import { checkIn, makePlan, planRow, signUp, waitForScript } from './support/person';
import { expect, test } from './support/test';

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-rows] > *')?.textContent ?? '');

/** Walks down a list by J and back by K, and returns what each row says. */
async function walkRows(page: Page): Promise<string[]> {
  await page.keyboard.press('j');
  const first = await focused(page);
  await page.keyboard.press('j');
  const second = await focused(page);
  await page.keyboard.press('k');
  expect(await focused(page)).toBe(first);
  return [first, second];
}

test('walks the rows of every list by J and K', async ({ page }) => {
  await signUp(page);
  await checkIn(page);
  await checkIn(page, { coding: 2 });
  await makePlan(page);
  for (const address of ['/gap', '/plan', '/home', '/progress', '/steps', '/search?q=cloud']) {
    await page.goto(address);
    const rows = await page.locator('[data-rows] > *:visible').count();
    const [first = '', second = ''] = await walkRows(page);
    expect(first, address).not.toBe('');
    expect(second !== first || rows === 1, address).toBe(true);
  }
  await page.goto('/gap');
  await page.keyboard.press('k');
  const last = await page.locator('[data-rows] > *').last().textContent();
  expect(await focused(page)).toBe(last);
});

test('opens the search by / and the keys by ? on every page, and closes both by Escape', async ({ page }) => {
  await signUp(page);
  for (const address of ['/', '/steps/cka', '/try', '/home', '/settings', '/sign-in']) {
    await page.goto(address);
    await page.keyboard.press('/');
    const field = page.getByRole('searchbox', { name: 'Search Rung' });
    await expect(field, address).toBeFocused();
    await page.keyboard.type('a/b?j');
    await expect(field).toHaveValue('a/b?j');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(field).toBeHidden();
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await expect(keys, address).toBeVisible();
    await expect(keys.getByText('to the next row')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(keys).toHaveCount(0);
  }
});

test.describe('where a page has no field of the search', () => {
  test.use({ expectedErrors: /404 \(Not Found\)/ });

  test('/ leads to it', async ({ page }) => {
    await page.goto('/nowhere');
    await page.keyboard.press('/');
    await page.waitForURL('/search');
    await expect(page.getByRole('main').getByRole('searchbox')).toBeFocused();
  });
});

test('takes no key with a modifier, in a field or a menu, and none while they are off', async ({ page }) => {
  await signUp(page);
  await checkIn(page);
  await makePlan(page);
  const { heading, field } = { heading: page.locator('#plan'), field: page.locator('#search-words') };
  for (const keys of ['Control+/', 'Alt+j', 'Meta+k', 'Control+?']) {
    await heading.focus();
    await page.keyboard.press(keys);
    await expect(heading, keys).toBeFocused();
    await expect(field).toBeHidden();
  }
  await planRow(page).getByRole('button', { name: 'More' }).click();
  await planRow(page).getByRole('button', { name: 'Drop' }).focus();
  await page.keyboard.press('d');
  await expect(planRow(page).getByRole('button', { name: 'Drop' })).toBeFocused();
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Keys', exact: true }).click();
  await page.getByRole('button', { name: 'Off', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Off', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.goto('/plan');
  await heading.focus();
  for (const key of ['/', '?', 'j', 's']) await page.keyboard.press(key);
  await expect(heading).toBeFocused();
  await expect(field).toBeHidden();
  await page.goto('/keys');
  await page.getByRole('button', { name: 'On', exact: true }).click();
  await page.goto('/plan');
  await page.keyboard.press('j');
  expect(await focused(page)).not.toBe('');
});

test('closes the menu of a row once the focus has gone on from it', async ({ page }) => {
  await signUp(page);
  await checkIn(page);
  await makePlan(page);
  await waitForScript(page);
  const open = page.locator('.row-menu:popover-open');
  await planRow(page).getByRole('button', { name: 'More', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(open).toHaveCount(1);
  const choices = await open.getByRole('button').count();
  for (let press = 0; press < choices; press += 1) await page.keyboard.press('Tab');
  await expect(open).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(open).toHaveCount(0);
});

test.describe('before script', () => {
  test.use({ javaScriptEnabled: false });

  test('says the keys at an address that every page links', async ({ page }) => {
    await page.goto('/roles');
    await page.getByRole('link', { name: 'Keys', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Keys');
    await expect(page.getByText('to the next row')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Close' })).toBeHidden();
  });
});
