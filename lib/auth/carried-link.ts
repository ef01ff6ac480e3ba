import 'server-only';
import { cookies } from 'next/headers';
import { COOKIE_OPTIONS, nameCookie } from './cookies';

const LIFETIME_SECONDS = 30 * 60;

/** The page that a link leads to. */
type LinkPage = 'reset-password' | 'verify-email' | 'keep-email';

/**
 * Takes the secret of a link out of the address, where the history and other sites could see it, into a cookie, and goes on
 * to the page that acts on it. The page can then send its form: under `no-referrer` a browser would hide where it is from.
 */
export async function carryLink(page: LinkPage, secret: string): Promise<Response> {
  await saveCarriedLink(page, secret);
  return new Response(null, {
    status: 303,
    headers: {
      location: `/${page}`,
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    },
  });
}

/** Lets this browser act on a link without following it. */
export async function saveCarriedLink(page: LinkPage, secret: string): Promise<void> {
  const jar = await cookies();
  jar.set(nameCookie(page), secret.slice(0, 100), { ...COOKIE_OPTIONS, maxAge: LIFETIME_SECONDS });
}

/** The secret that this browser came with, or an empty text. */
export async function readCarriedLink(page: LinkPage): Promise<string> {
  return (await cookies()).get(nameCookie(page))?.value ?? '';
}

export async function dropCarriedLink(page: LinkPage): Promise<void> {
  (await cookies()).set(nameCookie(page), '', { ...COOKIE_OPTIONS, maxAge: 0 });
}
