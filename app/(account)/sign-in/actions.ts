'use server';

import { redirect } from 'next/navigation';
import { type ActionResult, type ActionState, runFormAction } from '@/lib/action';
import { signIn } from '@/lib/auth/auth';
import { SignInRefused } from '@/lib/auth/check-credentials';
import { signInSchema } from '@/lib/auth/credentials-schema';
import { toLocalPath } from '@/lib/auth/local-path';

const REFUSALS: Record<string, string> = {
  wrong:
    'This address and password do not belong together here. Check both, or create an account if you have none.',
  busy: 'Many people are signing in at this moment. Wait a few seconds and press Sign in again.',
  storage:
    'Rung cannot reach its database at this moment. Nothing is lost: wait a little and press Sign in again.',
};

export async function signInAction(
  _previous: ActionState<string>,
  formData: FormData,
): Promise<ActionResult<string>> {
  const result = await runFormAction(signInSchema, formData, async (input): Promise<ActionResult<string>> => {
    try {
      await signIn('credentials', { email: input.email, password: input.password, redirect: false });
    } catch (error) {
      if (error instanceof SignInRefused)
        return { ok: false, message: REFUSALS[error.code] ?? error.message };
      throw error;
    }
    return { ok: true, data: toLocalPath(input.callbackUrl) };
  });
  if (result.ok) redirect(result.data);
  return result;
}
