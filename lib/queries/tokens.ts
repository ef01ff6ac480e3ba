import { and, eq, gt, gte, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/database';
import { type LinkPurpose, linkToken } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import { getDatabase } from '@/lib/queries/database';
import { deleteInPieces } from './delete-in-pieces';

export type LinkToken = { personId: string; detail: string | null; createdAt: string };

const linkColumns = {
  personId: linkToken.personId,
  detail: linkToken.detail,
  createdAt: linkToken.createdAt,
};

export type LinkTokenEntry = {
  /** The hash of the secret; the secret itself is never stored. */
  hash: string;
  purpose: LinkPurpose;
  detail?: string | null;
  /** Null for a link that lasts until it is revoked. */
  expiresAt: Date | null;
  now?: Date;
};

/** Links of which one is enough: where it is used, the others that were mailed for the same end with it. */
const ONE_IS_ENOUGH: readonly LinkPurpose[] = ['sign-up', 'reset-password', 'verify-email', 'change-email'];

/**
 * Saves a link. The calendar has one address, so a new one revokes it; a mailed link ends none that was mailed before, or
 * a stranger who asks for another mail would.
 */
export async function saveLinkToken(userId: UserId, entry: LinkTokenEntry): Promise<void> {
  const { hash, purpose, detail = null, expiresAt, now = new Date() } = entry;
  const createdAt = now.toISOString();
  await getDatabase().write(async (tx) => {
    if (purpose === 'feed')
      await tx.update(linkToken).set({ revokedAt: createdAt }).where(ownLive(userId, purpose));
    await tx.insert(linkToken).values({
      hash,
      personId: userId,
      purpose,
      detail,
      createdAt,
      expiresAt: expiresAt?.toISOString() ?? null,
    });
  });
}

/** What works while its owner is suspended: it takes nothing but what its reader is owed. */
const LASTING: readonly LinkPurpose[] = ['unsubscribe', 'keep-email'];

const isOwnerActive = sql`
  not exists (select 1 from person where person.id = ${linkToken.personId} and person.suspended_at is not null)`;

type Presented = { hash: string; purpose: LinkPurpose; now?: Date };

/** Whose link it is, or null where it was never made, was used or revoked, or has expired. */
export async function getLinkToken(presented: Presented): Promise<LinkToken | null> {
  const [found] = await getDatabase().read((reader) =>
    reader.select(linkColumns).from(linkToken).where(isLive(presented)),
  );
  return found ?? null;
}

/** The same, and uses the link up: of two requests at once, also with two links for the same, one gets it. */
export async function takeLinkToken(presented: Presented): Promise<LinkToken | null> {
  const { purpose, now = new Date() } = presented;
  const usedAt = now.toISOString();
  return getDatabase().write(async (tx) => {
    const [taken] = await tx
      .update(linkToken)
      .set({ usedAt })
      .where(isLive(presented))
      .returning(linkColumns);
    if (taken && ONE_IS_ENOUGH.includes(purpose))
      await tx
        .update(linkToken)
        .set({ revokedAt: usedAt })
        .where(ownLive(taken.personId as UserId, purpose));
    return taken ?? null;
  });
}

/**
 * Ends whatever was mailed and would still change who can get into the account; to be called where a password, a second
 * factor or the address changes. What takes an address back ends where the account has that address, so that nothing is to
 * be taken back. It stays where the account has been moved since: a thief who moves one sets a new password too.
 */
export async function endPendingLinks(tx: Transaction, userId: UserId, now: Date): Promise<void> {
  const isStillThere = sql`${linkToken.detail} = (select email from person where person.id = ${userId})`;
  await tx
    .update(linkToken)
    .set({ revokedAt: now.toISOString() })
    .where(
      and(
        eq(linkToken.personId, userId),
        or(
          inArray(linkToken.purpose, [...ONE_IS_ENOUGH]),
          and(eq(linkToken.purpose, 'keep-email'), isStillThere),
        ),
        isNull(linkToken.usedAt),
        isNull(linkToken.revokedAt),
      ),
    );
}

/** When the person's live link of a purpose was made, or null where they have none. */
export async function getOwnLink(
  userId: UserId,
  purpose: LinkPurpose,
): Promise<{ createdAt: string } | null> {
  const [found] = await getDatabase().read((reader) =>
    reader.select({ createdAt: linkToken.createdAt }).from(linkToken).where(ownLive(userId, purpose)),
  );
  return found ?? null;
}

/** Revokes the person's links of a purpose, or those made since an instant. Returns how many there were. */
export async function deleteLinkTokens(
  userId: UserId,
  purpose: LinkPurpose,
  { since, now = new Date() }: { since?: string; now?: Date } = {},
): Promise<number> {
  const revoked = await getDatabase().write((tx) =>
    tx
      .update(linkToken)
      .set({ revokedAt: now.toISOString() })
      .where(and(ownLive(userId, purpose), since ? gte(linkToken.createdAt, since) : undefined))
      .returning({ hash: linkToken.hash }),
  );
  return revoked.length;
}

/** Revokes the live links of a purpose that were made for one thing, or for all; in the transaction that ends the thing. */
export async function revokeLinksFor(
  tx: Transaction,
  userId: UserId,
  { purpose, detail, at }: { purpose: LinkPurpose; detail?: string; at: string },
): Promise<void> {
  await tx
    .update(linkToken)
    .set({ revokedAt: at })
    .where(and(ownLive(userId, purpose), detail === undefined ? undefined : eq(linkToken.detail, detail)));
}

/** Forgets the links that open nothing any more: used, revoked or expired. Returns how many there were. */
export function deleteDeadLinkTokens({ now = new Date() } = {}): Promise<number> {
  return deleteInPieces(
    linkToken,
    or(
      isNotNull(linkToken.usedAt),
      isNotNull(linkToken.revokedAt),
      lt(linkToken.expiresAt, now.toISOString()),
    ),
  );
}

function ownLive(userId: UserId, purpose: LinkPurpose) {
  return and(
    eq(linkToken.personId, userId),
    eq(linkToken.purpose, purpose),
    isNull(linkToken.usedAt),
    isNull(linkToken.revokedAt),
  );
}

function isLive({ hash, purpose, now = new Date() }: Presented) {
  return and(
    eq(linkToken.hash, hash),
    eq(linkToken.purpose, purpose),
    isNull(linkToken.usedAt),
    isNull(linkToken.revokedAt),
    or(isNull(linkToken.expiresAt), gt(linkToken.expiresAt, now.toISOString())),
    LASTING.includes(purpose) ? undefined : isOwnerActive,
  );
}
