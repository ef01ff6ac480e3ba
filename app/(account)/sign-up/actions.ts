'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { type ActionResult, type ActionState, runFormAction } from '@/lib/action';
import { signIn } from '@/lib/auth/auth';
import { SignInRefused } from '@/lib/auth/check-credentials';
import { signUpSchema } from '@/lib/auth/credentials-schema';
import { hashPassword } from '@/lib/auth/password';
import { guessRegion } from '@/lib/domain/region';
import { env } from '@/lib/env';
import { saveNewPerson } from '@/lib/queries/people';

export async function signUpAction(_previous: ActionState, formData: FormData): Promise<ActionResult> {
  const result = await runFormAction(signUpSchema, formData, async (input): Promise<ActionResult> => {
    if (env.SIGN_UP === 'closed') return { ok: false, message: 'New accounts are closed on this server.' };
    const { password, ...person } = input;
    const region = guessRegion((await headers()).get('accept-language'));
    const saved = await saveNewPerson({ ...person, region, passwordHash: await hashPassword(password) });
    if (!saved.ok)
      return {
        ok: false,
        message: 'Your account was not created yet: please look at the marked field.',
        fieldErrors: {
          email: 'This address has an account here already. Sign in instead, or use another address.',
        },
      };
    try {
      await signIn('credentials', { email: input.email, password, redirect: false });
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      return {
        ok: false,
        message: 'Your account is made, but signing in did not work just now. Sign in from the sign-in page.',
      };
    }
    return { ok: true, data: null };
  });
  if (result.ok) redirect('/rate');
  return result;
}
