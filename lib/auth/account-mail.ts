import 'server-only';
import type { Region } from '@/lib/domain/catalogue';
import { describeError, log } from '@/lib/log';
import { saveAuditEvent } from '@/lib/queries/audit';
import { getPersonByEmail, savePendingPerson, toAddress } from '@/lib/queries/people';
import { StorageUnavailableError } from '@/lib/queries/storage';
import { isMailOn, MailUnavailableError, sendMail } from '@/lib/reminders/mail';
import { makeAccountLink } from './account-link';

/** Mails a link that sets a new password, if the address has an account; to be called after the answer, which is the same. */
export async function mailResetLink({ email, origin }: { email: string; origin: string }): Promise<void> {
  await tellFailure(async () => {
    const person = await getPersonByEmail(email);
    if (person === null) return;
    const secret = await makeAccountLink(person.id, { purpose: 'reset-password', detail: toAddress(email) });
    await saveAuditEvent({ personId: person.id, kind: 'link-made', detail: { purpose: 'reset-password' } });
    await sendMail({
      to: email,
      subject: 'Set a new password for Rung',
      text: [
        'Somebody, we hope you, asked for a new password at Rung. This link sets one. It works once, within an hour:',
        `${origin}/reset-password/${secret}`,
        'If it was not you, there is nothing to do: your password stays as it is.',
      ].join('\n\n'),
    });
  });
}

/** Mails a link that shows that the address is the person's own. */
export async function mailVerifyLink(person: { id: string; email: string; origin: string }): Promise<void> {
  if (!isMailOn) return;
  await tellFailure(async () => {
    const { id, email, origin } = person;
    const secret = await makeAccountLink(id, { purpose: 'verify-email', detail: email });
    await sendMail({
      to: email,
      subject: 'Confirm your address for Rung',
      text: [
        'An account at Rung was made with this address. This link confirms that it is yours, within three days:',
        `${origin}/verify-email/${secret}`,
        'If you made no account, there is nothing to do.',
      ].join('\n\n'),
    });
  });
}

/**
 * Mails the new address a link that moves the account there, and the present one a link that stops this or undoes it. An
 * address with an account of its own gets none, and the person who asks is not told.
 */
export async function mailEmailChange(change: {
  id: string;
  from: string;
  to: string;
  origin: string;
}): Promise<void> {
  await tellFailure(async () => {
    const { id, from, to, origin } = change;
    const keep = await makeAccountLink(id, { purpose: 'keep-email', detail: from });
    await sendMail({
      to: from,
      subject: 'The address of your account at Rung is about to change',
      text: [
        'Somebody, we hope you, asked for another address for your account at Rung. If it was you, there is nothing to do.',
        'If not, this link keeps your address, also after it has changed, and signs every browser out. It works for a week:',
        `${origin}/keep-email/${keep}`,
      ].join('\n\n'),
    });
    if ((await getPersonByEmail(to)) !== null) return;
    const secret = await makeAccountLink(id, { purpose: 'change-email', detail: to });
    await sendMail({
      to,
      subject: 'Confirm your new address for Rung',
      text: [
        'An account at Rung is to have this address. This link confirms that it is yours, within an hour:',
        `${origin}/verify-email/${secret}`,
        'If you asked for nothing, there is nothing to do.',
      ].join('\n\n'),
    });
  });
}

/**
 * What somebody said when they signed up, until the address is confirmed. The password is not among it: whoever opens the
 * link gives that, since anybody could have signed up with the address.
 */
export type PendingSignUp = { name: string; timeZone: string; region: Region; tried: string | null };

/**
 * Makes an account that nobody can use before the mailed link is, or tells the address that it has one; to be called after
 * the answer, which is the same.
 */
export async function mailSignUpLink(
  newcomer: PendingSignUp & { email: string },
  { origin }: { origin: string },
): Promise<void> {
  await tellFailure(async () => {
    const { email, ...pending } = newcomer;
    const saved = await savePendingPerson(newcomer);
    if (!saved.ok) {
      await sendMail({
        to: email,
        subject: 'You have an account at Rung already',
        text: [
          'Somebody, we hope you, asked for a new account at Rung with this address, which has one. Sign in there:',
          `${origin}/sign-in`,
          'If it was not you, there is nothing to do.',
        ].join('\n\n'),
      });
      return;
    }
    const detail = JSON.stringify(pending);
    const secret = await makeAccountLink(saved.personId, { purpose: 'sign-up', detail });
    await sendMail({
      to: email,
      subject: 'Confirm your address for Rung',
      text: [
        'An account at Rung is being made with this address. This link confirms that it is yours, within three days, and asks for the password that the account is to have:',
        `${origin}/verify-email/${secret}`,
        'If you asked for no account, there is nothing to do.',
      ].join('\n\n'),
    });
  });
}

/** Nobody waits for a mail, so a failure is told to the log: neither the address nor the link. */
async function tellFailure(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isExpected = error instanceof MailUnavailableError || error instanceof StorageUnavailableError;
    if (!isExpected) throw error;
    log.warn({ error: describeError(error) }, 'mail not sent');
  }
}
