'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { type ActionResult, type ActionState, runFormAction } from '@/lib/action';
import type { PendingSignUp } from '@/lib/auth/account-mail';
import { dropCarriedLink, readCarriedLink } from '@/lib/auth/carried-link';
import { type OwnedLink, takeLink } from '@/lib/auth/link-secret';
import { saveTrial } from '@/lib/auth/save-trial';
import { clearAccountThrottle } from '@/lib/auth/sign-in-throttle';
import { saveAuditEvent } from '@/lib/queries/audit';
import { getAccount, saveConfirmedPerson, saveEmail } from '@/lib/queries/people';

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
    for (const [purpose, act] of DEEDS) {
      const link = await takeLink(secret, purpose);
      if (link) return act(link);
    }
    return SPENT;
  });
  if (result.ok) redirect(result.data);
  return result;
}

/** A link confirms the address that it was sent to, not one that the account has had since. */
async function confirm({ userId, detail }: OwnedLink): Promise<ActionResult<string>> {
  if (detail === null || (await getAccount(userId)).email !== detail) return SPENT;
  await saveEmail(userId, { email: detail, verifiedAt: new Date().toISOString() });
  await saveAuditEvent({ personId: userId, kind: 'email-verified' });
  await dropCarriedLink('verify-email');
  return { ok: true, data: '/verify-email?confirmed=yes' };
}

async function move({ userId, detail }: OwnedLink): Promise<ActionResult<string>> {
  const saved = await saveEmail(userId, { email: detail ?? '', verifiedAt: new Date().toISOString() });
  if (!saved.ok) return TAKEN;
  await saveAuditEvent({ personId: userId, kind: 'email-changed' });
  await dropCarriedLink('verify-email');
  return { ok: true, data: '/verify-email?confirmed=changed' };
}

async function makeAccount({ userId, detail }: OwnedLink): Promise<ActionResult<string>> {
  const { passwordHash, tried } = JSON.parse(detail ?? '{}') as PendingSignUp;
  await saveConfirmedPerson(userId, { passwordHash });
  await saveAuditEvent({ personId: userId, kind: 'account-made' });
  const { email, region, timeZone } = await getAccount(userId);
  if (tried) await saveTrial(userId, { tried, region, timeZone });
  await clearAccountThrottle(email);
  await dropCarriedLink('verify-email');
  return { ok: true, data: '/sign-in?confirmed=yes&callbackUrl=%2Frate' };
}

/** What each link that leads here does. */
const DEEDS = [
  ['sign-up', makeAccount],
  ['verify-email', confirm],
  ['change-email', move],
] as const;
