import { setTimeout as wait } from 'node:timers/promises';
import { findPageOfSize, withBareApp } from './bare-app';
import { load, type Target } from './load';
import { makeRatedPerson, readPage, toTarget } from './pages';
import { readResidentMegabytes } from './process-figures';
import { chooseSize } from './size';
import { computeMedian, round } from './timing';
import { withApp } from './with-app';

const BAR = 1.2;
/** Growth over the second half of the load that counts as none, as a share of what is held. */
const LEAST_SLOPE = 0.05;
const SECONDS = chooseSize({ full: 600, quick: 12 });
const PER_SECOND = 60;
const SAMPLE_MS = 1000;

/** Memory under a load that is the same for both: a gap page and a landing page by turns, so many a second. */
export async function measureMemory(): Promise<object[]> {
  return withApp(async (rung) => {
    const cookie = await makeRatedPerson(rung.origin);
    const html = await readPage(rung.origin, '/gap', cookie);
    return withBareApp(
      async (bare) => {
        const bytes = Buffer.byteLength(await readPage(rung.origin, '/'));
        const sized = await findPageOfSize({ origin: bare.origin, bytes });
        const [own, others] = await Promise.all([
          sampleUnderLoad(toTarget(rung, [{ path: '/gap', cookie }, { path: '/' }])),
          sampleUnderLoad(toTarget(bare, [{ path: '/markup' }, { path: sized }])),
        ]);
        const ratio = own.megabytes / others.megabytes;
        const isFlat = own.growth < LEAST_SLOPE;
        return [
          {
            measure: `memory after ${SECONDS / 60} minutes of load ÷ bare Next under the same load`,
            ratio: round(ratio),
            megabytes: round(own.megabytes),
            'of the baseline': round(others.megabytes),
            'growth in the second half': `${round(own.growth * 100)} %`,
            'of the baseline too': `${round(others.growth * 100)} %`,
            bar: `at most ${BAR}, no slope`,
            isMet: ratio <= BAR && isFlat,
          },
        ];
      },
      { html },
    );
  });
}

/** The median of the second half, and by how much a line through it rises, as a share of it. */
async function sampleUnderLoad(target: Target): Promise<{ megabytes: number; growth: number }> {
  const samples: number[] = [];
  const loading = load({ target, seconds: SECONDS, perSecond: PER_SECOND });
  let isLoading = true;
  const done = loading.finally(() => {
    isLoading = false;
  });
  while (isLoading) {
    await Promise.race([wait(SAMPLE_MS), done]);
    samples.push(readResidentMegabytes(target.processId));
  }
  await done;
  const half = samples.slice(samples.length >> 1);
  const megabytes = computeMedian(half);
  return { megabytes, growth: (computeSlope(half) * half.length) / megabytes };
}

/** By how much the line of least squares through the values rises from one to the next. */
function computeSlope(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const middle = (values.length - 1) / 2;
  let [above, below] = [0, 0];
  for (const [index, value] of values.entries()) {
    above += (index - middle) * (value - mean);
    below += (index - middle) ** 2;
  }
  return below === 0 ? 0 : above / below;
}
