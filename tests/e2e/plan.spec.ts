import type { Locator, Page } from '@playwright/test';
import { dayIn } from './support/days';
import { checkIn, editFirstStep, fillSignIn, makePlan, planRow, signOut, signUp } from './support/person';
import { expect, test } from './support/test';

const makeButton = (page: Page) => page.getByRole('button', { name: 'Make my plan' });
const settings = (page: Page) => page.getByRole('main').getByText('Settings', { exact: true });

const SETTINGS = {
  'Hours per week': '12',
  'Steps at once': '2',
  Budget: '15000',
  'Start date': dayIn(30),
  Deadline: dayIn(2000),
};

async function fillSettings(page: Page, entries: Readonly<Record<string, string>> = SETTINGS) {
  for (const [label, value] of Object.entries(entries))
    await page.getByLabel(label, { exact: true }).fill(value);
}

/** Before a first plan most settings are folded away. */
async function openMoreSettings(page: Page) {
  await page.getByText('More settings').click();
}

async function expectSettings(page: Page, entries: Readonly<Record<string, string>>) {
  for (const [label, value] of Object.entries(entries))
    await expect(page.getByLabel(label, { exact: true })).toHaveValue(value);
}

async function expectPlan(page: Page) {
  await expect(page.getByRole('list', { name: 'Now' })).toBeVisible();
}

const BAD: readonly [label: string, value: string, sentence: RegExp][] = [
  ['Hours per week', '', /whole hours per week/],
  ['Hours per week', 'ten', /whole hours per week/],
  ['Hours per week', '200', /at most 80 hours/],
  ['Steps at once', '0', /at least 1 step/],
  ['Budget', 'plenty', /budget as a number/],
  ['Start date', '', /YYYY-MM-DD/],
  ['Start date', '0026-01-01', /between 2000 and 2100/],
  ['Deadline', '2001-01-01', /after the start date/],
];

