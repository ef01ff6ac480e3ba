import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import { FormClient } from '../support/form-client';
import { readHiddenFields } from '../support/hidden-fields';
import { PLAN_FIELDS } from '../support/plan-fields';
import { findOverflow } from './support/layout';
import { inventAccount } from './support/person';
import { expect, test } from './support/test';

// A text of 150 characters without a break, wherever a person can write one.

test.use({ viewport: { width: 320, height: 640 } });

const LONG = 'W'.repeat(150);
const ADDRESS = `https://example.org/${'w'.repeat(150)}`;
const STEP = {
  title: LONG,
  kind: 'project',
  url: ADDRESS,
  hours: '10',
  weeks: '2',
  cost: '',
  currency: 'GBP',
  'raises.0.skill': 'coding',
  'raises.0.from': '1',
  'raises.0.to': '2',
};

/** Writes it into every free field, by forms, and gives the browser to the page. */
async function writeEverywhere(context: BrowserContext, baseURL: string) {
  const browser = new FormClient(baseURL, {
    'x-forwarded-for': `2001:db8:15::${process.pid.toString(16).slice(-4)}`,
  });
  const email = `${randomUUID()}${'w'.repeat(28)}@${'w'.repeat(60)}.${'w'.repeat(60)}.example`;
  expect((await browser.signUp({ ...inventAccount(LONG.slice(0, 100)), email })).location).toBe('/rate');
  for (const level of ['1', '4'])
    await browser.submit('/rate/all', 'Save check-in', {
      $confirmed: 'sparse',
      'ratings.coding.level': level,
      'ratings.coding.evidence': level === '1' ? LONG : ADDRESS,
      note: LONG,
    });
  const checkIn = /\/progress\/[0-9a-z]{20}/.exec((await browser.get('/progress')).text)?.[0] ?? '';
  await browser.submit(checkIn, 'Save correction', { 'ratings.coding.level': '1', note: LONG });
  for (let count = 0; count < 2; count += 1) await browser.submit('/plan/own', 'Add step', STEP);
  const own = /<li id="(own-[^"]+)"/.exec((await browser.get('/plan/own')).text)?.[1] ?? '';
  const whatIf =
    (await browser.submit('/plan', 'Make my plan', { ...PLAN_FIELDS, pinned: own })).location ?? '';
  expect(whatIf).toContain('made=1');
  const path = `/plan?edit=${own}`;
  const { text } = await browser.get(path);
  const form = text.split('<form').find((part) => part.includes(`name="step" value="${own}"`)) ?? '';
  await browser.post(path, readHiddenFields(`<form${form}`, 'Save step'), {
    status: 'in-progress',
    hoursSpent: '2',
    evidence: LONG,
    note: LONG,
  });
  await browser.submit('/settings', 'Make a calendar address', {});
  await context.addCookies([...browser.cookies].map(([name, value]) => ({ name, value, url: baseURL })));
  return { own, checkIn };
}

async function findWide(page: Page): Promise<string[]> {
  if ((await findOverflow(page)) <= 0) return [];
  return page.evaluate(() => {
    const isInside = (element: Element) => !element.parentElement?.closest('.overflow-x-auto');
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 1 && isInside(element),
    );
    return wide.slice(0, 4).map((element) => element.outerHTML.slice(0, 160));
  });
}

/** Types it into every field that is seen, as one does who leaves each for the next. */
function fillAll(page: Page): Promise<void> {
  return page
    .locator('main input:is([type=text], :not([type])), main textarea')
    .evaluateAll((fields, text) => {
      for (const field of fields as (HTMLInputElement | HTMLTextAreaElement)[]) {
        if (!field.checkVisibility({ visibilityProperty: true }) || field.disabled || field.readOnly)
          continue;
        field.focus();
        field.select();
        document.execCommand('insertText', false, text);
      }
    }, LONG);
}

test('report 15: no page is wider than a phone, whatever was written in its fields', async ({
  page,
  context,
  baseURL,
}) => {
  test.slow();
  const { own, checkIn } = await writeEverywhere(context, baseURL ?? '');
  const addresses = [
    '/home',
    '/rate?skill=coding',
    '/rate/all',
    '/rate/review',
    '/gap',
    '/progress',
    checkIn,
    '/plan',
    `/plan?why=${own}`,
    '/plan/own',
  ];
  addresses.push('/plan/earlier', '/plan/compare', '/plan/export', '/plan/replan', '/settings');
  addresses.push('/settings/work', '/plan/questions');
  addresses.push('/settings/security', '/settings/security/second-factor', '/sign-up', '/sign-in');
  const wrong: Record<string, string[]> = {};
  for (const address of addresses) {
    await page.goto(address);
    await page.locator('details').evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
    // The dates of what one holds show once it is ticked.
    await page.locator('main input[name=held]').evaluateAll((all) => {
      for (const one of all) if (!(one as HTMLInputElement).checked) (one as HTMLInputElement).click();
    });
    await fillAll(page);
    const wide = await findWide(page);
    if (wide.length > 0) wrong[address] = wide;
  }
  expect(wrong).toEqual({});
});

test('report 15: what a form says about such a text is not wider than a phone either', async ({
  page,
  context,
  baseURL,
}) => {
  await writeEverywhere(context, baseURL ?? '');
  for (const [address, label, button] of [
    ['/settings', 'Name', 'Save settings'],
    ['/plan', 'Hours per week', 'Make my plan'],
    ['/plan/own', 'Title', 'Add step'],
  ] as const) {
    await page.goto(address);
    await page.locator('details').evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
    await page
      .getByLabel(label, { exact: true })
      .last()
      .evaluate((field) => field.removeAttribute('maxlength'));
    await page.getByLabel(label, { exact: true }).last().fill(LONG.repeat(2));
    await page.getByRole('button', { name: button }).click();
    await page.locator('main').getByRole('alert').waitFor();
    expect(await findWide(page), address).toEqual([]);
  }
});
