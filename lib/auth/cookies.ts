import 'server-only';
import { env } from '@/lib/env';

const isHttps = env.AUTH_URL?.startsWith('https:') ?? false;

type CookieUse =
  | 'session'
  | 'csrf'
  | 'callback'
  | 'pkce'
  | 'state'
  | 'nonce'
  | 'device'
  | 'second-step'
  | 'arrival'
  | 'link-provider'
  | 'reset-password'
  | 'verify-email'
  | 'keep-email';

/** The name of a cookie of this installation; on https only this very host can set it. */
export function nameCookie(what: CookieUse): string {
  return isHttps ? `__Host-rung.${what}` : `rung.${what}`;
}

export const COOKIE_OPTIONS = { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps } as const;
