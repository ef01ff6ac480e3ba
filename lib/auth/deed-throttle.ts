import 'server-only';
import { findNetworks } from '@/lib/http/network';
import { countAttempt, getBlockedUntil, type ThrottleRule } from '@/lib/queries/throttle';
import { readAsker } from './asker';
import { keyedHash } from './keyed-hash';

const HOUR = 3600;
const DAY = 24 * HOUR;

/**
 * What may be done in an hour from one address, from the network about it, and in all. Generous, since a school or a firm
 * may stand behind an address, and since who fills the last one stops everybody.
 */
const LIMITS = {
  'sign-up': { near: 300, wide: 900, all: 6000 },
  'email-taken': { near: 20, wide: 60, all: 2000 },
  'reset-password': { near: 30, wide: 60, all: 3000 },
  'change-email': { near: 20, wide: 40, all: 3000 },
  /** Links to open pages that were none: whoever has one seldom mistypes it. */
  'wrong-link': { near: 120, wide: 360, all: 20_000 },
  /** Openings of shared pages: a whole firm may read one behind one address. */
  shared: { near: 1200, wide: 3600, all: 60_000 },
  'second-look': { near: 120, wide: 360, all: 6000 },
  'second-look-mail': { near: 30, wide: 90, all: 2000 },
};

/** What may be mailed to one address, and for one account, whoever asks. */
const MAILS_AN_HOUR = 5;
/** After so many in a day only one an hour goes on. Each is a link that works, so nobody is kept from having one. */
const MAILS_A_DAY = 20;

type Deed = keyof typeof LIMITS;
type Counter = ThrottleRule & {
  key: string;
  refusal: keyof typeof REFUSALS;
  /** The deed that fills it is still done: from there on it only keeps deeds apart. */
  isSpacing?: boolean;
};

const REFUSALS = {
  near: 'This was asked for too often from where you are. Wait an hour and try again.',
  all: 'This server is asked for more than it can send at this moment. Wait a little and try again.',
  recipient:
    'Too many emails were asked for to this address. Those that were sent work as they say: look through its mail, or wait an hour.',
  account: 'Too many emails were asked for with this account. Wait an hour.',
};

/** Whom a deed is done to, beside who does it. */
type Subject = { recipient?: string; accountId?: string };

const hourly = (limit: number): ThrottleRule => ({
  limit: limit + 1,
  windowSeconds: HOUR,
  blockSeconds: HOUR,
});

const SPACING: ThrottleRule = { limit: MAILS_A_DAY, windowSeconds: DAY, blockSeconds: HOUR };

async function listCounters(deed: Deed, { recipient, accountId }: Subject): Promise<Counter[]> {
  const networks = findNetworks((await readAsker()).address);
  const limits = LIMITS[deed];
  const counters: Counter[] = [
    { ...hourly(limits.near), key: keyedHash(deed, networks.near), refusal: 'near' },
    { ...hourly(limits.wide), key: keyedHash(deed, 'network', networks.wide), refusal: 'near' },
    { ...hourly(limits.all), key: keyedHash(deed, 'all'), refusal: 'all' },
  ];
  for (const [refusal, subject] of [
    ['recipient', recipient],
    ['account', accountId],
  ] as const)
    if (subject !== undefined)
      counters.push(
        { ...hourly(MAILS_AN_HOUR), key: keyedHash(deed, refusal, subject), refusal },
        { ...SPACING, key: keyedHash(deed, refusal, 'day', subject), refusal, isSpacing: true },
      );
  return counters;
}

/** Counts a deed. Answers null, or where it was done too often why it is refused, as a sentence. */
export async function findDeedRefusal(deed: Deed, subject: Subject = {}): Promise<string | null> {
  const counters = await listCounters(deed, subject);
  const standing = await findBlocked(counters);
  if (standing !== null) return standing;
  const limits = counters.filter(({ isSpacing }) => !isSpacing);
  await countAttempt(limits);
  const refusal = await findBlocked(limits);
  if (refusal === null) await countAttempt(counters.filter(({ isSpacing }) => isSpacing));
  return refusal;
}

/** The same without counting. */
export async function findStandingRefusal(deed: Deed): Promise<string | null> {
  return findBlocked(await listCounters(deed, {}));
}

async function findBlocked(counters: readonly Counter[]): Promise<string | null> {
  if ((await getBlockedUntil(counters.map(({ key }) => key))) === null) return null;
  for (const { key, refusal } of counters) if (await getBlockedUntil([key])) return REFUSALS[refusal];
  return null;
}
