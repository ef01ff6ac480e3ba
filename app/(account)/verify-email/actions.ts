'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { PendingSignUp } from '@/lib/auth/account-mail';
import { dropCarriedLink, readCarriedLink } from '@/lib/auth/carried-link';
import { newPasswordSchema } from '@/lib/auth/credentials-schema';
import { findAddressRefusal } from '@/lib/auth/invitation';
import { findLink, type OwnedLink, takeLink } from '@/lib/auth/link-secret';
import { hashUnlessBusy } from '@/lib/auth/password';
import { saveTrial } from '@/lib/auth/save-trial';
import { clearAccountThrottle } from '@/lib/auth/sign-in-throttle';
import { signInWithPassword } from '@/lib/auth/sign-in-with-password';
import { findPasswordProblem } from '@/lib/auth/weak-password';
import { type ActionResult, type ActionState, refuseField, runFormAction } from '@/lib/http/action';
import { saveAuditEvent } from '@/lib/queries/audit';
import { getAccount, saveConfirmedPerson, saveEmail } from '@/lib/queries/people';

const readSecret = () => readCarriedLink('verify-email');

const SPENT: ActionResult<string> = { ok: false, message: 'This link was used already or is too old.' };
const TAKEN: ActionResult<string> = {
  ok: false,
  message: 'Another account has this address by now, so yours keeps the one it has.',
};

export async function verifyEmailAction(
  _previous: ActionState<string>,
  formData: FormData,
): Promise<ActionResult<string>> {
  const result = await runFormAction(
    z.strictObject({}),
    formData,
    async () => {
      const secret = await readSecret();
      for (const [purpose, act] of DEEDS) {
        const link = await takeLink(secret, purpose);
        if (link) return act(link);
      }
      return SPENT;
    },
    readSecret,
  );
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

/** What each link that leads here does, but that of a sign-up, which asks for more. */
const DEEDS = [
  ['verify-email', confirm],
  ['change-email', move],
] as const;

const confirmSignUpSchema = z.strictObject({ password: newPasswordSchema });

/**
 * The account gets the password that is given here, by who reads the mail: whoever typed one at sign-up may have used an
 * address that is not theirs.
 */
export async function confirmSignUpAction(
  _previous: ActionState<string>,
  formData: FormData,
): Promise<ActionResult<string>> {
  const confirmSignUp = async ({ password }: z.infer<typeof confirmSignUpSchema>) => {
    const secret = await readSecret();
    const link = await findLink(secret, 'sign-up');
    return link === null ? SPENT : makeAccount(link, { secret, password });
  };
  const result = await runFormAction(confirmSignUpSchema, formData, confirmSignUp, readSecret);
  if (result.ok) redirect(result.data);
  return result;
}

async function makeAccount(
  { userId, detail }: OwnedLink,
  { secret, password }: { secret: string; password: string },
): Promise<ActionResult<string>> {
  const pending = JSON.parse(detail ?? '{}') as Partial<PendingSignUp>;
  const { name, email, timeZone, region, tried } = { tried: null, ...(await getAccount(userId)), ...pending };
  const refusal = findAddressRefusal(email);
  if (refusal) return { ok: false, message: refusal.sentence };
  const problem = findPasswordProblem({ password, name, email });
  if (problem) return refuseField('password', problem, 'Your account was not made yet');
  const passwordHash = await hashUnlessBusy(password);
  if (passwordHash === null)
    return { ok: false, message: 'Rung is busy at this moment. Press the button again in a minute.' };
  const isFirst = (await takeLink(secret, 'sign-up')) !== null;
  const newcomer = { passwordHash, name, timeZone, region };
  if (!(isFirst && (await saveConfirmedPerson(userId, newcomer)))) return SPENT;
  await saveAuditEvent({ personId: userId, kind: 'account-made' });
  const next = tried ? await saveTrial(userId, { tried, region, timeZone }) : '/rate';
  await clearAccountThrottle(email);
  await dropCarriedLink('verify-email');
  const signedIn = await signInWithPassword({ email, password });
  return {
    ok: true,
    data: signedIn.ok ? next : `/sign-in?confirmed=yes&callbackUrl=${encodeURIComponent(next)}`,
  };
}
