import type { Page } from '@playwright/test';
import { PHONE } from './support/layout';
import { checkIn, levelRadio, makePlan, planRow, signUp } from './support/person';
import { expect, test } from './support/test';

/** What an act may move, as browsers count it: a share of the window times a share of its longer side. */
const MOST = 0.02;
type Watching = { shifts: { value: number; what: string }[] };

/** Counts what moves by itself, later than what one pressed could be the cause of. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watching: Watching = { shifts: [] };
    Object.assign(window, watching);
    type Shift = PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null }[];
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[])
        if (!entry.hadRecentInput)
          watching.shifts.push({
            value: entry.value,
            what: entry.sources
              .map(({ node }) =>
                node instanceof Element ? node.outerHTML.slice(0, 80) : String(node?.nodeName),
              )
              .join(' | '),
          });
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Answers each form late, so that nothing that moves counts as the doing of the press. */
async function slowDown(page: Page): Promise<void> {
  await page.route(
    (url) => url.pathname !== '/theme',
    async (route) => {
      if (route.request().method() === 'POST') await new Promise((resolve) => setTimeout(resolve, 700));
      await route.fallback();
    },
  );
}

/** Does an act, waits until it is answered and drawn, and returns what moved meanwhile. */
async function measure(page: Page, act: () => Promise<void>): Promise<Watching['shifts']> {
  // For half a second after a press a browser counts no shift as the page's own: nothing that could be awaited ends that.
  await page.waitForTimeout(600);
  await page.evaluate(() => (window as unknown as Watching).shifts.splice(0));
  await act();
  // What moves late is what is looked for, so it has to be given time.
  await page.waitForTimeout(300);
  return page.evaluate(() => (window as unknown as Watching).shifts);
}

function expectStill(what: string, shifts: Watching['shifts']): void {
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  console.log(`${what}: moved ${sum.toFixed(3)}`);
  expect.soft(sum, `${what}: ${JSON.stringify(shifts)}`).toBeLessThanOrEqual(MOST);
}

const SIZES = [PHONE, { width: 1440, height: 900 }];
const ACTED_ON = SIZES.flatMap((size) => ['/plan', '/home'].map((address) => ({ size, address })));

for (const { size, address } of ACTED_ON)
  test(`moves nothing by itself when a step is started, worked on, taken back and finished on ${address} at ${size.width}`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await watchShifts(page);
    await signUp(page);
    await checkIn(page);
    await makePlan(page);
    await slowDown(page);
    await page.goto(address);
    const answer = (words: RegExp) => page.locator('.row-answer').filter({ hasText: words }).waitFor();
    const press = (name: string) => planRow(page).getByRole('button', { name, exact: true }).first().click();
    const acts: readonly [name: string, act: () => Promise<void>][] = [
      ['Start', () => press('Start').then(() => answer(/^Started/))],
      ['Log hours', () => press('Log hours').then(() => page.getByLabel('Hours to add').waitFor())],
      [
        'Add hours',
        async () => {
          await page.getByLabel('Hours to add').fill('2');
          await page.getByRole('button', { name: 'Add hours' }).click();
          await answer(/^2 of/);
        },
      ],
      ['Undo', () => press('Undo').then(() => answer(/^Undone/))],
      ['Done', () => press('Done').then(() => answer(/ done\./))],
    ];
    for (const [name, act] of acts)
      expectStill(`${address} at ${size.width}, ${name}`, await measure(page, act));
  });

test('moves nothing by itself when a rating is kept and a check-in saved', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await watchShifts(page);
  await signUp(page);
  await checkIn(page);
  await slowDown(page);
  await page.goto('/rate?skill=coding');
  const next = await measure(page, async () => {
    await levelRadio(page, 'coding', 3).check();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.waitForURL(/skill=(?!coding)/);
  });
  await page.goto('/rate/review');
  const saved = await measure(page, async () => {
    await page.getByRole('button', { name: 'Save check-in' }).click();
    await page.waitForURL('**/gap*');
  });
  expectStill('/rate, Next', next);
  expectStill('/rate/review, Save check-in', saved);
});
