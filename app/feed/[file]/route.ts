import { findLink } from '@/lib/auth/link-secret';
import { buildEtag, isEtagKnown } from '@/lib/http/etag';
import { renderFeed } from '@/lib/reminders/feed';

/** The plan and the reminders of the person whose secret link this is, for a calendar to subscribe to. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const [, secret] = /^([\w-]{20,100})\.ics$/.exec((await params).file) ?? [];
  const link = secret ? await findLink(secret, 'feed') : null;
  if (!link)
    return new Response('There is no such calendar. Make a new link in the settings.', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  const calendar = await renderFeed(link.userId);
  const etag = buildEtag(calendar);
  if (isEtagKnown(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers: { etag } });
  return new Response(calendar, { headers: { etag, 'content-type': 'text/calendar; charset=utf-8' } });
}
