import 'server-only';
import { formatCount } from '@/lib/format';
import { getCredential } from '@/lib/queries/people';
import { listSessions } from '@/lib/queries/sessions';
import { countAttempt, deleteThrottles, getBlockedUntil } from '@/lib/queries/throttle';
import { keyedHash } from './keyed-hash';
import { isPasswordCorrect, TooManySignInsError } from './password';
import type { SignedInUser } from './session';

const TRIES = { limit: 11, windowSeconds: 15 * 60, blockSeconds: 15 * 60 };
const FRESH_SIGN_IN_MS = 10 * 60 * 1000;

/**
 * Makes sure that it is the person who sits at this signed-in browser: asks for the password, or of someone who has none
 * here for a sign-in of the last ten minutes. Answers what is wrong as a sentence, or null.
 */
export async function findConfirmRefusal(user: SignedInUser, password: string): Promise<string | null> {
  const credential = await getCredential(user.id);
  if (!credential) {
    const current = (await listSessions(user.id)).find((session) => session.id === user.sessionId);
    const isFresh = current && Date.now() - Date.parse(current.createdAt) < FRESH_SIGN_IN_MS;
    return isFresh ? null : 'Sign out and in again first: this needs a sign-in of the last ten minutes.';
  }
  const key = keyedHash('confirm-person', user.id);
  const blockedUntil =
    (await getBlockedUntil([key])) ?? (await countAttempt([{ key, ...TRIES }])).blockedUntil;
  if (blockedUntil) {
    const minutes = Math.ceil((Date.parse(blockedUntil) - Date.now()) / 60_000);
    return `Too many tries. Wait ${formatCount(minutes, 'minute')}.`;
  }
  try {
    const { passwordHash } = credential;
    if (!(await isPasswordCorrect({ password, passwordHash }))) return 'This is not your password.';
  } catch (error) {
    if (error instanceof TooManySignInsError) return 'Rung is busy at this moment. Try again in a minute.';
    throw error;
  }
  await deleteThrottles([key]);
  return null;
}
