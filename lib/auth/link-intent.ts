import 'server-only';
import { cookies } from 'next/headers';
import { getLiveSession } from '@/lib/queries/sessions';
import { COOKIE_OPTIONS, nameCookie } from './cookies';
import { isKeyedHash, keyedHash } from './keyed-hash';
import type { UserId } from './user-id';

const LIFETIME_SECONDS = 10 * 60;
const NAME = nameCookie('link-provider');

type Intent = { userId: string; sessionId: string; provider: string };

/** Notes that this browser goes to a provider in order to link an account there, and from which session. */
export async function saveLinkIntent({ userId, sessionId, provider }: Intent): Promise<void> {
  const expires = String(Date.now() + LIFETIME_SECONDS * 1000);
  const parts = [userId, sessionId, provider, expires];
  const value = [...parts, keyedHash('link-provider', ...parts)].join('.');
  (await cookies()).set(NAME, value, { ...COOKIE_OPTIONS, maxAge: LIFETIME_SECONDS });
}

export async function dropLinkIntent(): Promise<void> {
  (await cookies()).set(NAME, '', { ...COOKIE_OPTIONS, maxAge: 0 });
}

/**
 * Who came back from this provider to link an account, and forgets it. `none` where nobody set out to; `ended` where the
 * session that they set out from is over.
 */
export async function takeLinkIntent(provider: string): Promise<UserId | 'none' | 'ended'> {
  const value = (await cookies()).get(NAME)?.value;
  if (!value) return 'none';
  await dropLinkIntent();
  const [userId = '', sessionId = '', goal = '', expires = '', hash = ''] = value.split('.');
  const isOwn = isKeyedHash(hash, 'link-provider', userId, sessionId, goal, expires) && goal === provider;
  if (!isOwn || Number(expires) < Date.now()) return 'ended';
  return (await getLiveSession({ sessionId, personId: userId })) ? (userId as UserId) : 'ended';
}
