import type { Page } from '@playwright/test';
import { signUp } from './support/person';
import { expect, test } from './support/test';

const DARK = 'rgb(13, 23, 21)';
const LIGHT = 'rgb(246, 243, 234)';

const choose = (page: Page, label: string) => page.getByRole('button', { name: label, exact: true }).click();
const expectPaper = (page: Page, colour: string) =>
  expect(page.locator('html')).toHaveCSS('background-color', colour);

test('follows the system until a theme is chosen', async ({ page }) => {
  await page.goto('/');
  for (const [colorScheme, colour] of [
    ['dark', DARK],
    ['light', LIGHT],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await expectPaper(page, colour);
  }
});

test('switches at once, loses nothing typed, and stays over pages and reloads', async ({ page }) => {
  await page.goto('/sign-up');
  await page.getByLabel('Name').fill('Ada');
  await choose(page, 'Dark');
  await expectPaper(page, DARK);
  await expect(page.getByRole('button', { name: 'Dark', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(page.getByLabel('Name')).toHaveValue('Ada');
  await page.reload();
  await expectPaper(page, DARK);
  await page.goto('/');
  await expectPaper(page, DARK);
  await signUp(page);
  await expectPaper(page, DARK);
  await choose(page, 'Light');
  await expectPaper(page, LIGHT);
  await page.reload();
  await expectPaper(page, LIGHT);
  await page.emulateMedia({ colorScheme: 'dark' });
  await choose(page, 'System');
  await expectPaper(page, DARK);
  await page.reload();
  await expectPaper(page, DARK);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('switches signed-in pages and comes back to the page it was chosen on', async ({ page }) => {
    await signUp(page);
    await page.goto('/gap?role=qa-lead');
    await choose(page, 'Dark');
    await expect(page).toHaveURL('/gap?role=qa-lead');
    await expectPaper(page, DARK);
    await page.goto('/home');
    await expectPaper(page, DARK);
    await choose(page, 'Light');
    await expectPaper(page, LIGHT);
    await choose(page, 'System');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectPaper(page, DARK);
  });
});

test('takes no theme that there is not, and never leads to another site', async ({ request, baseURL }) => {
  const origin = baseURL ?? '';
  const wrong = await request.post('/theme', { headers: { origin }, form: { theme: 'pink' } });
  expect(wrong.status()).toBe(400);
  const right = await request.post('/theme', {
    headers: { origin, referer: `${origin}//evil.example` },
    form: { theme: 'dark' },
    maxRedirects: 0,
  });
  expect(right.status()).toBe(303);
  expect(new URL(right.headers().location ?? '', origin).origin).toBe(origin);
});
