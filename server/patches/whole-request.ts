import { IncomingMessage } from 'node:http';

/**
 * The same request with its body already read, for a handler that wants a stream.
 *
 * Relies on Node 20 to 24, where an IncomingMessage can be made by hand, and reads like one that came once it holds its
 * body and its end. Held by `tests/server/patches.test.ts`.
 */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(request.socket);
  copy.method = request.method;
  copy.url = request.url;
  copy.httpVersion = request.httpVersion;
  copy.httpVersionMajor = request.httpVersionMajor;
  copy.httpVersionMinor = request.httpVersionMinor;
  const { 'transfer-encoding': _, ...headers } = request.headers;
  copy.headers = { ...headers, 'content-length': String(body.length) };
  copy.push(body);
  copy.push(null);
  copy.complete = true;
  return copy;
}
