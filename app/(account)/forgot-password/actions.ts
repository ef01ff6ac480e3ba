'use server';

import { after } from 'next/server';
import { type ActionResult, type ActionState, runFormAction } from '@/lib/action';
import { mailResetLink } from '@/lib/auth/account-mail';
import { countDeed } from '@/lib/auth/address-throttle';
import { linkRequestSchema } from '@/lib/auth/credentials-schema';
import { isMailOn } from '@/lib/mail';
import { readOrigin } from '@/lib/origin';

/** Looks nothing up before it has answered, so the answer and its time tell nothing of the address. */
export async function forgotPasswordAction(
  _previous: ActionState,
  formData: FormData,
): Promise<ActionResult> {
  return runFormAction(linkRequestSchema, formData, async ({ email }): Promise<ActionResult> => {
    if (!isMailOn)
      return { ok: false, message: 'This server cannot send email. Ask the person who runs it.' };
    if (!(await countDeed('reset-password')))
      return { ok: false, message: 'Too many links were asked for from where you are. Wait an hour.' };
    const origin = await readOrigin();
    after(() => mailResetLink({ email, origin }));
    return { ok: true, data: null };
  });
}
