import type { Page } from '@playwright/test';
import { findJargon } from '../support/jargon';
import { PHONE } from './support/layout';
import { checkIn } from './support/person';
import { becomeSeeded } from './support/seeded';
import { expect, test } from './support/test';

const DESK = { width: 1440, height: 900 };

/**
 * At most so many screens on a phone and at a desk, for somebody half way: what the page is for, or half of what it was
 * when people were first watched at it. A plan counts to the end of its climb and its lists.
 */
const BARS: Readonly<Record<string, readonly [phone: number, desk: number]>> = {
  '/rate?skill=coding': [1.3, 1.3],
  '/plan': [3, 1.02],
  '/plan, long': [5, 2],
  '/gap': [2, 1.02],
  '/home': [1.5, 1],
  '/try': [6.4, 4],
  '/steps': [7.9, 4.1],
  '/skills/server-administration': [6, 3.4],
  '/roles/site-reliability-engineer': [5.5, 3.1],
};
/** A plan of so many steps is held to the bar of a long one, of which there were 33. */
const LONG_PLAN = 25;
/** Counted and printed, without an older figure to hold them to. */
const OTHERS = [
  '/',
  '/roles',
  '/skills',
  '/steps/cka',
  '/method',
  '/privacy',
  '/keys',
  '/search?q=kubernetes',
  '/rate/review',
  '/progress',
  '/plan/compare',
  '/plan/export',
  '/plan/own',
  '/plan/earlier',
  '/week',
  '/evidence',
  '/progress/second-look',
  '/settings',
  '/settings/work',
  '/settings/security',
];

const isLongPlan = (page: Page) =>
  page.evaluate(
    (least) => Number(/\d+ of (\d+) steps done/.exec(document.body.textContent ?? '')?.[1] ?? 0) >= least,
    LONG_PLAN,
  );

/** How many screens the page is high, or of a plan the part that is seen at a glance. */
const countScreens = (page: Page) =>
  page.evaluate(() => {
    const glance = document.querySelector('.plan-glance');
    const height = glance
      ? glance.getBoundingClientRect().bottom + scrollY
      : document.documentElement.scrollHeight;
    return Math.round((height / innerHeight) * 100) / 100;
  });

/** What the page says, folded parts too, without its scripts and the title of a paper that is as its authors wrote it. */
const readShown = async (page: Page) => {
  const text = await page.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement;
    for (const script of body.querySelectorAll('script, style')) script.remove();
    return body.textContent ?? '';
  });
  return text.replace('Minimal landmarks for optimal delete-free planning', '');
};

test('says the one thing first: every page in screens, for somebody half way, in words without jargon', async ({
  page,
}) => {
  // Near thirty pages are drawn.
  test.setTimeout(600_000);
  await becomeSeeded(page, 'Sam');
  const rows: string[] = [];
  const jargon: string[] = [];
  const addresses = [...Object.keys(BARS), ...OTHERS].filter((address) => address !== '/plan, long');
  for (const address of addresses) {
    const screens: number[] = [];
    await page.goto(address);
    for (const [at, size] of [PHONE, DESK].entries()) {
      await page.setViewportSize(size);
      const count = await countScreens(page);
      screens.push(count);
      const bar = BARS[address === '/plan' && (await isLongPlan(page)) ? '/plan, long' : address]?.[at];
      if (bar !== undefined) expect.soft(count, `${address} at ${size.width}`).toBeLessThanOrEqual(bar);
    }
    jargon.push(...findJargon(await readShown(page)).map((word) => `${address}: ${word}`));
    rows.push(`${address.padEnd(34)} ${screens.map((count) => count.toFixed(2).padStart(6)).join(' ')}`);
  }
  console.log(['screens at 390 × 844 and 1440 × 900'.padEnd(34), ...rows].join('\n'));
  expect(rows.length).toBe(addresses.length);
  expect(jargon).toEqual([]);
});

