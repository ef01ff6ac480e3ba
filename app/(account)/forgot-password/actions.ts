'use server';

import { after } from 'next/server';
import { mailResetLink } from '@/lib/auth/account-mail';
import { linkRequestSchema } from '@/lib/auth/credentials-schema';
import { findDeedRefusal } from '@/lib/auth/deed-throttle';
import { type ActionResult, type ActionState, runFormAction } from '@/lib/http/action';
import { readOrigin } from '@/lib/http/origin';
import { isMailOn } from '@/lib/reminders/mail';

/** Looks nothing up before it has answered, so the answer and its time tell nothing of the address. */
export async function forgotPasswordAction(
  _previous: ActionState,
  formData: FormData,
): Promise<ActionResult> {
  return runFormAction(linkRequestSchema, formData, async ({ email }): Promise<ActionResult> => {
    if (!isMailOn)
      return { ok: false, message: 'This server cannot send email. Ask the person who runs it.' };
    const refusal = await findDeedRefusal('reset-password', { recipient: email });
    if (refusal !== null) return { ok: false, message: refusal };
    const origin = await readOrigin();
    after(() => mailResetLink({ email, origin }));
    return { ok: true, data: null };
  });
}
