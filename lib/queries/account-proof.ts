import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Reader, Transaction } from '@/db/database';
import {
  agreedRating,
  evidenceItem,
  linkToken,
  secondLook,
  secondLookAnswer,
  sharedPage,
  sharedPageOpening,
} from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import type { EvidenceData, LinkData, SecondLookData, SharedPageData } from '@/lib/domain/account-proof';
import { computeLastCounted } from '@/lib/domain/instant';
import { isGiven } from './second-look-answers';

/** The evidence of the person, what they removed too. */
export async function listAllEvidence(reader: Reader, userId: UserId): Promise<EvidenceData[]> {
  return reader
    .select({
      id: evidenceItem.id,
      career: evidenceItem.career,
      title: evidenceItem.title,
      day: evidenceItem.day,
      text: evidenceItem.text,
      url: evidenceItem.url,
      canDos: evidenceItem.canDos,
      source: evidenceItem.source,
      sourceText: evidenceItem.sourceText,
      sourceLevel: evidenceItem.sourceLevel,
      createdAt: evidenceItem.createdAt,
      changedAt: evidenceItem.changedAt,
      removedAt: evidenceItem.removedAt,
    })
    .from(evidenceItem)
    .where(eq(evidenceItem.personId, userId))
    .orderBy(asc(evidenceItem.createdAt), asc(evidenceItem.id));
}

const withLists = <T extends { also: string[] | null; except: string[] | null }>({
  also,
  except,
  ...row
}: T) => ({
  ...row,
  ...(also && { also }),
  ...(except && { except }),
});

/** The second looks of the person with what was given to them; what still waits for their own rating is not in it. */
export async function listAllSecondLooks(
  reader: Reader,
  userId: UserId,
  now: Date,
): Promise<SecondLookData[]> {
  const looks = await reader
    .select({
      id: secondLook.id,
      career: secondLook.career,
      name: secondLook.name,
      sees: secondLook.sees,
      skills: secondLook.skills,
      until: secondLook.until,
      createdAt: secondLook.createdAt,
      endsAt: secondLook.endsAt,
      closedAt: secondLook.closedAt,
    })
    .from(secondLook)
    .where(eq(secondLook.personId, userId))
    .orderBy(asc(secondLook.createdAt), asc(secondLook.id));
  const answers = await reader
    .select({
      look: secondLookAnswer.secondLookId,
      skill: secondLookAnswer.skill,
      level: secondLookAnswer.level,
      also: secondLookAnswer.also,
      except: secondLookAnswer.except,
      reason: secondLookAnswer.reason,
      ownSince: secondLookAnswer.ownSince,
      firstAt: secondLookAnswer.firstAt,
      changedAt: secondLookAnswer.changedAt,
    })
    .from(secondLookAnswer)
    .where(and(eq(secondLookAnswer.personId, userId), isGiven(userId, computeLastCounted(now))))
    .orderBy(asc(secondLookAnswer.skill));
  const agreed = await reader
    .select({
      look: agreedRating.secondLookId,
      id: agreedRating.id,
      skill: agreedRating.skill,
      level: agreedRating.level,
      also: agreedRating.also,
      except: agreedRating.except,
      catalogue: agreedRating.catalogue,
      agreedAt: agreedRating.agreedAt,
    })
    .from(agreedRating)
    .where(eq(agreedRating.personId, userId))
    .orderBy(asc(agreedRating.agreedAt), asc(agreedRating.id), asc(agreedRating.skill));
  const of = <T extends { look: string }>(rows: readonly T[], id: string) =>
    rows.filter(({ look }) => look === id).map(({ look: _look, ...row }) => row);
  return looks.map((look) => ({
    ...look,
    answers: of(answers, look.id).map(withLists),
    agreed: of(agreed, look.id).map(withLists),
  }));
}

/** The pages that the person shared, with the days on which each was opened. */
export async function listAllSharedPages(reader: Reader, userId: UserId): Promise<SharedPageData[]> {
  const pages = await reader
    .select({
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
    })
    .from(sharedPage)
    .where(eq(sharedPage.personId, userId))
    .orderBy(asc(sharedPage.createdAt), asc(sharedPage.id));
  const openings = await reader
    .select({
      page: sharedPageOpening.sharedPageId,
      day: sharedPageOpening.day,
      count: sharedPageOpening.count,
    })
    .from(sharedPageOpening)
    .where(eq(sharedPageOpening.personId, userId))
    .orderBy(asc(sharedPageOpening.day));
  return pages.map((page) => ({
    ...page,
    openings: openings.flatMap(({ page: id, ...opening }) => (id === page.id ? [opening] : [])),
  }));
}

/** The links that open something of the person's, without their secrets. */
export async function listAllLinks(reader: Reader, userId: UserId, now: Date): Promise<LinkData[]> {
  return reader
    .select({
      purpose: linkToken.purpose,
      of: sql<
        string | null
      >`case when ${linkToken.purpose} in ('second-look', 'shared') then ${linkToken.detail} end`,
      createdAt: linkToken.createdAt,
      expiresAt: linkToken.expiresAt,
    })
    .from(linkToken)
    .where(
      and(
        eq(linkToken.personId, userId),
        isNull(linkToken.usedAt),
        isNull(linkToken.revokedAt),
        or(isNull(linkToken.expiresAt), gt(linkToken.expiresAt, now.toISOString())),
        sql`${linkToken.purpose} in ('feed', 'second-look', 'shared')`,
      ),
    )
    .orderBy(asc(linkToken.createdAt), asc(linkToken.hash));
}

/**
 * Brings in evidence, second looks and shared pages. Before check-ins and steps: what these came with makes items too, unless they are
 * there already.
 */
export async function insertProof(
  tx: Transaction,
  userId: UserId,
  added: {
    evidence: readonly EvidenceData[];
    secondLooks: readonly SecondLookData[];
    sharedPages: readonly SharedPageData[];
  },
): Promise<void> {
  for (const item of added.evidence)
    await tx
      .insert(evidenceItem)
      .values({ ...item, personId: userId })
      .onConflictDoNothing();
  for (const { openings, ...page } of added.sharedPages) {
    await tx
      .insert(sharedPage)
      .values({ ...page, personId: userId })
      .onConflictDoNothing();
    for (const opening of openings)
      await tx
        .insert(sharedPageOpening)
        .values({ ...opening, personId: userId, sharedPageId: page.id })
        .onConflictDoNothing();
  }
  for (const { answers, agreed, ...look } of added.secondLooks) {
    await tx
      .insert(secondLook)
      .values({ ...look, personId: userId })
      .onConflictDoNothing();
    for (const { also = null, except = null, ...answer } of answers)
      await tx
        .insert(secondLookAnswer)
        .values({ ...answer, also, except, personId: userId, secondLookId: look.id })
        .onConflictDoNothing();
    for (const { also = null, except = null, ...one } of agreed)
      await tx
        .insert(agreedRating)
        .values({
          ...one,
          also,
          except,
          personId: userId,
          career: look.career,
          name: look.name,
          secondLookId: look.id,
        })
        .onConflictDoNothing();
  }
}
