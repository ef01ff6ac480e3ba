import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildHistoryFile } from '@/tests/e2e/support/history';
import { makeAppProcess } from '@/tests/support/app-server';
import { FormClient } from '@/tests/support/form-client';
import { readHiddenFields } from '@/tests/support/hidden-fields';

const SHORT = 10;
const LONG = 520;
const WARM_UPS = 20;
const RUNS = 60;
const REQUESTS_PER_RUN = 5;
/** The unit in which the system counts processor time. */
const TICK_MS = 10;

/** What the page `/progress` costs one who is signed in, and how much more with a long history than with a short one. */
export type ProgressMeasurement = { checkIns: number; milliseconds: number; bytes: number; ratio: number };

type Visitor = { checkIns: number; browser: FormClient; times: number[]; bytes: number };

/**
 * Asks the real server for `/progress` with ten check-ins and with ten years of weekly ones, by turns, and states
 * the processor time of the server for each: the median of several runs.
 */
export async function measureProgress(): Promise<ProgressMeasurement[]> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'rung-bench-'));
  const server = await makeAppProcess({ DATA_DIR: dataFolder });
  await server.start();
  try {
    const visitors: Visitor[] = [];
    for (const checkIns of [SHORT, LONG])
      visitors.push({ checkIns, browser: await bringHistory(server.origin, checkIns), times: [], bytes: 0 });
    // What the server still does for its start is none of a page's cost.
    await wait(3000);
    for (let run = 0; run < WARM_UPS + RUNS; run += 1)
      for (const visitor of visitors) {
        const before = readProcessorTime(server.pid());
        for (let request = 0; request < REQUESTS_PER_RUN; request += 1)
          visitor.bytes = Buffer.byteLength((await visitor.browser.get('/progress')).text);
        if (run >= WARM_UPS) visitor.times.push(readProcessorTime(server.pid()) - before);
      }
    const means = visitors.map(({ times }) => computeMean(times) / REQUESTS_PER_RUN);
    return visitors.map(({ checkIns, bytes }, index) => ({
      checkIns,
      milliseconds: means[index] ?? 0,
      bytes,
      ratio: (means[index] ?? 0) / (means[0] ?? 1),
    }));
  } finally {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

const computeMean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Milliseconds of processor time that a process has taken so far. */
function readProcessorTime(processId: number): number {
  const [, afterName = ''] = readFileSync(`/proc/${processId}/stat`, 'utf8').split(') ');
  const fields = afterName.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** A new account that has imported a history of weekly check-ins. */
async function bringHistory(origin: string, checkIns: number): Promise<FormClient> {
  const browser = new FormClient(origin);
  const email = `history-${checkIns}@example.org`;
  await browser.signUp({ email, password: 'the ladder stands by the wall' });
  const file = new Blob([buildHistoryFile(checkIns)], { type: 'application/json' });
  const shown = await browser.submit('/settings', 'Import', { file });
  const confirmed = await browser.post('/settings', readHiddenFields(shown.text, 'Confirm import'), {});
  if (confirmed.location !== `/settings?imported=${checkIns}`)
    throw new Error(`The history was not taken: ${confirmed.status}`);
  return browser;
}
