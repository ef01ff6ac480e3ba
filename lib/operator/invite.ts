import { findAddressRefusal, makeInvitation } from '@/lib/auth/invitation';
import { emailSchema } from '@/lib/email-address';
import { getOrigin } from '@/lib/http/origin';
import { saveAuditEvent } from '@/lib/queries/audit';
import { getPersonByEmail } from '@/lib/queries/people';
import { isMailOn, MailUnavailableError, sendMail } from '@/lib/reminders/mail';

/** Invites an address to make an account here: mails the link where mail is set, and answers it in any case. */
export async function invite(typed: string): Promise<{ isDone: boolean; text: string }> {
  const refuse = (text: string) => ({ isDone: false, text });
  const parsed = emailSchema.safeParse(typed);
  if (!parsed.success) return refuse(parsed.error.issues[0]?.message ?? '');
  const email = parsed.data;
  const refusal = findAddressRefusal(email);
  if (refusal) return refuse(refusal.sentence);
  if ((await getPersonByEmail(email)) !== null) return refuse('This address has an account already.');
  const code = await makeInvitation(email);
  await saveAuditEvent({ personId: null, kind: 'invitation-made', detail: { by: 'operator' } });
  const link = `${getOrigin()}/sign-up?invitation=${code}`;
  const how = await tell(email, link);
  return { isDone: true, text: `${link}\nIt works for this address alone, once, within two weeks. ${how}` };
}

async function tell(email: string, link: string): Promise<string> {
  if (!isMailOn) return 'No mail server is set, so give it to them by a way that you trust.';
  try {
    await sendMail({
      to: email,
      subject: 'You are invited to Rung',
      text: [
        'Whoever runs this Rung invites you to make an account with this address, within two weeks:',
        link,
        'Rung is for people who want to become a DevOps engineer, or to move up: rate your skills, see the gap to a role, and make a plan. If you want none of it, there is nothing to do.',
      ].join('\n\n'),
    });
    return 'It is mailed to them.';
  } catch (error) {
    if (!(error instanceof MailUnavailableError)) throw error;
    return `It could not be mailed (${error.code}): give it to them by a way that you trust.`;
  }
}
