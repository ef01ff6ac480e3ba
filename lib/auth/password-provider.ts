import 'server-only';
import { CredentialsSignin } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { isSuspended } from '@/lib/queries/suspensions';
import { readAsker } from './asker';
import { type Asker, checkCredentials, SignInRefused } from './check-credentials';
import { beginSecondStep, checkSecondStep, isSecondStepNeeded } from './second-step';

/** A refusal in the form that next-auth passes on: by an address it shows the code and no more. */
export class CredentialsRefused extends CredentialsSignin {
  constructor(readonly refusal: SignInRefused) {
    super();
    this.code = refusal.code;
  }
}

/** The person whose id is found, or the refusal as next-auth knows it. */
async function authorize(find: (asker: Asker) => Promise<string>): Promise<{ id: string }> {
  try {
    const id = await find(await readAsker());
    if (await isSuspended(id)) throw new SignInRefused('suspended');
    return { id };
  } catch (error) {
    throw error instanceof SignInRefused ? new CredentialsRefused(error) : error;
  }
}

/** Signing in by address and password. Who has a second factor is known by now, but not yet in. */
export const passwordProvider = Credentials({
  credentials: { email: {}, password: {} },
  authorize: (credentials) =>
    authorize(async (asker) => {
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
  authorize: ({ code }) => authorize((asker) => checkSecondStep(code, asker)),
});
