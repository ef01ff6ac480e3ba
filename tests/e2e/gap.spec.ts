import type { Page } from '@playwright/test';
import { loadCareer } from '@/lib/catalogue';
import type { Role } from '@/lib/domain/career/schema';
import { computeNearestRoles } from '@/lib/domain/climb/nearest-roles';
import { computeStanding } from '@/lib/domain/climb/standing';
import { computeTwoSidedLadder, findReachedRung } from '@/lib/domain/climb/two-sided-ladder';
import { describeGapRow, listOpened, sortBySize } from '@/lib/wording/gap-rows';
import { ADMINISTRATOR, checkIn, signUp } from './support/person';
import { expect, test } from './support/test';

const career = loadCareer();
const ratings = { levels: ADMINISTRATOR, also: [], except: [] };
const roleOf = (id: string): Role => {
  const role = career.roleById.get(id);
  if (!role) throw new Error(`The catalogue has no ${id}.`);
  return role;
};

/** The cells of each row as they read with every row closed. */
async function readTable(page: Page): Promise<string[][]> {
  const rows = await page.getByRole('table', { name: 'Gap by skill' }).getByRole('row').all();
  return Promise.all(
    rows.map(async (row) => {
      const cells = await row.getByRole('rowheader').or(row.getByRole('cell')).all();
      return Promise.all(
        cells.map(async (cell) => {
          const summary = cell.locator('summary');
          return (await ((await summary.count()) > 0 ? summary : cell).textContent()) ?? '';
        }),
      );
    }),
  );
}

function expectedTable(role: Role): string[][] {
  return sortBySize(computeStanding(career, { role, ratings }).rows).map((row) => {
    const { name, level, target, summary, missing } = describeGapRow(career, { row, closing: [] });
    return [name, String(level), String(target), missing ? `${summary}; missing: ${missing}` : summary];
  });
}

