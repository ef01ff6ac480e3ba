import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { measureExports } from '@/bench/exports';

/** Each measurement under its name; every one gives rows of a table. */
const MEASUREMENTS = { exports: measureExports };
const RESULTS = 'bench/results.json';

const results: Record<string, object[]> = {};
for (const [name, measure] of Object.entries(MEASUREMENTS)) {
  results[name] = await measure();
  console.log(`\n${name}`);
  console.table(results[name]);
}
const machine = { node: process.version, platform: `${os.platform()} ${os.arch()}`, cores: os.cpus().length };
writeFileSync(
  RESULTS,
  `${JSON.stringify({ measuredAt: new Date().toISOString(), machine, results }, null, 2)}\n`,
);
console.log(`\nKept in ${RESULTS}.`);
