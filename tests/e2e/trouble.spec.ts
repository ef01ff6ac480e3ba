import { randomUUID } from 'node:crypto';
import { type OwnServer, startOwnServer } from './support/own-server';
import { chooseLevels, levelRadio, signUp } from './support/person';
import { test as base, expect } from './support/test';

// What only a server of its own may go through.

const test = base.extend<object, { server: OwnServer }>({
  server: [
    async ({ browserName: _ }, use) => {
      const server = await startOwnServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.origin),
});

test('says that nothing was saved while the database takes no writes, and saves at the next press', async ({
  page,
  server,
}) => {
  await signUp(page);
  await chooseLevels(page, { coding: 3 });
  await page.getByLabel('Note', { exact: true }).fill('Kept');
  const lock = await server.database.transaction('write');
  try {
    await page.getByRole('button', { name: 'Save check-in' }).click();
    const alert = page.getByRole('alert').filter({ hasText: /database/i });
    await expect(alert).toBeVisible();
    await expect(alert).not.toContainText(/SQLITE|Error|at /);
    await expect(levelRadio(page, 'coding', 3)).toBeChecked();
    await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Kept');
  } finally {
    await lock.rollback();
    lock.close();
  }
  await page.getByRole('button', { name: 'Save check-in' }).click();
  await page.waitForURL('/gap?saved=*');
});

test.describe('a page that fails', () => {
  test.use({ expectedErrors: [/status of 500/, /Server Components render/] });

  test('answers with a sentence and no trace, and works again when tried again', async ({ page, server }) => {
    const { email } = await signUp(page);
    const saveGoal = (role: string, preferences: string | null) =>
      server.database.execute({
        sql: `insert into goal (person_id, id, career, role, preferences, holdings, set_at)
          select id, ?, 'devops', ?, ?, '[]', ? from person where email = ?`,
        args: [randomUUID(), role, preferences, new Date().toISOString(), email],
      });
    await saveGoal('qa-lead', '{ broken');
    const answer = await page.goto('/gap');
    expect(answer?.status()).toBe(500);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rung could not show this page');
    expect(await page.content()).not.toMatch(/JSON|SyntaxError|node_modules|\.ts:/);

    await saveGoal('data-analyst', null);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Data Analyst');
  });
});

test('says where sign-up is closed, and takes no account', async ({ page }) => {
  const closed = await startOwnServer({ SIGN_UP: 'closed' });
  try {
    await page.goto(`${closed.origin}/sign-up`);
    await expect(page.getByText('New accounts are closed on this server.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Create account' })).toHaveCount(0);
  } finally {
    await closed.stop();
  }
});
