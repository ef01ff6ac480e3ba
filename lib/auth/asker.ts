import 'server-only';
import { cookies, headers } from 'next/headers';
import type { Asker } from './check-credentials';
import { COOKIE_OPTIONS, nameCookie } from './cookies';
import { DEVICE_LIFETIME_DAYS, rememberDevice } from './known-device';

/** Who asks in this request. The server in front says the address, and nobody else can. */
export async function readAsker(): Promise<Asker> {
  const [request, jar] = [await headers(), await cookies()];
  return {
    address: request.get('x-rung-address'),
    userAgent: request.get('user-agent')?.slice(0, 500) ?? null,
    deviceCookie: jar.get(nameCookie('device'))?.value,
  };
}

/** From now on this browser counts as one that the person has used. */
export async function rememberThisDevice(personId: string): Promise<void> {
  const jar = await cookies();
  const name = nameCookie('device');
  const value = rememberDevice({ cookie: jar.get(name)?.value, personId });
  jar.set(name, value, { ...COOKIE_OPTIONS, maxAge: DEVICE_LIFETIME_DAYS * 24 * 3600 });
}
