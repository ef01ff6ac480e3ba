import type { Page } from '@playwright/test';
import { loadCareer } from '@/lib/catalogue';
import type { Role } from '@/lib/domain/catalogue';
import { computeGap, computeNearestRoles, findNeighbourRungs } from '@/lib/domain/gap';
import { ADMINISTRATOR, checkIn, signUp } from './support/person';
import { expect, test } from './support/test';

const career = loadCareer();
const levels = ADMINISTRATOR;

async function readTable(page: Page): Promise<string[][]> {
  const rows = await page.getByRole('table', { name: 'Gap by skill' }).getByRole('row').all();
  return Promise.all(
    rows.map((row) => row.getByRole('rowheader').or(row.getByRole('cell')).allTextContents()),
  );
}

function expectedTable(role: Role): string[][] {
  const { rows } = computeGap(career, { role, levels });
  return rows.map((row) => [row.skill.name, String(row.level), String(row.target), String(row.gap)]);
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
    const { readiness } = computeGap(career, { role, levels });
    await expect(page.getByText(`Readiness ${readiness}%`, { exact: true })).toBeVisible();
    expect((await readTable(page)).slice(1)).toEqual(expectedTable(role));
  }
  await page.goto('/home');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(career.roles.at(-1)?.title ?? '');
});

test('starts from the first goal and counts what was never rated as 0', async ({ page }) => {
  await signUp(page);
  await page.goto('/gap');
  await expect(page.getByLabel('Target role')).toHaveValue('devops-engineer');
  await expect(page.getByText('Readiness 0%', { exact: true })).toBeVisible();
  await expect(page.getByText('0 (not rated)')).toHaveCount(10);
});

test('names the nearest roles, the rungs beside and what each lacks', async ({ page }) => {
  await signUp(page);
  await checkIn(page);
  const goal = career.roleById.get('devops-engineer');
  if (!goal) throw new Error('The catalogue has no devops-engineer.');
  const { nearest, met } = computeNearestRoles(career, { goal, levels });
  const shown = page.getByRole('region', { name: 'Nearest roles' });
  await expect(shown.getByRole('link')).toHaveText(nearest.slice(0, 3).map((gap) => gap.role.title));
  expect(nearest.slice(0, 3).flatMap(({ rows }) => rows.filter(({ gap }) => gap > 0)).length).toBeGreaterThan(
    0,
  );
  for (const gap of nearest.slice(0, 3)) {
    const item = shown.getByRole('listitem').filter({ hasText: gap.role.title });
    await expect(item).toContainText(`${gap.readiness}%`);
    for (const row of gap.rows.filter((one) => one.gap > 0))
      await expect(item).toContainText(`${row.skill.name} +${row.gap}`);
  }
  for (const gap of met) await expect(shown).toContainText(gap.role.title);

  const { below, above } = findNeighbourRungs(career, goal);
  await expect(page.getByRole('region', { name: 'One rung away' }).getByRole('link')).toHaveText([
    above?.title ?? '',
    below?.title ?? '',
  ]);
  await shown.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(nearest[0]?.role.title ?? '');
  await expect(page.getByText(`Your goal is ${goal.title}.`)).toBeVisible();
});

test('says what the next level of each gap looks like and which steps lead there', async ({ page }) => {
  await signUp(page);
  await checkIn(page);
  const coding = career.skillById.get('coding');
  const next = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: /^Coding: from 1 to 2/ }) });
  await expect(next).toContainText(coding?.levels[2]?.descriptor ?? '');
  await expect(next.getByRole('listitem')).not.toHaveCount(0);
});

test('says that a goal was changed in another tab, and takes it at the next press', async ({
  page,
  context,
}) => {
  await signUp(page);
  await checkIn(page);
  const otherTab = await context.newPage();
  await otherTab.goto('/gap');
  const [first, second] = ['platform-engineer', 'qa-lead'].map((id) => career.roleById.get(id));
  if (!first || !second) throw new Error('The catalogue lacks a role.');
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
