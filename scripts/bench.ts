import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { measureAnswers } from '@/bench/climb/answers';
import { measureClimbsExhaustively } from '@/bench/climb/beside-brute-force';
import { measureBesideHighs } from '@/bench/climb/beside-highs';
import { measureBesidePsplib } from '@/bench/climb/beside-psplib';
import { measureInfeasible } from '@/bench/climb/infeasible';
import { measureLargeCareer } from '@/bench/climb/large';
import { measureClimbs } from '@/bench/climb/plans';
import { measureRelaxations } from '@/bench/climb/relaxations';
import { measureStages } from '@/bench/climb/stages';
import { measureCrowd } from '@/bench/crowd';
import { measureExports } from '@/bench/exports';
import { measureFirstLoad } from '@/bench/first-load';
import { measureFlood } from '@/bench/flood';
import { measureMemory } from '@/bench/memory';
import { measureGapPage, measureLandingPage, measurePlanPage } from '@/bench/pages';
import { measureProgress } from '@/bench/progress';
import { measureSignIn } from '@/bench/sign-in';
import { isQuick } from '@/bench/size';
import { measureSaves, measureSavesOverHttp } from '@/bench/store';
import { describeMachine, type Measured, putTable, type Results } from '@/bench/table';
import { measureWhatIf } from '@/bench/what-if';
import { withFolder } from '@/bench/with-app';
import { openDatabase } from '@/db/database';
import { prepareDatabase } from '@/db/prepare';
import { closeDatabase, installDatabase } from '@/lib/queries/database';

/** Gives the measurement a database of its own, and one more of the same schema for SQL alone. */
function measureSavesInFolder(): Promise<object[]> {
  return withFolder(async (dataDir) => {
    const [url = '', rawUrl = ''] = ['rung.db', 'raw.db'].map(
      (name) => pathToFileURL(path.join(dataDir, name)).href,
    );
    await prepareDatabase({ url: rawUrl, dataDir });
    await prepareDatabase({ url, dataDir });
    installDatabase(await openDatabase({ url }));
    try {
      return await measureSaves({ rawUrl });
    } finally {
      await closeDatabase();
    }
  });
}

/** Each measurement under its name; every one gives rows of a table. A part goes by the name before the dash too. */
const MEASUREMENTS: Record<string, () => Promise<object[]>> = {
  'pages-gap': measureGapPage,
  'pages-plan': measurePlanPage,
  'pages-landing': measureLandingPage,
  'pages-script': measureFirstLoad,
  'pages-crowd': measureCrowd,
  'pages-progress': measureProgress,
  'pages-memory': measureMemory,
  flood: measureFlood,
  saves: measureSavesInFolder,
  'saves-http': measureSavesOverHttp,
  'sign-in': measureSignIn,
  exports: measureExports,
  'planner-plans': measureClimbs,
  'planner-stages': measureStages,
  'planner-answers': measureAnswers,
  'planner-relaxations': measureRelaxations,
  'planner-large': measureLargeCareer,
  'planner-beside-psplib': measureBesidePsplib,
  'planner-beside-highs': measureBesideHighs,
  'planner-beside-infeasible': measureInfeasible,
  'planner-beside-brute-force': measureClimbsExhaustively,
  'what-if': measureWhatIf,
};
/** The quick ones are no more than a look: what the page shows is measured in full. */
const RESULTS = isQuick ? '.cache/bench-quick.json' : 'bench/results.json';
const PAGE = 'docs/measured.md';

const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
const machine = {
  node: process.version,
  next: dependencies.next ?? '',
  react: dependencies.react ?? '',
  libsql: dependencies['@libsql/client'] ?? '',
  platform: `${os.platform()} ${os.arch()}`,
  processor: os.cpus()[0]?.model ?? '',
  cores: os.cpus().length,
};
const names = Object.keys(MEASUREMENTS);
const wanted = process.argv.slice(2).filter((word) => word !== '--quick');
const isCalled = (name: string, word: string): boolean => name === word || name.startsWith(`${word}-`);
const unknown = wanted.find((word) => !names.some((name) => isCalled(name, word)));
if (unknown) throw new Error(`There is no measurement ${unknown}; there are ${names.join(', ')}.`);
console.log(describeMachine(machine));
for (const [name, measure] of Object.entries(MEASUREMENTS)) {
  if (wanted.length > 0 && !wanted.some((word) => isCalled(name, word))) continue;
  const began = Date.now();
  const load = Math.round((os.loadavg()[0] ?? 0) * 10) / 10;
  const rows = (await measure()) as Measured['rows'];
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`\n${name}, ${seconds} s, beside a load of ${load}`);
  console.table(rows);
  keep(name, { measuredAt: new Date(began).toISOString(), seconds, load, machine, rows });
}
console.log(`\nKept in ${RESULTS}.`);

/** Puts one measurement in the place of its last one; the others stay, each with its own day and load. */
function keep(name: string, measured: Measured): void {
  const known: Results = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : {};
  const all: Results = { ...known, [name]: measured };
  const results = Object.fromEntries(names.flatMap((one) => (all[one] ? [[one, all[one]]] : [])));
  mkdirSync(path.dirname(RESULTS), { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  if (!isQuick) writeFileSync(PAGE, putTable(readFileSync(PAGE, 'utf8'), results));
}
