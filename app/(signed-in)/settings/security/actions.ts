'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { type ActionResult, signedInAction } from '@/lib/action';
import { beginProviderSignIn } from '@/lib/auth/begin-provider-sign-in';
import { findConfirmRefusal } from '@/lib/auth/confirm-person';
import { newPasswordSchema } from '@/lib/auth/credentials-schema';
import { saveLinkIntent } from '@/lib/auth/link-intent';
import { hashPassword } from '@/lib/auth/password';
import { nameIssuer } from '@/lib/auth/providers';
import { clearAccountThrottle } from '@/lib/auth/sign-in-throttle';
import { signInWithPassword } from '@/lib/auth/sign-in-with-password';
import { findPasswordProblem } from '@/lib/auth/weak-password';
import { saveAuditEvent } from '@/lib/queries/audit';
import { getAccount, saveCredential } from '@/lib/queries/people';
import { deleteProviderAccount } from '@/lib/queries/provider-accounts';
import { deleteSession, deleteSessions } from '@/lib/queries/sessions';

const NOT_CHANGED = 'Your password was not changed: please look at the marked field.';

const refuseField = (name: string, sentence: string): ActionResult => ({
  ok: false,
  message: NOT_CHANGED,
  fieldErrors: { [name]: sentence },
});

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
  const signedIn = await signInWithPassword({ email, password: newPassword });
  redirect(signedIn.ok ? '/settings/security?changed=password' : '/sign-in');
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
