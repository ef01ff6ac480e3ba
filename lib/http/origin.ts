import { headers } from 'next/headers';
import { env } from '@/lib/env';

/** The address under which people reach this server, without a path. */
export function getOrigin(): string {
  return env.origin;
}

/** The same as the person who asks sees it. On localhost the server in front has checked what the browser asked for. */
export async function readOrigin(): Promise<string> {
  return env.AUTH_URL ?? `http://${(await headers()).get('host') ?? 'localhost'}`;
}
