import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startAppServer } from '@/tests/support/app-server';
import { type Answer, FormClient } from '@/tests/support/form-client';
import { startMailServer } from '@/tests/support/mail-server';
import { SeededRandom } from './seeded-random';

const SAMPLES = 2000;
/** Samples that one e-mail address gets: fewer than the failures after which it is held off. */
const EACH = 25;
const WARM_UPS = 40;

/** How well the time of an answer tells an address with an account from one without: 0.5 is not at all. */
export type SignInMeasurement = {
  place: string;
  samples: number;
  knownMilliseconds: number;
  unknownMilliseconds: number;
  areaUnderCurve: number;
};

type Place = {
  path: string;
  button: string;
  fields: (email: string) => Record<string, string>;
  answer: string;
};

const PLACES: Place[] = [
  {
    path: '/sign-in',
    button: 'Sign in',
    fields: (email) => ({ email, password: 'not the password of anybody' }),
    answer: 'do not belong together',
  },
  {
    path: '/forgot-password',
    button: 'Send me a link',
    fields: (email) => ({ email }),
    answer: 'is on its way',
  },
  {
    path: '/sign-up',
    button: 'Create account',
    fields: (email) => ({ email, name: 'Ada', password: 'four quite unrelated words' }),
    answer: 'is on its way',
  },
];

/**
 * Times failed sign-ins, asked-for resets and sign-ups, for known and unknown addresses in a random order, one after the other over
 * HTTP, each from an address of its own as a patient stranger would come.
 */
export async function measureSignIn(): Promise<SignInMeasurement[]> {
  const emails = Array.from({ length: SAMPLES / 2 / EACH }, () => `${randomUUID()}@example.org`);
  const DATA_DIR = mkdtempSync(path.join(os.tmpdir(), 'rung-bench-'));
  await makeAccounts(emails, DATA_DIR);
  const mail = await startMailServer();
  const server = await startAppServer({
    DATA_DIR,
    SMTP_URL: mail.url,
    MAIL_FROM: 'Rung <rung@example.org>',
    TRUSTED_PROXY: '127.0.0.1,::1',
  });
  try {
    const measurements: SignInMeasurement[] = [];
    for (const place of PLACES) measurements.push(await measurePlace(place, server.origin, emails));
    return measurements;
  } finally {
    await server.stop();
    await mail.stop();
    rmSync(DATA_DIR, { recursive: true, force: true });
  }
}

/** On a server without mail, where an account is made at once. */
async function makeAccounts(emails: readonly string[], DATA_DIR: string): Promise<void> {
  const server = await startAppServer({ DATA_DIR, SMTP_URL: '', MAIL_FROM: '' });
  for (const email of emails)
    await new FormClient(server.origin).signUp({ email, password: `ladder ${randomUUID()}` });
  await server.stop();
}

async function measurePlace(
  { path, button, fields, answer }: Place,
  origin: string,
  emails: readonly string[],
): Promise<SignInMeasurement> {
  const random = new SeededRandom(1);
  const hidden = await new FormClient(origin).readForm(path, button);
  let strangers = 0;
  const time = async (email: string): Promise<number> => {
    strangers += 1;
    const address = `2001:db8:${path.length}:${strangers.toString(16)}::1`;
    const stranger = new FormClient(origin, { 'x-forwarded-for': address });
    const before = performance.now();
    const answered: Answer = await stranger.post(path, hidden, fields(email));
    const took = performance.now() - before;
    if (!answered.text.includes(answer)) throw new Error(`${path} answered ${answered.status}.`);
    return took;
  };
  const unknown = emails.map(() => `${randomUUID()}@example.org`);
  for (let run = 0; run < WARM_UPS; run += 1) await time(`${randomUUID()}@example.org`);
  const order = [...emails, ...unknown]
    .flatMap((email) => Array.from({ length: EACH }, () => ({ email, place: random.fraction() })))
    .sort((a, b) => a.place - b.place);
  const times = { known: [] as number[], unknown: [] as number[] };
  for (const { email } of order) times[emails.includes(email) ? 'known' : 'unknown'].push(await time(email));
  return {
    place: path,
    samples: order.length,
    knownMilliseconds: computeMedian(times.known),
    unknownMilliseconds: computeMedian(times.unknown),
    areaUnderCurve: computeAreaUnderCurve(times.known, times.unknown),
  };
}

function computeMedian(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** The share of pairs in which the first is the longer, ties by half (Mann and Whitney's U over the number of pairs). */
function computeAreaUnderCurve(first: readonly number[], second: readonly number[]): number {
  let wins = 0;
  for (const one of first) for (const other of second) wins += one > other ? 1 : one === other ? 0.5 : 0;
  return wins / (first.length * second.length);
}
