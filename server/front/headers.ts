import type { Policy } from '@/server/next-output/policy';

function toPattern(route: string): RegExp {
  const source = route
    .split('/')
    .map((part) =>
      part.startsWith('[...') ? '.+' : part.startsWith('[') ? '[^/]+' : part.replace(/[^\w-]/g, '\\$&'),
    )
    .join('/');
  return new RegExp(`^${source}$`);
}

/** Tells which addresses are pages, which take a form only as a server action. */
export function pageMatcher(policy: Policy): (pathname: string) => boolean {
  const patterns = policy.pages.map(toPattern);
  return (pathname) => patterns.some((pattern) => pattern.test(pathname));
}

/** What the log calls an address: its route, since the address itself may hold a token or what somebody typed. */
export function routeNamer(policy: Policy): (pathname: string) => string {
  const known = new Set([...Object.keys(policy.prerendered), ...policy.files]);
  const isOpen = (route: string) => (route.includes('[') ? 1 : 0);
  // An address of its own comes before one with a part that may be anything.
  const routes = [...policy.pages, ...policy.handlers].sort((a, b) => isOpen(a) - isOpen(b));
  const patterns = routes.map((route) => ({ route, pattern: toPattern(route) }));
  return (pathname) => {
    if (known.has(pathname)) return pathname;
    if (pathname.startsWith('/_next/static/')) return '/_next/static';
    return patterns.find(({ pattern }) => pattern.test(pathname))?.route ?? 'unknown';
  };
}

/** What metrics call an address: the same, but all pages of one kind are one, so that there are only so many. */
export function routeLabeller(policy: Policy): (pathname: string) => string {
  const name = routeNamer({ ...policy, prerendered: {}, files: [] });
  const files = new Set(policy.files);
  // The many pages that a build has made are looked up, not tried anew at each request.
  const made = new Map(Object.keys(policy.prerendered).map((pathname) => [pathname, name(pathname)]));
  return (pathname) => made.get(pathname) ?? (files.has(pathname) ? 'file' : name(pathname));
}

/**
 * `scripts` are the sources of script allowed beside this site's own files; `formTargets` other sites that a form may lead
 * to, as browsers hold every redirect after a form to it.
 */
export function contentSecurityPolicy({
  scripts,
  formTargets,
  isDev,
}: {
  scripts: readonly string[];
  formTargets: readonly string[];
  isDev: boolean;
}): string {
  const inline = isDev ? ["'unsafe-inline'", "'unsafe-eval'"] : scripts;
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...inline].join(' ')}`,
    // The development server puts its styles in as it goes.
    isDev ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' data:",
    isDev ? "connect-src 'self' ws:" : "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    ["form-action 'self'", ...formTargets].join(' '),
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The same on every answer. */
export function fixedHeaders({ isHttps }: { isHttps: boolean }): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    // Not `no-referrer`, which makes browsers send `Origin: null` with a form.
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    ...(isHttps ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/** An index is for what is the same for everybody. */
export function indexHeaders(pathname: string, policy: Policy): Record<string, string> {
  const isPublic = Object.hasOwn(policy.prerendered, pathname) || policy.files.includes(pathname);
  return isPublic || pathname.startsWith('/_next/static/') ? {} : { 'x-robots-tag': 'noindex' };
}

/** An address that is a secret itself goes to no other site and into no index; a form there may send `Origin: null`. */
export function secretLinkHeaders(pathname: string): Record<string, string> {
  return /^\/(?:feed|unsubscribe|reset-password|verify-email|keep-email|second-look|shared)\/./.test(pathname)
    ? { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' }
    : {};
}

/**
 * The one address of a public page, as the sitemap lists it. A header, because the page is written at the build, which
 * does not know where it will be served.
 */
export function canonicalLink(origin: string, pathname: string): string {
  return `<${new URL(pathname, origin).href}>; rel="canonical"`;
}

/** null leaves what the application said: files with their content in their name. */
export function cacheControl(answer: {
  pathname: string;
  isRead: boolean;
  status: number;
  hasCookie: boolean;
  policy: Policy;
  isDev: boolean;
}): string | null {
  const { pathname, policy, status } = answer;
  const isPlain = answer.isRead && !answer.hasCookie && (status === 200 || status === 304);
  if (isPlain && pathname.startsWith('/_next/static/')) return null;
  // Calendars ask again and again for what has seldom changed, and only whoever has the address has the answer.
  if (isPlain && /^\/feed\/./.test(pathname)) return 'private, no-cache';
  const isSame = Object.hasOwn(policy.prerendered, pathname) || policy.files.includes(pathname);
  return isPlain && isSame && !answer.isDev ? 'public, max-age=0, must-revalidate' : 'private, no-store';
}
