/** Leads back to the page on which a form was sent that stands on every page. */
export function answerWithPageBefore(request: Request): Response {
  const location = findPath(request.headers.get('referer'));
  return new Response(null, { status: 303, headers: { location } });
}

function findPath(referrer: string | null): string {
  if (!referrer || !URL.canParse(referrer)) return '/';
  const { pathname, search } = new URL(referrer);
  return `/${pathname.replace(/^\/+/, '')}${search}`;
}
