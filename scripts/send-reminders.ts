import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { isFileUrl } from '@/db/connection';
import { acquireDataLock } from '@/db/lock';
import { Refusal } from '@/db/refusal';
import { commandKeyFile } from '@/lib/command-key';
import { env } from '@/lib/env';
import { type SentReminders, sendReminders } from '@/lib/reminders';

if (!env.SMTP_URL) throw new Refusal('Set SMTP_URL and MAIL_FROM first: reminders go by e-mail.');

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
  if (!lock) return askServer();
  try {
    return await sendReminders();
  } finally {
    await lock.release();
  }
}

function askServer(): Promise<SentReminders> {
  const origin = env.AUTH_URL ?? `http://localhost:${env.PORT}`;
  return new Promise((resolve, reject) => {
    const asked = request({
      host: '127.0.0.1',
      port: env.PORT,
      method: 'POST',
      path: '/api/jobs/send-reminders',
      headers: {
        host: new URL(origin).host,
        origin,
        'content-type': 'text/plain',
        authorization: `Bearer ${readKey()}`,
      },
    });
    asked.on('error', () => reject(new Refusal(`The server at port ${env.PORT} does not answer.`)));
    asked.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => {
        if (response.statusCode === 200) resolve(JSON.parse(text));
        else reject(new Refusal(`The server did not send them: ${text}`));
      });
    });
    asked.end();
  });
}

function readKey(): string {
  const file = commandKeyFile();
  if (!existsSync(file))
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}
