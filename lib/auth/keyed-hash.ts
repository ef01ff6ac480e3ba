import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { listSecrets } from './secrets';

/** A hash that only this installation can make. `purpose` keeps the hashes of one use apart from all others. */
export function keyedHash(purpose: string, ...parts: readonly string[]): string {
  return hashWith(listSecrets()[0], purpose, parts);
}

/** Whether that is such a hash, also one made before the secret was changed. How long it takes tells nothing. */
export function isKeyedHash(hash: string, purpose: string, ...parts: readonly string[]): boolean {
  const given = Buffer.from(hash);
  const right = listSecrets().map((secret) => Buffer.from(hashWith(secret, purpose, parts)));
  return right.some((one) => one.length === given.length && timingSafeEqual(one, given));
}

function hashWith(secret: string, purpose: string, parts: readonly string[]): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([purpose, ...parts]))
    .digest('base64url');
}
