import 'server-only';
import { CredentialsSignin } from 'next-auth';
import { getCredentialByEmail } from '@/lib/queries/people';
import { StorageUnavailableError } from '@/lib/queries/storage';
import { signInSchema } from './credentials-schema';
import { isPasswordCorrect, TooManySignInsError } from './password';

/** Why a sign-in did not happen. The code may appear in an address, so it says nothing of the account. */
export class SignInRefused extends CredentialsSignin {
  constructor(code: 'wrong' | 'busy' | 'storage') {
    super();
    this.code = code;
  }
}

/**
 * The id of the person whom an address and a password belong to. Every refusal is a SignInRefused; an
 * unknown address costs the same time as a wrong password.
 */
export async function checkCredentials(credentials: {
  email?: unknown;
  password?: unknown;
}): Promise<string> {
  const parsed = signInSchema.safeParse({ email: credentials.email, password: credentials.password });
  if (!parsed.success) throw new SignInRefused('wrong');
  const { email, password } = parsed.data;
  try {
    const credential = await getCredentialByEmail(email);
    const isCorrect = await isPasswordCorrect({ password, passwordHash: credential?.passwordHash ?? null });
    if (credential && isCorrect) return credential.personId;
  } catch (error) {
    if (error instanceof TooManySignInsError) throw new SignInRefused('busy');
    if (error instanceof StorageUnavailableError) throw new SignInRefused('storage');
    throw error;
  }
  throw new SignInRefused('wrong');
}
