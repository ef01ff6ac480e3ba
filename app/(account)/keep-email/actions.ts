'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { makeAccountLink } from '@/lib/auth/account-link';
import { dropCarriedLink, readCarriedLink, saveCarriedLink } from '@/lib/auth/carried-link';
import { takeLink } from '@/lib/auth/link-secret';
import { type ActionResult, type ActionState, runFormAction } from '@/lib/http/action';
import { saveAuditEvent } from '@/lib/queries/audit';
import { getAccount, saveEmail } from '@/lib/queries/people';
import { deleteSessions } from '@/lib/queries/sessions';
import { deleteLinkTokens } from '@/lib/queries/tokens';

const readSecret = () => readCarriedLink('keep-email');
const refuse = (message: string): ActionResult => ({ ok: false, message });

/** Stops a change of address, or undoes it. Links of the same kind that were mailed later went to who asked for the change. */
export async function keepEmailAction(_previous: ActionState, formData: FormData): Promise<ActionResult> {
  const result = await runFormAction(
    z.strictObject({}),
    formData,
    async (): Promise<ActionResult> => {
      const link = await takeLink(await readSecret(), 'keep-email');
      if (link === null) return refuse('This link was used already or is too old.');
      const { userId: id, detail, createdAt } = link;
      const { email } = await getAccount(id);
      const isMoved = detail !== null && email !== detail;
      const saved = isMoved
        ? await saveEmail(id, { email: detail, verifiedAt: new Date().toISOString() })
        : { ok: true };
      if (!saved.ok)
        return refuse('Another account has this address by now. Ask the person who runs this server.');
      await deleteLinkTokens(id, 'change-email');
      await deleteLinkTokens(id, 'keep-email', { since: createdAt });
      await deleteSessions(id);
      if (isMoved) await saveAuditEvent({ personId: id, kind: 'email-changed' });
      await saveAuditEvent({ personId: id, kind: 'session-ended' });
      // Who asked for the change may know the password, and who reads the old address may set another at once.
      const reset = await makeAccountLink(id, { purpose: 'reset-password', detail });
      await saveCarriedLink('reset-password', reset);
      await dropCarriedLink('keep-email');
      return { ok: true, data: null };
    },
    readSecret,
  );
  if (result.ok) redirect('/keep-email?kept=yes');
  return result;
}
