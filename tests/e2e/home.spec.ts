import { dayIn } from './support/days';
import { FormPerson } from './support/form-person';
import { ADMINISTRATOR, checkIn, makePlan, planRow, signUp } from './support/person';
import { expect, test } from './support/test';

test('leads from the first day to rating, and from there to a plan', async ({ page }) => {
  await signUp(page);
  await page.goto('/home');
  await expect(page.getByRole('link', { name: 'Rate your skills' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^This week/ })).toHaveCount(0);
  await checkIn(page);
  await page.goto('/home');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d+% to DevOps engineer$/);
  await page.getByRole('link', { name: 'Make a plan' }).click();
  await expect(page).toHaveURL('/plan');
});

test('holds this week’s steps with their acts, and what one comes to stands where it was pressed', async ({
  page,
}) => {
  await signUp(page);
  await checkIn(page);
  await makePlan(page);
  await page.goto('/home');
  const row = planRow(page);
  await row.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(row.getByText(/^Started/)).toBeVisible();
  await expect(page).toHaveURL(/\/home\?did=/);
  await row.getByRole('button', { name: 'Log hours' }).click();
  await page.getByLabel('Hours to add').fill('2');
  await page.getByRole('button', { name: 'Add hours' }).click();
  await expect(row.getByText(/^2 of \d+ hours so far/)).toBeVisible();
  await row.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(row.getByText(/^1 of \d+ done/)).toBeVisible();
  await page.goto('/home');
  await expect(page.getByText(/^Finished “/)).toBeVisible();
});

const readHome = async ({ browser }: FormPerson) =>
  (await browser.get('/home')).text.replaceAll(/<!-- -->|<\/?span[^>]*>/g, '');

test('asks for nothing but a first rating while it is empty, and on the first day holds its first steps', async ({
  baseURL,
}) => {
  const person = new FormPerson(baseURL);
  await person.signUp();
  const empty = await readHome(person);
  expect(empty).toContain('Rate your skills first');
  expect(empty).not.toMatch(/id="week"|id="changed"|id="check-in"/);
  await person.checkIn(ADMINISTRATOR);
  await person.makePlan({ start: dayIn(0) });
  const first = await readHome(person);
  expect(first).toMatch(/Your plan holds: ready by|Ready by|lighter plan than yours is known/);
  expect(first).toMatch(/This week, \d+ hours?/);
  expect(first).toContain('Your first check-in rated 10 skills: the baseline.');
  expect(first).toMatch(/In \d+ days\./);
  expect(first).toContain('Check in now');
});

test('says after a month away how late a plan is, in one line with its remedy, and keeps what was begun on top', async ({
  baseURL,
}) => {
  const person = new FormPerson(baseURL);
  await person.signUp();
  await person.checkIn(ADMINISTRATOR);
  await person.makePlan({ start: dayIn(-70) });
  const { steps } = await person.readPlan();
  const begun = steps[1]?.id ?? '';
  await person.saveStep(begun, { status: 'in-progress', startedOn: dayIn(-30), hoursSpent: '1' });
  const home = await readHome(person);
  expect(home).toMatch(/You are \d+ weeks? behind\.|A step is late/);
  expect(home).toMatch(/\d+ weeks? late to start/);
  expect(/class="plan-row"/.exec(home)?.index).toBeGreaterThan(0);
  expect(/<li id="([^"]+)" class="plan-row"/.exec(home)?.[1]).toBe(begun);
});

test('says that everything is done, on the day itself and afterwards', async ({ baseURL }) => {
  test.setTimeout(240_000);
  const person = new FormPerson(baseURL);
  await person.signUp();
  await person.checkIn(ADMINISTRATOR);
  await person.makePlan({ start: dayIn(-70) });
  const { steps } = await person.readPlan();
  expect(steps.length).toBeGreaterThan(3);
  const [last, ...others] = steps.toReversed();
  const days = { startedOn: dayIn(-3), finishedOn: dayIn(-2) };
  for (const { id } of others) await person.saveStep(id, { status: 'done', ...days });
  expect(await readHome(person)).not.toContain('Every step of your plan is finished.');
  await person.act(`done ${last?.id} `);
  expect(await readHome(person)).toContain('Every step of your plan is finished.');
  await person.saveStep(last?.id ?? '', { status: 'done', ...days });
  const home = await readHome(person);
  expect(home).toContain('Every step of your plan is finished.');
  expect(home).not.toContain('class="plan-row"');
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('answers in the row also what leaves this week, and a step that was pinned', async ({ page }) => {
      await signUp(page);
      await checkIn(page);
      await makePlan(page);
      await page.goto('/plan');
      // One that begins in months is this week's only once it is under way.
      const later = page.getByRole('list', { name: /^(Next|Later)$/ }).locator('.plan-row[data-kind]');
      const id = await later.last().getAttribute('id');
      await page.goto(`/plan?edit=${id}`);
      await page.getByLabel('Status').selectOption('in-progress');
      await page.getByRole('button', { name: 'Save step' }).click();
      await expect(page.getByText('Saved.')).toBeVisible();
      await page.goto('/home');
      const row = page.locator(`[id="${id}"]`);
      const press = async (name: string) => {
        await row.getByRole('button', { name: 'More', exact: true }).click();
        await row.getByRole('button', { name, exact: true }).click();
      };
      await press('Pin');
      await expect(row.getByText(/^Pinned: every plan/)).toBeVisible();
      await press('Drop');
      await expect(row.getByText('Dropped. Nothing else was changed.')).toBeVisible();
      const undo = row.getByRole('button', { name: 'Undo', exact: true });
      await undo.first().click();
      await expect(row.getByText('Undone: In progress.')).toBeVisible();
      await row.getByRole('button', { name: 'Log hours' }).click();
      await page.getByLabel('Hours to add').fill('1');
      await page.getByRole('button', { name: 'Add hours' }).click();
      await expect(row.getByText(/^1 of \d+ hours? so far/)).toBeVisible();
      await expect(page).toHaveURL(/\/home\?did=/);
    });
  });
}
