import 'server-only';
import { cookies } from 'next/headers';
import { describeBrowser } from '@/lib/domain/browser';
import { saveAuditEvent } from '@/lib/queries/audit';
import { getCredential } from '@/lib/queries/people';
import { getSecondFactor } from '@/lib/queries/second-factors';
import { StorageUnavailableError } from '@/lib/queries/storage';
import { readAsker } from './asker';
import { type Asker, SignInRefused } from './check-credentials';
import { COOKIE_OPTIONS, nameCookie } from './cookies';
import { codeSchema } from './credentials-schema';
import { isKeyedHash, keyedHash } from './keyed-hash';
import { findKnownDevice } from './known-device';
import { takeSecondFactor } from './second-factor';
import { beginSignInAttempt, forgetFailures, secondStepKey } from './sign-in-throttle';
import type { UserId } from './user-id';

const LIFETIME_SECONDS = 10 * 60;

/** Whether the password alone signs this person in no longer. */
export async function isSecondStepNeeded(personId: string): Promise<boolean> {
  return (await getSecondFactor(personId as UserId))?.confirmedAt != null;
}

/** Lets this browser, whose password was right, go on to the second step within ten minutes. */
export async function beginSecondStep(personId: string): Promise<void> {
  const expiresAt = String(Math.floor(Date.now() / 1000) + LIFETIME_SECONDS);
  const proof = keyedHash('second-step', ...(await listProved(personId, expiresAt)));
  (await cookies()).set(nameCookie('second-step'), `${personId}.${expiresAt}.${proof}`, {
    ...COOKIE_OPTIONS,
    maxAge: LIFETIME_SECONDS,
  });
}

/** Fits one password of one person: a new password ends the step that began with the old one. */
async function listProved(personId: string, expiresAt: string): Promise<string[]> {
  return [personId, expiresAt, (await getCredential(personId as UserId))?.changedAt ?? ''];
}

/** Whose second step this browser has begun, or null. */
export async function readSecondStep(): Promise<UserId | null> {
  const cookie = (await cookies()).get(nameCookie('second-step'))?.value ?? '';
  const [personId = '', expiresAt = '', proof = ''] = cookie.split('.');
  if (!(Number(expiresAt) > Date.now() / 1000)) return null;
  const isOwn = isKeyedHash(proof, 'second-step', ...(await listProved(personId, expiresAt)));
  return isOwn ? (personId as UserId) : null;
}

/**
 * The id of the person whose second step this browser has begun, for a right code. Every refusal is a SignInRefused. It is
 * throttled as the password is: by address, by person, and for a browser that the person has used by itself.
 */
export async function checkSecondStep(code: unknown, asker: Asker): Promise<string> {
  const parsed = codeSchema.safeParse(code);
  try {
    const personId = await readSecondStep();
    if (personId === null) throw new SignInRefused('expired');
    if (!parsed.success) throw new SignInRefused('wrong');
    return await check(personId, parsed.data, asker);
  } catch (error) {
    if (error instanceof StorageUnavailableError) throw new SignInRefused('storage');
    throw error;
  }
}

/** Takes a code, each once. Null for a wrong one; a SignInRefused after too many. */
async function takeCode(personId: UserId, code: string, asker: Asker): Promise<'app' | 'recovery' | null> {
  const { address, userAgent, deviceCookie } = asker;
  const deviceId = findKnownDevice({ cookie: deviceCookie, personId });
  const attempt = { email: secondStepKey(personId), address, deviceId, isSecondStep: true };
  const blockedUntil = await beginSignInAttempt(attempt);
  if (blockedUntil) throw new SignInRefused('throttled', blockedUntil);
  const taken = await takeSecondFactor(personId, { code });
  if (taken !== null) await forgetFailures(attempt);
  const detail = { browser: describeBrowser(userAgent) };
  if (taken === 'recovery') await saveAuditEvent({ personId, kind: 'recovery-code-used', detail });
  return taken;
}

/** For a change in the settings: what is wrong with the code as a sentence, or null. */
export async function findCodeRefusal(userId: UserId, code: string): Promise<string | null> {
  const parsed = codeSchema.safeParse(code);
  if (!parsed.success) return parsed.error.issues[0]?.message ?? null;
  try {
    const taken = await takeCode(userId, parsed.data, await readAsker());
    return taken === null ? 'This code does not fit. Each works once: wait for the next one.' : null;
  } catch (error) {
    if (error instanceof SignInRefused) return 'Too many codes were wrong. Wait a quarter of an hour.';
    throw error;
  }
}

async function check(personId: UserId, code: string, asker: Asker): Promise<string> {
  if ((await takeCode(personId, code, asker)) === null) {
    const detail = { browser: describeBrowser(asker.userAgent), step: 'code' };
    await saveAuditEvent({ personId, kind: 'sign-in-failed', detail });
    throw new SignInRefused('wrong');
  }
  (await cookies()).set(nameCookie('second-step'), '', { ...COOKIE_OPTIONS, maxAge: 0 });
  return personId;
}
