import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { sharedPage, sharedPageOpening } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import type { Day } from '@/lib/domain/day';
import type { SharedKind, SharedPart } from '@/lib/domain/share/kinds';
import { getDatabase } from '@/lib/queries/database';
import { createId } from './create-id';
import { requireRoom } from './room';
import { revokeLinksFor } from './tokens';

/** A page that the person shows by a link. */
export type SharedPage = {
  id: string;
  career: string;
  /** How the person calls whom it is for. */
  name: string;
  kind: SharedKind;
  parts: SharedPart[];
  /** Where the period of a skills record begins; null for the others. */
  since: Day | null;
  until: Day;
  createdAt: string;
  endsAt: string;
  closedAt: string | null;
  /** Whether it has a link; what was imported has none. */
  isLinked: boolean;
};

/** A day on which a page was opened, and how often. */
export type Opening = { day: Day; count: number };

const hasLink = sql<boolean>`exists (
  select 1 from link_token as link where link.person_id = ${sharedPage.personId} and link.purpose = 'shared'
    and link.detail = ${sharedPage.id} and link.revoked_at is null)`.mapWith(Boolean);

const pageColumns = {
  id: sharedPage.id,
  career: sharedPage.career,
  name: sharedPage.name,
  kind: sharedPage.kind,
  parts: sharedPage.parts,
  since: sharedPage.since,
  until: sharedPage.until,
  createdAt: sharedPage.createdAt,
  endsAt: sharedPage.endsAt,
  closedAt: sharedPage.closedAt,
  isLinked: hasLink,
};

const ownPage = (userId: UserId, id: string) => and(eq(sharedPage.personId, userId), eq(sharedPage.id, id));

/** The pages that the person shared, the newest first, each with the days on which it was opened, the latest first. */
export async function listSharedPages(
  userId: UserId,
  career: string,
): Promise<(SharedPage & { openings: Opening[] })[]> {
  return getDatabase().read(async (reader) => {
    const pages = await reader
      .select(pageColumns)
      .from(sharedPage)
      .where(and(eq(sharedPage.personId, userId), eq(sharedPage.career, career)))
      .orderBy(desc(sharedPage.createdAt), desc(sharedPage.id));
    const openings = await reader
      .select({
        page: sharedPageOpening.sharedPageId,
        day: sharedPageOpening.day,
        count: sharedPageOpening.count,
      })
      .from(sharedPageOpening)
      .where(eq(sharedPageOpening.personId, userId))
      .orderBy(desc(sharedPageOpening.day));
    return pages.map((page) => ({
      ...page,
      openings: openings.flatMap(({ page: id, ...opening }) => (id === page.id ? [opening] : [])),
    }));
  });
}

/** One of them, or null where the person has none of that id. */
export async function getSharedPage(userId: UserId, id: string): Promise<SharedPage | null> {
  const [found] = await getDatabase().read((reader) =>
    reader.select(pageColumns).from(sharedPage).where(ownPage(userId, id)),
  );
  return found ?? null;
}

/** Adds one. Returns its id, which its link is to name. */
export async function saveNewSharedPage(
  userId: UserId,
  entry: Pick<SharedPage, 'career' | 'name' | 'kind' | 'parts' | 'since' | 'until'> & {
    endsAt: Date;
    now?: Date;
  },
): Promise<string> {
  const { now = new Date(), endsAt, ...page } = entry;
  const id = createId();
  await getDatabase().write(async (tx) => {
    await tx.insert(sharedPage).values({
      ...page,
      personId: userId,
      id,
      createdAt: now.toISOString(),
      endsAt: endsAt.toISOString(),
    });
    await requireRoom(tx, userId, 'sharedPages');
  });
  return id;
}

/** Notes that a page was opened on a day; of a page that has ended or is not the person's, nothing. */
export async function saveOpening(
  userId: UserId,
  { id, day, now = new Date() }: { id: string; day: Day; now?: Date },
): Promise<void> {
  const at = now.toISOString();
  await getDatabase().write((tx) =>
    tx.run(sql`
      insert into shared_page_opening (person_id, shared_page_id, day, count)
      select person_id, id, ${day}, 1 from shared_page
      where person_id = ${userId} and id = ${id} and closed_at is null and ends_at > ${at}
      on conflict (person_id, shared_page_id, day) do update set count = count + 1`),
  );
}

/** Ends all pages of the person that are open, with their links. Returns how many there were. */
export async function closeSharedPages(userId: UserId, { now = new Date() } = {}): Promise<number> {
  const at = now.toISOString();
  return getDatabase().write(async (tx) => {
    const closed = await tx
      .update(sharedPage)
      .set({ closedAt: at })
      .where(and(eq(sharedPage.personId, userId), isNull(sharedPage.closedAt)))
      .returning({ id: sharedPage.id });
    await revokeLinksFor(tx, userId, { purpose: 'shared', at });
    return closed.length;
  });
}

/** Ends a page: its link opens nothing any more. False where it was not open. */
export async function closeSharedPage(
  userId: UserId,
  { id, now = new Date() }: { id: string; now?: Date },
): Promise<boolean> {
  const at = now.toISOString();
  return getDatabase().write(async (tx) => {
    const closed = await tx
      .update(sharedPage)
      .set({ closedAt: at })
      .where(and(ownPage(userId, id), isNull(sharedPage.closedAt)))
      .returning({ id: sharedPage.id });
    if (closed.length === 0) return false;
    await revokeLinksFor(tx, userId, { purpose: 'shared', detail: id, at });
    return true;
  });
}
