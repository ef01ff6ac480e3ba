import type { IncomingMessage, ServerResponse } from 'node:http';
import { hasBody, IMPORT_LIMIT_BYTES, isForm, isImport, readBody, USUAL_LIMIT_BYTES } from '@/server/body';
import type { Refusal } from '@/server/gate';
import { withBody } from '@/server/patches/whole-request';
import { HeldBytes } from './held-bytes';
import { refuseWeight } from './weigh';

const MEGABYTE = 1024 * 1024;

/** How long a body may take, and pause, and how long a stranger stands in the queue for a plan. */
export type Patience = { pauseMs: number; usualMs: number; importMs: number; holdMs: number };
export const PATIENCE: Patience = { pauseMs: 10_000, usualMs: 60_000, importMs: 180_000, holdMs: 1_000 };

/** The id of the person whose live session a request carries, or null. Rejects where nobody can look. */
export type FindAsker = (cookies: string | undefined) => Promise<string | null>;

const LATE: Refusal = {
  status: 408,
  sentence: 'The rest of this did not arrive in time, so nothing was changed. Try again.',
};
const BUSY: Refusal = {
  status: 503,
  sentence: 'Too much is being sent here at once, so nothing was changed. Try again in a minute.',
};
const NOT_FOR_STRANGERS: Refusal = {
  status: 413,
  sentence:
    'A file of more than 1 MB is taken only from somebody who is signed in, so nothing was read. Sign in, then send it again.',
};
const CANNOT_LOOK: Refusal = {
  status: 503,
  sentence: 'Rung cannot look up who you are just now, so nothing was read. Try again in a minute.',
};

const tooLarge = (limitBytes: number): Refusal => ({
  status: 413,
  sentence: `This is larger than the ${limitBytes / MEGABYTE} MB that Rung takes here.`,
});

type Asked = { request: IncomingMessage; response: ServerResponse; pathname: string; findAsker: FindAsker };

/**
 * Takes bodies in, of which each is bounded before it is read by who sends it. Gives the request with its body read, or
 * why it is turned away; null when the client has gone.
 */
export function createIntake({
  patience,
  takeTurn,
}: {
  patience: Patience;
  takeTurn: () => Promise<void>;
}): (asked: Asked) => Promise<IncomingMessage | Refusal | null> {
  const strangers = new HeldBytes({ each: 16 * MEGABYTE, all: 48 * MEGABYTE });
  const people = new HeldBytes({ each: IMPORT_LIMIT_BYTES + MEGABYTE, all: 8 * IMPORT_LIMIT_BYTES });

  return async ({ request, response, pathname, findAsker }) => {
    if (!hasBody(request)) return request;
    const mayBeLarge = isImport(request, pathname);
    const asker = await findAsker(request.headers.cookie).catch(() => undefined);
    const limitBytes = mayBeLarge && asker ? IMPORT_LIMIT_BYTES : USUAL_LIMIT_BYTES;
    const over =
      mayBeLarge && !asker ? (asker === null ? NOT_FOR_STRANGERS : CANNOT_LOOK) : tooLarge(limitBytes);
    const declaredBytes = Number(request.headers['content-length'] ?? 0);
    if (declaredBytes > limitBytes) return over;
    if (request.headers.expect !== undefined) response.writeContinue();
    const owner = asker ?? String(request.headers['x-rung-address']);
    const holding = (asker ? people : strangers).open(owner);
    response.once('close', holding.giveBack);
    const body = await readBody(request, {
      limitBytes,
      holding,
      pauseMs: patience.pauseMs,
      wholeMs: limitBytes > USUAL_LIMIT_BYTES ? patience.importMs : patience.usualMs,
    });
    if (body === 'gone') return null;
    if (body === 'too-large') return over;
    if (body === 'late') return LATE;
    if (body === 'busy') return BUSY;
    await takeTurn();
    const type = request.headers['content-type'] ?? '';
    const refusal = refuseWeight(body, type);
    if (refusal) return refusal;
    if (type.toLowerCase().startsWith('multipart/form-data') && !(await isForm(body, type)))
      return { status: 400, sentence: 'This form could not be read.' };
    return withBody(request, body);
  };
}
