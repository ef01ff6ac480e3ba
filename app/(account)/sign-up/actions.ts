'use server';

import { redirect } from 'next/navigation';
import { type ActionResult, type ActionState, runFormAction } from '@/lib/action';
import { signIn } from '@/lib/auth/auth';
import { signUpSchema } from '@/lib/auth/credentials-schema';
import { hashPassword } from '@/lib/auth/password';
import { env } from '@/lib/env';
import { saveNewPerson } from '@/lib/queries/people';

export async function signUpAction(_previous: ActionState, formData: FormData): Promise<ActionResult> {
  const result = await runFormAction(signUpSchema, formData, async (input): Promise<ActionResult> => {
    if (env.SIGN_UP === 'closed') return { ok: false, message: 'New accounts are closed on this server.' };
    const { password, ...person } = input;
    const saved = await saveNewPerson({ ...person, passwordHash: await hashPassword(password) });
    if (!saved.ok)
      return {
        ok: false,
        message: 'Your account was not created yet: please look at the marked field.',
        fieldErrors: {
          email: 'This address has an account here already. Sign in instead, or use another address.',
        },
      };
    await signIn('credentials', { email: input.email, password, redirect: false });
    return { ok: true, data: null };
  });
  if (result.ok) redirect('/rate');
  return result;
}
