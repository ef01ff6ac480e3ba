import { and, eq, gt, lt, lte } from 'drizzle-orm';
import type { Reader, Transaction } from '@/db/database';
import { ratingDraft } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import type { AccountData } from '@/lib/domain/account-data';
import type { RatingFields } from '@/lib/domain/check-in';
import { compareText } from '@/lib/domain/text';
import { getDatabase } from '@/lib/queries/database';
import { deleteInPieces } from './delete-in-pieces';

/** After this what was begun says no longer what is true today. */
const LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;

export type RatingDraft = { skill: string; entered: RatingFields; changedAt: string };

/** What the person has entered of a check-in that they have not saved, a skill each. */
export async function listRatingDrafts(
  userId: UserId,
  career: string,
  now = new Date(),
): Promise<RatingDraft[]> {
  return getDatabase().read((reader) =>
    reader
      .select({ skill: ratingDraft.skill, entered: ratingDraft.entered, changedAt: ratingDraft.changedAt })
      .from(ratingDraft)
      .where(
        and(
          eq(ratingDraft.personId, userId),
          eq(ratingDraft.career, career),
          gt(ratingDraft.changedAt, computeOldest(now)),
        ),
      ),
  );
}

/** All of them in the form of a data file, those too that nobody goes on with. */
export async function listAllRatingDrafts(reader: Reader, userId: UserId): Promise<AccountData['drafts']> {
  const rows = await reader
    .select({
      id: ratingDraft.skill,
      career: ratingDraft.career,
      changedAt: ratingDraft.changedAt,
      entered: ratingDraft.entered,
    })
    .from(ratingDraft)
    .where(eq(ratingDraft.personId, userId));
  return rows.sort((a, b) => compareText(a.career, b.career) || compareText(a.id, b.id));
}

/** Brings back what a file holds; of a skill that something has been entered of since, that stays. */
export async function insertRatingDrafts(
  tx: Transaction,
  userId: UserId,
  drafts: AccountData['drafts'],
): Promise<void> {
  for (const { id, entered, ...draft } of drafts)
    await tx
      .insert(ratingDraft)
      .values({ ...draft, skill: id, entered: entered as RatingFields, personId: userId })
      .onConflictDoNothing();
}

/** Keeps what was entered of one skill, in place of what was kept of it before; null forgets it. */
export async function saveRatingDraft(
  userId: UserId,
  {
    career,
    skill,
    entered,
    now = new Date(),
  }: { career: string; skill: string; entered: RatingFields | null; now?: Date },
): Promise<void> {
  await getDatabase().write(async (tx) => {
    if (entered === null) {
      const mine = and(eq(ratingDraft.personId, userId), eq(ratingDraft.career, career));
      await tx.delete(ratingDraft).where(and(mine, eq(ratingDraft.skill, skill)));
      return;
    }
    const changedAt = now.toISOString();
    await tx
      .insert(ratingDraft)
      .values({ personId: userId, career, skill, entered, changedAt })
      .onConflictDoUpdate({
        target: [ratingDraft.personId, ratingDraft.career, ratingDraft.skill],
        set: { entered, changedAt },
      });
  });
}

/** Forgets what a saved check-in was made of; what another tab has entered since stays. */
export async function deleteRatingDrafts(
  userId: UserId,
  { career, until }: { career: string; until: string },
): Promise<void> {
  await getDatabase().write((tx) =>
    tx
      .delete(ratingDraft)
      .where(
        and(
          eq(ratingDraft.personId, userId),
          eq(ratingDraft.career, career),
          lte(ratingDraft.changedAt, until),
        ),
      ),
  );
}

/** Forgets check-ins that nobody went on with. Returns how many skills' worth there were. */
export function deleteOldRatingDrafts({ now = new Date() } = {}): Promise<number> {
  return deleteInPieces(ratingDraft, lt(ratingDraft.changedAt, computeOldest(now)));
}

function computeOldest(now: Date): string {
  return new Date(now.getTime() - LIFETIME_MS).toISOString();
}
