import 'server-only';
import { randomBytes } from 'node:crypto';
import { isKeyedHash, keyedHash } from './keyed-hash';

/** How long a browser counts as known after its last sign-in. */
export const DEVICE_LIFETIME_DAYS = 400;
/** Accounts that one browser is remembered for, the latest ones. */
const MOST_ACCOUNTS = 5;

type Remembered = { cookie: string | undefined; personId: string; now?: Date };

/**
 * The id of the browser if the person has signed in with it before, else null. The cookie names nobody: an entry is an id,
 * a day and a hash that only fits that person.
 */
export function findKnownDevice({ cookie, personId, now = new Date() }: Remembered): string | null {
  const oldest = toDay(now) - DEVICE_LIFETIME_DAYS;
  let found: string | null = null;
  for (const [id = '', day = '', hash = ''] of readEntries(cookie)) {
    const isSame = isKeyedHash(hash, 'known-device', personId, id, day);
    if (isSame && Number(day) > oldest) found = id;
  }
  return found;
}

/** The cookie after a sign-in: the browser is remembered for this person from today on. */
export function rememberDevice({ cookie, personId, now = new Date() }: Remembered): string {
  const id = findKnownDevice({ cookie, personId, now }) ?? randomBytes(16).toString('base64url');
  const day = String(toDay(now));
  const others = readEntries(cookie).filter(([otherId]) => otherId !== id);
  const entry = [id, day, keyedHash('known-device', personId, id, day)];
  return [entry, ...others.slice(0, MOST_ACCOUNTS - 1)].map((parts) => parts.join('.')).join('~');
}

function readEntries(cookie: string | undefined): string[][] {
  if (!cookie) return [];
  const entries = cookie.split('~', MOST_ACCOUNTS).map((entry) => entry.split('.'));
  return entries.filter((parts) => parts.length === 3 && parts.every((part) => /^[\w-]{1,64}$/.test(part)));
}

const toDay = (instant: Date) => Math.floor(instant.getTime() / 86_400_000);
