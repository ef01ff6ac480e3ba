import { isFileUrl } from '@/db/connection';
import { acquireDataLock } from '@/db/lock';
import { Refusal } from '@/db/refusal';
import { env } from '@/lib/env';
import { type SentReminders, sendReminders } from '@/lib/reminders';
import { askServer } from './ask-server';

if (!env.SMTP_URL) throw new Refusal('Set SMTP_URL and MAIL_FROM first: reminders go by email.');

const { sent, failed } = await send();
process.stdout.write(`${sent} sent, ${failed} failed.\n`);
process.exit(failed > 0 ? 1 : 0);

/** A database file belongs to one process: where a server has it, the server does the sending. */
async function send(): Promise<SentReminders> {
  if (!isFileUrl(env.DATABASE_URL)) return sendReminders();
  const lock = await acquireDataLock({ dataDir: env.DATA_DIR, purpose: 'command' }).catch(
    (error: unknown) => {
      if (error instanceof Refusal) return null;
      throw error;
    },
  );
  if (!lock) return JSON.parse(await askServer('/api/jobs/send-reminders'));
  try {
    return await sendReminders();
  } finally {
    await lock.release();
  }
}
