import type { Page } from '@playwright/test';
import { ADMINISTRATOR, checkIn, signUp } from './support/person';
import { expect, test } from './support/test';

async function readData(page: Page) {
  return (await page.request.get('/settings/data')).json();
}

async function addPost(page: Page, post: string, since: string, until: string): Promise<void> {
  await page.goto('/settings/work');
  await page.getByLabel('Post').selectOption({ label: post });
  await page.getByLabel('Since').fill(since);
  await page.getByLabel('Until').fill(until);
  await page.getByRole('button', { name: 'Add post' }).click();
}

/** A certificate of last year that holds for two years is good until next year, whenever this runs. */
const YEAR = new Date().getUTCFullYear();
const EARNED = `${YEAR - 1}-02-01`;

const RESUME = JSON.stringify({
  basics: { name: 'Ada', summary: 'canary-summary' },
  work: [
    { name: 'Acme', position: 'Linux SysAdmin', startDate: '2022-03-01' },
    { name: 'Café', position: 'Barista', startDate: '2017-01', endDate: '2018-12' },
  ],
  education: [{ studyType: 'BSc (Hons)', area: 'Computer Science', endDate: '2019-06-30' }],
  certificates: [{ name: 'CKA', date: EARNED, issuer: 'CNCF' }],
});

async function chooseResume(page: Page, text: string): Promise<void> {
  await page.goto('/settings/work');
  const file = { name: 'resume.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.getByLabel('JSON Resume file').setInputFiles(file);
  await page.getByRole('button', { name: 'Read the file' }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('keeps where one works, changes it, removes it and brings it back', async ({ page }) => {
      await signUp(page);
      await addPost(page, 'IT support or help-desk technician', '2021-01', '12/2022');
      await expect(page.getByText('Jan 2021 to Dec 2022, 104 weeks')).toBeVisible();
      await addPost(page, 'Linux administrator', '2023-01', '');
      await expect(page.getByText('Jan 2023 to now')).toBeVisible();
      await page.getByRole('link', { name: 'Change Linux administrator' }).click();
      await page.getByLabel('Since').fill('2024-06');
      await page.getByRole('button', { name: 'Save changes' }).click();
      await expect(page.getByText('Jun 2024 to now')).toBeVisible();
      await page.getByRole('button', { name: 'Remove IT support or help-desk technician' }).click();
      await expect(page.getByText('Jan 2021 to Dec 2022')).toHaveCount(0);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(page.getByText('Jan 2021 to Dec 2022')).toBeVisible();
    });

    test('keeps what one holds with its dates, and shows it on the plan', async ({ page }) => {
      await signUp(page);
      await page.goto('/settings/work');
      const degree = 'A bachelor’s degree in another subject';
      await page.getByRole('checkbox', { name: degree }).check();
      await page.getByText(`Dates of: ${degree}`).click();
      await page.locator('[id="since.bachelors-other"]').fill('7/2019');
      await page.getByRole('button', { name: 'Save what I hold' }).click();
      await expect(page.getByText('Saved.')).toBeVisible();
      await page.goto('/settings/work');
      await expect(page.getByRole('checkbox', { name: degree })).toBeChecked();
      await expect(page.locator('[id="since.bachelors-other"]')).toHaveValue('2019-07');
      await page.getByLabel('Certificate', { exact: true }).selectOption('cka');
      await page.getByLabel('Earned on').fill(EARNED);
      await page.getByRole('button', { name: 'Add certificate' }).click();
      await expect(page.getByText(`valid to 1 Feb ${YEAR + 1}`)).toBeVisible();
      await page.goto('/plan');
      await page.getByText('More settings').click();
      await expect(page.getByRole('checkbox', { name: /degree in another subject/ })).toBeChecked();
    });

    test('fills in a JSON Resume once each match is confirmed, and keeps nothing else', async ({ page }) => {
      await signUp(page);
      await chooseResume(page, RESUME);
      await expect(page.getByText('Nothing is saved yet.')).toBeVisible();
      await expect(page.getByText('One entry fits nothing in the lists')).toBeVisible();
      expect((await readData(page)).posts).toEqual([]);
      await page.getByRole('checkbox', { name: 'Keep “BSc (Hons), Computer Science” as' }).uncheck();
      await page.getByRole('button', { name: 'Save these' }).click();
      await expect(page.getByText('Mar 2022 to now')).toBeVisible();
      const data = await readData(page);
      expect(data.posts).toMatchObject([{ post: 'linux-administrator', since: '2022-03', until: null }]);
      expect(data.holdings).toEqual([]);
      expect(data.stepProgress).toMatchObject([
        { step: 'cka', status: 'done', expiresOn: `${YEAR + 1}-02-01` },
      ]);
      expect(JSON.stringify(data)).not.toMatch(/canary|Acme|Barista/);
    });
  });
}

