import type { Page } from '@playwright/test';
import { checkIn, editFirstStep, makePlan, signUp } from './support/person';
import { expect, test } from './support/test';

/** Does to a page what the translator of a browser does: an element takes the place of each text. */
function translate(page: Page): Promise<void> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement?.closest('script, style, option, textarea, svg')) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }
  });
}

/** Lets React draw what the answer brought; a page that is being left has nothing more to draw. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page
    .evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    .catch(() => null);
}

// Where the browser translates before the script of the page has run, React draws the page anew and says so.
test.use({ expectedErrors: /Minified React error #418;/ });

/** A form is sent as its button is pressed; what sends none, such as a menu or a search, is waited for so long. */
const SENT_WITHIN_MS = 3_000;

/** These end what the rest of the test needs, or leave the browser. */
const LEFT_OUT = /^(Delete my account|Sign out|Import|Print)/;

for (const address of [
  '/gap',
  '/plan',
  '/plan/own',
  '/plan/questions',
  '/rate/all',
  '/rate?skill=coding',
  '/rate/review',
  '/settings',
  '/settings/security',
  '/settings/work',
]) {
  test(`report 10: every button of ${address} works on a page that the browser translates`, async ({
    page,
  }) => {
    test.slow();
    await signUp(page);
    await checkIn(page);
    if (address === '/plan' || address === '/plan/own') await makePlan(page);
    await page.goto(address);
    const names = await page.locator('main button:visible').allTextContents();
    const kinds = [...new Set(names)].filter((name) => name && !LEFT_OUT.test(name));
    expect(kinds.length).toBeGreaterThan(0);
    for (const name of kinds) {
      await page.goto(address);
      const button = page.locator('main button:visible', { hasText: name }).first();
      if ((await button.count()) === 0) continue;
      await translate(page);
      const sent = page.waitForRequest((request) => request.method() === 'POST', { timeout: SENT_WITHIN_MS });
      await button.click();
      const request = await sent.catch(() => null);
      await request?.response().catch(() => null);
      await settle(page);
      await expect(page.getByText('Rung could not show this page'), name).toHaveCount(0);
      await expect(page.getByRole('main'), name).toBeVisible();
    }
  });
}

test('report 10: a step goes to done and back on a page that the browser translates', async ({ page }) => {
  await signUp(page);
  await checkIn(page);
  await makePlan(page);
  for (const status of ['done', 'todo', 'in-progress', 'todo']) {
    const form = await editFirstStep(page);
    await translate(page);
    await form.getByLabel('Status').selectOption(status);
    await form.getByRole('button').click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await editFirstStep(page);
    await expect(form.getByLabel('Status')).toHaveValue(status);
  }
});
