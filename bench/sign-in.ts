import { randomUUID } from 'node:crypto';
import { makeAppProcess } from '@/tests/support/app-server';
import { type Answer, FormClient } from '@/tests/support/form-client';
import { startMailServer } from '@/tests/support/mail-server';
import { SeededRandom } from '@/tests/support/seeded-random';
import { chooseSize } from './size';
import { computeMedian, round } from './timing';
import { withFolder, withServer } from './with-app';

const SAMPLES = chooseSize({ full: 2000, quick: 50 });
/** Samples that one e-mail address gets: as many as may be mailed to it in an hour. */
const EACH = 5;
const WARM_UPS = 40;
const BARS = { least: 0.45, most: 0.55 };

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
 * HTTP, each from an address of its own as a patient stranger would come. How well the time of an answer tells an
 * address with an account from one without is the area under the curve: at 0.5 not at all.
 */
export function measureSignIn(): Promise<object[]> {
  const emails = Array.from({ length: SAMPLES / 2 / EACH }, () => `${randomUUID()}@example.org`);
  return withFolder(async (DATA_DIR) => {
    // On a server without mail an account is made at once.
    await withServer(await makeAppProcess({ DATA_DIR, SMTP_URL: '', MAIL_FROM: '' }), async ({ origin }) => {
      for (const email of emails)
        await new FormClient(origin).signUp({ email, password: `ladder ${randomUUID()}` });
    });
    const mail = await startMailServer();
    const server = await makeAppProcess({
      DATA_DIR,
      SMTP_URL: mail.url,
      MAIL_FROM: 'Rung <rung@example.org>',
      TRUSTED_PROXY: '127.0.0.1,::1',
    });
    return withServer(server, async ({ origin }) => {
      const rows: object[] = [];
      for (const place of PLACES) rows.push(await measurePlace(place, origin, emails));
      return rows;
    }).finally(() => mail.stop());
  });
}

async function measurePlace(
  { path, button, fields, answer }: Place,
  origin: string,
  emails: readonly string[],
): Promise<object> {
  const random = new SeededRandom(1);
  const hidden = await new FormClient(origin).readForm(path, button);
  let strangers = 0;
  const time = async (email: string): Promise<number> => {
    strangers += 1;
    const address = `2001:db8:${strangers.toString(16)}:${path.length}::1`;
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
  const area = computeAreaUnderCurve(times.known, times.unknown);
  return {
    measure: `${path}: how far times tell a known address from an unknown one, area under the curve`,
    ratio: round(area),
    samples: order.length,
    'ms for a known one': round(computeMedian(times.known)),
    'ms for an unknown one': round(computeMedian(times.unknown)),
    bar: `${BARS.least} to ${BARS.most}`,
    isMet: area >= BARS.least && area <= BARS.most,
  };
}

/** The share of pairs in which the first is the longer, ties by half (Mann and Whitney's U over the number of pairs). */
function computeAreaUnderCurve(first: readonly number[], second: readonly number[]): number {
  let wins = 0;
  for (const one of first) for (const other of second) wins += one > other ? 1 : one === other ? 0.5 : 0;
  return wins / (first.length * second.length);
}
