import { IncomingMessage } from 'node:http';

const MEGABYTE = 1024 * 1024;

export const USUAL_LIMIT_BYTES = MEGABYTE;

/** Bytes that a body may have. Only the import in the settings takes a larger one. */
export function bodyLimit(pathname: string): number {
  return pathname === '/settings' ? 16 * MEGABYTE : USUAL_LIMIT_BYTES;
}

export function hasBody(request: IncomingMessage): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length']) > 0;
}

/** Reads a whole body, whatever its framing; 'too-large' as soon as it is, 'gone' when the sender hung up. */
export async function readBody(
  request: IncomingMessage,
  limitBytes: number,
): Promise<Buffer | 'too-large' | 'gone'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const finish = (outcome: Buffer | 'too-large' | 'gone') => {
      request.off('data', keep);
      resolve(outcome);
    };
    const keep = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limitBytes) finish('too-large');
      else chunks.push(chunk);
    };
    request.on('data', keep);
    request.once('end', () => finish(Buffer.concat(chunks)));
    request.once('error', () => finish('gone'));
    request.once('close', () => finish('gone'));
  });
}

/** The same request with its body already read, for a handler that wants a stream. */
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

/** The fields of a form, or null when the body is not the form that its content type says. */
export async function parseForm(body: Buffer, contentType: string): Promise<FormData | null> {
  try {
    return await new Response(body as Uint8Array<ArrayBuffer>, {
      headers: { 'content-type': contentType },
    }).formData();
  } catch {
    return null;
  }
}
