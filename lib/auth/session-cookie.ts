import 'server-only';
import { cookies } from 'next/headers';
import { COOKIE_OPTIONS, nameCookie } from './cookies';
import { openToken, type SessionToken, sealToken } from './session-token';

const NAME = nameCookie('session');

/** The session that this browser says it has. Whether it still stands, its row decides. */
export async function readSessionCookie(): Promise<SessionToken | null> {
  return openToken((await cookies()).get(NAME)?.value, NAME);
}

/** From now on this browser has that session. */
export async function saveSessionCookie(entry: SessionToken & { expiresAt: string }): Promise<void> {
  const { personId, sessionId, expiresAt } = entry;
  const expires = new Date(expiresAt);
  const expiresAtSeconds = Math.floor(expires.getTime() / 1000);
  const value = sealToken({ sub: personId, sessionId }, { cookieName: NAME, expiresAtSeconds });
  (await cookies()).set(NAME, value, { ...COOKIE_OPTIONS, expires });
}
