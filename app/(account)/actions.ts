'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { saveArrival } from '@/lib/auth/arrival';
import { beginProviderSignIn } from '@/lib/auth/begin-provider-sign-in';
import { arrivalFields } from '@/lib/auth/credentials-schema';
import { dropLinkIntent } from '@/lib/auth/link-intent';
import { toLocalPath } from '@/lib/auth/local-path';
import { type ActionResult, type ActionState, runFormAction } from '@/lib/http/action';

const goToProviderSchema = z.strictObject({
  provider: z.string().max(40),
  callbackUrl: z.string().max(2000).optional(),
  ...arrivalFields,
});

export async function goToProviderAction(
  _previous: ActionState<string>,
  formData: FormData,
): Promise<ActionResult<string>> {
  const result = await runFormAction(goToProviderSchema, formData, async (input) => {
    const { provider, callbackUrl, ...arrival } = input;
    await dropLinkIntent();
    await saveArrival(arrival);
    return beginProviderSignIn(provider, toLocalPath(callbackUrl));
  });
  if (result.ok) redirect(result.data);
  return result;
}
