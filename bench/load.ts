import autocannon from 'autocannon';
import { readProcessorTime } from './process-figures';
import { chooseSize } from './size';
import { computeMedian, round } from './timing';

/** What to ask of a server, over and over. */
export type Target = { url: string; processId: number; requests: { path: string; cookie?: string }[] };

type Pace = { perSecond: number; milliseconds: number };

const CONNECTIONS = 10;
const WARM_UP_SECONDS = chooseSize({ full: 5, quick: 2 });
const ROUNDS = chooseSize({ full: 15, quick: 3 });
const SECONDS_A_TURN = chooseSize({ full: 4, quick: 1 });

/** Asks for the pages in turn for some seconds: as often as it can, or at a rate. Throws where an answer is not 200. */
export async function load({
  target,
  seconds,
  perSecond,
}: {
  target: Target;
  seconds: number;
  perSecond?: number;
}): Promise<Pace> {
  const before = readProcessorTime(target.processId);
  const result = await autocannon({
    url: target.url,
    requests: target.requests.map(({ path, cookie }) => ({ path, headers: cookie ? { cookie } : {} })),
    connections: CONNECTIONS,
    duration: seconds,
    ...(perSecond ? { overallRate: perSecond } : {}),
  });
  const answered = result.requests.total;
  if (result.errors > 0 || result['2xx'] < answered)
    throw new Error(
      `${target.url} answered ${result['2xx']} of ${answered} with 200, ${result.errors} not at all.`,
    );
  return {
    perSecond: answered / result.duration,
    milliseconds: (readProcessorTime(target.processId) - before) / answered,
  };
}

/**
 * Loads two servers by turns, one after the other, and states how many requests a second the first answers for each of
 * the second: the median over the rounds, and how far the rounds differ.
 */
export async function compareByTurns({ measured, baseline }: { measured: Target; baseline: Target }) {
  for (const target of [measured, baseline]) await load({ target, seconds: WARM_UP_SECONDS });
  const rounds: { measured: Pace; baseline: Pace }[] = [];
  for (let turn = 0; turn < ROUNDS; turn += 1)
    rounds.push({
      measured: await load({ target: measured, seconds: SECONDS_A_TURN }),
      baseline: await load({ target: baseline, seconds: SECONDS_A_TURN }),
    });
  const ratios = rounds.map((one) => one.measured.perSecond / one.baseline.perSecond);
  const median = (pick: (one: (typeof rounds)[number]) => number) => round(computeMedian(rounds.map(pick)));
  return {
    ratio: round(computeMedian(ratios)),
    spread: `${round(Math.min(...ratios))} to ${round(Math.max(...ratios))}`,
    'requests a second': median((one) => one.measured.perSecond),
    'of the baseline': median((one) => one.baseline.perSecond),
    'processor ms': median((one) => one.measured.milliseconds),
    'ms of the baseline': median((one) => one.baseline.milliseconds),
  };
}
