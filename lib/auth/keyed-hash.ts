import 'server-only';
import { createHmac } from 'node:crypto';
import { env } from '@/lib/env';

/** A hash that only this installation can make. `purpose` keeps the hashes of one use apart from all others. */
export function keyedHash(purpose: string, ...parts: readonly string[]): string {
  if (env.AUTH_SECRET === undefined) throw new Error('AUTH_SECRET is missing.');
  return createHmac('sha256', env.AUTH_SECRET)
    .update(JSON.stringify([purpose, ...parts]))
    .digest('base64url');
}
