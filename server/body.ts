import type { IncomingMessage } from 'node:http';
import type { Holding } from './front/held-bytes';

const MEGABYTE = 1024 * 1024;

export const USUAL_LIMIT_BYTES = MEGABYTE;

export const IMPORT_LIMIT_BYTES = 16 * MEGABYTE;

/** Whether a body may hold the file of an import, the one thing that is larger than usual. */
export function isImport(request: IncomingMessage, pathname: string): boolean {
  const type = request.headers['content-type'] ?? '';
  return pathname === '/settings' && type.toLowerCase().startsWith('multipart/form-data');
}

export function hasBody(request: IncomingMessage): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length']) > 0;
}

type Failure = 'too-large' | 'gone' | 'late' | 'busy';

/**
 * Reads a whole body, whatever its framing. 'too-large' as soon as it is, 'busy' when there is no place for more of it,
 * 'late' when it pauses or takes too long, 'gone' when the sender hung up.
 */
export async function readBody(
  request: IncomingMessage,
  {
    limitBytes,
    holding,
    pauseMs,
    wholeMs,
  }: { limitBytes: number; holding: Holding; pauseMs: number; wholeMs: number },
): Promise<Buffer | Failure> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const finish = (outcome: Buffer | Failure) => {
      request.off('data', keep);
      clearTimeout(pause);
      clearTimeout(whole);
      if (typeof outcome === 'string') {
        chunks.length = 0;
        holding.giveBack();
      }
      resolve(outcome);
    };
    const pause = setTimeout(() => finish('late'), pauseMs);
    const whole = setTimeout(() => finish('late'), wholeMs);
    const keep = (chunk: Buffer) => {
      pause.refresh();
      bytes += chunk.length;
      if (bytes > limitBytes) finish('too-large');
      else if (!holding.add(chunk.length)) finish('busy');
      else chunks.push(chunk);
    };
    request.on('data', keep);
    request.once('end', () => finish(Buffer.concat(chunks)));
    request.once('error', () => finish('gone'));
    request.once('close', () => finish('gone'));
  });
}

/** Whether the body is the form that its content type says. */
export async function isForm(body: Buffer, contentType: string): Promise<boolean> {
  const answer = new Response(body as Uint8Array<ArrayBuffer>, { headers: { 'content-type': contentType } });
  return answer.formData().then(
    () => true,
    () => false,
  );
}
