import { findLink, takeLink } from '@/lib/auth/link-secret';
import { saveAccount } from '@/lib/queries/people';

type Context = { params: Promise<{ token: string }> };

/** Asks first: programs that follow the links of a mail must not unsubscribe anybody. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const link = await findLink((await params).token, 'unsubscribe');
  if (!link) return answerGone();
  return answer(
    200,
    'Stop reminders by email?',
    '<form method="post"><button type="submit">Stop reminders by email</button></form>',
  );
}

/** One click, as RFC 8058 has it: from the mail program itself or from the page above. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const link = await takeLink((await params).token, 'unsubscribe');
  if (!link) return answerGone();
  await saveAccount(link.userId, { settings: { isReminderMailed: false } });
  return answer(200, 'No more reminders by email', '<p>You can have them again in the settings.</p>');
}

function answerGone(): Response {
  return answer(404, 'This link has done its work', '<p>It was used before, or was never a link.</p>');
}

function answer(status: number, title: string, body: string): Response {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><main><h1>${title}</h1>${body}<p><a href="/settings">Settings</a></p></main></html>`;
  return new Response(html, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}
