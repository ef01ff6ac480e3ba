import 'server-only';
import { readNameForMail } from '@/lib/domain/text';
import { describeError, log } from '@/lib/log';
import { describeAnswerTime } from '@/lib/wording/second-look';
import { MailUnavailableError, sendMail } from './mail';

/**
 * Mails the link of a second look to whoever is asked; to be called after the answer, which shows the link too, so that a
 * failure is told to the log alone. Who asks writes to somebody who does not know Rung: their name brings no link of its own.
 */
export async function mailSecondLook(asked: {
  to: string;
  asker: string;
  link: string;
  skills: number;
  until: string;
}): Promise<void> {
  try {
    await sendMail({
      to: asked.to,
      subject: 'Somebody asks how you see their skills',
      text: [
        `${readNameForMail(asked.asker) ?? 'Somebody who uses Rung'} asks you for a second look at some of their skills. It takes ${describeAnswerTime(asked.skills)} and no account:`,
        asked.link,
        `The link works until ${asked.until}. If you do not know who this is, there is nothing to do, and you get no other mail about it.`,
      ].join('\n\n'),
    });
  } catch (error) {
    if (!(error instanceof MailUnavailableError)) throw error;
    log.warn({ error: describeError(error) }, 'mail not sent');
  }
}