test('refuses what is no JSON Resume, or too large, with a sentence', async ({ page }) => {
  await signUp(page);
  for (const [text, problem] of [
    ['{"work": [', 'This file is not JSON'],
    ['{"format":"rung-data"}', 'no work, education or certificates'],
    [`{"work": ["${'x'.repeat(600_000)}"]}`, 'at most 512 KB'],
    ['{"work": [{"position": "Nurse"}]}', 'Nothing in this file is in Rung’s lists.'],
  ] as const) {
    await chooseResume(page, text);
    await expect(page.getByText(problem)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save these' })).toHaveCount(0);
  }
});

test('says which field is wrong, and keeps what was typed', async ({ page }) => {
  await signUp(page);
  await addPost(page, 'Linux administrator', '2024-06', '2023-01');
  await expect(page.getByText('Give a month that is not before the first.')).toBeVisible();
  await expect(page.getByLabel('Since')).toHaveValue('2024-06');
  await page.getByLabel('Since').fill('June');
  await page.getByRole('button', { name: 'Add post' }).click();
  await expect(page.getByText('Give a month as year and month, such as 2021-04 or Apr 2021.')).toBeVisible();
});

test('asks what a first plan turns on, and a no becomes an exception of the rating', async ({ page }) => {
  await signUp(page);
  await checkIn(page, ADMINISTRATOR);
  await page.goto('/plan/questions');
  const question = page.getByRole('group', { name: /database with a limited user/ });
  await expect(question).toBeVisible();
  await page.goto('/plan');
  const offer = page.getByRole('link', { name: 'Answer them' });
  await expect(offer).toBeVisible();
  await offer.click();
  await question.getByRole('radio', { name: 'Not yet' }).check();
  await page.getByRole('checkbox', { name: 'I work in IT' }).check();
  await page.getByRole('button', { name: 'Save and go on to the plan' }).click();
  await page.waitForURL('/plan?answered=*');
  // What was saved and what it moved is read next, and what was answered is not asked for again.
  const saved = page.getByText(
    /^Your answers are saved\. Server administration −1 can-do\. You said “Not yet”/,
  );
  await expect(saved).toBeFocused();
  await expect(offer).toHaveCount(0);
  await page.goto('/plan');
  await expect(offer).toHaveCount(0);
  const { checkIns, holdings } = await readData(page);
  expect(holdings).toMatchObject([{ id: 'in-post' }]);
  expect(checkIns).toHaveLength(2);
  expect(checkIns[1].ratings).toMatchObject([{ skill: 'server-administration', level: 3 }]);
  expect(checkIns[1].ratings[0].except).toHaveLength(1);
  await page.goto('/plan/questions');
  await expect(page.getByRole('group', { name: /database with a limited user/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Skip to the plan' }).click();
  await page.waitForURL('/plan');
});

test('is offered after the first rating and stands in the settings', async ({ page }) => {
  await signUp(page);
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Say what you work as and hold' }).click();
  await expect(page.getByRole('heading', { name: 'Your work' })).toBeVisible();
});
