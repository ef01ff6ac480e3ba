import { and, eq, gt, lt } from 'drizzle-orm';
import { invitation } from '@/db/schema';
import { getDatabase } from '@/lib/queries/database';
import { deleteInPieces } from './delete-in-pieces';

type Presented = { email: string; codeHash: string; now?: Date };

/** Lets an address make an account until then. An earlier invitation of it ends. */
export async function saveInvitation(entry: Presented & { expiresAt: Date }): Promise<void> {
  const { email, codeHash, now = new Date() } = entry;
  const fresh = { codeHash, createdAt: now.toISOString(), expiresAt: entry.expiresAt.toISOString() };
  await getDatabase().write((tx) =>
    tx
      .insert(invitation)
      .values({ email, ...fresh })
      .onConflictDoUpdate({ target: invitation.email, set: fresh }),
  );
}

/** Whether the address is invited; with a code, whether by that. An invitation ends when its account is made. */
export async function isInvited({
  email,
  codeHash,
  now = new Date(),
}: Omit<Presented, 'codeHash'> & { codeHash?: string }): Promise<boolean> {
  const found = await getDatabase().readLatest((reader) =>
    reader
      .select({ email: invitation.email })
      .from(invitation)
      .where(
        and(
          eq(invitation.email, email),
          codeHash === undefined ? undefined : eq(invitation.codeHash, codeHash),
          gt(invitation.expiresAt, now.toISOString()),
        ),
      ),
  );
  return found.length > 0;
}

/** Forgets invitations that nobody took up in time. Returns how many there were. */
export function deleteExpiredInvitations({ now = new Date() } = {}): Promise<number> {
  return deleteInPieces(invitation, lt(invitation.expiresAt, now.toISOString()));
}
