import 'server-only';
import { AuthError } from 'next-auth';
import { formatCount } from '@/lib/format';
import { StorageUnavailableError } from '@/lib/queries/storage';
import { signIn } from './auth';
import { CredentialsRefused } from './password-provider';

const SENTENCES = {
  wrong:
    'This address and password do not belong together here. Check both, or create an account if you have none.',
  busy: 'Many people are signing in at this moment. Wait a few seconds and press Sign in again.',
  storage:
    'Rung cannot reach its database at this moment. Nothing is lost: wait a little and press Sign in again.',
};

const HOUR_MS = 3_600_000;

function describeWait(blockedUntil: string): string {
  const waitMs = Date.parse(blockedUntil) - Date.now();
  if (waitMs > HOUR_MS)
    return 'Too many wrong passwords were given for this address. Sign in with a browser that you have used here before, or set a new password.';
  const minutes = Math.max(1, Math.ceil(waitMs / 60_000));
  return `Too many sign-ins went wrong. Wait ${formatCount(minutes, 'minute')} and try again, or use a browser that you have signed in with before.`;
}

/** Signs this browser in. A refusal is a sentence for the person, and the same whether or not the address has an account. */
export async function signInWithPassword(credentials: {
  email: string;
  password: string;
}): Promise<{ ok: true } | { ok: false; message: string }> {
  try {
    await signIn('credentials', { ...credentials, redirect: false });
    return { ok: true };
  } catch (error) {
    if (error instanceof CredentialsRefused) {
      const { code, blockedUntil } = error.refusal;
      return {
        ok: false,
        message: code === 'throttled' ? describeWait(blockedUntil ?? '') : SENTENCES[code],
      };
    }
    if (error instanceof AuthError && error.cause?.err instanceof StorageUnavailableError)
      return { ok: false, message: SENTENCES.storage };
    throw error;
  }
}
