import type { Locator, Page } from '@playwright/test';
import { addDays } from '@/lib/domain/day';
import { checkIn, signUp } from './support/person';
import { expect, test } from './support/test';

/** A year is told by the days that are entered, so that it needs no clock but today's. */
const TODAY = new Date().toISOString().slice(0, 10);
const A_YEAR_AGO = addDays(TODAY, -364);

const progressForms = (page: Page): Locator => page.getByRole('form', { name: /^Progress of / });

/** Records how the step of a form stands, without script too, and waits until the page shows it. */
async function record(
  form: Locator,
  entry: { status: string; hours?: string; startedOn?: string; finishedOn?: string },
): Promise<void> {
  await form.getByLabel('Status').selectOption({ label: entry.status });
  if (entry.hours) await form.getByLabel('Hours spent').fill(entry.hours);
  if (entry.startedOn ?? entry.finishedOn) await form.getByText('Dates, evidence and note').click();
  if (entry.startedOn) await form.getByLabel('Started on').fill(entry.startedOn);
  if (entry.finishedOn) await form.getByLabel('Finished on').fill(entry.finishedOn);
  await form.getByRole('button', { name: 'Save step' }).click();
}

/** The form of the step that comes first in order of time, found by its title. */
async function findForm(page: Page, place: number): Promise<{ title: string; form: Locator }> {
  const name = (await progressForms(page).nth(place).getAttribute('aria-label')) ?? '';
  return { title: name.replace('Progress of ', ''), form: page.getByRole('form', { name, exact: true }) };
}

async function startPlan(page: Page): Promise<void> {
  await signUp(page);
  await checkIn(page);
  await page.goto('/plan');
  await page.getByLabel('Start date').fill(A_YEAR_AGO);
  await page.getByRole('button', { name: 'Make my plan' }).click();
  await page.getByRole('heading', { name: 'In all' }).waitFor();
}

test.setTimeout(180_000);

test('lives a year with a plan: follow, undo, drop, replan and re-rate', async ({ page }) => {
  await startPlan(page);
  await expect(page.getByRole('heading', { name: 'Forecast' })).toBeVisible();
  await expect(page.getByText(/By the catalogue’s hours your plan ends on/)).toBeVisible();

  // Follow: the first step is finished, and that changes no rating but invites to one.
  const readiness = async () => {
    await page.goto('/gap');
    return page
      .getByText(/Readiness \d+%/)
      .first()
      .textContent();
  };
  const before = await readiness();
  await page.goto('/plan');
  const first = await findForm(page, 0);
  await record(first.form, { status: 'Done', hours: '30', finishedOn: addDays(A_YEAR_AGO, 60) });
  await expect(first.form.getByText('Saved.')).toBeVisible();
  expect(await readiness()).toBe(before);

  // Undo: what stood before is back.
  await page.goto('/plan');
  await page
    .getByRole('form', { name: `Undo for ${first.title}`, exact: true })
    .getByRole('button', { name: 'Undo last change' })
    .click();
  await expect(page.getByRole('form', { name: `Undo for ${first.title}`, exact: true })).toBeVisible();
  await page.reload();
  await expect(first.form.getByLabel('Status')).toHaveValue('todo');

  // Slip and drop: where a step the plan leans on is dropped, another plan is offered and not taken by itself.
  const last = await findForm(page, (await progressForms(page).count()) - 1);
  await record(last.form, { status: 'Dropped' });
  await expect(last.form.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('form', { name: `Progress of ${last.title}`, exact: true })).toBeVisible();
  const change = page.getByRole('link', { name: 'See what would change' });
  if (await change.isVisible()) {
    await change.click();
    await expect(page.getByRole('button', { name: /^Keep mine/ })).toBeVisible();
    await page.getByRole('button', { name: 'Take it' }).click();
    await page.waitForURL('/plan#plan');
    await expect(page.getByText(/Replanned for what had changed/)).toBeVisible();
  }

  // Re-rate: the next check-in is saved beside the plan, which stays until another is taken.
  await checkIn(page, { coding: 2, 'information-security': 2 });
  await page.goto('/plan');
  await expect(page.getByRole('heading', { name: 'In all' })).toBeVisible();
});

