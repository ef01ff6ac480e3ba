import 'server-only';
import { CredentialsSignin } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { isSuspended } from '@/lib/queries/suspensions';
import { readAsker } from './asker';
import { type Asker, checkCredentials, SignInRefused } from './check-credentials';
import { noteFailedSignIn } from './failed-sign-in';
import { beginSecondStep, checkSecondStep, isSecondStepNeeded } from './second-step';

/** A refusal in the form that next-auth passes on: by an address it shows the code and no more. */
export class CredentialsRefused extends CredentialsSignin {
  constructor(readonly refusal: SignInRefused) {
    super();
    this.code = refusal.code;
  }
}

/** The person whose id is found, or the refusal as next-auth knows it. */
async function authorize(
  way: 'password' | 'code',
  find: (asker: Asker) => Promise<string>,
): Promise<{ id: string }> {
  const asker = await readAsker();
  try {
    const id = await find(asker);
    if (await isSuspended(id)) throw new SignInRefused('suspended');
    return { id };
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    const { code: reason } = error;
    if (reason !== 'code-needed') noteFailedSignIn({ way, reason, address: asker.address });
    throw new CredentialsRefused(error);
  }
}

/** Signing in by address and password. Who has a second factor is known by now, but not yet in. */
export const passwordProvider = Credentials({
  credentials: { email: {}, password: {} },
  authorize: (credentials) =>
    authorize('password', async (asker) => {
      const personId = await checkCredentials(credentials, asker);
      if (!(await isSecondStepNeeded(personId))) return personId;
      await beginSecondStep(personId);
      throw new SignInRefused('code-needed');
    }),
});

/** The second step: whose it is stands in a cookie that the first one left. */
export const secondStepProvider = Credentials({
  id: 'second-step',
  credentials: { code: {} },
  authorize: ({ code }) => authorize('code', (asker) => checkSecondStep(code, asker)),
});
