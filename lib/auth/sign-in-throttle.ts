import 'server-only';
import { findNetworks } from '@/lib/http/network';
import {
  countAttempt,
  deleteThrottles,
  forgiveAttempts,
  getBlockedUntil,
  type ThrottleRule,
} from '@/lib/queries/throttle';
import { keyedHash } from './keyed-hash';

const QUARTER_HOUR = 15 * 60;
const DAY = 24 * 3600;

/** A limit is the attempt that is refused, so one more than may be wrong. */
const repeated = (limit: number, seconds: number): ThrottleRule => ({
  limit,
  windowSeconds: seconds,
  blockSeconds: seconds,
});

/** However slow: what a day allows, and the next allows again. */
const daily = (limit: number): ThrottleRule => ({
  limit,
  windowSeconds: DAY,
  blockSeconds: 'rest of the window',
});

/** By account with address, by address, by its network, and softly by account, which a stranger can bring about for all strangers. */
const BY_DAY = {
  pair: repeated(11, QUARTER_HOUR),
  address: repeated(101, QUARTER_HOUR),
  network: repeated(501, QUARTER_HOUR),
};
/**
 * Failures of all strangers together. It blocks nobody, or whoever fills it would lock everybody out: once it is full, each
 * address and network is held to less, which slows those who try from thousands of addresses and leaves each its first tries.
 */
const ALL = repeated(2001, QUARTER_HOUR);
const UNDER_ATTACK = {
  pair: repeated(4, QUARTER_HOUR),
  address: repeated(21, QUARTER_HOUR),
  network: repeated(61, QUARTER_HOUR),
};
const ACCOUNT = repeated(31, 5 * 60);
const DEVICE = repeated(11, QUARTER_HOUR);
const STRANGERS_DAILY = daily(61);
const DEVICE_DAILY = daily(41);
/** Who tries codes knows the password already, and there are but a million codes. */
const STRANGERS_CODES_DAILY = daily(21);

type Asker = {
  /** The address of the account, or the key of its second step. */
  email: string;
  address: string | null;
  /** The browser, where the account's owner has signed in with it before. */
  deviceId: string | null;
  isSecondStep?: boolean;
};

/** What counts against whom. A browser that the owner has used before is held to its own failures alone. */
function listCounters(
  { email, address, deviceId, isSecondStep }: Asker,
  { pair, address: one, network }: typeof BY_DAY = BY_DAY,
): (ThrottleRule & { key: string })[] {
  if (deviceId !== null)
    return [
      { ...DEVICE, key: keyedHash('throttle-device', email, deviceId) },
      { ...DEVICE_DAILY, key: keyedHash('throttle-device-daily', email, deviceId) },
    ];
  const { near } = findNetworks(address);
  const [byAddress, byNetwork] = listNetworkKeys(address);
  return [
    { ...pair, key: keyedHash('throttle-pair', email, near) },
    { ...one, key: byAddress },
    { ...network, key: byNetwork },
    { ...ACCOUNT, key: keyedHash('throttle-account', email) },
    {
      ...(isSecondStep ? STRANGERS_CODES_DAILY : STRANGERS_DAILY),
      key: keyedHash('throttle-strangers', email),
    },
  ];
}

/** What a sign-in that went well does not forgive whoever shares the address. */
function listNetworkKeys(address: string | null): [string, string] {
  const { near, wide } = findNetworks(address);
  return [keyedHash('throttle-address', near), keyedHash('throttle-network', wide)];
}

const keyOfAll = () => keyedHash('throttle-all');

/**
 * Counts a sign-in before its password is looked at, so that many at once cannot slip through together. Answers until when
 * it is refused, or null. A refused one counts for nothing: waiting always ends.
 */
export async function beginSignInAttempt(asker: Asker, { now = new Date() } = {}): Promise<string | null> {
  const isStranger = asker.deviceId === null;
  const isAttack = isStranger && (await getBlockedUntil([keyOfAll()], { now })) !== null;
  const counters = listCounters(asker, isAttack ? UNDER_ATTACK : BY_DAY);
  const keys = counters.map(({ key }) => key);
  const standing = await getBlockedUntil(keys, { now });
  if (standing !== null) return standing;
  const { blockedUntil } = await countAttempt(counters, { now });
  if (isStranger) await countAttempt([{ ...ALL, key: keyOfAll() }], { now });
  return blockedUntil;
}

/** After a right password: the account's failures are forgotten, and this attempt is not held against its address. */
export async function forgetFailures(asker: Asker): Promise<void> {
  const shared = listNetworkKeys(asker.address);
  const own = listCounters(asker).map(({ key }) => key);
  await deleteThrottles([...own.filter((key) => !shared.includes(key)), ...listAccountKeys(asker.email)]);
  if (asker.deviceId === null) await forgiveAttempts([...shared, keyOfAll()]);
}

/** Takes back an attempt whose password was never looked at. */
export async function takeBackAttempt(asker: Asker): Promise<void> {
  const own = listCounters(asker).map(({ key }) => key);
  await forgiveAttempts(asker.deviceId === null ? [...own, keyOfAll()] : own);
}

/** The counters of a person's second step, apart from those of the password. */
export const secondStepKey = (personId: string) => `second-step:${personId}`;

/** Ends what holds an account as a whole, as after a new password. */
export async function clearAccountThrottle(email: string): Promise<void> {
  await deleteThrottles(listAccountKeys(email));
}

function listAccountKeys(email: string): string[] {
  const purposes = ['throttle-account', 'throttle-strangers'];
  return purposes.map((purpose) => keyedHash(purpose, email));
}
