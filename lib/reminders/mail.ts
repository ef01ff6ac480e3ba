import 'server-only';
import { createTransport, type Transporter } from 'nodemailer';
import { env } from '@/lib/env';
import { getMetrics } from '@/lib/operator/metrics';

const PATIENCE_MS = 10_000;

/** Whether this server can send mail at all. */
export const isMailOn: boolean = env.SMTP_URL !== undefined && env.MAIL_FROM !== undefined;

/** The mail server did not take a mail. It says neither to whom nor about what. */
export class MailUnavailableError extends Error {
  override readonly name = 'MailUnavailableError';

  constructor(
    readonly code: string,
    /** What the mail server answered, by its number, where it did: 5xx means for good. */
    readonly status: number | null = null,
  ) {
    super(`The mail server did not take a mail (${code}).`);
  }
}

type Mail = { to: string; subject: string; text: string; headers?: Record<string, string> };

/** Sends a mail of plain text. Throws a MailUnavailableError when the mail server does not take it. */
export async function sendMail(
  mail: Mail,
  { smtpUrl = env.SMTP_URL, from = env.MAIL_FROM }: { smtpUrl?: string; from?: string } = {},
): Promise<void> {
  const to = { name: '', address: mail.to };
  let outcome = 'failed';
  try {
    await withTransport(smtpUrl, PATIENCE_MS, (transport) => transport.sendMail({ ...mail, from, to }));
    outcome = 'sent';
  } finally {
    getMetrics().mails.inc({ outcome });
  }
}

/** Greets the mail server and signs in there, and sends nothing. Throws a MailUnavailableError where that fails. */
export async function greetMailServer({
  smtpUrl = env.SMTP_URL,
  patienceMs,
}: {
  smtpUrl?: string;
  patienceMs: number;
}): Promise<void> {
  await withTransport(smtpUrl, patienceMs, (transport) => transport.verify());
}

async function withTransport(
  smtpUrl: string | undefined,
  patienceMs: number,
  work: (transport: Transporter) => Promise<unknown>,
): Promise<void> {
  if (smtpUrl === undefined) throw new MailUnavailableError('OFF');
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const transport = createTransport({
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? (protocol === 'smtps:' ? 465 : 587) : Number(port),
    secure: protocol === 'smtps:',
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await work(transport);
  } catch (error) {
    const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
    const status = typeof responseCode === 'number' ? responseCode : null;
    throw new MailUnavailableError(typeof code === 'string' ? code : 'UNKNOWN', status);
  } finally {
    transport.close();
  }
}
