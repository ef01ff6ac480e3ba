import { checkIn, fillSignIn, inventAccount, makePlan, signIn, signOut, signUp } from './support/person';
import { expect, test } from './support/test';

const PAGES = [
  '/home',
  '/rate',
  '/gap',
  '/plan',
  '/plan/export',
  '/plan/compare',
  '/plan/earlier',
  '/settings',
];
const FORMATS = ['markdown', 'csv', 'json', 'ics', 'pdf', 'json-resume'];

test('sends who is signed out from every signed-in page to sign in, and back', async ({ page }) => {
  const account = await signUp(page);
  await signOut(page);
  for (const address of [...PAGES, '/plan?why=cka']) {
    await page.goto(address);
    await expect(page).toHaveURL(`/sign-in?callbackUrl=${encodeURIComponent(address)}`);
  }
  await page.goto('/gap?role=qa-lead');
  await fillSignIn(page, account);
  await page.waitForURL('/gap?role=qa-lead');
});

test('answers 401 to a download without a session, and 404 before there is a plan', async ({
  page,
  request,
}) => {
  await signUp(page);
  for (const format of FORMATS) {
    const signedOut = await request.get(`/plan/export/${format}`);
    expect(signedOut.status()).toBe(401);
    expect(await signedOut.text()).toContain('Sign in');
    const noPlan = await page.request.get(`/plan/export/${format}`);
    expect(noPlan.status()).toBe(404);
    expect(await noPlan.text()).toContain('There is no plan to export yet');
  }
  expect((await page.request.get('/plan/export/docx')).status()).toBe(404);
});

test('shows one person nothing of another', async ({ page, browser, baseURL }) => {
  await signUp(page, inventAccount('Grace Hopper'));
  await checkIn(page, { coding: 5 });
  await makePlan(page);
  const context = await browser.newContext({ baseURL });
  const stranger = await context.newPage();
  await signUp(stranger, inventAccount('Eve Stranger'));
  for (const address of ['/home', '/gap', '/plan', '/plan/export']) {
    await stranger.goto(address);
    await expect(stranger.getByText('Grace Hopper')).toHaveCount(0);
  }
  await stranger.goto('/gap');
  await expect(stranger.getByText('Readiness 0%', { exact: true })).toBeVisible();
  expect((await stranger.request.get('/plan/export/json')).status()).toBe(404);
  await context.close();
});

for (const callbackUrl of [
  '//evil.example',
  'https://evil.example/plan',
  '/\\evil.example',
  '/\t/evil.example',
]) {
  test(`security 15: stays on this site after signing in with the callback ${JSON.stringify(callbackUrl)}`, async ({
    page,
    baseURL,
  }) => {
    const account = await signUp(page);
    await signOut(page);
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`);
    await fillSignIn(page, account);
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
    expect(new URL(page.url()).origin).toBe(baseURL);
  });
}

test('security 9: lets a kept cookie open nothing once its person has signed out', async ({
  page,
  browser,
  baseURL,
}) => {
  const account = await signUp(page);
  const cookies = await page.context().cookies();
  expect(cookies.filter((cookie) => cookie.httpOnly).length).toBeGreaterThan(0);
  await signOut(page);

  const context = await browser.newContext({ baseURL });
  await context.addCookies(cookies);
  const thief = await context.newPage();
  await thief.goto('/home');
  await expect(thief).toHaveURL('/sign-in?callbackUrl=%2Fhome');
  expect((await context.request.get('/plan/export/json')).status()).toBe(401);
  await context.close();

  await signIn(page, account);
  await expect(page.getByRole('heading', { name: `Hello, ${account.name}` })).toBeVisible();
});

test('security 15: changes nothing for a form sent from another site', async ({ page, baseURL }) => {
  await signUp(page);
  for (const origin of ['https://evil.example', 'null', undefined]) {
    const answer = await page.request.post('/gap', {
      headers: origin ? { origin } : {},
      multipart: { role: 'qa-lead', basedOn: '' },
    });
    expect(answer.status(), `from ${origin}`).toBe(403);
  }
  const own = await page.request.get(`${baseURL}/gap`);
  expect(own.headers()['cache-control']).toContain('no-store');
});

test('security 12: says the same of a wrong password and of an address without an account', async ({
  page,
}) => {
  const account = await signUp(page);
  await signOut(page);
  const messages: (string | null)[] = [];
  for (const attempt of [{ ...account, password: 'a wrong password' }, inventAccount()]) {
    await page.goto('/sign-in');
    await fillSignIn(page, attempt);
    const alert = page.getByRole('alert').filter({ hasText: 'do not belong together' });
    await expect(alert).toBeVisible();
    messages.push(await alert.textContent());
    await expect(page.getByLabel('Email')).toHaveValue(attempt.email);
    await expect(page.getByLabel('Password')).toHaveValue(/.*/);
    expect(page.url()).not.toContain('password');
  }
  expect(messages[0]).toBe(messages[1]);
});

test('sends a policy without inline script and other safe headers with every page', async ({ page }) => {
  await signUp(page);
  for (const address of ['/', '/sign-in', '/sign-up', ...PAGES, '/nowhere']) {
    const headers = (await page.request.get(address)).headers();
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy.match(/script-src [^;]*/)?.[0]).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
  }
});

test.describe('an address that there is not', () => {
  test.use({ expectedErrors: /the server responded with a status of 404/ });

  test('answers 404 with a page that leads on, signed in and out', async ({ page }) => {
    for (const address of ['/nowhere', '/plan/nowhere', '/gap/nowhere', '/schema/none.json']) {
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(404);
    }
    await page.goto('/nowhere');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This rung is missing');
    await page.getByRole('link', { name: 'To the start' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Know your rung');
    await signUp(page);
    expect((await page.goto('/plan/nowhere'))?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This rung is missing');
  });
});
