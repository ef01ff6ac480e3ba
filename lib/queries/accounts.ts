import { eq } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { audit, person } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import { createId } from './create-id';

/** Deletes the person with everything that is theirs. What stays is that somebody's account was deleted, and when. */
export async function deleteAccount(userId: UserId, { now = new Date() } = {}): Promise<void> {
  await getDatabase().write(async (tx) => {
    const deleted = await tx.delete(person).where(eq(person.id, userId)).returning({ id: person.id });
    if (deleted.length === 0) return;
    await tx
      .insert(audit)
      .values({ id: createId(), personId: null, kind: 'account-deleted', at: now.toISOString(), detail: {} });
  });
}
