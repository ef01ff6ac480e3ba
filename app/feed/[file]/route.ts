import { findLink } from '@/lib/auth/link-secret';
import { renderFeed } from '@/lib/feed';

/** The plan and the reminders of the person whose secret link this is, for a calendar to subscribe to. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const [, secret] = /^([\w-]{20,100})\.ics$/.exec((await params).file) ?? [];
  const link = secret ? await findLink(secret, 'feed') : null;
  if (!link)
    return new Response('There is no such calendar. Make a new link in the settings.', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  return new Response(await renderFeed(link.userId, new Date()), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
}
