'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { dropCarriedLink, readCarriedLink } from '@/lib/auth/carried-link';
import { newPasswordSchema } from '@/lib/auth/credentials-schema';
import { endOpenAddresses, noteUnlinked } from '@/lib/auth/end-access';
import { findLink, takeLink } from '@/lib/auth/link-secret';
import { hashUnlessBusy } from '@/lib/auth/password';
import { clearAccountThrottle, secondStepKey } from '@/lib/auth/sign-in-throttle';
import { findPasswordProblem } from '@/lib/auth/weak-password';
import { type ActionResult, type ActionState, refuseField, runFormAction } from '@/lib/http/action';
import { saveAuditEvent } from '@/lib/queries/audit';
import { getAccount, saveCredential } from '@/lib/queries/people';

const resetPasswordSchema = z.strictObject({
  newPassword: newPasswordSchema,
  endFeed: z.literal('on').optional(),
  unlink: z.literal('on').optional(),
});

const readSecret = () => readCarriedLink('reset-password');

const SPENT: ActionResult = {
  ok: false,
  message: 'This link was used already or is too old, so nothing was changed. Ask for a new one.',
};

export async function resetPasswordAction(_previous: ActionState, formData: FormData): Promise<ActionResult> {
  const result = await runFormAction(
    resetPasswordSchema,
    formData,
    async ({ newPassword, endFeed, unlink }): Promise<ActionResult> => {
      const secret = await readSecret();
      const link = await findLink(secret, 'reset-password');
      if (link === null) return SPENT;
      const { name, email } = await getAccount(link.userId);
      const problem = findPasswordProblem({ password: newPassword, name, email });
      if (problem) return refuseField('newPassword', problem, 'Your password was not changed');
      const passwordHash = await hashUnlessBusy(newPassword);
      if (passwordHash === null)
        return { ok: false, message: 'Rung is busy at this moment. Press the button again in a minute.' };
      if ((await takeLink(secret, 'reset-password')) === null) return SPENT;
      const { unlinked } = await saveCredential(link.userId, {
        passwordHash,
        // A link that the operator made says nothing of the mail.
        provenEmail: link.detail,
        isUnlinking: unlink === 'on',
      });
      await saveAuditEvent({ personId: link.userId, kind: 'password-changed' });
      await noteUnlinked(link.userId, unlinked);
      if (endFeed) await endOpenAddresses(link.userId);
      await clearAccountThrottle(email);
      await clearAccountThrottle(secondStepKey(link.userId));
      await dropCarriedLink('reset-password');
      return { ok: true, data: null };
    },
    readSecret,
  );
  if (result.ok) redirect('/sign-in?reset=done');
  return result;
}
