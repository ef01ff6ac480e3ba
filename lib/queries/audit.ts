import { desc, eq, lt } from 'drizzle-orm';
import { type AuditKind, audit } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import { getDatabase } from '@/lib/queries/database';
import { createId } from './create-id';
import { deleteInPieces } from './delete-in-pieces';

export type AuditEvent = { id: string; kind: AuditKind; at: string; detail: Record<string, string> };

/** Notes a security event; `personId` is null where no account is meant. `detail` holds no secret and no address. */
export async function saveAuditEvent(event: {
  personId: string | null;
  kind: AuditKind;
  detail?: Record<string, string>;
  now?: Date;
}): Promise<void> {
  const { personId, kind, detail = {}, now = new Date() } = event;
  await getDatabase().write((tx) =>
    tx.insert(audit).values({ id: createId(), personId, kind, at: now.toISOString(), detail }),
  );
}

/** The person's own security events, the newest first. */
export async function listAuditEvents(userId: UserId, { limit = 100 } = {}): Promise<AuditEvent[]> {
  return getDatabase().read((reader) =>
    reader
      .select({ id: audit.id, kind: audit.kind, at: audit.at, detail: audit.detail })
      .from(audit)
      .where(eq(audit.personId, userId))
      .orderBy(desc(audit.at), desc(audit.id))
      .limit(limit),
  );
}

/** Forgets events from before an instant. Returns how many there were. */
export function deleteOldAuditEvents({ before }: { before: Date }): Promise<number> {
  return deleteInPieces(audit, lt(audit.at, before.toISOString()));
}
