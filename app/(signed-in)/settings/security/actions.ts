'use server';

import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { z } from 'zod';
import { mailEmailChange, mailVerifyLink } from '@/lib/auth/account-mail';
import { beginProviderSignIn } from '@/lib/auth/begin-provider-sign-in';
import { beginSessionAnew } from '@/lib/auth/begin-session';
import { newPasswordSchema } from '@/lib/auth/credentials-schema';
import { findDeedRefusal, findStandingRefusal } from '@/lib/auth/deed-throttle';
import { endOpenAddresses, endOtherSessions, noteUnlinked } from '@/lib/auth/end-access';
import { saveLinkIntent } from '@/lib/auth/link-intent';
import { hashUnlessBusy } from '@/lib/auth/password';
import { proofFields } from '@/lib/auth/proof-schema';
import { clearAccountThrottle, secondStepKey } from '@/lib/auth/sign-in-throttle';
import type { UserId } from '@/lib/auth/user-id';
import { findPasswordProblem } from '@/lib/auth/weak-password';
import { emailSchema } from '@/lib/email-address';
import { type ActionResult, refuseField, signedInAction } from '@/lib/http/action';
import { readOrigin } from '@/lib/http/origin';
import { provenAction } from '@/lib/http/proven-action';
import { revalidatePath } from '@/lib/http/revalidate';
import { saveAuditEvent } from '@/lib/queries/audit';
import { getAccount, saveCredential, saveEmail } from '@/lib/queries/people';
import { deleteProviderAccount } from '@/lib/queries/provider-accounts';
import { deleteSession, getProofTime } from '@/lib/queries/sessions';
import { isMailOn } from '@/lib/reminders/mail';

const changePasswordSchema = z.strictObject({
  newPassword: newPasswordSchema,
  endFeed: z.literal('on').optional(),
  ...proofFields,
});

/** Ends every session, this browser's too, which gets a new one: a cookie that someone copied is worth nothing. */
export const changePasswordAction = provenAction(changePasswordSchema, async (user, input) => {
  const { newPassword, endFeed } = input;
  const { name, email } = await getAccount(user.id);
  const problem = findPasswordProblem({ password: newPassword, name, email });
  if (problem) return refuseField('newPassword', problem);
  const passwordHash = await hashUnlessBusy(newPassword);
  if (passwordHash === null)
    return { ok: false, message: 'Rung is busy at this moment. Press the button again in a minute.' };
  const provedAt = await getProofTime(user.id, user.sessionId);
  await saveCredential(user.id, { passwordHash });
  await saveAuditEvent({ personId: user.id, kind: 'password-changed' });
  if (endFeed) await endOpenAddresses(user.id);
  await clearAccountThrottle(email);
  await clearAccountThrottle(secondStepKey(user.id));
  await beginSessionAnew(user.id, provedAt);
  redirect('/settings/security?changed=password');
});

const changeEmailSchema = z.strictObject({
  newEmail: emailSchema,
  ...proofFields,
});

/** With mail the new address is confirmed first and the old one can stop it; without, the proof has to be enough. */
export const changeEmailAction = provenAction(changeEmailSchema, async (user, { newEmail: to }) => {
  const { email: from } = await getAccount(user.id);
  if (to === from) return refuseField('newEmail', 'This is your address already.');
  if (!isMailOn) return moveTo(user.id, to);
  const refusal = await findDeedRefusal('change-email', { recipient: to, accountId: user.id });
  if (refusal !== null) return { ok: false, message: refusal };
  const origin = await readOrigin();
  after(() => mailEmailChange({ id: user.id, from, to, origin }));
  return { ok: true, data: null };
});

async function moveTo(userId: UserId, to: string): Promise<ActionResult> {
  const refusal = await findStandingRefusal('email-taken');
  if (refusal !== null) return { ok: false, message: refusal };
  const saved = await saveEmail(userId, { email: to, verifiedAt: null });
  if (!saved.ok) {
    await findDeedRefusal('email-taken');
    return refuseField('newEmail', 'Another account here has this address.');
  }
  await saveAuditEvent({ personId: userId, kind: 'email-changed' });
  redirect('/settings/security?changed=email');
}

/** For who lost the mail that came when the account was made. */
export const sendVerifyLinkAction = signedInAction(z.strictObject({}), async (user) => {
  const refusal = await findDeedRefusal('change-email', { accountId: user.id });
  if (refusal !== null) return { ok: false, message: refusal };
  const [{ email }, origin] = [await getAccount(user.id), await readOrigin()];
  after(() => mailVerifyLink({ id: user.id, email, origin }));
  return { ok: true, data: null };
});

const linkProviderSchema = z.strictObject({ provider: z.string().max(40), ...proofFields });

/** From here the browser goes to the provider, and what it brings back belongs to this account. */
export const linkProviderAction = provenAction(linkProviderSchema, async (user, { provider }) => {
  await saveLinkIntent({ userId: user.id, sessionId: user.sessionId, provider });
  const begun = await beginProviderSignIn(provider, '/settings/security');
  if (!begun.ok) return begun;
  redirect(begun.data);
});

const unlinkProviderSchema = z.strictObject({
  issuer: z.string().max(1000),
  subject: z.string().max(1000),
  ...proofFields,
});

export const unlinkProviderAction = provenAction(unlinkProviderSchema, async (user, account) => {
  const ended = await deleteProviderAccount(user.id, account);
  if (!ended.ok && ended.reason === 'last-way-in')
    return {
      ok: false,
      message: 'This is the only way into your account, so it stays. Set a password or link another first.',
    };
  if (ended.ok) await noteUnlinked(user.id, [account]);
  revalidatePath('/settings/security');
  return { ok: true, data: null };
});

const endSessionSchema = z.strictObject({ sessionId: z.string().max(100), ...proofFields });

export const endSessionAction = provenAction(endSessionSchema, async (user, { sessionId }) => {
  if (await deleteSession(user.id, sessionId))
    await saveAuditEvent({ personId: user.id, kind: 'session-ended' });
  revalidatePath('/settings/security');
  return { ok: true, data: null };
});

export const endOtherSessionsAction = provenAction(z.strictObject(proofFields), async (user) => {
  await endOtherSessions(user);
  revalidatePath('/settings/security');
  return { ok: true, data: null };
});
