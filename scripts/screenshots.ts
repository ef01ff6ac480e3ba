import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { chooseBrowser } from '@/tests/support/browser';

const WIDTHS = [390, 820, 1440];
const HEIGHT = 900;
const THEMES = ['light', 'dark'] as const;
const PAGES = [
  '/',
  '/roles',
  '/roles/devops-engineer',
  '/skills',
  '/skills/coding',
  '/steps',
  '/steps/find?kind=course&free=yes',
  '/steps/find?text=nothing+at+all',
  '/steps/cka',
  '/method',
  '/method/examples',
  '/privacy',
  '/try?coding=2',
  '/sign-up',
  '/sign-in',
  '/forgot-password',
  '/reset-password',
  '/verify-email',
  '/home',
  '/rate?skill=coding',
  '/rate/review',
  '/rate/all',
  '/gap',
  '/progress',
  '/plan',
  '/plan/export',
  '/plan/own',
  '/plan/questions',
  '/plan/compare',
  '/settings',
  '/settings/work',
  '/settings/security',
  '/settings/security/second-factor',
  '/nowhere',
];
/** What a program asks for that does not read the page, at the size that most of them show. */
const ICON = { drawing: 'app/icon.svg', file: 'app/favicon.ico', pixels: 48 };
const PICTURE_FOLDER = 'docs/images';
const PICTURE_PAGES = ['/gap'];
/** Somebody a few years in: strong on servers, new to pipelines. In the order of the page. */
const LEVELS = [2, 3, 1, 2, 3, 1, 2, 3, 2, 1];

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });
}

async function withServer(work: (origin: string) => Promise<void>): Promise<void> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'rung-pictures-'));
  const port = await findFreePort();
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataFolder };
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stopped = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  try {
    const ready = new Promise<void>((resolve) => {
      server.stdout.on('data', (chunk) => String(chunk).includes('ready at') && resolve());
    });
    await Promise.race([
      ready,
      stopped.then(() => {
        throw new Error('The server did not start.');
      }),
    ]);
    await work(`http://localhost:${port}`);
  } finally {
    server.kill('SIGTERM');
    await stopped;
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Takes somebody from an account to a plan, and returns the cookies of it. */
async function makeAccount(browser: Browser, origin: string) {
  const context = await browser.newContext({ baseURL: origin, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/sign-up');
  await page.getByLabel('Name').fill('Ada Lovelace');
  await page.getByLabel('Email').fill('ada@example.org');
  await page.getByLabel('Password').fill('a ladder has many rungs');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL('**/rate?skill=*');
  await page.goto('/rate/all');
  for (const [index, skill] of (await page.locator('form fieldset:has(input[type=radio])').all()).entries())
    await skill.locator(`input[type=radio][value="${LEVELS[index % LEVELS.length]}"]`).check({ force: true });
  await page.getByRole('button', { name: 'Save check-in' }).click();
  await page.waitForURL('**/gap*');
  await page.goto('/plan');
  await page.getByRole('button', { name: 'Make my plan' }).click();
  await page.waitForURL('**/plan?made=1#plan');
  const state = await context.storageState();
  await context.close();
  return state;
}

const nameOf = (address: string) => address.replace(/^\//, '').replaceAll('/', '-') || 'landing';

async function takePictures(options: {
  browser: Browser;
  origin: string;
  folder: string;
  pages: string[];
  widths: number[];
  isWhole: boolean;
}): Promise<void> {
  const { browser, origin, folder, pages, widths, isWhole } = options;
  const state = await makeAccount(browser, origin);
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of THEMES)
    for (const width of widths) {
      const viewport = { width, height: HEIGHT };
      const settings = { baseURL: origin, locale: 'en-GB', colorScheme, viewport };
      const person = await browser.newContext({ ...settings, storageState: state });
      const stranger = await browser.newContext(settings);
      for (const address of pages) {
        const page: Page = await (address.startsWith('/sign-') ? stranger : person).newPage();
        await page.goto(address, { waitUntil: 'networkidle' });
        const file = isWhole
          ? `${nameOf(address)}-${width}-${colorScheme}.png`
          : `${nameOf(address)}${colorScheme === 'light' ? '' : '-dark'}.png`;
        await page.screenshot({ path: path.join(folder, file), fullPage: isWhole });
        await page.close();
      }
      await person.close();
      await stranger.close();
    }
}

/** The icon file of one picture: a header of six bytes, an entry of sixteen, and the picture as PNG. */
async function makeIcon(browser: Browser): Promise<void> {
  const { drawing, file, pixels } = ICON;
  const page = await browser.newPage({ viewport: { width: pixels, height: pixels } });
  const source = Buffer.from(readFileSync(drawing)).toString('base64');
  await page.setContent(
    `<style>*{margin:0;background:transparent}</style><img width="${pixels}" height="${pixels}" src="data:image/svg+xml;base64,${source}">`,
  );
  const picture = await page.screenshot({ omitBackground: true });
  await page.close();
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(pixels, 6);
  header.writeUInt8(pixels, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(picture.length, 14);
  header.writeUInt32LE(header.length, 18);
  writeFileSync(file, Buffer.concat([header, picture]));
}

const [folder] = process.argv.slice(2);
await withServer(async (origin) => {
  const browser = await chromium.launch(chooseBrowser());
  const choice = folder
    ? { folder, pages: PAGES, widths: WIDTHS, isWhole: true }
    : { folder: PICTURE_FOLDER, pages: PICTURE_PAGES, widths: [1440], isWhole: false };
  if (!folder) await makeIcon(browser);
  await takePictures({ browser, origin, ...choice });
  await browser.close();
});
