import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { doubleText, findCutText, findOverflow, PHONE, spaceText, ZOOMED } from './support/layout';
import { signUp } from './support/person';

const TEMPLATES = [
  '/',
  '/roles',
  '/roles/devops-engineer',
  '/roles/qa-lead',
  '/skills',
  '/skills/server-administration',
  '/steps',
  '/steps/bsc-computer-science-uk',
  '/steps/aws-sysops-associate-c02',
  '/steps/entry-role-it-support',
  '/steps/find?kind=course&free=yes&text=python',
  '/steps/find?text=nothing+is+called+this',
  '/method',
  '/method/examples',
  '/privacy',
  '/keys',
  '/search',
  '/search?q=kubernetes',
  '/search?q=nothing+is+called+this',
  '/try',
] as const;

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What the browser complains of, and what it fetches from elsewhere, from now on. */
function watch(page: Page) {
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') foreign.push(request.url());
  });
  return { complaints, foreign };
}

for (const path of TEMPLATES)
  test(`shows ${path} to everyone: light, dark, at 400 % zoom and with wide text`, async ({ page }) => {
    const { complaints, foreign } = watch(page);
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // What a bar at the foot of the screen covers comes free by scrolling: it is looked at where the bar rests.
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
      const found = violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.target}`);
      expect.soft(found, colorScheme).toEqual([]);
    }
    await page.setViewportSize(ZOOMED);
    expect.soft(await findOverflow(page), 'overflow at 400 %').toBe(0);
    await spaceText(page);
    expect.soft(await findOverflow(page), 'overflow with wide text').toBe(0);
    expect.soft(await findCutText(page), 'cut with wide text').toEqual([]);
    await page.setViewportSize(PHONE);
    await doubleText(page);
    expect.soft(await findOverflow(page), 'overflow with text of twice the size').toBe(0);
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
  });

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('finds a step and reads what is known of it', async ({ page }) => {
    await page.goto('/steps');
    await page.getByLabel('Words').fill('kubernetes administrator');
    await page.getByLabel('Kind').selectOption({ label: 'Certification' });
    await page.getByRole('button', { name: 'Show steps' }).click();
    await expect(page).toHaveURL(/\/steps\/find\?/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 step found');
    await expect(page.getByLabel('Kind')).toHaveValue('certification');
    await page.getByRole('link', { name: /Certified Kubernetes Administrator/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Kubernetes Administrator');
    await expect(page.getByRole('heading', { name: 'What you can do afterwards' })).toBeVisible();
  });

  test('says what to do when no step fits', async ({ page }) => {
    await page.goto('/steps/find?kind=degree&free=yes&region=US');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No step fits');
    await page.getByRole('link', { name: 'see every step' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Every step');
  });

  test('climbs from role to role', async ({ page }) => {
    await page.goto('/roles');
    await page.getByRole('link', { name: 'DevOps engineer', exact: true }).click();
    await expect(page.getByText('Rung 3 of 9')).toBeVisible();
    await page.getByRole('definition').getByRole('link', { name: 'Senior DevOps engineer' }).click();
    await expect(page.getByText('Rung 4 of 9')).toBeVisible();
  });
});

test.describe('folds', () => {
  test('open where their address is asked for, and the name of a topic leads there', async ({ page }) => {
    await page.goto('/skills/coding');
    const description = page.getByText('You have written a short program with loops').last();
    await expect(description).toBeHidden();
    await page.goto('/steps/exercism-track');
    await page.getByRole('link', { name: 'Coding 2' }).first().click();
    await expect(page).toHaveURL(/\/skills\/coding#programming-fundamentals$/);
    await expect(description).toBeVisible();
    await page.goto('/steps#certification');
    await expect(page.getByRole('link', { name: /Certified Kubernetes Administrator/ })).toBeVisible();
  });

  test('are all shown on paper', async ({ page }) => {
    await page.goto('/roles/devops-engineer');
    await page.emulateMedia({ media: 'print' });
    for (const content of await page.locator('.fold-content').all()) await expect(content).toBeVisible();
    expect(await page.locator('.fold-content').count()).toBeGreaterThan(10);
  });
});

const SCREENS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
/** At most so many screens, at a desk and on a phone, before anything is opened: half of what they were. */
const BARS: Readonly<Record<string, readonly [number, number]>> = {
  '/steps': [4.1, 7.9],
  '/skills/server-administration': [3.4, 6],
  '/roles/site-reliability-engineer': [3.1, 5.5],
};

test('says the one thing first: no page of the guide is longer than half of what it was', async ({
  page,
}) => {
  for (const [path, bars] of Object.entries(BARS))
    for (const [index, size] of SCREENS.entries()) {
      await page.setViewportSize(size);
      await page.goto(path);
      const screens = (await page.evaluate(() => document.documentElement.scrollHeight)) / size.height;
      expect.soft(screens, `${path} at ${size.width}`).toBeLessThanOrEqual(bars[index] ?? 0);
    }
});

test('says how a price is known and when it was seen', async ({ page }) => {
  await page.goto('/steps/comptia-a-plus');
  await expect(page.getByText('seen August 2026').first()).toBeVisible();
  await page.goto('/steps/home-lab-server');
  await expect(page.getByText('which is our estimate').first()).toBeVisible();
});

test('leads from the guide to what is one’s own, by way of signing in', async ({ page }) => {
  await page.goto('/roles');
  await page.getByRole('link', { name: 'My Rung', exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Fhome$/);
  await page.goto('/');
  await page.getByRole('link', { name: 'Try it without an account' }).click();
  await expect(page).toHaveURL(/\/try/);
});

test('leads from the first page to an account by one button', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Find my rung' }).click();
  await expect(page).toHaveURL(/\/sign-up$/);
});

test('leads who is signed in from the guide to their own ratings, and who has an account to sign in', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await signUp(page);
  for (const address of ['/', '/roles']) {
    await page.goto(address);
    await page.getByRole('link', { name: 'Find my rung' }).click();
    await expect(page).toHaveURL(/\/rate\?skill=/);
  }
});

test('moves between pages without a complaint', async ({ page }) => {
  const { complaints } = watch(page);
  await page.goto('/skills');
  await page.getByRole('link', { name: 'Coding' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Coding');
  await page.getByRole('navigation', { name: 'Guide' }).getByRole('link', { name: 'Roles' }).click();
  await page.getByRole('link', { name: 'DevOps engineer', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('DevOps engineer');
  expect(complaints).toEqual([]);
});

test('loads no script on public pages but those that set the theme and listen to keys', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  for (const path of ['/', '/roles/devops-engineer', '/steps/cka']) {
    scripts.length = 0;
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(scripts, path).toEqual(['/theme.js', '/keys.js']);
  }
});

test('says what each page is about in words that a program reads', async ({ page }) => {
  const types: Record<string, string> = {
    '/roles/devops-engineer': 'Occupation',
    '/skills/coding': 'DefinedTerm',
    '/steps/missing-semester': 'Course',
    '/steps/cka': 'EducationalOccupationalCredential',
  };
  for (const [path, type] of Object.entries(types)) {
    await page.goto(path);
    const text = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(text ?? '')).toMatchObject({ '@context': 'https://schema.org', '@type': type });
    await expect(page.locator('meta[property="og:title"]')).not.toHaveAttribute('content', '');
    await expect(page.locator('meta[name="description"]')).not.toHaveAttribute('content', '');
  }
});

test('lists every page for search engines, and each is there', async ({ request }) => {
  const robots = await (await request.get('/robots.txt')).text();
  const sitemapUrl = /Sitemap: (\S+)/.exec(robots)?.[1] ?? '';
  expect(robots).toContain('Disallow: /plan');
  const sitemap = await (await request.get(new URL(sitemapUrl).pathname)).text();
  const urls = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url ?? '');
  expect(urls.length).toBeGreaterThan(140);
  expect(new Set(urls).size).toBe(urls.length);
  for (const url of urls) {
    const path = new URL(url).pathname;
    const response = await request.get(`${path}?from=elsewhere`);
    expect(response.status(), path).toBe(200);
    const headers = response.headers();
    expect(headers['cache-control'], path).toBe('public, max-age=0, must-revalidate');
    expect(headers.link, path).toContain(`<${url}>; rel="canonical"`);
  }
});

test('answers 404 for what the catalogue does not hold', async ({ request }) => {
  for (const path of ['/roles/astronaut', '/skills/juggling', '/steps/nothing', '/steps/find/more'])
    expect((await request.get(path)).status(), path).toBe(404);
});

test('answers with an icon the programs that ask for one by its usual name', async ({ request }) => {
  const response = await request.get('/favicon.ico');
  expect(response.status()).toBe(200);
  expect(response.headers()['content-type']).toBe('image/x-icon');
});