for (const who of ['Noor', 'Ada'] as const)
  test(`says nothing in the planner’s words to ${who === 'Noor' ? 'who begins' : 'who comes back after ten years'}`, async ({
    page,
  }) => {
    await becomeSeeded(page, who);
    const found: string[] = [];
    for (const address of [
      '/home',
      '/rate/all',
      '/gap',
      '/progress',
      '/plan',
      '/plan/compare',
      '/plan/export',
    ]) {
      await page.goto(address);
      const text = await readShown(page);
      expect(text.length, address).toBeGreaterThan(50);
      found.push(...findJargon(text).map((word) => `${address}: ${word}`));
    }
    expect(found).toEqual([]);
  });

test('carries its figure in the title, from the first day on', async ({ page }) => {
  await becomeSeeded(page, 'Noor');
  for (const [address, title] of [
    ['/home', 'This week · Rung'],
    ['/plan', 'Your plan · Rung'],
    ['/progress', 'Your progress · Rung'],
  ] as const) {
    await page.goto(address);
    await expect(page).toHaveTitle(title);
  }
  await becomeSeeded(page, 'Sam');
  await page.goto('/gap');
  const percent = /(\d+) %/.exec(await page.title())?.[1];
  for (const [address, title] of [
    ['/home', `This week, ${percent} % to DevOps engineer · Rung`],
    ['/progress', `Progress to DevOps engineer, ${percent} % · Rung`],
  ] as const) {
    await page.goto(address);
    await expect(page).toHaveTitle(title);
  }
  await page.goto('/plan');
  const figures = await page.locator('.plan-figures').textContent();
  const [, done, total] = /(\d+) of (\d+) steps? done/.exec(figures ?? '') ?? [];
  await expect(page).toHaveTitle(`Plan to DevOps engineer, ${done} of ${total} done · Rung`);
});

test('keeps the header’s places on lines of one height, at any width and zoom', async ({ page }) => {
  await becomeSeeded(page, 'Noor');
  for (const address of ['/home', '/roles'])
    for (const width of [390, 640, 768, 820, 1024, 1280, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address);
      const boxes = await page
        .locator('header.site nav:not(.guide-places) .header-place')
        .evaluateAll((places) => places.map((place) => place.getBoundingClientRect().top));
      expect(boxes.length).toBeGreaterThan(3);
      expect(new Set(boxes).size, `${address} at ${width}: the navigation is one line`).toBe(1);
      const ends = await page
        .locator('header.site .header-ends > *, header.site .header-ends > form > button')
        .evaluateAll((places) =>
          places.map((place) => place.getBoundingClientRect()).map(({ top, bottom }) => (top + bottom) / 2),
        );
      const spread = Math.max(...ends) - Math.min(...ends);
      expect(spread, `${address} at ${width}: what ends the header is on one line`).toBeLessThan(1);
    }
});

test.describe('where nothing is', () => {
  test.use({ expectedErrors: /status of 404/ });

  test('says so in the title, and leads on', async ({ page }) => {
    for (const address of ['/nowhere', '/roles/astronaut']) {
      await page.goto(address);
      await expect(page).toHaveTitle('Nothing at this address · Rung');
      await page.getByRole('link', { name: 'Search' }).click();
      await expect(page.getByRole('main').getByRole('searchbox')).toBeVisible();
    }
  });
});

test('leads by a heading to each skill, and past those that are rated', async ({ page }) => {
  await becomeSeeded(page, 'Noor');
  await page.goto('/rate/all');
  await expect(page.getByRole('group', { name: 'Coding', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { level: 3, name: 'Coding', exact: true })).toBeVisible();
  await checkIn(page, { 'project-management': 2, coding: 1 });
  await page.goto('/rate/all');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: /^Skip to .*, the first skill not rated$/ });
  while (!(await skip.evaluate((link) => link === document.activeElement))) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const group = await page.evaluate(() => document.activeElement?.closest('fieldset')?.id);
  expect(group).not.toBe('');
  expect(await skip.textContent()).toContain(await page.locator(`#${group} legend h3`).textContent());
});