for (const { title, javaScriptEnabled } of [
  { title: 'with script', javaScriptEnabled: true },
  { title: 'without script', javaScriptEnabled: false },
]) {
  test.describe(title, () => {
    test.use({ javaScriptEnabled });

    test('says beside each field what is wrong with it, and loses nothing', async ({ page }) => {
      await signUp(page);
      await checkIn(page);
      await page.goto('/plan');
      await openMoreSettings(page);
      await page.getByLabel('Currency').selectOption('EUR');
      await page.getByLabel('Optimise for').selectOption({ label: 'Cheapest' });
      await page.getByLabel('I work in IT, operations or software development now').check();
      await page.getByRole('group', { name: 'Leave out' }).getByLabel('Degree').check();
      for (const [label, value, sentence] of BAD) {
        await fillSettings(page, { ...SETTINGS, [label]: value });
        await makeButton(page).click();
        const field = page.getByLabel(label, { exact: true });
        await expect(field).toHaveAccessibleDescription(sentence);
        await expect(field).toHaveAttribute('aria-invalid', 'true');
        await expectSettings(page, { ...SETTINGS, [label]: value });
      }
      await expect(page.getByLabel('Currency')).toHaveValue('EUR');
      await expect(page.getByLabel('Optimise for')).toHaveValue('cheapest');
      await expect(page.getByLabel('I work in IT, operations or software development now')).toBeChecked();
      await expect(page.getByRole('group', { name: 'Leave out' }).getByLabel('Degree')).toBeChecked();

      await fillSettings(page);
      await makeButton(page).click();
      await expect(page.locator('#plan')).toBeFocused();
      await expect(page.getByText('Nothing was saved yet')).toBeHidden();
      await page.getByRole('radio', { name: 'Degree', exact: true }).check({ force: true });
      await expect(page.getByText(/chose to leave out degrees/)).toBeVisible();
      await settings(page).click();
      await expectSettings(page, SETTINGS);
    });

    test('says why limits leave no plan, and makes the one that is nearest', async ({ page }) => {
      await signUp(page);
      await checkIn(page);
      await page.goto('/plan');
      const tooSoon = { ...SETTINGS, Deadline: dayIn(40) };
      await openMoreSettings(page);
      await fillSettings(page, tooSoon);
      await makeButton(page).click();
      const alert = page.getByRole('alert').filter({ hasText: 'With these settings there is no plan' });
      await expect(alert).toContainText(/deadline/i);
      await expect(alert.getByText(/^With time until .* this is the plan$/)).toBeVisible();
      await expect(alert.getByText(/It begins on .* with /)).toBeVisible();
      // The reason is what one is brought to, not the middle of a long plan.
      await expect(alert.getByText('With these settings there is no plan').first()).toBeInViewport();
      await alert.getByText(/^With time until .* this is the plan$/).click();
      await expect(alert.getByRole('listitem').last()).toBeVisible();
      await expectSettings(page, tooSoon);
      await alert.getByRole('button', { name: /deadline/i }).click();
      await expectPlan(page);
      await expect(alert).toBeHidden();
    });

    test('keeps the settings typed when the session has ended meanwhile', async ({ page, context }) => {
      const account = await signUp(page);
      await checkIn(page);
      await page.goto('/plan');
      await openMoreSettings(page);
      await fillSettings(page);
      const otherTab = await context.newPage();
      await otherTab.goto('/home');
      await signOut(otherTab);
      await makeButton(page).click();
      if (javaScriptEnabled) {
        await expect(page.getByRole('alert').getByText('You have been signed out')).toBeVisible();
        await expectSettings(page, SETTINGS);
      } else await expect(page.getByRole('heading', { name: 'You have been signed out' })).toBeVisible();
      await fillSignIn(otherTab, account);
      await otherTab.waitForURL('/home');
      if (javaScriptEnabled) await makeButton(page).click();
      else await page.reload();
      await expectPlan(page);
      await page.goto('/plan');
      await settings(page).click();
      await expectSettings(page, SETTINGS);
    });

    test('saves how a step stands with its evidence and note, and says what is wrong with the hours', async ({
      page,
    }) => {
      await signUp(page);
      await checkIn(page);
      await makePlan(page);
      const step = await editFirstStep(page);
      await step.getByLabel('Status').selectOption({ label: 'In progress' });
      await step.getByLabel('Hours spent').fill('many');
      await step.getByRole('button', { name: 'Save step' }).click();
      await expect(step.getByLabel('Hours spent')).toHaveAccessibleDescription(/Give the hours as a number/);
      await expect(step.getByLabel('Hours spent')).toHaveValue('many');
      await expect(step.getByLabel('Status')).toHaveValue('in-progress');

      await step.getByLabel('Hours spent').fill('7.5');
      await step.getByText('Dates, evidence and note').click();
      await step.getByLabel('Evidence').fill('https://example.org/a?b=c&d="e"');
      await step.getByLabel('Note').fill('One line,\nand another.');
      await step.getByRole('button', { name: 'Save step' }).click();
      await expect(planRow(page).getByText('Saved. In progress: 7.5 of')).toBeVisible();
      await editFirstStep(page);
      await expectStep(step, { status: 'in-progress', hours: '7.5' });
      await expect(step.getByLabel('Started on')).toHaveValue(/^\d{4}-\d\d-\d\d$/);
      await expect(step.getByLabel('Evidence')).toHaveValue('https://example.org/a?b=c&d="e"');
      await expect(step.getByLabel('Note')).toHaveValue('One line,\nand another.');
    });

    test('answers a conflict where a step was changed in another tab', async ({ page, context }) => {
      await signUp(page);
      await checkIn(page);
      await makePlan(page);
      const otherTab = await context.newPage();
      await otherTab.goto('/plan');
      const here = await editFirstStep(page);
      const there = await editFirstStep(otherTab);
      await there.getByLabel('Hours spent').fill('3');
      await there.getByRole('button', { name: 'Save step' }).click();
      await expect(planRow(otherTab).getByText('Saved. To do: 3 of')).toBeVisible();

      await here.getByLabel('Status').selectOption('done');
      await here.getByLabel('Hours spent').fill('9');
      await here.getByRole('button', { name: 'Save step' }).click();
      const alert = here.getByRole('alert');
      await expect(alert).toContainText('in another tab');
      await expect(alert).toContainText('To do, 3 hours spent');
      await expectStep(here, { status: 'done', hours: '9' });
      await here.getByRole('button', { name: 'Save step' }).click();
      await expect(planRow(page).getByText('Saved. Done: 1 of')).toBeVisible();
      await expect(alert).toBeHidden();
      await editFirstStep(page);
      await expectStep(here, { status: 'done', hours: '9' });
    });

    test('says where a step went that its form, or taking that back, moves to another list', async ({
      page,
    }) => {
      await signUp(page);
      await checkIn(page);
      await makePlan(page);
      const next = page.getByRole('list', { name: /^(Next|Later)$/ }).locator('.plan-row[data-kind]');
      const id = await next.last().getAttribute('id');
      const row = page.locator(`[id="${id}"]`);
      const answer = row.getByRole('group', { name: /^Saved: / });
      for (const status of ['in-progress', 'done', 'dropped', 'todo']) {
        await page.goto(`/plan?edit=${id}`);
        await row.getByLabel('Status').selectOption(status);
        await row.getByRole('button', { name: 'Save step' }).click();
        await expect(answer).toContainText('Saved.');
        await expect(answer).toBeInViewport();
      }
      await page.goto(`/plan?edit=${id}`);
      await row.getByRole('button', { name: 'Undo last change' }).click();
      const undone = row.getByRole('group', { name: /^Undone: / });
      await expect(undone).toContainText('Undone: Dropped.');
      await expect(undone).toBeInViewport();
      await expect(answer).toHaveCount(0);
    });

    test('answers a conflict where the settings were changed in another tab', async ({ page, context }) => {
      await signUp(page);
      await checkIn(page);
      await page.goto('/plan');
      const otherTab = await context.newPage();
      await otherTab.goto('/plan');
      await otherTab.getByLabel('Hours per week').fill('20');
      await makeButton(otherTab).click();
      await expectPlan(otherTab);

      await page.getByLabel('Hours per week').fill('15');
      await makeButton(page).click();
      const alert = page.getByRole('alert').filter({ hasText: 'in another tab' });
      await expect(alert).toContainText('20 hours a week');
      await expect(page.getByLabel('Hours per week')).toHaveValue('15');
      await makeButton(page).click();
      await expect(alert).toBeHidden();
      await expectPlan(page);
      await page.goto('/plan');
      await settings(page).click();
      await expect(page.getByLabel('Hours per week')).toHaveValue('15');
    });
  });
}

