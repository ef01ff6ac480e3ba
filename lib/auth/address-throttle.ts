import 'server-only';
import { toNetwork } from '@/lib/network';
import { countAttempt, getBlockedUntil } from '@/lib/queries/throttle';
import { readAsker } from './asker';
import { keyedHash } from './keyed-hash';

const HOUR = 3600;

/** What one address may do in an hour. Generous, since a school or a firm may stand behind it. */
const LIMITS = { 'sign-up': 300, 'email-taken': 20, 'reset-password': 30, 'change-email': 20 };

type Deed = keyof typeof LIMITS;

async function buildCounter(deed: Deed) {
  const { address } = await readAsker();
  const limit = LIMITS[deed] + 1;
  return { key: keyedHash(deed, toNetwork(address)), limit, windowSeconds: HOUR, blockSeconds: HOUR };
}

/** Counts a deed of the address that asks. False where it has done so too often. */
export async function countDeed(deed: Deed): Promise<boolean> {
  const counter = await buildCounter(deed);
  if (await getBlockedUntil([counter.key])) return false;
  return (await countAttempt([counter])).blockedUntil === null;
}

/** Whether the address that asks has not done a deed too often. */
export async function isDeedOpen(deed: Deed): Promise<boolean> {
  return (await getBlockedUntil([(await buildCounter(deed)).key])) === null;
}
