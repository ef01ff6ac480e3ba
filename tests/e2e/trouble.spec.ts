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
  await page.goto('/rate/all');
  await chooseLevels(page, { coding: 3, coaching: 2, flexibility: 2 });
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
  test.use({ expectedErrors: /status of 500|Server Components render|React error #441/ });

  test('answers with a sentence and no trace, and works again when tried again', async ({ page, server }) => {
    const { email } = await signUp(page);
    const setSettings = (settings: string) =>
      server.database.execute({
        sql: 'update person set settings = ? where email = ?',
        args: [settings, email],
      });
    await setSettings('[]');
    const answer = await page.goto('/plan');
    expect(answer?.status()).toBe(500);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rung could not show this page');
    expect(await page.content()).not.toMatch(/TypeError|node_modules|\.ts:/);
    const id = answer?.headers()['x-request-id'] ?? 'none';
    await expect(page.getByText('this number')).toContainText(id);
    const readLog = () => {
      const lines = server.output().split('\n').slice(0, -1);
      return lines.filter((line) => line.includes(id)).map((line) => JSON.parse(line));
    };
    // A log line may arrive after the answer that it is about.
    const request = expect.objectContaining({ route: '/plan', status: 500, requestId: id });
    await expect.poll(readLog).toContainEqual(request);
    await expect
      .poll(readLog)
      .toContainEqual(expect.objectContaining({ level: 'error', error: expect.anything() }));
    expect(server.output()).not.toContain(email);

    await setSettings('{}');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText('Your plan will stand here once you press Make my plan.')).toBeVisible();
  });
});

test('says where sign-up is closed, and takes no account', async ({ page }) => {
  const closed = await startOwnServer({ SIGN_UP: 'closed' });
  try {
    await page.goto(`${closed.origin}/sign-up`);
    await expect(page.getByText('New accounts are closed on this server.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Create account' })).toHaveCount(0);
  } finally {
    // A page still loads ahead what its links lead to.
    await page.close();
    await closed.stop();
  }
});
