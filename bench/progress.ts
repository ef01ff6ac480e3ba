import { setTimeout as wait } from 'node:timers/promises';
import { FormClient } from '@/tests/support/form-client';
import { readHiddenFields } from '@/tests/support/hidden-fields';
import { buildHistoryFile } from '@/tests/support/history';
import { readProcessorTime } from './process-figures';
import { chooseSize } from './size';
import { round } from './timing';
import { withApp } from './with-app';

const SHORT = 10;
const LONG = 520;
const WARM_UPS = chooseSize({ full: 20, quick: 3 });
const RUNS = chooseSize({ full: 60, quick: 6 });
const REQUESTS_PER_RUN = 5;
const BAR = 1.5;

type Visitor = { browser: FormClient; times: number[]; bytes: number };

/**
 * Asks the real server for `/progress` with ten check-ins and with ten years of weekly ones, by turns, and states
 * the processor time of the server for each: the median of several runs.
 */
export function measureProgress(): Promise<object[]> {
  return withApp(async (server) => {
    const [short, long] = [await bringHistory(server.origin, SHORT), await bringHistory(server.origin, LONG)];
    // What the server still does for its start is none of a page's cost.
    await wait(3000);
    for (let run = 0; run < WARM_UPS + RUNS; run += 1)
      for (const visitor of [short, long]) {
        const before = readProcessorTime(server.pid());
        for (let request = 0; request < REQUESTS_PER_RUN; request += 1)
          visitor.bytes = Buffer.byteLength((await visitor.browser.get('/progress')).text);
        if (run >= WARM_UPS) visitor.times.push(readProcessorTime(server.pid()) - before);
      }
    const milliseconds = computeMean(long.times) / REQUESTS_PER_RUN;
    const baseline = computeMean(short.times) / REQUESTS_PER_RUN;
    const ratio = milliseconds / baseline;
    return [
      {
        measure: `/progress with ${LONG} check-ins ÷ with ${SHORT}, processor time`,
        ratio: round(ratio),
        'processor ms': round(milliseconds),
        'ms of the baseline': round(baseline),
        bytes: long.bytes,
        'bytes of the baseline': short.bytes,
        bar: `at most ${BAR}`,
        isMet: ratio <= BAR,
      },
    ];
  });
}

const computeMean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** A new account that has imported a history of weekly check-ins. */
async function bringHistory(origin: string, checkIns: number): Promise<Visitor> {
  const browser = new FormClient(origin);
  const email = `history-${checkIns}@example.org`;
  await browser.signUp({ email, password: 'the ladder stands by the wall' });
  const file = new Blob([buildHistoryFile(checkIns)], { type: 'application/json' });
  const shown = await browser.submit('/settings', 'Import', { file });
  const confirmed = await browser.post('/settings', readHiddenFields(shown.text, 'Confirm import'), {});
  if (confirmed.location !== `/settings?imported=${checkIns}`)
    throw new Error(`The history was not taken: ${confirmed.status}`);
  return { browser, times: [], bytes: 0 };
}
