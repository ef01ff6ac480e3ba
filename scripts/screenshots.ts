import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { chooseBrowser } from '@/tests/support/browser';

const WIDTHS = [390, 820, 1440];
const HEIGHT = 900;
const THEMES = ['light', 'dark'] as const;
/** The same for everybody, or shown to who has no account. */
const OPEN_PAGES = [
  '/',
  '/roles',
  '/roles/devops-engineer',
  '/skills',
  '/skills/coding',
  '/steps',
  '/steps/find?kind=course&free=yes',
  '/steps/find?text=zeppelin',
  '/steps/cka',
  '/method',
  '/method/examples',
  '/keys',
  '/search?q=kubernetes',
  '/privacy',
  '/try?coding=2',
  '/sign-up',
  '/sign-in',
  '/forgot-password',
  '/reset-password',
  '/verify-email',
  '/nowhere',
];
/** Pages of one's own, which differ by what one has entered. */
const OWN_PAGES = [
  '/home',
  '/rate?skill=coding',
  '/rate/review',
  '/rate/all',
  '/gap',
  '/progress',
  '/progress/second-look',
  '/progress/export',
  '/plan',
  '/plan/export',
  '/plan/own',
  '/plan/questions',
  '/plan/compare',
  '/plan/earlier',
  '/week',
  '/evidence',
  '/search?q=kubernetes',
  '/settings',
  '/settings/work',
  '/settings/security',
  '/settings/security/second-factor',
];
/** What a program asks for that does not read the page, at the size that most of them show. */
const ICON = { drawing: 'app/icon.svg', file: 'app/favicon.ico', pixels: 48 };
const PICTURE_FOLDER = 'docs/images';
const PICTURE_PAGES = ['/gap'];
/** The people that `npm run seed` makes: with nothing, half way, and after ten years. */
const PEOPLE = ['noor', 'sam', 'ada'] as const;
type Who = (typeof PEOPLE)[number];

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });
}

type Passwords = ReadonlyMap<string, string>;

/** Fills the server's folder with the people, and returns what lets them in. */
function seed(env: NodeJS.ProcessEnv): Passwords {
  const told = execFileSync(process.execPath, ['scripts/run.mjs', 'seed'], { env, encoding: 'utf8' });
  return new Map(
    [...told.matchAll(/^(\w+)@example\.org {2}(\S+)/gm)].map(([, who = '', word = '']) => [who, word]),
  );
}

async function withServer(work: (origin: string, passwords: Passwords) => Promise<void>): Promise<void> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'rung-pictures-'));
  const port = await findFreePort();
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataFolder };
  const passwords = seed(env);
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
    await work(`http://localhost:${port}`, passwords);
  } finally {
    server.kill('SIGTERM');
    await stopped;
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Lets one of the seeded people in, and returns the cookies of their browser. */
async function letIn(browser: Browser, options: { origin: string; who: Who; passwords: Passwords }) {
  const { origin, who, passwords } = options;
  const context = await browser.newContext({ baseURL: origin, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(`${who}@example.org`);
  await page.getByLabel('Password').fill(passwords.get(who) ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/home');
  const state = await context.storageState();
  await context.close();
  return state;
}

const nameOf = (address: string) => address.replace(/^\//, '').replaceAll('/', '-') || 'landing';

/** Whole pages, each at every width and in both themes, of a stranger and of each of the people. */
async function takeAll(browser: Browser, origin: string, options: { folder: string; passwords: Passwords }) {
  const { folder, passwords } = options;
  mkdirSync(folder, { recursive: true });
  const shown = [
    { name: 'open', pages: OPEN_PAGES, state: undefined },
    ...(await Promise.all(
      PEOPLE.map(async (who) => ({
        name: who,
        pages: OWN_PAGES,
        state: await letIn(browser, { origin, who, passwords }),
      })),
    )),
  ];
  for (const { name, pages, state } of shown)
    for (const colorScheme of THEMES)
      for (const width of WIDTHS) {
        const viewport = { width, height: HEIGHT };
        const context = await browser.newContext({
          baseURL: origin,
          locale: 'en-GB',
          colorScheme,
          viewport,
          ...(state ? { storageState: state } : {}),
        });
        for (const address of pages) {
          const page = await context.newPage();
          await page.goto(address, { waitUntil: 'networkidle', timeout: 120_000 });
          const file = `${nameOf(address)}-${name}-${width}-${colorScheme}.png`;
          await page.screenshot({ path: path.join(folder, file), fullPage: true });
          await page.close();
        }
        await context.close();
      }
}

/** The pictures of the README: what one window shows of somebody half way. */
async function takePictures(browser: Browser, origin: string, passwords: Passwords) {
  const state = await letIn(browser, { origin, who: 'sam', passwords });
  for (const colorScheme of THEMES) {
    const viewport = { width: 1440, height: HEIGHT };
    const context = await browser.newContext({
      baseURL: origin,
      locale: 'en-GB',
      colorScheme,
      viewport,
      storageState: state,
    });
    for (const address of PICTURE_PAGES) {
      const page = await context.newPage();
      await page.goto(address, { waitUntil: 'networkidle', timeout: 120_000 });
      const file = `${nameOf(address)}${colorScheme === 'light' ? '' : '-dark'}.png`;
      await page.screenshot({ path: path.join(PICTURE_FOLDER, file) });
    }
    await context.close();
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
await withServer(async (origin, passwords) => {
  const browser = await chromium.launch(chooseBrowser());
  if (folder) await takeAll(browser, origin, { folder, passwords });
  else {
    await makeIcon(browser);
    await takePictures(browser, origin, passwords);
  }
  await browser.close();
});