async function expectStep(step: Locator, { status, hours }: { status: string; hours: string }) {
  await expect(step.getByLabel('Status')).toHaveValue(status);
  await expect(step.getByLabel('Hours spent')).toHaveValue(hours);
}

test('shows why each step is there, and what leaving it out would cost', async ({ page }) => {
  await signUp(page);
  await checkIn(page);
  await makePlan(page);
  const step = planRow(page);
  await step.locator('summary').first().click();
  await expect(step.getByText(/^(It|Later)/).first()).toBeVisible();
  await step.getByRole('link', { name: 'Why this step?' }).click();
  await expect(step.getByText(/^Without it/)).toBeVisible();
  await expect(step.getByRole('heading', { name: 'Why this step?' })).toBeFocused();
});

test('prices a step left out as the plan that it leads to does', async ({ page }) => {
  await signUp(page);
  await checkIn(page);
  await makePlan(page);
  const id = await planRow(page).getAttribute('id');
  await page.goto(`/plan?without=${id}#why`);
  const told = await page.getByText(/^Without it.*: .*\(estimates\)/).textContent();
  const [, figures = ''] = /^Without it.*?: (.*?)(?:, with(?:out)? .*)? \(estimates\)/.exec(told ?? '') ?? [];
  await page.getByRole('link', { name: 'See the plan without it' }).click();
  await expect(page.getByRole('heading', { name: 'What if' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(figures);
});

test('plans from 0 for someone who has not rated, and writes dates as the browser’s country does', async ({
  page,
}) => {
  await signUp(page);
  await page.goto('/plan');
  await expect(page.getByText('You have not rated a skill yet')).toBeVisible();
  await makeButton(page).click();
  await expectPlan(page);

  const start = new Date(await page.getByLabel('Start date').inputValue());
  for (const country of ['en-GB', 'en-US', 'en-CA']) {
    const answer = await page.request.get('/plan', { headers: { 'accept-language': `${country},en;q=0.5` } });
    const day = start.toLocaleDateString(country, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    });
    expect(await answer.text()).toContain(day);
  }
});

test('says that a plan is for another goal once the goal has changed, and what that would change', async ({
  page,
}) => {
  await signUp(page);
  await checkIn(page);
  await makePlan(page);
  await page.goto('/gap');
  await page.getByLabel('Target role').selectOption('qa-lead');
  await page.getByRole('button', { name: 'Set as goal' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'QA' })).toBeVisible();
  await page.goto('/plan');
  await expect(page.getByText('This plan is for DevOps engineer')).toBeVisible();

  await settings(page).click();
  await page.getByRole('button', { name: 'Compare first' }).click();
  await expect(page.getByText('Changed: the goal QA lead.')).toBeVisible();
  await expect(page.getByText(/^Compared with your plan: /)).toBeVisible();
  await page.getByRole('link', { name: 'Keep mine' }).click();
  await expect(page.getByText('This plan is for DevOps engineer')).toBeVisible();
});

test('plans with a step of one’s own', async ({ page }) => {
  await signUp(page);
  await checkIn(page);
  await makePlan(page);
  await page.getByRole('link', { name: '+ Step' }).click();
  await page.getByLabel('Title').fill('Pairing with Grace');
  await page.getByLabel('Hours', { exact: true }).fill('5');
  await page.getByLabel('Weeks, at least').fill('2');
  await expect(page.getByText('About 3 hours a week')).toBeVisible();
  await page.getByLabel('Weeks, at least').fill('1');
  await page.getByLabel('Skill 1', { exact: true }).selectOption({ label: 'Coding' });
  await page.getByLabel('From level (skill 1)').selectOption({ value: '2' });
  await expect(page.getByLabel('To level (skill 1)')).toHaveValue('3');
  await page.getByLabel('From level (skill 1)').selectOption({ value: '1' });
  await page.getByLabel('To level (skill 1)').selectOption({ value: '2' });
  await page.getByRole('button', { name: 'Add step' }).click();
  await expect(page.getByRole('heading', { name: 'Pairing with Grace' })).toBeVisible();
  await page.getByRole('link', { name: 'See the plan with it pinned' }).click();
  await page.getByRole('button', { name: 'Take it' }).click();
  await expect(page.getByText('Pairing with Grace').first()).toBeAttached();
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
  await expect(page.locator('#plan')).toBeFocused();
  await expect(
    page.getByRole('status').filter({ hasText: /^Your plan is made: \d+ steps, finish / }),
  ).toBeVisible();

  const row = planRow(page);
  await tabTo(row.getByRole('button', { name: 'Start', exact: true }));
  await page.keyboard.press('Enter');
  await expect(row.getByText(/^Started/)).toBeVisible();
  const saved = row.getByRole('group', { name: /^(Saved|Undone): / });
  await expect(saved).toBeFocused();
  await expect(saved).toHaveAccessibleDescription(/^Started\. Planned to /);
  await tabTo(row.getByRole('button', { name: 'Log hours' }));
  await page.keyboard.press('Enter');
  const hours = page.getByLabel('Hours to add');
  await expect(hours).toBeFocused();
  await page.keyboard.type('2.5');
  await page.keyboard.press('Enter');
  await expect(row.getByText(/^2\.5 of \d+ hours so far/)).toBeVisible();
  await expect(saved).toHaveAccessibleDescription(/^2\.5 of \d+ hours so far/);
  // The way back is the first thing after what was said, of every act, and stands there once. The row may move to another list.
  const id = await row.getAttribute('id');
  const moved = page.locator(`[id="${id}"]`);
  const answer = moved.getByRole('group', { name: /^Saved: / });
  for (const act of ['Done', 'Drop']) {
    if (act === 'Drop') {
      await tabTo(moved.getByRole('button', { name: 'More', exact: true }));
      await page.keyboard.press('Enter');
    }
    await tabTo(moved.getByRole('button', { name: act, exact: true }));
    await page.keyboard.press('Enter');
    await expect(answer).toHaveAccessibleDescription(act === 'Done' ? /^1 of \d+ done/ : /^Dropped\./);
    await expect(answer).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(moved.getByRole('button', { name: 'Undo', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    const undone = moved.getByRole('group', { name: /^Undone: / });
    await expect(undone).toBeFocused();
    await expect(undone).toHaveAccessibleDescription('Undone: In progress.');
    await expect(answer).toHaveCount(0);
  }
  await page.reload();
  await expect(row).toContainText('2.5 of');
});

test('leads the focus to what the menu of a step opens, and names it', async ({ page }) => {
  await signUp(page);
  await checkIn(page);
  await makePlan(page);
  // Moved, it leaves the list in which it stood.
  const id = await page
    .getByRole('list', { name: 'Now' })
    .locator('.plan-row[data-kind]')
    .last()
    .getAttribute('id');
  const row = page.locator(`[id="${id}"]`);
  const opened: readonly [act: string, target: Locator][] = [
    ['Swap', row.getByRole('group', { name: /^Swap: / })],
    ['Leave out', row.getByRole('group', { name: /^Leave out: / })],
    ['Move', row.getByLabel('Begin in the week of')],
  ];
  for (const [act, target] of opened) {
    await row.getByRole('button', { name: 'More', exact: true }).click();
    await row.getByRole('button', { name: act, exact: true }).press('Enter');
    await expect(target).toBeFocused();
    // The same by its address alone.
    await page.reload();
    await expect(target).toBeFocused();
  }
  // The day that is offered is one that is taken.
  await row.getByRole('button', { name: 'Move it' }).click();
  await expect(row.getByRole('group', { name: /^(Saved|Undone): / })).toHaveAccessibleDescription(/^Moved: /);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`the acts of a row ${javaScriptEnabled ? 'with' : 'without'} script`, () => {
    test.use({ javaScriptEnabled });

    test('start, log hours, finish and take back, each answered where it was pressed', async ({ page }) => {
      await signUp(page);
      await checkIn(page);
      await makePlan(page);
      await page.goto('/plan');
      const id = await planRow(page).getAttribute('id');
      const row = page.locator(`[id="${id}"]`);
      const press = (name: string) => row.getByRole('button', { name, exact: true }).click();
      await press('Start');
      await expect(row.getByText(/^Started/)).toBeVisible();
      await press('Log hours');
      await page.getByLabel('Hours to add').fill('some');
      await page.getByRole('button', { name: 'Add hours' }).click();
      await expect(page.getByLabel('Hours to add')).toHaveAccessibleDescription(/as a number/);
      await page.getByLabel('Hours to add').fill('3');
      await page.getByRole('button', { name: 'Add hours' }).click();
      await expect(row.getByText(/^3 of \d+ hours so far/)).toBeVisible();
      await press('Done');
      await expect(row.getByText(/^1 of \d+ done/)).toBeVisible();
      await expect(row.getByRole('link', { name: /^Rate .* now\?$/ })).toBeVisible();
      await press('Undo');
      await expect(row.getByText('Undone: In progress.')).toBeVisible();
      await press('More');
      await press('Drop');
      await expect(row.getByText('Dropped. Nothing else was changed.')).toBeVisible();
      await press('Undo');
      await expect(row.getByText('Undone: In progress.')).toBeVisible();
    });
  });
}

test('shows one kind of step at a time, and says why there is none of a kind', async ({ page }) => {
  await signUp(page);
  await checkIn(page);
  await makePlan(page);
  const all = await page.locator('.plan-row[data-kind]').count();
  for (const name of ['Degree', 'Certification', 'Entry role', 'Courses', 'Projects', 'Practice']) {
    await page.getByRole('radio', { name, exact: true }).check({ force: true });
    const shown = await page.locator('.plan-row[data-kind]:visible').count();
    expect(shown).toBeLessThan(all);
    if (shown === 0) await expect(page.locator('.kind-filter [data-none]:visible')).toHaveText(/\.$/);
  }
  await page.getByRole('radio', { name: 'All', exact: true }).check({ force: true });
  await expect(planRow(page)).toBeVisible();
});

test('is followed by single keys, which leave fields alone', async ({ page }) => {
  await signUp(page);
  await checkIn(page);
  await makePlan(page);
  await page.goto('/plan');
  await expect(page.getByRole('list', { name: 'Now' })).toBeVisible();
  await page.locator('#plan').evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('j');
  const row = planRow(page);
  await expect(row.locator('summary').first()).toBeFocused();
  await page.keyboard.press('s');
  await expect(row.getByText(/^Started/)).toBeVisible();
  await page.keyboard.press('h');
  const hours = page.getByLabel('Hours to add');
  await expect(hours).toBeFocused();
  await page.keyboard.type('d1');
  await expect(hours).toHaveValue('d1');
});
