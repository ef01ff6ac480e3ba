import type { Locator, Page } from '@playwright/test';
import {
  ADMINISTRATOR,
  checkIn,
  chooseLevels,
  fillSignIn,
  levelRadio,
  rateOneByOne,
  signOut,
  signUp as signUpAlone,
  skillGroup,
  waitForScript,
} from './support/person';
import { expect, test } from './support/test';

const MOST_TABS = 150;

const save = (page: Page) => page.getByRole('button', { name: 'Save check-in' });
const evidence = (page: Page, skill: string) => skillGroup(page, skill).getByLabel('Evidence');
const sureness = (page: Page, skill: string) => skillGroup(page, skill).getByLabel('How sure are you?');
const note = (page: Page) => page.getByLabel('Note', { exact: true });
const cell = (page: Page, skill: string) =>
  page
    .getByRole('table', { name: 'Gap by skill' })
    .getByRole('row', { name: skill })
    .getByRole('cell')
    .first();

/** Ends on the page with all ten skills. */
async function signUp(page: Page) {
  const account = await signUpAlone(page);
  await page.goto('/rate/all');
  return account;
}

async function type(page: Page) {
  await chooseLevels(page, { coding: 3, coaching: 2, communications: 1 });
  await evidence(page, 'coding').fill('A release in May, “on call” & <since>');
  await sureness(page, 'coding').selectOption('high');
  await note(page).fill('After a year in the team\n日本語');
}

async function expectTyped(page: Page) {
  await expect(levelRadio(page, 'coding', 3)).toBeChecked();
  await expect(levelRadio(page, 'coaching', 2)).toBeChecked();
  await expect(evidence(page, 'coding')).toHaveValue('A release in May, “on call” & <since>');
  await expect(sureness(page, 'coding')).toHaveValue('high');
  await expect(note(page)).toHaveValue('After a year in the team\n日本語');
  await expect(
    skillGroup(page, 'flexibility').getByRole('radio', { name: 'Not rated', exact: true }),
  ).toBeChecked();
}

async function expectCheckIns(page: Page, sentence: RegExp) {
  await page.goto('/home');
  await expect(page.getByText(sentence)).toBeVisible();
}

test('describes each level by its own sentence', async ({ page }) => {
  await signUp(page);
  await expect(page.getByRole('group').filter({ has: page.getByRole('radio') })).toHaveCount(10);
  const coding = skillGroup(page, 'coding');
  await expect(coding.getByRole('radio')).toHaveCount(7);
  const descriptions = new Set<string>();
  for (const radio of await coding.getByRole('radio').all()) {
    const id = await radio.getAttribute('aria-describedby');
    descriptions.add((await page.locator(`[id="${id}"]`).textContent()) ?? '');
  }
  expect(descriptions.size).toBe(7);
  await expect(coding.getByRole('radio', { name: 'Not rated' })).toBeChecked();
});

test('hides the earlier rating until a level is chosen', async ({ page }) => {
  await signUp(page);
  await checkIn(page, { coding: 3 });
  await page.goto('/rate/all');
  const before = skillGroup(page, 'coding').getByText('Before: 3 Independent');
  await expect(before).toBeHidden();
  await levelRadio(page, 'coding', 2).check();
  await expect(before).toBeVisible();
  await skillGroup(page, 'coding').getByRole('radio', { name: 'Not rated', exact: true }).check();
  await expect(before).toBeHidden();
});

