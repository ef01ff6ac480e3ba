import { z } from 'zod';
import { makeAccountLink } from '@/lib/auth/account-link';
import { env } from '@/lib/env';
import { getOrigin } from '@/lib/http/origin';
import { saveAuditEvent } from '@/lib/queries/audit';
import { getPersonByEmail } from '@/lib/queries/people';
import { sendReminders } from '@/lib/reminders/send';
import { invite } from './invite';
import { ACTS_ON_EVERYBODY, actOnPeople, PEOPLE_ACTS } from './people-acts';

/** What was done, or why it was not, for whoever gave the command. */
export type CommandAnswer = { isDone: boolean; text: string };

/** Looser than for a new account: an account may be older than today's rules. */
const email = z.string().max(1000);

/** The commands that need the database, wherever it is in use. */
export const commandSchema = z.union([
  z.strictObject({ command: z.literal('people'), act: z.enum(ACTS_ON_EVERYBODY) }),
  z.strictObject({ command: z.literal('people'), act: z.enum(PEOPLE_ACTS), email }),
  z.strictObject({ command: z.literal('invite'), email }),
  z.strictObject({ command: z.literal('reset-link'), email }),
  z.strictObject({ command: z.literal('send-reminders') }),
]);
export type Command = z.infer<typeof commandSchema>;

export async function runCommand(command: Command): Promise<CommandAnswer> {
  switch (command.command) {
    case 'people':
      return actOnPeople(command);
    case 'invite':
      return invite(command.email);
    case 'reset-link':
      return makeResetLink(command.email);
    case 'send-reminders':
      return remind();
  }
}

async function makeResetLink(address: string): Promise<CommandAnswer> {
  const person = await getPersonByEmail(address);
  if (person === null) return { isDone: false, text: 'No account has this address.' };
  const secret = await makeAccountLink(person.id, { purpose: 'reset-password' });
  const detail = { purpose: 'reset-password', by: 'operator' };
  await saveAuditEvent({ personId: person.id, kind: 'link-made', detail });
  return { isDone: true, text: `${getOrigin()}/reset-password/${secret}` };
}

async function remind(): Promise<CommandAnswer> {
  if (!env.SMTP_URL)
    return { isDone: false, text: 'Set SMTP_URL and MAIL_FROM first: reminders go by email.' };
  const { sent, failed } = await sendReminders();
  return { isDone: failed === 0, text: `${sent} sent, ${failed} failed.` };
}
