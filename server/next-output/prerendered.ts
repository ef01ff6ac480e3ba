import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { buildEtag, isEtagKnown } from '@/lib/http/etag';
import { isRead, pathOf } from '@/server/gate';
import { pageFile } from './build-output';
import type { Policy } from './policy';

type Page = { html: Buffer; zipped: Buffer; tag: string };

/**
 * Answers for the pages that a build has prerendered, which nothing changes afterwards: from memory, in a fifth of the
 * time that the framework takes for it. Everything else goes to `next`, and so does its script that asks for a page's data.
 */
export function servePrerendered(settings: {
  root: string;
  policy: Policy;
  next: RequestListener;
}): RequestListener {
  const { root, policy, next } = settings;
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
    if (page === null) next(request, response);
    else send(request, response, page);
  };
}

/** Null for what is prerendered and no page, such as the site map. */
function readPage(file: string): Page | null {
  if (!existsSync(file)) return null;
  const html = readFileSync(file);
  return {
    html,
    zipped: gzipSync(html),
    tag: buildEtag(html),
  };
}

function send({ headers }: IncomingMessage, response: ServerResponse, { html, zipped, tag }: Page): void {
  const isZipped = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(headers['accept-encoding'] ?? ''));
  const body = isZipped ? zipped : html;
  const isKnown = isEtagKnown(headers['if-none-match'], tag);
  response.writeHead(isKnown ? 304 : 200, {
    etag: tag,
    vary: 'rsc, Accept-Encoding',
    'content-type': 'text/html; charset=utf-8',
    ...(isKnown ? {} : { 'content-length': body.byteLength }),
    ...(isZipped && !isKnown ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(isKnown ? undefined : body);
}
