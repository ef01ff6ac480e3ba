import { eq, sql } from 'drizzle-orm';
import { audit, invitation, person } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import { getDatabase } from '@/lib/queries/database';
import { createId } from './create-id';

/**
 * Deletes the person with everything that is theirs. What stays is what happened and when, of which nobody can tell any
 * more whose it was, and that somebody's account was deleted.
 */
export async function deleteAccount(
  userId: UserId,
  { detail = {}, now = new Date() }: { detail?: Record<string, string>; now?: Date } = {},
): Promise<void> {
  await getDatabase().write(async (tx) => {
    await tx
      .update(audit)
      .set({
        personId: null,
        detail: sql`iif(detail ->> 'by' is null, '{}', json_object('by', detail ->> 'by'))`,
      })
      .where(eq(audit.personId, userId));
    const [deleted] = await tx.delete(person).where(eq(person.id, userId)).returning({ email: person.email });
    if (!deleted) return;
    await tx.delete(invitation).where(eq(invitation.email, deleted.email));
    await tx
      .insert(audit)
      .values({ id: createId(), personId: null, kind: 'account-deleted', at: now.toISOString(), detail });
  });
}
