import { cookies } from 'next/headers';
import { COOKIE_OPTIONS, nameCookie } from '@/lib/auth/cookies';
import { getUser } from '@/lib/auth/session';
import { describeError, log } from '@/lib/log';
import { saveAuditEvent } from '@/lib/queries/audit';
import { deleteSession } from '@/lib/queries/sessions';

/**
 * A plain form leads here, so that signing out works without script, from a page of an earlier version, and while the
 * database is away: the browser forgets the session in any case.
 */
export async function POST(): Promise<Response> {
  const isEnded = await endSession();
  (await cookies()).set(nameCookie('session'), '', { ...COOKIE_OPTIONS, maxAge: 0 });
  const location = isEnded ? '/sign-in' : '/sign-in?left=unsaved';
  return new Response(null, { status: 303, headers: { location } });
}

/** False where the session may still stand, so that no sign-out is claimed that did not happen. */
async function endSession(): Promise<boolean> {
  try {
    const user = await getUser();
    if (user && (await deleteSession(user.id, user.sessionId)))
      await saveAuditEvent({ personId: user.id, kind: 'sign-out' });
    return true;
  } catch (error) {
    log.error({ error: describeError(error) }, 'sign-out without its session');
    return false;
  }
}
