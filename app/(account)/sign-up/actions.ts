'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { mailSignUpLink } from '@/lib/auth/account-mail';
import { signUpSchema } from '@/lib/auth/credentials-schema';
import { findDeedRefusal, findStandingRefusal } from '@/lib/auth/deed-throttle';
import { findSignUpRefusal } from '@/lib/auth/invitation';
import { hashUnlessBusy } from '@/lib/auth/password';
import { type CAME_ALONG, saveTrial } from '@/lib/auth/save-trial';
import { clearAccountThrottle } from '@/lib/auth/sign-in-throttle';
import { signInWithPassword } from '@/lib/auth/sign-in-with-password';
import { findPasswordProblem } from '@/lib/auth/weak-password';
import { guessRegion } from '@/lib/domain/region';
import { type ActionResult, type ActionState, refuseField, runFormAction } from '@/lib/http/action';
import { readOrigin } from '@/lib/http/origin';
import { saveAuditEvent } from '@/lib/queries/audit';
import { saveNewPerson } from '@/lib/queries/people';
import { isMailOn } from '@/lib/reminders/mail';

const NOT_YET = 'Your account was not created yet';
const BUSY = 'Many people are signing in at this moment. Wait a few seconds and press Create account again.';

/** Where the person goes on whose account is made; none where a link was mailed instead. */
type Made = { next: '/rate' | typeof CAME_ALONG | null };
type Outcome = ActionResult<Made>;

const refuse = (message: string): Outcome => ({ ok: false, message });

export async function signUpAction(_previous: ActionState<Made>, formData: FormData): Promise<Outcome> {
  const result = await runFormAction(signUpSchema, formData, async (input): Promise<Outcome> => {
    const { password, tried, invitation, ...person } = input;
    const refusal = await findSignUpRefusal({ email: input.email, code: invitation });
    if (refusal?.field) return refuseField(refusal.field, refusal.sentence, NOT_YET);
    if (refusal) return refuse(refusal.sentence);
    const problem = findPasswordProblem(input);
    if (problem) return refuseField('password', problem, NOT_YET);
    const region = guessRegion((await headers()).get('accept-language'));
    if (isMailOn) return promiseMail({ ...person, region, tried: tried ?? null });
    const tooOften = (await findStandingRefusal('email-taken')) ?? (await findDeedRefusal('sign-up'));
    if (tooOften !== null) return refuse(tooOften);
    const passwordHash = await hashUnlessBusy(password);
    if (passwordHash === null) return refuse(BUSY);
    const saved = await saveNewPerson({ ...person, region, passwordHash });
    if (!saved.ok) {
      await findDeedRefusal('email-taken');
      const sentence = 'This address has an account here already. Sign in instead, or use another address.';
      return refuseField('email', sentence, NOT_YET);
    }
    await saveAuditEvent({ personId: saved.personId, kind: 'account-made' });
    const next = tried
      ? await saveTrial(saved.personId, { tried, region, timeZone: person.timeZone })
      : '/rate';
    await clearAccountThrottle(input.email);
    const signedIn = await signInWithPassword({ email: input.email, password });
    return signedIn.ok
      ? { ok: true, data: { next } }
      : refuse('Your account is made, but signing in did not work just now. Sign in from the sign-in page.');
  });
  if (result.ok && result.data.next) redirect(result.data.next);
  return result;
}

/** Looks nothing up before it has answered, so the answer and its time tell nothing of the address. */
async function promiseMail(newcomer: Parameters<typeof mailSignUpLink>[0]): Promise<Outcome> {
  const tooOften = await findDeedRefusal('sign-up', { recipient: newcomer.email });
  if (tooOften !== null) return refuse(tooOften);
  const origin = await readOrigin();
  after(() => mailSignUpLink(newcomer, { origin }));
  return { ok: true, data: { next: null } };
}
