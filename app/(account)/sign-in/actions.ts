'use server';

import { redirect } from 'next/navigation';
import { signInSchema } from '@/lib/auth/credentials-schema';
import { toLocalPath } from '@/lib/auth/local-path';
import { signInWithPassword } from '@/lib/auth/sign-in-with-password';
import { type ActionResult, type ActionState, runFormAction } from '@/lib/http/action';

export async function signInAction(
  _previous: ActionState<string>,
  formData: FormData,
): Promise<ActionResult<string>> {
  const result = await runFormAction(signInSchema, formData, async (input): Promise<ActionResult<string>> => {
    const { email, password, callbackUrl } = input;
    const signedIn = await signInWithPassword({ email, password });
    const next = toLocalPath(callbackUrl);
    if (!signedIn.ok && signedIn.reason === 'code-needed')
      return { ok: true, data: `/sign-in/code?callbackUrl=${encodeURIComponent(next)}` };
    return signedIn.ok ? { ok: true, data: next } : signedIn;
  });
  if (result.ok) redirect(result.data);
  return result;
}
