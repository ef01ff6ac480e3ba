import 'server-only';
import { saveAuditEvent } from '@/lib/queries/audit';
import type { ProviderKey } from '@/lib/queries/provider-accounts';
import { deleteSessions } from '@/lib/queries/sessions';
import { closeSharedPages } from '@/lib/queries/shared-pages';
import { deleteLinkTokens, getOwnLink } from '@/lib/queries/tokens';
import { nameIssuer } from './providers';
import type { SignedInUser } from './session';
import type { UserId } from './user-id';

/** Signs every other browser of the person out. */
export async function endOtherSessions(user: SignedInUser): Promise<void> {
  const count = await deleteSessions(user.id, { keep: user.sessionId });
  if (count > 0)
    await saveAuditEvent({ personId: user.id, kind: 'session-ended', detail: { count: String(count) } });
}

/** Ends the secret address of the person's calendar. */
export async function endCalendarAddress(userId: UserId): Promise<void> {
  if ((await deleteLinkTokens(userId, 'feed')) > 0)
    await saveAuditEvent({ personId: userId, kind: 'link-revoked' });
}

/** Whether somebody with an address, and without an account, reads what is the person's: the calendar or a shared page. */
export async function hasOpenAddress(userId: UserId): Promise<boolean> {
  const links = await Promise.all([getOwnLink(userId, 'feed'), getOwnLink(userId, 'shared')]);
  return links.some((link) => link !== null);
}

/** Ends every address by which somebody without an account reads what is the person's. */
export async function endOpenAddresses(userId: UserId): Promise<void> {
  await endCalendarAddress(userId);
  if ((await closeSharedPages(userId)) > 0)
    await saveAuditEvent({ personId: userId, kind: 'link-revoked', detail: { purpose: 'shared' } });
}

/** Notes for the person which accounts elsewhere sign them in no longer. */
export async function noteUnlinked(userId: UserId, accounts: readonly ProviderKey[]): Promise<void> {
  for (const { issuer } of accounts) {
    const detail = { provider: nameIssuer(issuer) };
    await saveAuditEvent({ personId: userId, kind: 'provider-unlinked', detail });
  }
}
