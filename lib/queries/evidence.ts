import { and, desc, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import { evidenceItem } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import type { Level } from '@/lib/domain/catalogue';
import type { Day } from '@/lib/domain/day';
import { getDatabase } from '@/lib/queries/database';
import { createId } from './create-id';
import { computeRepeatSince, isRepeat } from './repeat';
import { requireRoom } from './room';

/** Something that the person can point at. `canDos` is null while its source tells what it supports. */
export type EvidenceItem = {
  id: string;
  title: string;
  day: Day;
  text: string | null;
  url: string | null;
  canDos: string[] | null;
  /** `skill/ID` or `step/ID` where a rating or a step came with it. */
  source: string | null;
  sourceLevel: Level | null;
  changedAt: string;
};

const itemColumns = {
  id: evidenceItem.id,
  title: evidenceItem.title,
  day: evidenceItem.day,
  text: evidenceItem.text,
  url: evidenceItem.url,
  canDos: evidenceItem.canDos,
  source: evidenceItem.source,
  sourceLevel: evidenceItem.sourceLevel,
  changedAt: evidenceItem.changedAt,
};

/** The person's evidence in a career, the newest first, without what they removed. */
export async function listEvidence(userId: UserId, career: string): Promise<EvidenceItem[]> {
  return getDatabase().read((reader) =>
    reader
      .select(itemColumns)
      .from(evidenceItem)
      .where(
        and(
          eq(evidenceItem.personId, userId),
          eq(evidenceItem.career, career),
          isNull(evidenceItem.removedAt),
        ),
      )
      .orderBy(desc(evidenceItem.day), desc(evidenceItem.id)),
  );
}

/** What a form says of an item. */
export type EvidenceEntry = {
  title: string;
  day: Day;
  text: string | null;
  url: string | null;
  canDos: string[];
};

/** Adds an item, once for a form that was sent twice. Returns its id. */
export async function saveNewEvidence(
  userId: UserId,
  { career, now = new Date(), ...entry }: EvidenceEntry & { career: string; now?: Date },
): Promise<string> {
  const id = createId();
  const at = now.toISOString();
  return getDatabase().write(async (tx) => {
    const latest = await tx
      .select(itemColumns)
      .from(evidenceItem)
      .where(
        and(
          eq(evidenceItem.personId, userId),
          eq(evidenceItem.career, career),
          gt(evidenceItem.createdAt, computeRepeatSince(now)),
          isNull(evidenceItem.removedAt),
        ),
      );
    const same = latest.find((one) => isRepeat(entry, one));
    if (same) return same.id;
    await tx
      .insert(evidenceItem)
      .values({ ...entry, personId: userId, id, career, createdAt: at, changedAt: at });
    await requireRoom(tx, userId, 'evidence');
    return id;
  });
}

/** Changes an item of the person's. False where it was changed since the form was drawn, or is not theirs. */
export async function saveEvidence(
  userId: UserId,
  { id, basedOn, now = new Date(), ...entry }: EvidenceEntry & { id: string; basedOn: string; now?: Date },
): Promise<boolean> {
  // Two changes within one millisecond still get versions of their own.
  const changedAt = new Date(Math.max(now.getTime(), (Date.parse(basedOn) || 0) + 1)).toISOString();
  const changed = await getDatabase().write((tx) =>
    tx
      .update(evidenceItem)
      .set({ ...entry, changedAt })
      .where(and(ownItem(userId, id), eq(evidenceItem.changedAt, basedOn), isNull(evidenceItem.removedAt)))
      .returning({ id: evidenceItem.id }),
  );
  return changed.length > 0;
}

/** Takes an item out of every view; restoreEvidence() brings it back. False where the person has none of that id. */
export function deleteEvidence(userId: UserId, id: string, { now = new Date() } = {}): Promise<boolean> {
  return setRemoved(userId, { id, removedAt: now.toISOString() });
}

export function restoreEvidence(userId: UserId, id: string): Promise<boolean> {
  return setRemoved(userId, { id, removedAt: null });
}

async function setRemoved(
  userId: UserId,
  { id, removedAt }: { id: string; removedAt: string | null },
): Promise<boolean> {
  const isOther = removedAt === null ? isNotNull(evidenceItem.removedAt) : isNull(evidenceItem.removedAt);
  const changed = await getDatabase().write((tx) =>
    tx
      .update(evidenceItem)
      .set({ removedAt })
      .where(and(ownItem(userId, id), isOther))
      .returning({ id: evidenceItem.id }),
  );
  return changed.length > 0;
}

function ownItem(userId: UserId, id: string) {
  return and(eq(evidenceItem.personId, userId), eq(evidenceItem.id, id));
}
