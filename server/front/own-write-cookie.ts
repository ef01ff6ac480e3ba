import type { IncomingMessage } from 'node:http';

const NAME = 'rung.wrote';
const LIFETIME_SECONDS = 24 * 60 * 60;

/** When this browser last had something saved. It only ever makes reads more careful, so it may be forged. */
export function readOwnWriteCookie(request: IncomingMessage): number | null {
  const [, text] =
    /(?:^|;\s*)(?:__Host-)?rung\.wrote=(\d{1,15})(?:;|$)/.exec(request.headers.cookie ?? '') ?? [];
  return text === undefined ? null : Number(text);
}

export function buildOwnWriteCookie({ lastAt, isHttps }: { lastAt: number; isHttps: boolean }): string {
  const name = isHttps ? `__Host-${NAME}` : NAME;
  return `${name}=${lastAt}; Path=/; Max-Age=${LIFETIME_SECONDS}; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`;
}
