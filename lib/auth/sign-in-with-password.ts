import 'server-only';
import { AuthError } from 'next-auth';
import { StorageUnavailableError } from '@/lib/queries/storage';
import { formatCount } from '@/lib/wording/format';
import { signIn } from './auth';
import type { SignInRefused } from './check-credentials';
import { CredentialsRefused } from './password-provider';
import { SUSPENDED } from './suspended';

const SENTENCES = {
  wrong:
    'This address and password do not belong together here. Check both, or create an account if you have none.',
  'code-needed': 'Your password is right. Signing in takes a code as well.',
  expired: 'This took too long, so begin again: sign in with your password.',
  busy: 'Many people are signing in at this moment. Wait a few seconds and press Sign in again.',
  suspended: SUSPENDED,
  storage:
    'Rung cannot reach its database at this moment. Nothing is lost: wait a little and press Sign in again.',
};

const HOUR_MS = 3_600_000;

function describeWait(blockedUntil: string): string {
  const waitMs = Date.parse(blockedUntil) - Date.now();
  if (waitMs > HOUR_MS)
    return 'Too many wrong passwords or codes were given for this account in a day. Sign in with a browser that you have used here before, set a new password, or try again tomorrow.';
  const minutes = Math.max(1, Math.ceil(waitMs / 60_000));
  return `Too many sign-ins went wrong. Wait ${formatCount(minutes, 'minute')} and try again, or use a browser that you have signed in with before.`;
}

export type SignedIn = { ok: true } | { ok: false; message: string; reason: SignInRefused['code'] };

/** Signs this browser in. A refusal is a sentence for the person, and the same whether or not the address has an account. */
export function signInWithPassword(credentials: { email: string; password: string }): Promise<SignedIn> {
  return signInBy('credentials', credentials);
}

const WRONG_CODE =
  'This code does not fit. Each code from your app works once: wait for the next one, or use a recovery code.';

/** The second step of signing in, for who has a second factor. */
export async function signInWithCode(code: string): Promise<SignedIn> {
  const signedIn = await signInBy('second-step', { code });
  return !signedIn.ok && signedIn.reason === 'wrong' ? { ...signedIn, message: WRONG_CODE } : signedIn;
}

async function signInBy(provider: string, credentials: Record<string, string>): Promise<SignedIn> {
  try {
    await signIn(provider, { ...credentials, redirect: false });
    return { ok: true };
  } catch (error) {
    if (error instanceof CredentialsRefused) {
      const { code: reason, blockedUntil } = error.refusal;
      const message = reason === 'throttled' ? describeWait(blockedUntil ?? '') : SENTENCES[reason];
      return { ok: false, message, reason };
    }
    if (error instanceof AuthError && error.cause?.err instanceof StorageUnavailableError)
      return { ok: false, message: SENTENCES.storage, reason: 'storage' };
    throw error;
  }
}
