import 'server-only';
import { env } from '@/lib/env';

/** The secret of this installation, with which everything is made, and after it the one from before, which is only read. */
export function listSecrets(): [string, ...string[]] {
  if (env.AUTH_SECRET === undefined) throw new Error('AUTH_SECRET is missing.');
  return env.AUTH_SECRET_OLD === undefined ? [env.AUTH_SECRET] : [env.AUTH_SECRET, env.AUTH_SECRET_OLD];
}