test('renews a certificate before it lapses', async ({ page }) => {
  await startPlan(page);
  const certificates = page.getByRole('region', { name: 'Certification', exact: true });
  const form = certificates.getByRole('form', { name: /^Progress of / }).first();
  await form.getByLabel('Status').selectOption({ label: 'Done' });
  await form.getByText('Dates, evidence and note').click();
  await form.getByLabel('Finished on').fill(addDays(TODAY, -300));
  await form.getByLabel('Expires on').fill(addDays(TODAY, 30));
  await form.getByRole('button', { name: 'Save step' }).click();
  await expect(form.getByText('Saved.')).toBeVisible();
  await page.reload();
  const renewals = page.getByRole('region', { name: 'Certificates to renew' });
  await expect(renewals.getByText(/lapses on .*renew it by then/).first()).toBeVisible();
});

test('pins, leaves out and swaps a step, each shown before it is taken', async ({ page }) => {
  await startPlan(page);
  await page.getByRole('link', { name: 'Why this step?' }).last().click();
  await page.getByRole('link', { name: 'Pin it' }).click();
  await expect(page.getByRole('heading', { name: 'What if' })).toBeVisible();
  await page.getByRole('button', { name: 'Take it' }).click();
  await page.waitForURL('/plan#plan');
  const choices = page.getByRole('region', { name: 'Your choices' });
  await expect(choices.getByRole('list', { name: 'Pinned' }).getByRole('listitem')).toHaveCount(1);
  await choices.getByRole('link', { name: /^Unpin/ }).click();
  await page.getByRole('button', { name: 'Take it' }).click();
  await page.waitForURL('/plan#plan');
  await expect(choices).toBeHidden();
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('plans with a step of one’s own', async ({ page }) => {
      await startPlan(page);
      await page.getByRole('link', { name: 'Add a step of your own' }).click();
      await page.getByLabel('Title').fill('Pairing with Grace');
      await page.getByLabel('Hours', { exact: true }).fill('5');
      await page.getByLabel('Skill 1', { exact: true }).selectOption({ label: 'Coding' });
      await page.getByLabel('From level (skill 1)').selectOption({ value: '1' });
      await page.getByLabel('To level (skill 1)').selectOption({ value: '2' });
      await page.getByRole('button', { name: 'Add step' }).click();
      await expect(page.getByRole('heading', { name: 'Pairing with Grace' })).toBeVisible();
      await page.getByRole('link', { name: 'See the plan with it pinned' }).click();
      await page.getByRole('button', { name: 'Take it' }).click();
      await expect(page.getByRole('heading', { name: 'Pairing with Grace' })).toBeVisible();
    });
  });

test('refuses a change of a step that another tab changed first', async ({ page, context }) => {
  await startPlan(page);
  const other = await context.newPage();
  await other.goto('/plan');
  const { title, form } = await findForm(page, 0);
  await record(form, { status: 'In progress' });
  await expect(form.getByText('Saved.')).toBeVisible();
  const stale = other.getByRole('form', { name: `Progress of ${title}`, exact: true });
  await record(stale, { status: 'Dropped' });
  await expect(stale.getByRole('alert')).toContainText('another tab');
  await page.reload();
  await expect(form.getByLabel('Status')).toHaveValue('in-progress');
});

test('makes a plan and follows it by keyboard alone', async ({ page }) => {
  await signUp(page);
  await checkIn(page);
  await page.goto('/plan');
  const tabTo = async (target: Locator) => {
    const isFocused = () => target.evaluate((element) => element === document.activeElement);
    for (let presses = 0; presses < 200 && !(await isFocused()); presses += 1)
      await page.keyboard.press('Tab');
    await expect(target).toBeFocused();
  };
  await tabTo(page.getByLabel('Hours per week'));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('12');
  await tabTo(page.getByRole('button', { name: 'Make my plan' }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'In all' }).waitFor();

  const { form } = await findForm(page, 0);
  await tabTo(form.getByLabel('Status'));
  await page.keyboard.press('ArrowDown');
  await tabTo(form.getByRole('button', { name: 'Save step' }));
  await page.keyboard.press('Enter');
  await expect(form.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(form.getByLabel('Status')).toHaveValue('in-progress');
});
