import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { loadCareer } from '@/lib/catalogue';
import { startAppServer } from '@/tests/support/app-server';
import { chooseBrowser } from '@/tests/support/browser';
import { FormClient } from '@/tests/support/form-client';
import { findFreePort } from '@/tests/support/free-port';
import { PLAN_FIELDS } from '@/tests/support/plan-fields';

const FOLDER = path.resolve('bench/lighthouse');
const RESULTS = path.join(FOLDER, 'results.json');
const RUNS = 3;
const FULL = { performance: 100, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
/** A page behind the sign-in is closed to search engines on purpose, so it is not asked what they think of it. */
const SIGNED_IN = { performance: 97, accessibility: 100, 'best-practices': 100 } as const;
type Category = keyof typeof FULL;
type Bars = Partial<Record<Category, number>>;
const PAGES: Readonly<Record<string, Bars>> = {
  '/': FULL,
  '/roles/devops-engineer': FULL,
  '/steps/cka': FULL,
  '/home': SIGNED_IN,
  '/rate?skill=coding': SIGNED_IN,
  '/gap': SIGNED_IN,
  '/plan': SIGNED_IN,
};

type Audit = { score: number | null; title: string; displayValue?: string };
type Report = {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, Audit>;
  environment: { benchmarkIndex: number };
};
type Lighthouse = (url: string, flags: object) => Promise<{ lhr: Report } | undefined>;

async function loadLighthouse(): Promise<Lighthouse> {
  const entry = path.join(FOLDER, 'node_modules/lighthouse/core/index.js');
  if (!existsSync(entry))
    // Not `npm ci`: it refuses a lock file without the packages of other platforms.
    execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], {
      cwd: FOLDER,
      stdio: 'inherit',
    });
  const { default: lighthouse }: { default: Lighthouse } = await import(pathToFileURL(entry).href);
  return lighthouse;
}

/** Somebody with ratings and a plan, as the cookies of their browser. */
async function makePerson(origin: string): Promise<string> {
  const person = new FormClient(origin);
  await person.signUp({ email: 'ada@example.org', password: 'a ladder has many rungs' });
  const levels = loadCareer().skills.map(({ id }, place) => [`ratings.${id}.level`, String(1 + (place % 3))]);
  await person.submit('/rate/all', 'Save check-in', Object.fromEntries(levels));
  const made = await person.submit('/plan', 'Make my plan', PLAN_FIELDS);
  if (made.status !== 303) throw new Error(`The plan was answered ${made.status}.`);
  return person.cookie;
}

function findFaults({ categories, audits }: Report): string[] {
  const counted = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0),
  );
  return counted.flatMap(({ id }) => {
    const audit = audits[id];
    return audit && audit.score !== null && audit.score < 0.9
      ? [`${audit.title} ${audit.displayValue ?? ''}`.trim()]
      : [];
  });
}

const middle = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const lighthouse = await loadLighthouse();
const server = await startAppServer();
const port = await findFreePort();
const choice = chooseBrowser();
const browser = await chromium.launch({
  ...choice,
  args: [...(choice.args ?? []), `--remote-debugging-port=${port}`],
});
const rows: object[] = [];
let isShort = false;
try {
  const cookie = await makePerson(server.origin);
  for (const [address, bars] of Object.entries(PAGES)) {
    const onlyCategories = Object.keys(bars);
    const flags = {
      port,
      onlyCategories,
      logLevel: 'error',
      disableStorageReset: true,
      extraHeaders: bars === SIGNED_IN ? { cookie } : {},
    };
    const reports: Report[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const result = await lighthouse(`${server.origin}${address}`, flags);
      if (result) reports.push(result.lhr);
    }
    const scores = Object.entries(bars).map(([category, bar]) => {
      const all = reports.map((report) => Math.round((report.categories[category]?.score ?? 0) * 100));
      if (middle(all) < bar) isShort = true;
      return [category, { middle: middle(all), all, bar }] as const;
    });
    const faults = [...new Set(reports.flatMap(findFaults))];
    rows.push({ address, ...Object.fromEntries(scores), faults });
    console.log(
      address,
      scores.map(([name, { middle: score, bar }]) => `${name} ${score} of ${bar}`).join(', '),
      faults.join('; '),
    );
  }
} finally {
  await browser.close();
  await server.stop();
}
writeFileSync(
  RESULTS,
  `${JSON.stringify({ measuredAt: new Date().toISOString(), node: process.version, runs: RUNS, pages: rows }, null, 2)}\n`,
);
console.log(`Kept in ${path.relative('.', RESULTS)}.`);
if (isShort) process.exitCode = 1;
