import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { loadCareer } from '@/lib/catalogue';
import { type AppProcess, makeAppProcess } from '@/tests/support/app-server';
import { generatePeople } from '@/tests/support/climb/generated-people';
import { inventCheckIn, readSavedId, signUpOverHttp } from '@/tests/support/person-over-http';
import { PLAN_FIELDS } from '@/tests/support/plan-fields';
import { chooseSize } from './size';
import { describeTimes, round } from './timing';
import { withFolder, withServer } from './with-app';

const STRANGERS = 20;
const SECONDS = chooseSize({ full: 30, quick: 5 });
const QUIET_SECONDS = chooseSize({ full: 20, quick: 5 });
const PAUSE_MS = 100;
const DROPPED = 150;
const BAR = { times: 3, ms: 1_000, strangerMs: 3_000 };
const METRICS_TOKEN = 'read by this measurement alone';
const SETTINGS = { TRUSTED_PROXY: '127.0.0.1,::1', LOG_LEVEL: 'silent', METRICS_TOKEN };

type Deeds = Record<string, () => Promise<void>>;
type Times = Record<string, number[]>;

/** Somebody signed in, and one stranger, while others flood the page for strangers; then what dropped requests leave. */
export function measureFlood(): Promise<object[]> {
  return withFolder(async (folder) =>
    withServer(await makeAppProcess({ DATA_DIR: folder, ...SETTINGS }), async (app) => {
      const deeds = await prepareDeeds(app);
      await doInTurn(deeds, 3);
      const quiet = await doInTurn(deeds, QUIET_SECONDS);
      // Listened for from the start: the flood may be over before the others are.
      const [busy, other, [statuses]] = await Promise.all([
        doInTurn(deeds, SECONDS),
        visitAsStranger(app, SECONDS),
        once(startFlood(app.port), 'message'),
      ]);
      const left = await measureDropped(app, deeds);
      return [
        ...Object.keys(deeds).map((deed) => describeDeed(deed, quiet[deed] ?? [], busy[deed] ?? [])),
        describeStranger(other, statuses),
        left,
      ];
    }),
  );
}

async function prepareDeeds(app: AppProcess): Promise<Deeds> {
  const person = await signUpOverHttp(app.origin);
  await person.saveCheckIn(inventCheckIn());
  const start = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString().slice(0, 10);
  const plan = await person.http.readForm('/plan', 'Make my plan');
  const made = await person.http.post('/plan', plan, { ...PLAN_FIELDS, start });
  if (made.status !== 303) throw new Error(`Making a plan answered ${made.status}.`);
  const read = (path: string) => async () => {
    const { status } = await person.http.get(path);
    if (status !== 200) throw new Error(`${path} answered ${status}.`);
  };
  return {
    '/plan': read('/plan'),
    '/gap': read('/gap'),
    'saving a check-in': async () => {
      if (readSavedId(await person.saveCheckIn(inventCheckIn())) === null)
        throw new Error('Nothing was saved.');
    },
  };
}

async function measure(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function doInTurn(deeds: Deeds, seconds: number): Promise<Times> {
  const times: Times = Object.fromEntries(Object.keys(deeds).map((deed) => [deed, []]));
  for (const until = performance.now() + seconds * 1000; performance.now() < until; )
    for (const [deed, work] of Object.entries(deeds)) {
      times[deed]?.push(await measure(work));
      await wait(PAUSE_MS);
    }
  return times;
}

/** Ratings of people who are hard to plan for, as addresses: no two strangers ask the same. */
function listQueries(): string[] {
  return generatePeople(loadCareer(), { count: 2_000, seed: 20_261_127 }).map(({ role, levels }) => {
    const rated = Object.entries(levels).map(([skill, level]): [string, string] => [skill, String(level)]);
    return new URLSearchParams([['role', role], ['coding', '0'], ...rated]).toString();
  });
}

function startFlood(port: number): Worker {
  const workerData = { port, strangers: STRANGERS, seconds: SECONDS, queries: listQueries() };
  return new Worker(new URL('./flood-strangers.mjs', import.meta.url), { workerData });
}

type Visit = { status: number; ms: number };

async function visitAsStranger(app: AppProcess, seconds: number): Promise<Visit[]> {
  const visits: Visit[] = [];
  const queries = listQueries().toReversed();
  for (const until = performance.now() + seconds * 1000; performance.now() < until; await wait(1_000)) {
    let status = 0;
    const ms = await measure(async () => {
      const headers = { 'x-forwarded-for': `203.0.113.${visits.length}` };
      // The answer is there with its beginning: what a longer look finds comes after.
      const answer = await fetch(`${app.origin}/try?${queries[visits.length]}`, { headers });
      status = answer.status;
      await answer.body?.cancel();
    });
    visits.push({ status, ms });
  }
  return visits;
}

/** What is at work after requests that were sent and dropped, and how long the next ones take. */
async function measureDropped(app: AppProcess, deeds: Deeds): Promise<object> {
  const queries = listQueries();
  for (let dropped = 0; dropped < DROPPED; dropped += 1) {
    const socket = connect(app.port, '127.0.0.1').on('error', () => undefined);
    const head = `GET /try?${queries[dropped]} HTTP/1.1\r\nhost: localhost:${app.port}\r\nx-forwarded-for: 192.0.2.${dropped}\r\n\r\n`;
    socket.write(head);
    setTimeout(() => socket.destroy(), 30);
    await wait(5);
  }
  await wait(200);
  const metrics = await readMetrics(app);
  const gauge = (name: string) => Number(new RegExp(`^${name} (\\d+)`, 'm').exec(metrics)?.[1] ?? Number.NaN);
  const [waiting, running] = [gauge('rung_planner_waiting'), gauge('rung_planner_running')];
  const ms = await measure(deeds['/plan'] ?? (async () => undefined));
  return {
    measure: `${DROPPED} requests for a plan that were sent and dropped: questions left to the planner`,
    bar: 'none',
    isMet: waiting + running === 0,
    waiting,
    running,
    'ms of the next /plan': Math.round(ms),
  };
}

async function readMetrics({ origin }: AppProcess): Promise<string> {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
  return (await fetch(`${origin}/api/metrics`, { headers })).text();
}

function describeDeed(deed: string, quiet: number[], busy: number[]): object {
  const [before, during] = [describeTimes(quiet), describeTimes(busy)];
  const ratio = during.p90 / Math.max(1, before.p90);
  return {
    measure: `${deed} signed in while ${STRANGERS} strangers flood /try ÷ when it is quiet, p90`,
    ratio: round(ratio),
    bar: `at most ${BAR.times}, and ${BAR.ms} ms`,
    isMet: ratio <= BAR.times && during.p90 <= BAR.ms,
    'p90 ms': during.p90,
    'when quiet': before.p90,
    'most ms': during.most,
    times: busy.length,
  };
}

function describeStranger(visits: Visit[], statuses: Record<string, number>): object {
  const times = describeTimes(visits.map(({ ms }) => ms));
  const told = visits.filter(({ status }) => status === 503).length;
  return {
    measure: 'another stranger meanwhile, answered or told to wait, most milliseconds',
    bar: `at most ${BAR.strangerMs}`,
    isMet: times.most <= BAR.strangerMs && visits.every(({ status }) => status === 200 || status === 503),
    'most ms': times.most,
    p50: times.p50,
    answered: visits.length - told,
    'told to wait': told,
    'of the flood': Object.entries(statuses)
      .map(([status, count]) => `${status}: ${count}`)
      .join(' '),
  };
}
