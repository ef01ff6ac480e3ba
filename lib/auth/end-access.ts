import 'server-only';
import { saveAuditEvent } from '@/lib/queries/audit';
import type { ProviderKey } from '@/lib/queries/provider-accounts';
import { deleteSessions } from '@/lib/queries/sessions';
import { deleteLinkTokens } from '@/lib/queries/tokens';
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

/** Notes for the person which accounts elsewhere sign them in no longer. */
export async function noteUnlinked(userId: UserId, accounts: readonly ProviderKey[]): Promise<void> {
  for (const { issuer } of accounts) {
    const detail = { provider: nameIssuer(issuer) };
    await saveAuditEvent({ personId: userId, kind: 'provider-unlinked', detail });
  }
}
