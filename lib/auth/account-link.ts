import 'server-only';
import { makeLink } from './link-secret';
import type { UserId } from './user-id';

const HOUR = 60;
const DAY = 24 * HOUR;

/** What a mailed link may do, and for how many minutes. */
const LIFETIME_MINUTES = {
  'reset-password': HOUR,
  'sign-up': 3 * DAY,
  'verify-email': 3 * DAY,
  'change-email': HOUR,
  'keep-email': 7 * DAY,
};

export type AccountLinkPurpose = keyof typeof LIFETIME_MINUTES;

/** Makes a link that works once, for a person who has not proved yet who they are. */
export function makeAccountLink(
  personId: string,
  { purpose, detail = null }: { purpose: AccountLinkPurpose; detail?: string | null },
): Promise<string> {
  const expiresAt = new Date(Date.now() + LIFETIME_MINUTES[purpose] * 60_000);
  return makeLink(personId as UserId, { purpose, detail, expiresAt });
}