/** Presses Tab until something has the focus, and gives up where it is never reached. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const hasFocus = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < MOST_TABS && !(await hasFocus()); presses += 1)
    await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
}

test('rates every skill by keyboard alone', async ({ page }) => {
  await signUp(page);
  await waitForScript(page);
  const notRated = skillGroup(page, 'project-management').getByRole('radio', { name: 'Not rated' });
  await tabTo(page, notRated);
  await page.keyboard.press('4');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(levelRadio(page, 'project-management', 2)).toBeChecked();
  for (let skill = 1; skill < 10; skill += 1) {
    await page.keyboard.press('n');
    await page.keyboard.press('2');
  }
  await expect(levelRadio(page, 'coding', 2)).toBeChecked();
  await page.keyboard.press('p');
  await page.keyboard.press('3');
  await tabTo(page, save(page));
  await page.keyboard.press('Enter');
  await page.waitForURL('/gap?saved=*');
  await expect(cell(page, 'Project management')).toHaveText('2');
  await expect(cell(page, 'Flexibility')).toHaveText('3');
  await expect(cell(page, 'Adaptability')).toHaveText('2');
});

test('takes some skills now and the rest later', async ({ page }) => {
  await signUp(page);
  await checkIn(page, { coding: 3, communications: 2 });
  await page.goto('/rate/all');
  await checkIn(page, { coaching: 1 });
  await expect(cell(page, 'Coding')).toHaveText('3');
  await expect(cell(page, 'Communications')).toHaveText('2');
  await expect(cell(page, 'Coaching')).toHaveText('1');
  await expect(cell(page, 'Flexibility')).toHaveText('0 (not rated)');
});

for (const { title, javaScriptEnabled } of [
  { title: 'with script', javaScriptEnabled: true },
  { title: 'without script', javaScriptEnabled: false },
]) {
  test.describe(title, () => {
    test.use({ javaScriptEnabled });

    test('keeps what was typed when something is wrong, and says what beside it', async ({ page }) => {
      await signUp(page);
      await type(page);
      await evidence(page, 'adaptability').fill('A move to another team');
      await save(page).click();
      await expect(
        skillGroup(page, 'adaptability').getByText('You wrote evidence here: choose a level too'),
      ).toBeVisible();
      await expectTyped(page);
      await expect(evidence(page, 'adaptability')).toHaveValue('A move to another team');
      await levelRadio(page, 'adaptability', 1).check();
      await save(page).click();
      await page.waitForURL('/gap?saved=*');
      await expect(cell(page, 'Adaptability')).toHaveText('1');
    });

    test('asks for a level where nothing was chosen', async ({ page }) => {
      await signUp(page);
      await note(page).fill('Nothing yet');
      await save(page).click();
      const first = page.locator('fieldset').first();
      await expect(first.getByText('Choose a level for at least one skill.')).toBeVisible();
      await expect(note(page)).toHaveValue('Nothing yet');
      await expect(note(page)).not.toHaveAttribute('aria-invalid', 'true');
      await levelRadio(page, 'coaching', 1).check();
      if (javaScriptEnabled) await expect(first.getByText('Choose a level')).toBeHidden();
    });

    test('refuses evidence that is too long and keeps it', async ({ page }) => {
      await signUp(page);
      await type(page);
      await evidence(page, 'coaching').fill('e'.repeat(501));
      await save(page).click();
      await expect(evidence(page, 'coaching')).toHaveAccessibleDescription(/500 characters or fewer/);
      await expect(evidence(page, 'coaching')).toHaveValue('e'.repeat(501));
      await expectTyped(page);
    });

    test('keeps what was typed when the session has ended meanwhile', async ({ page, context }) => {
      const account = await signUp(page);
      await type(page);
      const otherTab = await context.newPage();
      await otherTab.goto('/home');
      await signOut(otherTab);

      await save(page).click();
      await expect(page.getByRole('alert').getByText('You have been signed out')).toBeVisible();
      await expectTyped(page);

      await fillSignIn(otherTab, account);
      await otherTab.waitForURL('/home');
      await save(page).click();
      await page.waitForURL('/gap?saved=*');
      await expect(cell(page, 'Coding')).toHaveText('3');
      await expectCheckIns(page, /^Your first check-in rated 3 skills: the baseline\.$/);
    });

    test('makes one check-in of a form sent twice', async ({ page }) => {
      await signUp(page);
      await chooseLevels(page, { coding: 3, coaching: 1, flexibility: 1 });
      await save(page).dblclick();
      // The second sending may end the first one's navigation, so this looks at where the page comes to rest.
      await expect(page).toHaveURL(/\/gap\?saved=/);
      await expectCheckIns(page, /^Your first check-in rated 3 skills: the baseline\.$/);
    });

    test('saves both of two tabs', async ({ page, context }) => {
      await signUp(page);
      const otherTab = await context.newPage();
      await otherTab.goto('/rate/all');
      await checkIn(page, { coding: 3, coaching: 1 });
      await checkIn(otherTab, { coaching: 2 });
      await expect(cell(otherTab, 'Coding')).toHaveText('3');
      await expect(cell(otherTab, 'Coaching')).toHaveText('2');
      await expectCheckIns(page, /Rose: Coaching 1 to 2/);
    });
  });
}

test('keeps what was typed over a reload and forgets it once saved', async ({ page }) => {
  await signUp(page);
  await type(page);
  await page.reload();
  await expectTyped(page);
  await page.goto('/gap');
  await page.goto('/rate/all');
  await expectTyped(page);
  await save(page).click();
  await page.waitForURL('/gap?saved=*');
  await page.goto('/rate/all');
  await expect(levelRadio(page, 'coding', 3)).not.toBeChecked();
  await expect(note(page)).toHaveValue('');
});

test('keeps what one person typed from the next one at the same browser', async ({ page }) => {
  await signUp(page);
  await type(page);
  await signOut(page);
  await signUp(page);
  await expect(levelRadio(page, 'coding', 3)).not.toBeChecked();
  await expect(note(page)).toHaveValue('');
});

test.describe('over a bad connection', () => {
  test.use({ expectedErrors: /net::ERR_/ });

  test('keeps what was typed while it is lost', async ({ page, context }) => {
    await signUp(page);
    await type(page);
    await context.setOffline(true);
    await save(page).click();
    await expect(page.getByRole('alert').getByText('Rung could not be reached')).toBeVisible();
    await expectTyped(page);
    await context.setOffline(false);
    await save(page).click();
    await page.waitForURL('/gap?saved=*');
    await expectCheckIns(page, /^Your first check-in rated 3 skills: the baseline\.$/);
  });

  test('says that it is saving, and makes one check-in where only the answer was lost', async ({ page }) => {
    await signUp(page);
    await type(page);
    await page.route('/rate/all', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await expect(page.getByRole('status').getByText('Saving…')).toBeVisible();
      await expect(save(page)).toHaveAttribute('aria-disabled', 'true');
      await route.fetch({ maxRedirects: 0 });
      await route.abort('connectionreset');
    });
    await save(page).click();
    await expect(page.getByRole('alert').getByText('Rung could not be reached')).toBeVisible();
    await expectTyped(page);
    await page.unroute('/rate/all');
    await save(page).click();
    await page.waitForURL('/gap?saved=*');
    await expectCheckIns(page, /^Your first check-in rated 3 skills: the baseline\.$/);
  });
});

// One skill at a time.

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const row = (page: Page, name: string) =>
  page.getByRole('table', { name: 'This check-in' }).getByRole('row', { name });

for (const { title, javaScriptEnabled } of [
  { title: 'one at a time, with script', javaScriptEnabled: true },
  { title: 'one at a time, without script', javaScriptEnabled: false },
]) {
  test.describe(title, () => {
    test.use({ javaScriptEnabled });

    test('leads through ten skills to the check-in, and says what it did', async ({ page }) => {
      await signUpAlone(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rate 1 of 10');
      await rateOneByOne(page, { ...ADMINISTRATOR });
      await expect(row(page, 'Coding')).toContainText('1 Novice');
      await note(page).fill('The first');
      await save(page).click();
      await page.waitForURL('/gap?saved=*');
      await expect(page.getByText(/Your first check-in is saved: \d+ skills? rated\./)).toBeVisible();
      await expect(cell(page, 'Coding')).toHaveText('1');
      await expectCheckIns(page, /^Your first check-in rated 10 skills: the baseline\.$/);
    });

    test('keeps what was entered after leaving, in another tab too, and goes back', async ({
      page,
      context,
    }) => {
      await signUpAlone(page);
      await levelRadio(page, 'project-management', 2).check();
      await button(page, 'Next').click();
      await levelRadio(page, 'coding', 3).check();
      await evidence(page, 'coding').fill('A release');
      await button(page, 'Back').click();
      await expect(levelRadio(page, 'project-management', 2)).toBeChecked();
      await page.goto('/gap');
      const otherTab = await context.newPage();
      await otherTab.goto('/rate?skill=coding');
      await expect(levelRadio(otherTab, 'coding', 3)).toBeChecked();
      await expect(evidence(otherTab, 'coding')).toHaveValue('A release');
      await button(otherTab, 'Review').click();
      await expect(row(otherTab, 'Project management')).toContainText('2 Assisted');
      await otherTab.goto('/rate/all');
      await expect(levelRadio(otherTab, 'coding', 3)).toBeChecked();
    });

    test('stores what is ticked beside a level, and says so', async ({ page }) => {
      await signUpAlone(page);
      await page.goto('/rate?skill=coding');
      await levelRadio(page, 'coding', 2).check();
      const group = skillGroup(page, 'coding');
      await group.getByText('of 6 at level 3 already').locator('visible=true').click();
      const boxes = group.getByRole('checkbox');
      await expect(boxes).toHaveCount(12);
      await expect(group.getByRole('checkbox', { checked: true })).toHaveCount(6);
      await boxes.first().uncheck();
      await boxes.last().check();
      if (javaScriptEnabled)
        await expect(group.getByText('5 of 6 at level 2, 1 of 6 at level 3 already')).toBeVisible();
      await button(page, 'Review').click();
      await expect(row(page, 'Coding')).toContainText('1 of it not yet, 1 above it already');
      await save(page).click();
      await save(page).click();
      await page.waitForURL('/gap?saved=*');
      await page.goto('/rate?skill=coding');
      await levelRadio(page, 'coding', 2).check();
      await expect(group.getByText('5 of 6 at level 2, 1 of 6 at level 3 already')).toBeVisible();
    });

    test('begins a later check-in from no change, and hides the earlier level', async ({ page }) => {
      await signUpAlone(page);
      await checkIn(page, { coding: 3 });
      await page.goto('/rate/review');
      await expect(page.getByText(/^Saved \d/)).toBeVisible();
      await expect(page.getByRole('link', { name: 'Correct it' })).toBeVisible();
      await page.goto('/rate?skill=coding');
      const notRated = skillGroup(page, 'coding').getByRole('radio', { name: 'Not rated', exact: true });
      await expect(notRated).toBeChecked();
      await expect(notRated).toHaveAccessibleDescription(/^Not this time\. No change since /);
      await expect(page.getByText('Before: 3 Independent')).toBeHidden();
      await levelRadio(page, 'coding', 5).check();
      await expect(page.getByText('Before: 3 Independent')).toBeVisible();
      await expect(page.getByText('That is two levels or more above last time.')).toBeVisible();
      // What is asked for is one can-do: of the chosen level the one that rests on most others.
      await expect(page.getByText(/What shows this most: “You .+”\?/).locator('visible=true')).toHaveCount(1);
      await button(page, 'Skip').click();
      await expect(skillGroup(page, 'server-administration')).toBeVisible();
      await page.goto('/rate/review');
      await expect(row(page, 'Coding')).toContainText('No change since');
    });

    test('refuses evidence without a level and keeps it, and Enter leads nowhere by accident', async ({
      page,
    }) => {
      await signUpAlone(page);
      await page.goto('/rate?skill=coding');
      await evidence(page, 'coding').fill('A release');
      await evidence(page, 'coding').press('Enter');
      await expect(page).toHaveURL(/skill=coding$/);
      await button(page, 'Next').click();
      await expect(page.getByText('You wrote evidence here: choose a level too')).toBeVisible();
      await expect(evidence(page, 'coding')).toHaveValue('A release');
      await levelRadio(page, 'coding', 1).check();
      await button(page, 'Next').click();
      await expect(skillGroup(page, 'server-administration')).toBeVisible();
    });
  });
}

test('goes from skill to skill by keyboard', async ({ page }) => {
  await signUpAlone(page);
  await tabTo(page, skillGroup(page, 'project-management').getByRole('radio', { name: 'Not rated' }));
  await page.keyboard.press('2');
  await page.keyboard.press('n');
  await expect(skillGroup(page, 'coding').getByRole('radio', { name: 'Not rated' })).toBeFocused();
  await page.keyboard.press('3');
  await page.keyboard.press('p');
  await expect(levelRadio(page, 'project-management', 2)).toBeFocused();
  await page.goto('/rate/review');
  await expect(row(page, 'Coding')).toContainText('3 Independent');
});

test('keeps what was chosen and not sent yet over a reload', async ({ page }) => {
  await signUpAlone(page);
  await page.goto('/rate?skill=coding');
  await levelRadio(page, 'coding', 3).check();
  await evidence(page, 'coding').fill('A release');
  await page.reload();
  await expect(levelRadio(page, 'coding', 3)).toBeChecked();
  await expect(evidence(page, 'coding')).toHaveValue('A release');
});

for (const viewport of [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
]) {
  test(`shows each skill, and the whole check-in, in 1.3 screenfuls at ${viewport.width} px`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await signUpAlone(page);
    await checkIn(page);
    const tall: string[] = [];
    const skills = Object.keys(ADMINISTRATOR).map((skill) => `/rate?skill=${skill}`);
    for (const address of [...skills, '/rate/review']) {
      await page.goto(address);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      if (height > 1.3 * viewport.height) tall.push(`${address} ${height}`);
    }
    expect(tall).toEqual([]);
  });
}

test('offers levels of a size that a finger hits', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signUpAlone(page);
  await page.goto('/rate?skill=coding');
  const sizes = await page
    .getByRole('radio', { name: /^(\d|Not rated)/ })
    .evaluateAll((radios) => radios.map((radio) => radio.getBoundingClientRect()))
    .then((boxes) => boxes.map(({ width, height }) => Math.min(width, height)));
  expect(sizes.length).toBeGreaterThan(5);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
});
