import 'server-only';
import { saveAuditEvent } from '@/lib/queries/audit';
import { deleteSessions } from '@/lib/queries/sessions';
import { deleteLinkTokens } from '@/lib/queries/tokens';
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
