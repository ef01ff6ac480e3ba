import 'server-only';
import { describeBrowser } from '@/lib/domain/browser';
import { saveAuditEvent } from '@/lib/queries/audit';
import { endSession, startSession } from '@/lib/queries/sessions';
import { readAsker, rememberThisDevice } from './asker';
import { readSessionCookie, saveSessionCookie } from './session-cookie';
import type { UserId } from './user-id';

export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** Makes the row of a new session and returns its id. The one that this browser had before ends. */
export async function beginSession(
  personId: string,
  { provedAt = null }: { provedAt?: string | null } = {},
): Promise<string> {
  const { address, userAgent } = await readAsker();
  const before = await readSessionCookie();
  if (before !== null) await endSession(before.sessionId);
  const sessionId = await startSession({
    personId,
    userAgent,
    address,
    lifetimeSeconds: SESSION_SECONDS,
    provedAt,
  });
  await saveAuditEvent({ personId, kind: 'sign-in', detail: { browser: describeBrowser(userAgent) } });
  await rememberThisDevice(personId);
  return sessionId;
}

/** Gives this browser a session after all had to end, as with a new password. Its proof is as old as it was. */
export async function beginSessionAnew(userId: UserId, provedAt: string | null): Promise<void> {
  const sessionId = await beginSession(userId, { provedAt });
  const expiresAt = new Date(Date.now() + SESSION_SECONDS * 1000).toISOString();
  await saveSessionCookie({ personId: userId, sessionId, expiresAt });
}
