import 'server-only';
import { CredentialsSignin } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { readAsker } from './asker';
import { checkCredentials, SignInRefused } from './check-credentials';

/** A refusal in the form that next-auth passes on: by an address it shows the code and no more. */
export class CredentialsRefused extends CredentialsSignin {
  constructor(readonly refusal: SignInRefused) {
    super();
    this.code = refusal.code;
  }
}

async function authorize(credentials: { email?: unknown; password?: unknown }): Promise<{ id: string }> {
  try {
    return { id: await checkCredentials(credentials, await readAsker()) };
  } catch (error) {
    throw error instanceof SignInRefused ? new CredentialsRefused(error) : error;
  }
}

/** Signing in by address and password. */
export const passwordProvider = Credentials({ credentials: { email: {}, password: {} }, authorize });
