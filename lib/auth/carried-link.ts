import 'server-only';
import { cookies } from 'next/headers';
import type { AccountLinkPurpose } from './account-link';
import { COOKIE_OPTIONS, nameCookie } from './cookies';

const LIFETIME_SECONDS = 30 * 60;

/**
 * Takes the secret of a link out of the address, where the history and other sites could see it, into a cookie, and goes on
 * to the page that acts on it. The page can then send its form: under `no-referrer` a browser would hide where it is from.
 */
export async function carryLink(purpose: AccountLinkPurpose, secret: string): Promise<Response> {
  const jar = await cookies();
  jar.set(nameCookie(purpose), secret.slice(0, 100), { ...COOKIE_OPTIONS, maxAge: LIFETIME_SECONDS });
  return new Response(null, {
    status: 303,
    headers: {
      location: `/${purpose}`,
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    },
  });
}

/** The secret that this browser came with, or an empty text. */
export async function readCarriedLink(purpose: AccountLinkPurpose): Promise<string> {
  return (await cookies()).get(nameCookie(purpose))?.value ?? '';
}

export async function dropCarriedLink(purpose: AccountLinkPurpose): Promise<void> {
  (await cookies()).set(nameCookie(purpose), '', { ...COOKIE_OPTIONS, maxAge: 0 });
}
