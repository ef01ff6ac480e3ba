'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { z } from 'zod';
import { type ActionResult, refuseField, signedInAction } from '@/lib/action';
import { mailEmailChange, mailVerifyLink } from '@/lib/auth/account-mail';
import { countDeed, isDeedOpen } from '@/lib/auth/address-throttle';
import { beginProviderSignIn } from '@/lib/auth/begin-provider-sign-in';
import { findConfirmRefusal } from '@/lib/auth/confirm-person';
import { emailSchema, newPasswordSchema } from '@/lib/auth/credentials-schema';
import { saveLinkIntent } from '@/lib/auth/link-intent';
import { hashPassword } from '@/lib/auth/password';
import { nameIssuer } from '@/lib/auth/providers';
import { clearAccountThrottle, secondStepKey } from '@/lib/auth/sign-in-throttle';
import { signInWithPassword } from '@/lib/auth/sign-in-with-password';
import type { UserId } from '@/lib/auth/user-id';
import { findPasswordProblem } from '@/lib/auth/weak-password';
import { isMailOn } from '@/lib/mail';
import { readOrigin } from '@/lib/origin';
import { saveAuditEvent } from '@/lib/queries/audit';
import { getAccount, saveCredential, saveEmail } from '@/lib/queries/people';
import { deleteProviderAccount } from '@/lib/queries/provider-accounts';
import { deleteSession, deleteSessions } from '@/lib/queries/sessions';

const changePasswordSchema = z.strictObject({
  currentPassword: z.string().max(1000).default(''),
  newPassword: newPasswordSchema,
});

/** Ends every session, this browser's too, which gets a new one: a cookie that someone copied is worth nothing. */
export const changePasswordAction = signedInAction(changePasswordSchema, async (user, input) => {
  const { newPassword, currentPassword } = input;
  const { name, email } = await getAccount(user.id);
  const problem = findPasswordProblem({ password: newPassword, name, email });
  if (problem) return refuseField('newPassword', problem);
  const refusal = await findConfirmRefusal(user, currentPassword);
  if (refusal) return refuseField('currentPassword', refusal);
  await saveCredential(user.id, { passwordHash: await hashPassword(newPassword) });
  await saveAuditEvent({ personId: user.id, kind: 'password-changed' });
  await clearAccountThrottle(email);
  await clearAccountThrottle(secondStepKey(user.id));
  const signedIn = await signInWithPassword({ email, password: newPassword });
  const next = '/settings/security?changed=password';
  if (!signedIn.ok && signedIn.reason === 'code-needed')
    redirect(`/sign-in/code?callbackUrl=${encodeURIComponent(next)}`);
  redirect(signedIn.ok ? next : '/sign-in');
});

const TOO_MANY_EMAILS = 'Too many emails were asked for from where you are. Wait an hour.';

const changeEmailSchema = z.strictObject({
  newEmail: emailSchema,
  emailPassword: z.string().max(1000).default(''),
});

/** With mail the new address is confirmed first and the old one can stop it; without, the password has to be enough. */
export const changeEmailAction = signedInAction(changeEmailSchema, async (user, input) => {
  const { newEmail: to, emailPassword } = input;
  const { email: from } = await getAccount(user.id);
  if (to === from) return refuseField('newEmail', 'This is your address already.');
  const refusal = await findConfirmRefusal(user, emailPassword);
  if (refusal) return refuseField('emailPassword', refusal);
  if (!isMailOn) return moveTo(user.id, to);
  if (!(await countDeed('change-email'))) return { ok: false, message: TOO_MANY_EMAILS };
  const origin = await readOrigin();
  after(() => mailEmailChange({ id: user.id, from, to, origin }));
  return { ok: true, data: null };
});

async function moveTo(userId: UserId, to: string): Promise<ActionResult> {
  if (!(await isDeedOpen('email-taken')))
    return { ok: false, message: 'Too many addresses were tried from where you are. Wait an hour.' };
  const saved = await saveEmail(userId, { email: to, verifiedAt: null });
  if (!saved.ok) {
    await countDeed('email-taken');
    return refuseField('newEmail', 'Another account here has this address.');
  }
  await saveAuditEvent({ personId: userId, kind: 'email-changed' });
  redirect('/settings/security?changed=email');
}

/** For who lost the mail that came when the account was made. */
export const sendVerifyLinkAction = signedInAction(z.strictObject({}), async (user) => {
  if (!(await countDeed('change-email'))) return { ok: false, message: TOO_MANY_EMAILS };
  const [{ email }, origin] = [await getAccount(user.id), await readOrigin()];
  after(() => mailVerifyLink({ id: user.id, email, origin }));
  return { ok: true, data: null };
});

const linkProviderSchema = z.strictObject({
  provider: z.string().max(40),
  linkPassword: z.string().max(1000).default(''),
});

/** From here the browser goes to the provider, and what it brings back belongs to this account. */
export const linkProviderAction = signedInAction(linkProviderSchema, async (user, input) => {
  const refusal = await findConfirmRefusal(user, input.linkPassword);
  if (refusal)
    return { ok: false, message: `Nothing was linked. ${refusal}`, fieldErrors: { linkPassword: refusal } };
  const { provider } = input;
  await saveLinkIntent({ userId: user.id, sessionId: user.sessionId, provider });
  const begun = await beginProviderSignIn(provider, '/settings/security');
  if (!begun.ok) return begun;
  redirect(begun.data);
});

const unlinkProviderSchema = z.strictObject({
  issuer: z.string().max(1000),
  subject: z.string().max(1000),
});

export const unlinkProviderAction = signedInAction(unlinkProviderSchema, async (user, account) => {
  const ended = await deleteProviderAccount(user.id, account);
  if (!ended.ok && ended.reason === 'last-way-in')
    return {
      ok: false,
      message: 'This is the only way into your account, so it stays. Set a password or link another first.',
    };
  if (ended.ok) {
    const detail = { provider: nameIssuer(account.issuer) };
    await saveAuditEvent({ personId: user.id, kind: 'provider-unlinked', detail });
  }
  revalidatePath('/settings/security');
  return { ok: true, data: null };
});

const endSessionSchema = z.strictObject({ sessionId: z.string().max(100) });

export const endSessionAction = signedInAction(endSessionSchema, async (user, { sessionId }) => {
  if (await deleteSession(user.id, sessionId))
    await saveAuditEvent({ personId: user.id, kind: 'session-ended' });
  revalidatePath('/settings/security');
  return { ok: true, data: null };
});

export const endOtherSessionsAction = signedInAction(z.strictObject({}), async (user) => {
  const count = await deleteSessions(user.id, { keep: user.sessionId });
  if (count > 0)
    await saveAuditEvent({ personId: user.id, kind: 'session-ended', detail: { count: String(count) } });
  revalidatePath('/settings/security');
  return { ok: true, data: null };
});
