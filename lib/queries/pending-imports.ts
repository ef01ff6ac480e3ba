import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { and, eq, lt } from 'drizzle-orm';
import { pendingImport } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import { getDatabase } from '@/lib/queries/database';
import { createId } from './create-id';
import { deleteInPieces } from './delete-in-pieces';

const LIFETIME_MS = 60 * 60 * 1000;

/** Keeps a file until it is confirmed, for an hour at most; an earlier one of the person's goes. Returns its id. */
export async function savePendingImport(userId: UserId, text: string, now = new Date()): Promise<string> {
  const id = createId();
  const content = await promisify(gzip)(text);
  const sentAt = now.toISOString();
  await getDatabase().write((tx) =>
    tx
      .insert(pendingImport)
      .values({ personId: userId, id, content, sentAt })
      .onConflictDoUpdate({ target: pendingImport.personId, set: { id, content, sentAt } }),
  );
  return id;
}

/** The text of the person's file, or null where it is another one's, has been replaced or has expired. */
export async function getPendingImport(userId: UserId, id: string, now = new Date()): Promise<string | null> {
  const [found] = await getDatabase().read((reader) =>
    reader
      .select({ content: pendingImport.content, sentAt: pendingImport.sentAt })
      .from(pendingImport)
      .where(and(eq(pendingImport.personId, userId), eq(pendingImport.id, id))),
  );
  if (!found || found.sentAt < computeOldest(now)) return null;
  return (await promisify(gunzip)(found.content)).toString('utf8');
}

export async function deletePendingImport(userId: UserId, id: string): Promise<void> {
  await getDatabase().write((tx) =>
    tx.delete(pendingImport).where(and(eq(pendingImport.personId, userId), eq(pendingImport.id, id))),
  );
}

/** Forgets the files that nobody has confirmed within the hour. Returns how many there were. */
export function deleteOldPendingImports({ now = new Date() } = {}): Promise<number> {
  return deleteInPieces(pendingImport, lt(pendingImport.sentAt, computeOldest(now)));
}

function computeOldest(now: Date): string {
  return new Date(now.getTime() - LIFETIME_MS).toISOString();
}
