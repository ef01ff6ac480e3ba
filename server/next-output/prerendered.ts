import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { buildEtag, isEtagKnown } from '@/lib/http/etag';
import { getLocale } from '@/lib/http/request-context';
import { type Respell, respellPage } from '@/lib/wording/spelling';
import { isRead, pathOf } from '@/server/gate';
import { pageFile } from './build-output';
import type { Policy } from './policy';

type Written = { html: Buffer; zipped: Buffer; tag: string };

/** As it was built, and as Americans write it, made when the first of them asks. */
type Page = { british: Written; american: Written | null };

/**
 * Answers for the pages that a build has prerendered, which nothing changes afterwards: from memory, in a fifth of the
 * time that the framework takes for it. Everything else goes to `next`, and so does its script that asks for a page's data.
 */
export function servePrerendered(settings: {
  root: string;
  policy: Policy;
  next: RequestListener;
  respell: Respell;
}): RequestListener {
  const { root, policy, next, respell } = settings;
  const pages = new Map<string, Page | null>();
  return (request, response) => {
    const pathname = pathOf(request.url ?? '') ?? '';
    const isAsked = isRead(request.method ?? '') && Object.hasOwn(policy.prerendered, pathname);
    if (!isAsked || request.headers.rsc !== undefined) return next(request, response);
    let page = pages.get(pathname);
    if (page === undefined) {
      page = readPage(pageFile(root, pathname));
      pages.set(pathname, page);
    }
    if (page === null) return next(request, response);
    if (getLocale() !== 'en-US') return send(request, response, page.british);
    page.american ??= writePage(respellPage(page.british.html.toString('utf8'), respell));
    send(request, response, page.american);
  };
}

/** Null for what is prerendered and no page, such as the site map. */
function readPage(file: string): Page | null {
  if (!existsSync(file)) return null;
  return { british: writePage(readFileSync(file, 'utf8')), american: null };
}

function writePage(text: string): Written {
  const html = Buffer.from(text);
  return { html, zipped: gzipSync(html), tag: buildEtag(html) };
}

function send({ headers }: IncomingMessage, response: ServerResponse, { html, zipped, tag }: Written): void {
  const isZipped = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(headers['accept-encoding'] ?? ''));
  const body = isZipped ? zipped : html;
  const isKnown = isEtagKnown(headers['if-none-match'], tag);
  response.writeHead(isKnown ? 304 : 200, {
    etag: tag,
    vary: 'rsc, Accept-Encoding, Accept-Language',
    'content-type': 'text/html; charset=utf-8',
    ...(isKnown ? {} : { 'content-length': body.byteLength }),
    ...(isZipped && !isKnown ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(isKnown ? undefined : body);
}
