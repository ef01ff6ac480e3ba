import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback } from '@/lib/env';

/** An answer given instead of the page: a status and a sentence for a person. */
export type Refusal = { status: number; sentence: string; allow?: string };

type Asked = { method: string; pathname: string; headers: IncomingHttpHeaders };

const FEED = /^\/feed\/./;
export const METHODS = ['GET', 'HEAD', 'POST'];
const CONTENT_TYPES = [
  'multipart/form-data',
  'application/x-www-form-urlencoded',
  'application/json',
  'text/plain',
];

export function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** What leads elsewhere than it says: a browser resolves it before it asks, and Next after it was looked at here. */
const LEADS_ELSEWHERE = /\\|\/(?:\.|%2e){1,2}(?:\/|$)/i;
/** Next takes such an address for one of its own routes, and goes round in circles with it. */
const NAMES_ROUTE = /^\/(?!_next\/).*(?:\[|%5b)/i;

/** Splits the path off a request target; null when it is not one that a browser would send for a page of Rung. */
export function pathOf(target: string): string | null {
  if (!target.startsWith('/')) return null;
  const pathname = target.split(/[?#]/, 1)[0] ?? '';
  if (LEADS_ELSEWHERE.test(pathname) || NAMES_ROUTE.test(pathname)) return null;
  try {
    return decodeURIComponent(pathname).includes('\0') ? null : pathname;
  } catch {
    return null;
  }
}

/**
 * A host with its port as an address of that scheme holds it: in lower case, and without the port that the scheme has of
 * its own. Empty where it is none.
 */
export function plainHost(host: string | undefined, scheme: 'http:' | 'https:'): string {
  const address = `${scheme}//${host}`;
  return host && !/[/?#@\\\s]/.test(host) && URL.canParse(address) ? new URL(address).host : '';
}

/** An Origin header as addresses hold it; empty where it is none, such as `null`. */
function plainOrigin(origin: string | undefined): string {
  const [, scheme, host] = /^(https?:)\/\/(.+)$/i.exec(origin ?? '') ?? [];
  if (scheme === undefined) return '';
  const lower = scheme.toLowerCase() as 'http:' | 'https:';
  const plain = plainHost(host, lower);
  return plain && `${lower}//${plain}`;
}

function refuseHost({ pathname, headers }: Asked, host: string, publicUrl: string | undefined) {
  // Probes and Prometheus ask by address, and their answer holds no link.
  if (pathname.startsWith('/api/health/') || pathname === '/api/metrics') return null;
  const hostname = host && new URL(`http://${host}`).hostname;
  if (publicUrl === undefined ? isLoopback(hostname) : host === new URL(publicUrl).host) return null;
  if (publicUrl !== undefined && isLoopback(new URL(publicUrl).hostname) && isLoopback(hostname)) return null;
  const served = publicUrl ?? 'http://localhost';
  return {
    status: 421,
    sentence: `Rung is served here as ${served}, not as "${headers.host ?? ''}". Whoever runs it can set AUTH_URL.`,
  };
}

function refuseOrigin({ method, pathname, headers }: Asked, ownOrigins: string[]): Refusal | null {
  if (isRead(method) || /^\/unsubscribe\/[^/]+$/.test(pathname)) return null;
  const origin = plainOrigin(headers.origin);
  if (origin !== '' && ownOrigins.includes(origin)) return null;
  return {
    status: 403,
    sentence:
      'This was sent from another site, or by a browser that hides which one, so nothing was changed.',
  };
}

function refuseType({ method, pathname, headers }: Asked, isPage: (pathname: string) => boolean) {
  if (isRead(method)) return null;
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const isAction = headers['next-action'] !== undefined || type === 'multipart/form-data';
  const isKnown = CONTENT_TYPES.includes(type) && (isAction || !isPage(pathname));
  if (isKnown && (headers['content-encoding'] ?? 'identity') === 'identity') return null;
  return { status: 415, sentence: 'Rung does not take content of this type or encoding here.' };
}

/**
 * What is turned away before the application sees it, or null to let it through.
 * `host` is what the client asked for, as `plainHost` gives it; a trusted proxy may say it in its place.
 */
export function refuse(
  asked: Asked,
  known: {
    host: string;
    publicUrl: string | undefined;
    isPage: (pathname: string) => boolean;
  },
): Refusal | null {
  const { method, pathname } = asked;
  const methods = FEED.test(pathname) ? ['GET', 'HEAD'] : METHODS;
  const allow = [...methods, 'OPTIONS'].join(', ');
  // Calendar programs ask so whether a server speaks WebDAV: without a header DAV they take the feed as a file.
  if (method === 'OPTIONS')
    return refuseHost(asked, known.host, known.publicUrl) ?? { status: 200, sentence: '', allow };
  if (!methods.includes(method))
    return { status: 405, sentence: 'Rung does not answer this method here.', allow };
  // Next sends an action on to itself under this header, which would pass as coming from this machine.
  if (asked.headers['x-action-forwarded'] !== undefined)
    return { status: 403, sentence: 'This header is not taken from outside.' };
  const isLocal = known.publicUrl === undefined || isLoopback(new URL(known.publicUrl).hostname);
  const ownOrigins = [known.publicUrl ?? '', isLocal && known.host ? `http://${known.host}` : ''].filter(
    Boolean,
  );
  return (
    refuseHost(asked, known.host, known.publicUrl) ??
    refuseOrigin(asked, ownOrigins) ??
    refuseType(asked, known.isPage)
  );
}
