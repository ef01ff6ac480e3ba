import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { measureExports } from '@/bench/exports';
import { measurePlanner } from '@/bench/planner';

/** Each measurement under its name; every one gives rows of a table. */
const MEASUREMENTS: Record<string, () => Promise<object[]>> = {
  exports: measureExports,
  planner: measurePlanner,
};
const RESULTS = 'bench/results.json';

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in MEASUREMENTS));
if (unknown)
  throw new Error(`There is no measurement ${unknown}; there are ${Object.keys(MEASUREMENTS).join(', ')}.`);
const results: Record<string, object[]> = {};
for (const [name, measure] of Object.entries(MEASUREMENTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
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
