import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { secondLook } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import type { Day } from '@/lib/domain/day';
import type { MaySee } from '@/lib/domain/second-look/ask';
import { getDatabase } from '@/lib/queries/database';
import { createId } from './create-id';
import { requireRoom } from './room';
import { deleteUngiven } from './second-look-answers';
import { revokeLinksFor } from './tokens';

/** That the person asked somebody to look at skills of theirs too. */
export type SecondLook = {
  id: string;
  career: string;
  name: string;
  sees: MaySee[];
  skills: string[];
  until: Day;
  createdAt: string;
  endsAt: string;
  closedAt: string | null;
  /** Whether it has a link; what was imported has none. */
  isLinked: boolean;
};

const hasLink = sql<boolean>`exists (
  select 1 from link_token as link where link.person_id = ${secondLook.personId} and link.purpose = 'second-look'
    and link.detail = ${secondLook.id} and link.revoked_at is null)`.mapWith(Boolean);

const lookColumns = {
  id: secondLook.id,
  career: secondLook.career,
  name: secondLook.name,
  sees: secondLook.sees,
  skills: secondLook.skills,
  until: secondLook.until,
  createdAt: secondLook.createdAt,
  endsAt: secondLook.endsAt,
  closedAt: secondLook.closedAt,
  isLinked: hasLink,
};

const ownLook = (userId: UserId, id: string) => and(eq(secondLook.personId, userId), eq(secondLook.id, id));

/** The second looks that the person asked for, the newest first. */
export async function listSecondLooks(userId: UserId, career: string): Promise<SecondLook[]> {
  return getDatabase().read((reader) =>
    reader
      .select(lookColumns)
      .from(secondLook)
      .where(and(eq(secondLook.personId, userId), eq(secondLook.career, career)))
      .orderBy(desc(secondLook.createdAt), desc(secondLook.id)),
  );
}

/** One of them, or null where the person has none of that id. */
export async function getSecondLook(userId: UserId, id: string): Promise<SecondLook | null> {
  const [found] = await getDatabase().read((reader) =>
    reader.select(lookColumns).from(secondLook).where(ownLook(userId, id)),
  );
  return found ?? null;
}

/** Adds one. Returns its id, which its link is to name. */
export async function saveNewSecondLook(
  userId: UserId,
  entry: Pick<SecondLook, 'career' | 'name' | 'sees' | 'skills' | 'until'> & { endsAt: Date; now?: Date },
): Promise<string> {
  const { now = new Date(), endsAt, ...look } = entry;
  const id = createId();
  await getDatabase().write(async (tx) => {
    await tx.insert(secondLook).values({
      ...look,
      personId: userId,
      id,
      createdAt: now.toISOString(),
      endsAt: endsAt.toISOString(),
    });
    await requireRoom(tx, userId, 'secondLooks');
  });
  return id;
}

/**
 * Ends a second look: its link opens nothing, and what was not given to the person goes. False where it was not open.
 */
export async function closeSecondLook(
  userId: UserId,
  { id, now = new Date() }: { id: string; now?: Date },
): Promise<boolean> {
  const at = now.toISOString();
  return getDatabase().write(async (tx) => {
    const closed = await tx
      .update(secondLook)
      .set({ closedAt: at })
      .where(and(ownLook(userId, id), isNull(secondLook.closedAt)))
      .returning({ id: secondLook.id });
    if (closed.length === 0) return false;
    await revokeLinksFor(tx, userId, { purpose: 'second-look', detail: id, at });
    await tx.run(deleteUngiven(now, sql`look.person_id = ${userId} and look.id = ${id}`));
    return true;
  });
}
