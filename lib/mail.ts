import 'server-only';
import { createTransport } from 'nodemailer';
import { env } from './env';

const PATIENCE_MS = 10_000;

/** Whether this server can send mail at all. */
export const isMailOn: boolean = env.SMTP_URL !== undefined && env.MAIL_FROM !== undefined;

/** The mail server did not take a mail. It says neither to whom nor about what. */
export class MailUnavailableError extends Error {
  override readonly name = 'MailUnavailableError';

  constructor(readonly code: string) {
    super(`The mail server did not take a mail (${code}).`);
  }
}

type Mail = { to: string; subject: string; text: string; headers?: Record<string, string> };

/** Sends a mail of plain text. Throws a MailUnavailableError when the mail server does not take it. */
export async function sendMail(
  mail: Mail,
  { smtpUrl = env.SMTP_URL, from = env.MAIL_FROM }: { smtpUrl?: string; from?: string } = {},
): Promise<void> {
  if (smtpUrl === undefined) throw new MailUnavailableError('OFF');
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const transport = createTransport({
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? (protocol === 'smtps:' ? 465 : 587) : Number(port),
    secure: protocol === 'smtps:',
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ ...mail, from, to: { name: '', address: mail.to } });
  } catch (error) {
    const hasCode = error instanceof Error && 'code' in error;
    throw new MailUnavailableError(hasCode ? String(error.code) : 'UNKNOWN');
  } finally {
    transport.close();
  }
}
