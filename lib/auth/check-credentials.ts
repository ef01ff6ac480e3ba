import 'server-only';
import { describeBrowser } from '@/lib/domain/browser';
import { saveAuditEvent } from '@/lib/queries/audit';
import { getCredentialByEmail } from '@/lib/queries/people';
import { StorageUnavailableError } from '@/lib/queries/storage';
import { signInSchema } from './credentials-schema';
import { findKnownDevice } from './known-device';
import { isPasswordCorrect, TooManySignInsError } from './password';
import { beginSignInAttempt, forgetFailures, takeBackAttempt } from './sign-in-throttle';

type Reason = 'wrong' | 'busy' | 'storage' | 'throttled' | 'code-needed' | 'expired' | 'suspended';

/** Why a sign-in did not happen. The code may appear in an address, so it says nothing of the account. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';

  constructor(
    readonly code: Reason,
    /** Until when it makes no sense to try again. */
    readonly blockedUntil: string | null = null,
  ) {
    super(`Signing in was refused: ${code}.`);
  }
}

/** Who tries to sign in, as far as the request tells. */
export type Asker = { address: string | null; userAgent: string | null; deviceCookie: string | undefined };

/** Stands in for the person of an address that nobody has, so that the work is the same. */
const NOBODY = 'nobody';

/**
 * The id of the person whom an address and a password belong to. Every refusal is a SignInRefused; an
 * unknown address costs the same time as a wrong password.
 */
export async function checkCredentials(
  credentials: { email?: unknown; password?: unknown },
  asker: Asker,
): Promise<string> {
  const parsed = signInSchema.safeParse({ email: credentials.email, password: credentials.password });
  if (!parsed.success) throw new SignInRefused('wrong');
  try {
    return await check(parsed.data, asker);
  } catch (error) {
    if (error instanceof StorageUnavailableError) throw new SignInRefused('storage');
    throw error;
  }
}

async function check(
  { email, password }: { email: string; password: string },
  { address, userAgent, deviceCookie }: Asker,
): Promise<string> {
  const credential = await getCredentialByEmail(email);
  const deviceId = findKnownDevice({ cookie: deviceCookie, personId: credential?.personId ?? NOBODY });
  const attempt = { email, address, deviceId };
  const blockedUntil = await beginSignInAttempt(attempt);
  if (blockedUntil) throw new SignInRefused('throttled', blockedUntil);
  const passwordHash = credential?.passwordHash ?? null;
  const isCorrect = await isPasswordCorrect({ password, passwordHash }).catch(async (error: unknown) => {
    if (!(error instanceof TooManySignInsError)) throw error;
    await takeBackAttempt(attempt);
    throw new SignInRefused('busy');
  });
  if (credential && isCorrect) {
    await forgetFailures(attempt);
    return credential.personId;
  }
  const detail = { browser: describeBrowser(userAgent) };
  await saveAuditEvent({ personId: credential?.personId ?? null, kind: 'sign-in-failed', detail });
  throw new SignInRefused('wrong');
}
