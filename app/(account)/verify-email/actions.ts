'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { type ActionResult, type ActionState, runFormAction } from '@/lib/action';
import { dropCarriedLink, readCarriedLink } from '@/lib/auth/carried-link';
import { takeLink } from '@/lib/auth/link-secret';
import { saveAuditEvent } from '@/lib/queries/audit';
import { getAccount, saveEmail } from '@/lib/queries/people';

export async function verifyEmailAction(_previous: ActionState, formData: FormData): Promise<ActionResult> {
  const result = await runFormAction(z.strictObject({}), formData, async (): Promise<ActionResult> => {
    const link = await takeLink(await readCarriedLink('verify-email'), 'verify-email');
    // A link confirms the address that it was sent to, not one that the account has had since.
    const isStill = link !== null && (await getAccount(link.userId)).email === link.detail;
    if (!isStill) return { ok: false, message: 'This link was used already or is too old.' };
    await saveEmail(link.userId, { email: link.detail ?? '', verifiedAt: new Date().toISOString() });
    await saveAuditEvent({ personId: link.userId, kind: 'email-verified' });
    await dropCarriedLink('verify-email');
    return { ok: true, data: null };
  });
  if (result.ok) redirect('/verify-email?confirmed=yes');
  return result;
}
