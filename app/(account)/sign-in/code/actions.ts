'use server';

import { redirect } from 'next/navigation';
import { secondStepSchema } from '@/lib/auth/credentials-schema';
import { toLocalPath } from '@/lib/auth/local-path';
import { readSecondStep } from '@/lib/auth/second-step';
import { signInWithCode } from '@/lib/auth/sign-in-with-password';
import { type ActionResult, type ActionState, runFormAction } from '@/lib/http/action';

export async function secondStepAction(
  _previous: ActionState<string>,
  formData: FormData,
): Promise<ActionResult<string>> {
  const result = await runFormAction(
    secondStepSchema,
    formData,
    async ({ code, callbackUrl }): Promise<ActionResult<string>> => {
      const signedIn = await signInWithCode(code);
      return signedIn.ok ? { ok: true, data: toLocalPath(callbackUrl) } : signedIn;
    },
    readSecondStep,
  );
  if (result.ok) redirect(result.data);
  return result;
}
