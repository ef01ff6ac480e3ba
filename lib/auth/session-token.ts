import 'server-only';
import type { JWTOptions } from 'next-auth/jwt';
import { z } from 'zod';
import { seal, unseal } from './seal';

/** What the cookie of a session says: whose it is, and which row decides whether it still stands. */
export type SessionToken = { personId: string; sessionId: string };

export const sessionTokenSchema = z.strictObject({
  sub: z.string(),
  sessionId: z.string(),
  expiresAtSeconds: z.number(),
});
const PURPOSE = 'session cookie';

/**
 * How next-auth writes and reads the cookie. Its own way derives a key anew and crosses to other threads each time, which
 * took a fifth of a signed-in page.
 */
export const sessionTokens: Pick<JWTOptions, 'encode' | 'decode'> = {
  encode({ token, salt, maxAge = 0 }) {
    const expiresAtSeconds = Math.floor(Date.now() / 1000) + maxAge;
    return sealToken(token ?? {}, { cookieName: salt, expiresAtSeconds });
  },
  decode({ token, salt }) {
    const opened = openToken(token, salt);
    return opened && { sub: opened.personId, sessionId: opened.sessionId };
  },
};

/** What a cookie of that name holds until an instant. */
export function sealToken(
  token: { sub?: unknown; sessionId?: unknown },
  { cookieName, expiresAtSeconds }: { cookieName: string; expiresAtSeconds: number },
): string {
  return seal(JSON.stringify({ ...token, expiresAtSeconds }), { purpose: PURPOSE, owner: cookieName });
}

/** What the cookie of that name says; null where this installation did not write it, or its time is over. */
export function openToken(value: string | undefined, cookieName: string): SessionToken | null {
  const text = value ? unseal(value, { purpose: PURPOSE, owner: cookieName }) : null;
  const token = text === null ? null : sessionTokenSchema.safeParse(JSON.parse(text)).data;
  if (!token || token.expiresAtSeconds * 1000 <= Date.now()) return null;
  return { personId: token.sub, sessionId: token.sessionId };
}
