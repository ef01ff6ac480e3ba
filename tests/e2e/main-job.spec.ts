import type { Page } from '@playwright/test';
import { loadCareer } from '@/lib/catalogue';
import { planDocumentSchema } from '@/lib/domain/climb/document';
import { computeStanding } from '@/lib/domain/climb/standing';
import { computeDayInZone } from '@/lib/domain/day';
import { EXPORTERS } from '@/lib/export';
import { SECTION_HEADINGS } from '@/lib/wording/step-kinds';
import {
  ADMINISTRATOR,
  fillSignIn,
  fillSignUp,
  inventAccount,
  rateOneByOne,
  signOut,
} from './support/person';
import { readDownload } from './support/read-download';
import { expect, test } from './support/test';

const career = loadCareer();
const role = career.roleById.get('devops-engineer');

async function download(page: Page, label: string) {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: `Download ${label}`, exact: true }).click();
  return readDownload(await started);
}

async function readStepTitles(page: Page): Promise<string[]> {
  await page.goto('/plan');
  return page.locator('.plan-row[data-kind] .row-title').allTextContents();
}

const MOST_CLICKS = 25;

/** Counts every press of the pointer, over all pages that the tab shows. */
async function countClicks(page: Page): Promise<() => number> {
  let clicks = 0;
  await page.exposeFunction('countClick', () => {
    clicks += 1;
  });
  await page.addInitScript(() => {
    addEventListener('pointerdown', () => Reflect.get(window, 'countClick')(), { capture: true });
  });
  return () => clicks;
}

for (const { title, javaScriptEnabled, timeZone } of [
  { title: 'with script', javaScriptEnabled: true, timeZone: 'Asia/Kathmandu' },
  { title: 'without script', javaScriptEnabled: false, timeZone: 'UTC' },
]) {
  test.describe(title, () => {
    test.use({ javaScriptEnabled });

    test('leads from signing up to a plan in files that is still there after signing in again', async ({
      page,
    }) => {
      if (!role) throw new Error('The catalogue has no devops-engineer.');
      const { readiness } = computeStanding(career, {
        role,
        ratings: { levels: ADMINISTRATOR, also: [], except: [] },
      });
      const account = inventAccount();
      const readClicks = await countClicks(page);

      await page.goto('/');
      await page.getByRole('link', { name: 'Find my rung' }).click();
      await page.waitForURL('/sign-up');
      await fillSignUp(page, account);
      await page.getByRole('button', { name: 'Create account' }).click();
      await rateOneByOne(page, ADMINISTRATOR);
      await page.getByRole('button', { name: 'Save check-in' }).click();
      await page.waitForURL('/gap?saved=*');
      await expect(page.getByText(`Readiness ${readiness}%`, { exact: true })).toBeVisible();

      await page.getByRole('link', { name: 'Plan', exact: true }).click();
      await page.getByRole('button', { name: 'Make my plan' }).click();
      for (const name of Object.values(SECTION_HEADINGS))
        await expect(page.getByRole('radio', { name, exact: true })).toBeAttached();
      if (javaScriptEnabled) expect(readClicks()).toBeGreaterThan(10);
      expect(readClicks()).toBeLessThanOrEqual(MOST_CLICKS);
      const titles = await readStepTitles(page);
      expect(titles.length).toBeGreaterThan(2);

      await page.getByRole('link', { name: 'Export', exact: true }).click();
      await page.waitForURL('/plan/export');
      let document = '';
      for (const exporter of EXPORTERS) {
        const day = computeDayInZone({ instant: new Date(), timeZone });
        const { name, text } = await download(page, exporter.label);
        expect(name).toBe(`${exporter.stem}-devops-engineer-${day}.${exporter.extension}`);
        if (exporter.stem === 'resume') expect(text).toContain(account.name);
        else for (const step of titles) expect.soft(text.replaceAll(/\s+/g, ' ')).toContain(step);
        if (exporter.id === 'json') document = text;
      }
      const plan = planDocumentSchema.parse(JSON.parse(document));
      expect(plan.steps.map((step) => step.title).sort()).toEqual([...titles].sort());
      expect(plan.profile.levels).toEqual(ADMINISTRATOR);

      await signOut(page);
      await fillSignIn(page, account);
      await page.waitForURL('/home');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${readiness}% to ${role.title}`);
      expect(await readStepTitles(page)).toEqual(titles);
      await page.goto('/plan/export');
      const exporter = EXPORTERS.find((one) => one.id === 'json');
      expect((await download(page, exporter?.label ?? '')).text).toBe(document);
    });
  });
}