async function setGoal(page: Page, role: Role) {
  await page.getByLabel('Target role').selectOption({ label: role.title });
  await page.getByRole('button', { name: 'Set as goal' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(role.title);
  await expect(page.getByRole('status').filter({ hasText: `Goal set: ${role.title}.` })).toBeVisible();
}

test('compares with each of the nineteen roles', async ({ page }) => {
  await signUp(page);
  await checkIn(page);
  const options = page.getByLabel('Target role').getByRole('option');
  await expect(options).toHaveText(career.roles.map((role) => role.title));
  for (const role of career.roles) {
    await setGoal(page, role);
    const { readiness } = computeStanding(career, { role, ratings });
    await expect(page.getByText(`Readiness ${readiness}%`, { exact: true })).toBeVisible();
    await expect(page).toHaveTitle(`Gap to ${role.title}, ${readiness} % · Rung`);
    expect((await readTable(page)).slice(1)).toEqual(expectedTable(role));
  }
  await page.goto('/home');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(career.roles.at(-1)?.title ?? '', {
    ignoreCase: true,
  });
});

test('starts from the first goal and counts what was never rated as 0', async ({ page }) => {
  await signUp(page);
  await page.goto('/gap');
  await expect(page.getByLabel('Target role')).toHaveValue('devops-engineer');
  await expect(page.getByText('Readiness 0%', { exact: true })).toBeVisible();
  await expect(page.getByText('0 (not rated)')).toHaveCount(10);
  await expect(page.getByText('by how sure you are')).toHaveCount(0);
});

test('shows a role at an address of its own before it becomes the goal', async ({
  browser,
  page,
  baseURL,
}) => {
  await signUp(page);
  await checkIn(page);
  await setGoal(page, roleOf('devops-engineer'));
  const look = async (on: Page, role: Role) => {
    await on.getByLabel('Target role').selectOption({ label: role.title });
    await on.getByRole('button', { name: 'Look' }).click();
    await expect(on).toHaveURL(`/gap?role=${role.id}`);
    await expect(on.getByRole('heading', { level: 1 })).toHaveText(role.title);
    await expect(on.getByText('Your goal is DevOps engineer.')).toBeVisible();
  };
  await look(page, roleOf('qa-lead'));
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto('/gap');
  await look(plain, roleOf('platform-engineer'));
  await context.close();
});

test('is where the page of a role leads, for a stranger by way of signing in', async ({ page }) => {
  const role = roleOf('site-reliability-engineer');
  const look = async () => {
    await page.goto(`/roles/${role.id}`);
    await page.getByRole('link', { name: 'See it beside your levels' }).click();
  };
  await look();
  await expect(page).toHaveURL(`/sign-in?callbackUrl=${encodeURIComponent(`/gap?role=${role.id}`)}`);
  await signUp(page);
  await checkIn(page);
  await look();
  await expect(page).toHaveURL(`/gap?role=${role.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(role.title);
  expect((await readTable(page)).slice(1)).toEqual(expectedTable(role));
});

test('names the nearest roles, and the rungs with both their sides', async ({ page }) => {
  await signUp(page);
  await checkIn(page);
  const goal = roleOf('devops-engineer');
  // Until a goal is chosen the page says for which role it is shown, and marks none on the ladder.
  await expect(page.getByText(`No goal chosen yet: shown for ${goal.title}.`)).toBeVisible();
  await expect(page.getByRole('table', { name: 'The ladder' }).getByText('Goal')).toHaveCount(0);
  await setGoal(page, goal);
  const { nearest } = computeNearestRoles(career, { goal, ratings, most: 3 });
  const shown = page.getByRole('region', { name: 'Nearest roles' });
  await expect(shown.getByRole('link')).toHaveText(nearest.map(({ role }) => role.title));
  await expect(shown.getByRole('listitem')).toContainText(
    nearest.map(({ readiness, missing }) => `${missing.length} missing${readiness}%`),
  );

  const rungs = computeTwoSidedLadder(career, ratings);
  const ladder = page.getByRole('table', { name: 'The ladder' });
  await expect(ladder.getByRole('rowheader')).toContainText(
    rungs.toReversed().map(({ engineer }) => engineer.role.title),
  );
  const sides = rungs
    .toReversed()
    .flatMap(({ engineer, manager }) => (manager ? [engineer, manager] : [engineer]));
  await expect(ladder.getByRole('link')).toContainText(sides.map(({ percent }) => `${percent}%`));
  await expect(ladder.getByRole('row').filter({ hasText: 'Goal' })).toContainText(goal.title);
  const reached = findReachedRung(rungs);
  await expect(ladder.getByText('You', { exact: false })).toHaveCount(reached ? 1 : 0);

  await shown.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(nearest[0]?.role.title ?? '');
  await expect(page.getByText(`Your goal is ${goal.title}.`)).toBeVisible();
});

test('opens a row to what is missing next by topic, and the steps that close most of it', async ({
  page,
}) => {
  await signUp(page);
  await checkIn(page);
  const standing = computeStanding(career, { role: roleOf('devops-engineer'), ratings });
  const coding = standing.rows.find(({ skill }) => skill.id === 'coding');
  if (!coding) throw new Error('The catalogue has no coding.');
  const opened = listOpened(coding);
  const level = opened[0]?.level ?? 0;
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'Coding', exact: true }) });
  await expect(row.getByText(opened[0]?.text ?? '')).toBeHidden();
  await row.locator('summary').click();
  await expect(row).toContainText(coding.skill.levels[level]?.descriptor ?? '');
  await expect(row.getByRole('definition')).toHaveText(
    coding.topics.flatMap(({ missing }) =>
      missing.filter((one) => one.level === level).map(({ text }) => text),
    ),
  );
  const steps = row.getByRole('listitem').getByRole('link');
  await expect(steps).toHaveCount(2);
  await steps.first().click();
  await expect(page).toHaveURL(/\/steps\//);
});

test('fits one screen at a desk and two on a phone before anything is opened, rated or not', async ({
  page,
}) => {
  const expectToFit = async () => {
    for (const [width, height, most] of [
      [1440, 900, 1],
      [390, 844, 2],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto('/gap');
      const screens = (await page.evaluate(() => document.documentElement.scrollHeight)) / height;
      expect(screens, `screens at ${width} px`).toBeLessThanOrEqual(most);
    }
  };
  await signUp(page);
  await expectToFit();
  await checkIn(page);
  await expectToFit();
});

test('says that a goal was changed in another tab, and takes it at the next press', async ({
  page,
  context,
}) => {
  await signUp(page);
  await checkIn(page);
  const otherTab = await context.newPage();
  await otherTab.goto('/gap');
  const [first, second] = [roleOf('platform-engineer'), roleOf('qa-lead')];
  await setGoal(otherTab, first);

  await page.getByLabel('Target role').selectOption({ label: second.title });
  await page.getByRole('button', { name: 'Set as goal' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'in another tab' });
  await expect(alert).toContainText(first.title);
  await expect(page.getByLabel('Target role')).toHaveValue('qa-lead');
  await page.getByRole('button', { name: 'Set as goal' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(second.title);
  await expect(alert).toBeHidden();
});
