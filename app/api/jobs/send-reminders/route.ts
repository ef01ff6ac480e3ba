import { isCommand } from '@/lib/command-key';
import { env } from '@/lib/env';
import { sendReminders } from '@/lib/reminders';

/** What `npm run send-reminders` asks of a server that is running, because the database file is then the server's. */
export async function POST(request: Request): Promise<Response> {
  if (!isCommand(request.headers)) return new Response('There is nothing here.', { status: 404 });
  if (!env.SMTP_URL) return new Response('SMTP_URL and MAIL_FROM must be set.', { status: 409 });
  return Response.json(await sendReminders());
}
