import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { measureExports } from '@/bench/exports';
import { measureAnswers, measureFullPlans, measureMany, measureQuickPlans } from '@/bench/planner';
import { measureAgainstBruteForce, measureAnswersProved, measureLeast } from '@/bench/planner-oracles';
import { measureProgress } from '@/bench/progress';
import { measureSignIn } from '@/bench/sign-in';
import { measureSaves } from '@/bench/store';
import { closeDatabase, installDatabase } from '@/db/client';
import { openDatabase } from '@/db/database';
import { prepareDatabase } from '@/db/prepare';

/** Gives the measurement a database of its own, and one more of the same schema for SQL alone. */
async function measureSavesInFolder(): Promise<object[]> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'rung-bench-'));
  const [url = '', rawUrl = ''] = ['rung.db', 'raw.db'].map(
    (name) => pathToFileURL(path.join(dataDir, name)).href,
  );
  try {
    await prepareDatabase({ url: rawUrl, dataDir });
    await prepareDatabase({ url, dataDir });
    installDatabase(await openDatabase({ url }));
    return await measureSaves({ rawUrl });
  } finally {
    await closeDatabase();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Each measurement under its name; every one gives rows of a table. A part goes by the name before the dash too. */
const MEASUREMENTS: Record<string, () => Promise<object[]>> = {
  saves: measureSavesInFolder,
  exports: measureExports,
  'planner-quick': measureQuickPlans,
  'planner-full': measureFullPlans,
  'planner-least': measureLeast,
  'planner-exhaustive': measureAgainstBruteForce,
  'planner-proved': measureAnswersProved,
  'planner-answers': measureAnswers,
  'planner-many': measureMany,
  'sign-in': measureSignIn,
  progress: measureProgress,
};
const RESULTS = 'bench/results.json';

type Measured = { measuredAt: string; seconds: number; load: number; machine: object; rows: object[] };

const machine = {
  node: process.version,
  platform: `${os.platform()} ${os.arch()}`,
  processor: os.cpus()[0]?.model ?? '',
  cores: os.cpus().length,
};
const wanted = process.argv.slice(2);
const isWanted = (name: string): boolean =>
  wanted.length === 0 || wanted.some((word) => name === word || name.startsWith(`${word}-`));
const unknown = wanted.find(
  (word) => !Object.keys(MEASUREMENTS).some((name) => name === word || name.startsWith(`${word}-`)),
);
if (unknown)
  throw new Error(`There is no measurement ${unknown}; there are ${Object.keys(MEASUREMENTS).join(', ')}.`);
for (const [name, measure] of Object.entries(MEASUREMENTS)) {
  if (!isWanted(name)) continue;
  const began = Date.now();
  const rows = await measure();
  console.log(`\n${name}`);
  console.table(rows);
  keep(name, {
    measuredAt: new Date(began).toISOString(),
    seconds: Math.round((Date.now() - began) / 1000),
    load: Math.round((os.loadavg()[0] ?? 0) * 10) / 10,
    machine,
    rows,
  });
}
console.log(`\nKept in ${RESULTS}.`);

/** Puts one measurement in the place of its last one; the others stay, each with its own day and machine. */
function keep(name: string, measured: Measured): void {
  const known: Record<string, Measured> = existsSync(RESULTS)
    ? JSON.parse(readFileSync(RESULTS, 'utf8'))
    : {};
  writeFileSync(RESULTS, `${JSON.stringify({ ...known, [name]: measured }, null, 2)}\n`);
}
