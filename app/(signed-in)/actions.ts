'use server';

import { signOut } from '@/lib/auth/auth';
import { getUser } from '@/lib/auth/session';
import { saveAuditEvent } from '@/lib/queries/audit';
import { deleteSession } from '@/lib/queries/sessions';
import { noteActionBegun } from '@/lib/request-context';

/** Ends the session itself before its cookie, so that no sign-out is claimed that did not happen. */
export async function signOutAction(): Promise<void> {
  noteActionBegun();
  const user = await getUser();
  if (user && (await deleteSession(user.id, user.sessionId)))
    await saveAuditEvent({ personId: user.id, kind: 'sign-out' });
  await signOut({ redirectTo: '/sign-in' });
}
