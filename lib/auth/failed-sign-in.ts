import 'server-only';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { getMetrics } from '@/lib/operator/metrics';

/**
 * Counts a sign-in that was refused, and writes it to the log: with the address that it came from where the operator wants
 * that, for a program such as fail2ban.
 */
export function noteFailedSignIn(failure: {
  way: 'password' | 'code' | 'provider';
  reason: string;
  address: string | null;
}): void {
  const { way, reason, address } = failure;
  getMetrics().failedSignIns.inc({ way, reason });
  log.warn({ way, reason, ...(env.LOG_ADDRESSES ? { address } : {}) }, 'sign-in failed');
}
