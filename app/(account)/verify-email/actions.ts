'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { type ActionResult, type ActionState, runFormAction } from '@/lib/action';
import { dropCarriedLink, readCarriedLink } from '@/lib/auth/carried-link';
import { type OwnedLink, takeLink } from '@/lib/auth/link-secret';
import { saveAuditEvent } from '@/lib/queries/audit';
import { getAccount, saveEmail } from '@/lib/queries/people';

const SPENT: ActionResult<string> = { ok: false, message: 'This link was used already or is too old.' };
const TAKEN: ActionResult<string> = {
  ok: false,
  message: 'Another account has this address by now, so yours keeps the one it has.',
};

export async function verifyEmailAction(
  _previous: ActionState<string>,
  formData: FormData,
): Promise<ActionResult<string>> {
  const result = await runFormAction(z.strictObject({}), formData, async () => {
    const secret = await readCarriedLink('verify-email');
    const verify = await takeLink(secret, 'verify-email');
    const change = verify ? null : await takeLink(secret, 'change-email');
    if (verify) return confirm(verify);
    return change ? move(change) : SPENT;
  });
  if (result.ok) redirect(`/verify-email?confirmed=${result.data}`);
  return result;
}

/** A link confirms the address that it was sent to, not one that the account has had since. */
async function confirm({ userId, detail }: OwnedLink): Promise<ActionResult<string>> {
  if (detail === null || (await getAccount(userId)).email !== detail) return SPENT;
  await saveEmail(userId, { email: detail, verifiedAt: new Date().toISOString() });
  await saveAuditEvent({ personId: userId, kind: 'email-verified' });
  await dropCarriedLink('verify-email');
  return { ok: true, data: 'yes' };
}

async function move({ userId, detail }: OwnedLink): Promise<ActionResult<string>> {
  const saved = await saveEmail(userId, { email: detail ?? '', verifiedAt: new Date().toISOString() });
  if (!saved.ok) return TAKEN;
  await saveAuditEvent({ personId: userId, kind: 'email-changed' });
  await dropCarriedLink('verify-email');
  return { ok: true, data: 'changed' };
}
