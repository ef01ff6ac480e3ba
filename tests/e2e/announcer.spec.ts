import type { Page } from '@playwright/test';
import { checkIn, levelRadio, signUp, waitForScript } from './support/person';
import { expect, test } from './support/test';

type Listening = { said: string[] };

/** Keeps what the page says of a change of page from now on, as long as it is not loaded anew. */
async function listen(page: Page): Promise<void> {
  await waitForScript(page);
  await page.waitForFunction(() => document.querySelector('next-route-announcer')?.shadowRoot);
  await page.evaluate(() => {
    const listening: Listening = { said: [] };
    Object.assign(window, listening);
    const live = document.querySelector('next-route-announcer')?.shadowRoot;
    if (!live) throw new Error('Nothing announces a change of page.');
    new MutationObserver(() => listening.said.push(live.textContent ?? '')).observe(live, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
}

async function expectSaidOnce(page: Page, title: RegExp): Promise<void> {
  await expect(page).toHaveTitle(title);
  // What comes a moment later would be heard a second time.
  await page.waitForTimeout(1500);
  const said = await page.evaluate(() => (window as unknown as Listening).said);
  expect(said).toEqual([await page.title()]);
}

test('says the title of a page that script leads to, once', async ({ page }) => {
  await signUp(page);
  await checkIn(page);
  await page.goto('/rate?skill=coding');
  await listen(page);
  await levelRadio(page, 'coding', 2).check();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await page.waitForURL(/skill=(?!coding)/);
  await expectSaidOnce(page, /^Rate .+ · Rung$/);

  await page.goto('/rate/review');
  await listen(page);
  await page.getByRole('button', { name: 'Save check-in' }).click();
  await page.waitForURL('**/gap*');
  await expectSaidOnce(page, /^Gap to DevOps engineer, \d+ % · Rung$/);
});
