import { checkIn, makePlan, planRow, signUp } from './support/person';
import { expect, test } from './support/test';

test.describe('before script', () => {
  test.use({ javaScriptEnabled: false });

  test('searches from the header of a page of the guide, and leads to what it found', async ({ page }) => {
    await page.goto('/roles');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByLabel('Search Rung').fill('kubernetes');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\?q=kubernetes$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d+ places found$/);
    await expect(page).toHaveTitle(/^\d+ found for “kubernetes” · Rung$/);
    await page.getByRole('link', { name: 'Certified Kubernetes Administrator (CKA)' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Kubernetes Administrator');
  });

  test('opens the topic of what one can do, and says where nothing is found', async ({ page }) => {
    await page.goto('/search?q=tasks+of+a+day+or+less');
    await page.getByRole('region', { name: 'What one can do' }).getByRole('link').first().click();
    await expect(page).toHaveURL(/\/skills\/project-management#estimating-and-planning$/);
    await expect(page.getByText('break two weeks of your own work into tasks').last()).toBeVisible();
    await page.goto('/search?q=nothing+is+called+this');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing is found');
  });

  test('is bounded in what it reads and in what it shows', async ({ page }) => {
    await page.goto(`/search?q=${'e'.repeat(5000)}`);
    await expect(page.getByRole('searchbox', { name: 'Search Rung' }).last()).toHaveValue('e'.repeat(100));
    const answer = await page.goto('/search?q=s');
    expect(answer?.headers()).toMatchObject({
      'x-robots-tag': 'noindex',
      'cache-control': 'private, no-store',
    });
    expect(await page.locator('main ol').count()).toBeGreaterThan(3);
    for (const list of await page.locator('main ol').all())
      expect(await list.getByRole('listitem').count()).toBeLessThanOrEqual(10);
    await page.getByRole('link', { name: /^All \d+ steps$/ }).click();
    await expect(page).toHaveURL(/\/steps\/find\?text=s$/);
  });
});

test('finds a step of one’s own plan first, and shows nobody else’s', async ({ page, browser, baseURL }) => {
  await signUp(page);
  await checkIn(page);
  await makePlan(page);
  const title = (await planRow(page).locator('.row-title').first().textContent()) ?? '';
  const address = `/search?q=${encodeURIComponent(title)}`;
  await page.goto(address);
  const plan = page.getByRole('region', { name: 'Your plan' });
  await expect(plan.getByRole('link', { name: title })).toHaveAttribute('href', /^\/plan#/);
  await plan.getByRole('link', { name: title }).click();
  await expect(planRow(page, title)).toBeVisible();
  const stranger = await browser.newPage({ baseURL: baseURL ?? '' });
  await stranger.goto(address);
  await expect(stranger.getByRole('region', { name: 'Your plan' })).toHaveCount(0);
  await expect(stranger.getByRole('heading', { level: 1 })).toContainText('found');
  await stranger.close();
});

const WORDS = [
  'kubernetes',
  'linux foundation',
  'SAA-C03',
  'tasks of a day or less',
  'estimating planning',
  'c++',
];

test('finds steps as one types by what the form finds them by, in at most 20 kB', async ({ page }) => {
  const sent: Promise<{ responseBodySize: number }>[] = [];
  page.on('requestfinished', (request) => {
    if (new URL(request.url()).pathname === '/steps/words') sent.push(request.sizes());
  });
  const lines = page.locator('details.fold li:visible');
  let found = 0;
  for (const words of WORDS) {
    await page.goto(`/steps/find?text=${encodeURIComponent(words)}`);
    const wanted = await lines.getByRole('link').allTextContents();
    found += wanted.length;
    await page.goto('/steps');
    await page.getByLabel('Words').pressSequentially(words);
    await expect(page.getByRole('status')).toHaveText(
      wanted.length === 0 ? /^No step fits/ : new RegExp(`^${wanted.length} steps? found$`),
    );
    await expect(lines.getByRole('link')).toHaveText(wanted);
  }
  expect(found).toBeGreaterThan(10);
  const sizes = await Promise.all(sent);
  expect(sizes.length).toBeGreaterThan(0);
  for (const { responseBodySize } of sizes) expect(responseBodySize).toBeLessThanOrEqual(20_000);

  await page.goto('/steps');
  await page.getByLabel('Kind').selectOption({ label: 'Certification' });
  await page.getByLabel('Words').fill('kubernetes administrator');
  await expect(page.getByRole('status')).toHaveText('1 step found');
  await page.getByLabel('Words').fill('');
  await page.getByLabel('Kind').selectOption({ label: 'Any' });
  await expect(page.getByRole('status')).toHaveText('');
  await expect(lines).toHaveCount(0);
});
