import { makeLink } from '@/lib/auth/link-secret';
import type { UserId } from '@/lib/auth/user-id';
import { computeDayInZone, describeDay } from '@/lib/domain/day';
import type { Locale } from '@/lib/domain/locale';
import { findRegionLocale } from '@/lib/domain/region';
import type { Reminder } from '@/lib/domain/reminder';
import { env } from '@/lib/env';
import { getOrigin } from '@/lib/http/origin';
import { claimMails, deleteMailClaims, listPeopleToRemind, saveMailsSent } from '@/lib/queries/mail-log';
import { loadDueWork } from './feed';
import { MailUnavailableError, sendMail } from './mail';

const UNSUBSCRIBE_DAYS = 400;
/** What was due longer ago is no news: someone who turns reminders on gets none for the past. */
const MOST_DAYS_LATE = 14;
const MS_PER_DAY = 86_400_000;

export type SentReminders = { sent: number; failed: number };

/**
 * Sends each person who wants it one mail with everything that has become due. Running it again sends nothing twice.
 * Throws where no mail server is set; a mail that the server refuses is counted and tried again by the next run.
 */
export async function sendReminders({
  now = new Date(),
  smtpUrl = env.SMTP_URL,
  from = env.MAIL_FROM,
  origin = getOrigin(),
}: {
  now?: Date;
  smtpUrl?: string | undefined;
  from?: string | undefined;
  origin?: string;
} = {}): Promise<SentReminders> {
  if (!smtpUrl || !from) throw new Error('SMTP_URL and MAIL_FROM must be set to send reminders.');
  const result: SentReminders = { sent: 0, failed: 0 };
  for (const id of await listPeopleToRemind()) {
    // The command acts for the person who asked for the mail; nothing else makes a UserId outside lib/auth.
    const userId = id as UserId;
    const { account, reminders } = await loadDueWork(userId);
    const today = computeDayInZone({ instant: now, timeZone: account.timeZone });
    const oldest = computeDayInZone({
      instant: new Date(now.getTime() - MOST_DAYS_LATE * MS_PER_DAY),
      timeZone: account.timeZone,
    });
    const due = reminders.filter(({ on }) => on <= today && on >= oldest);
    if (due.length === 0) continue;
    const dedupeKeys = await claimMails(userId, {
      kind: 'reminder',
      dedupeKeys: due.map(({ key }) => key),
      now,
    });
    const claimed = due.filter(({ key }) => dedupeKeys.includes(key));
    if (claimed.length === 0) continue;
    const secret = await makeLink(userId, {
      purpose: 'unsubscribe',
      expiresAt: new Date(now.getTime() + UNSUBSCRIBE_DAYS * MS_PER_DAY),
    });
    try {
      const mail = buildMail({
        reminders: claimed,
        origin,
        unsubscribe: `${origin}/unsubscribe/${secret}`,
        locale: findRegionLocale(account.region),
      });
      await sendMail({ to: account.email, ...mail }, { smtpUrl, from });
    } catch (error) {
      if (!(error instanceof MailUnavailableError)) throw error;
      await deleteMailClaims(userId, dedupeKeys);
      result.failed += 1;
      continue;
    }
    await saveMailsSent(userId, { dedupeKeys, now });
    result.sent += 1;
  }
  return result;
}

function buildMail({
  reminders,
  origin,
  unsubscribe,
  locale,
}: {
  reminders: readonly Reminder[];
  origin: string;
  unsubscribe: string;
  locale: Locale;
}) {
  const [first] = reminders;
  const subject =
    reminders.length === 1 && first ? first.title : `${reminders.length} reminders from your learning plan`;
  const lines = reminders.map(({ on, title }) => `- ${title} (${describeDay(on, locale)})`);
  return {
    subject,
    text: [
      ...lines,
      '',
      `Open Rung: ${origin}/home`,
      `Two minutes for this week: ${origin}/week`,
      '',
      `Stop these emails: ${unsubscribe}`,
      '',
    ].join('\n'),
    headers: {
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  };
}
