import type { IncomingMessage, ServerResponse } from 'node:http';

const NOT_FOUND_HEADER = 'x-nextjs-action-not-found';
const SENTENCE =
  'Rung was updated since this page was opened, so nothing was saved. Go back: your browser still holds what you entered. Copy it, reload that page, and send it from there.\n';

/**
 * Explains, where no script can, that a form came from a page of an earlier version. Next says of it that a server action
 * is unavailable; a page with script tells it by the header. It is known once the headers go out, and Next compresses
 * around this, so what follows is left unsaid and the sentence takes its place.
 */
export function explainOutdated(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers['next-action'] !== undefined) return;
  const isUnknown = () => response.getHeader(NOT_FOUND_HEADER) === '1';
  let isOutdated = false;
  const { writeHead, write, end } = response;
  const pass = (method: (...rest: never[]) => unknown, rest: unknown[]) =>
    Reflect.apply(method, response, rest);
  Object.assign(response, {
    writeHead(...rest: unknown[]) {
      isOutdated = isUnknown();
      if (isOutdated) {
        response.removeHeader('content-encoding');
        response.setHeader('content-type', 'text/plain; charset=utf-8');
        response.setHeader('content-length', Buffer.byteLength(SENTENCE));
      }
      return pass(writeHead, rest);
    },
    write: (...rest: unknown[]) => (isOutdated ? true : pass(write, rest)),
    end: (...rest: unknown[]) => {
      if (!response.headersSent && isUnknown()) response.writeHead(response.statusCode);
      return pass(end, isOutdated ? [SENTENCE] : rest);
    },
  });
}
