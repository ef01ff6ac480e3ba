import { eq } from 'drizzle-orm';
import { person, session } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import { getDatabase } from '@/lib/queries/database';

/** Shuts the account, or opens it again: shut, its sessions end at once, and nothing of it is lost. */
export async function saveSuspension(
  userId: UserId,
  { isSuspended, now = new Date() }: { isSuspended: boolean; now?: Date },
): Promise<void> {
  const suspendedAt = isSuspended ? now.toISOString() : null;
  await getDatabase().write(async (tx) => {
    await tx.update(person).set({ suspendedAt }).where(eq(person.id, userId));
    if (isSuspended) await tx.delete(session).where(eq(session.personId, userId));
  });
}

/** Whether the account is shut, for who has just proved that it is theirs. */
export async function isSuspended(personId: string): Promise<boolean> {
  const [found] = await getDatabase().readLatest((reader) =>
    reader.select({ suspendedAt: person.suspendedAt }).from(person).where(eq(person.id, personId)),
  );
  return found?.suspendedAt != null;
}
