import 'server-only';
import { toNetwork } from '@/lib/network';
import {
  countAttempt,
  deleteThrottles,
  forgiveAttempts,
  getBlockedUntil,
  type ThrottleRule,
} from '@/lib/queries/throttle';
import { keyedHash } from './keyed-hash';

const QUARTER_HOUR = 15 * 60;
const DECADE = 10 * 365 * 24 * 3600;

/** A limit is the attempt that is refused, so one more than may be wrong. */
const repeated = (limit: number, seconds: number): ThrottleRule => ({
  limit,
  windowSeconds: seconds,
  blockSeconds: seconds,
});

/** By account with address, by address, and softly by account, which a stranger can bring about for all strangers. */
const PAIR = repeated(11, QUARTER_HOUR);
const ADDRESS = repeated(101, QUARTER_HOUR);
const ACCOUNT = repeated(31, 5 * 60);
const DEVICE = repeated(11, QUARTER_HOUR);
/** Failures in a row, however slow: strangers and the owner's browsers together never make more than a hundred. */
const STRANGERS_IN_A_ROW = repeated(61, DECADE);
const DEVICES_IN_A_ROW = repeated(41, DECADE);

type Asker = {
  email: string;
  address: string | null;
  /** The browser, where the account's owner has signed in with it before. */
  deviceId: string | null;
};

/** What counts against whom. A browser that the owner has used before is held to its own failures alone. */
function listCounters({ email, address, deviceId }: Asker): (ThrottleRule & { key: string })[] {
  if (deviceId !== null)
    return [
      { ...DEVICE, key: keyedHash('throttle-device', email, deviceId) },
      { ...DEVICES_IN_A_ROW, key: keyedHash('throttle-devices', email) },
    ];
  const network = toNetwork(address);
  return [
    { ...PAIR, key: keyedHash('throttle-pair', email, network) },
    { ...ADDRESS, key: keyedHash('throttle-address', network) },
    { ...ACCOUNT, key: keyedHash('throttle-account', email) },
    { ...STRANGERS_IN_A_ROW, key: keyedHash('throttle-strangers', email) },
  ];
}

/**
 * Counts a sign-in before its password is looked at, so that many at once cannot slip through together. Answers until when
 * it is refused, or null. A refused one counts for nothing: waiting always ends.
 */
export async function beginSignInAttempt(asker: Asker, { now = new Date() } = {}): Promise<string | null> {
  const counters = listCounters(asker);
  const standing = await getBlockedUntil(
    counters.map(({ key }) => key),
    { now },
  );
  return standing ?? (await countAttempt(counters, { now })).blockedUntil;
}

/** After a right password: the account's failures are forgotten, and this attempt is not held against its address. */
export async function forgetFailures(asker: Asker): Promise<void> {
  const address = keyedHash('throttle-address', toNetwork(asker.address));
  const own = listCounters(asker).map(({ key }) => key);
  await deleteThrottles([...own.filter((key) => key !== address), ...listAccountKeys(asker.email)]);
  await forgiveAttempts([address]);
}

/** Takes back an attempt whose password was never looked at. */
export async function takeBackAttempt(asker: Asker): Promise<void> {
  await forgiveAttempts(listCounters(asker).map(({ key }) => key));
}

/** The counters of a person's second step, apart from those of the password. */
export const secondStepKey = (personId: string) => `second-step:${personId}`;

/** Ends what holds an account as a whole, as after a new password. */
export async function clearAccountThrottle(email: string): Promise<void> {
  await deleteThrottles(listAccountKeys(email));
}

function listAccountKeys(email: string): string[] {
  const purposes = ['throttle-account', 'throttle-strangers', 'throttle-devices'];
  return purposes.map((purpose) => keyedHash(purpose, email));
}
