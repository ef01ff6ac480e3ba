import 'server-only';
import { getCredential } from '@/lib/queries/people';
import { getProofTime, renewSession } from '@/lib/queries/sessions';
import { countAttempt, deleteThrottles, getBlockedUntil } from '@/lib/queries/throttle';
import { formatCount } from '@/lib/wording/format';
import { keyedHash } from './keyed-hash';
import { isPasswordCorrect, TooManySignInsError } from './password';
import type { Proof, ProofNeeds } from './proof-schema';
import { findCodeRefusal, isSecondStepNeeded } from './second-step';
import type { SignedInUser } from './session';
import { saveSessionCookie } from './session-cookie';

const TRIES = { limit: 11, windowSeconds: 15 * 60, blockSeconds: 15 * 60 };
const FRESH_MS = 10 * 60 * 1000;

const SIGN_IN_AGAIN =
  'This needs a sign-in of the last ten minutes: sign in again, and then come back to it.';

type Refusal = { ok: false; message: string; fieldErrors: Record<string, string> };
export type Proven = { ok: true; user: SignedInUser } | Refusal;

/** What signing in would ask of the person, and until when what they last gave holds; null where it no longer does. */
export async function readProofNeeds(
  user: SignedInUser,
): Promise<ProofNeeds & { freshUntil: string | null }> {
  const [credential, asksCode, provedAt] = await Promise.all([
    getCredential(user.id),
    isSecondStepNeeded(user.id),
    getProofTime(user.id, user.sessionId),
  ]);
  const until = provedAt === null ? 0 : Date.parse(provedAt) + FRESH_MS;
  const isFresh = Date.now() < until;
  return {
    asksPassword: credential !== null,
    asksCode: credential !== null && asksCode,
    isFresh,
    freshUntil: isFresh ? new Date(until).toISOString() : null,
  };
}

/**
 * The one rule for every sensitive act: all that signing in would ask, given here or in this browser within the last ten
 * minutes. `isAnew` asks for it in any case. Who has no password here proves it by signing in at the provider again.
 */
export async function prove(
  user: SignedInUser,
  proof: Proof,
  { isAnew = false }: { isAnew?: boolean } = {},
): Promise<Proven> {
  const needs = await readProofNeeds(user);
  const isGiven = needs.asksPassword && (proof.password !== '' || proof.code !== '');
  if (needs.isFresh && !isGiven && !(isAnew && needs.asksPassword)) return { ok: true, user };
  if (!needs.asksPassword)
    return { ok: false, message: SIGN_IN_AGAIN, fieldErrors: { password: SIGN_IN_AGAIN } };
  const fieldErrors = await findWrong(user, proof, needs);
  if (fieldErrors !== null)
    return { ok: false, message: 'Nothing was changed: please look at the marked field.', fieldErrors };
  const renewed = await renewSession(user.id, user.sessionId);
  if (renewed === null) return { ok: false, message: 'You have been signed out meanwhile.', fieldErrors: {} };
  await saveSessionCookie({ personId: user.id, sessionId: renewed.id, expiresAt: renewed.expiresAt });
  return { ok: true, user: { ...user, sessionId: renewed.id } };
}

async function findWrong(
  user: SignedInUser,
  { password, code }: Proof,
  { asksCode }: ProofNeeds,
): Promise<Record<string, string> | null> {
  const missing = {
    ...(password === '' ? { password: 'Give your password: this needs a fresh proof that it is you.' } : {}),
    ...(asksCode && code.trim() === '' ? { code: 'Give a code from your app, or a recovery code.' } : {}),
  };
  if (Object.keys(missing).length > 0) return missing;
  const wrongPassword = await findPasswordRefusal(user, password);
  if (wrongPassword !== null) return { password: wrongPassword };
  const wrongCode = asksCode ? await findCodeRefusal(user.id, code) : null;
  return wrongCode === null ? null : { code: wrongCode };
}

async function findPasswordRefusal(user: SignedInUser, password: string): Promise<string | null> {
  const credential = await getCredential(user.id);
  // By session, so that whoever has stolen one cannot keep the owner from proving who they are.
  const key = keyedHash('prove', user.id, user.sessionId);
  const blockedUntil =
    (await getBlockedUntil([key])) ?? (await countAttempt([{ key, ...TRIES }])).blockedUntil;
  if (blockedUntil) {
    const minutes = Math.ceil((Date.parse(blockedUntil) - Date.now()) / 60_000);
    return `Too many tries. Wait ${formatCount(minutes, 'minute')}.`;
  }
  try {
    const passwordHash = credential?.passwordHash ?? null;
    if (!(await isPasswordCorrect({ password, passwordHash }))) return 'This is not your password.';
  } catch (error) {
    if (error instanceof TooManySignInsError) return 'Rung is busy at this moment. Try again in a minute.';
    throw error;
  }
  await deleteThrottles([key]);
  return null;
}
