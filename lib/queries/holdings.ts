import { and, asc, eq, gte, isNull, lt, notInArray, or, type SQL } from 'drizzle-orm';
import type { Transaction } from '@/db/database';
import { holding } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import type { HoldingFacts } from '@/lib/domain/work';
import { getDatabase } from '@/lib/queries/database';
import { requireRoom } from './room';

/** What the person holds, by the id that it has in the catalogue. */
export type HoldingRecord = Omit<HoldingFacts, 'career'>;
export type HoldingEntry = Pick<HoldingRecord, 'id' | 'since' | 'expiresOn'>;

/** What the person holds in a career, in the order of the ids; what has expired too. */
export async function listHoldings(userId: UserId, career: string): Promise<HoldingRecord[]> {
  return getDatabase().read((reader) =>
    reader
      .select({
        id: holding.id,
        since: holding.since,
        expiresOn: holding.expiresOn,
        changedAt: holding.changedAt,
      })
      .from(holding)
      .where(and(eq(holding.personId, userId), eq(holding.career, career)))
      .orderBy(asc(holding.id)),
  );
}

/** Has the person hold what is given, with its dates, and nothing else. */
export async function saveHoldings(
  userId: UserId,
  { career, holdings, now = new Date() }: { career: string; holdings: readonly HoldingEntry[]; now?: Date },
): Promise<void> {
  await getDatabase().write(async (tx) => {
    await deleteOthers(tx, { userId, career, ids: holdings.map(({ id }) => id) });
    for (const { id, since, expiresOn } of holdings) {
      const content = { since, expiresOn, changedAt: now.toISOString() };
      await tx
        .insert(holding)
        .values({ ...content, personId: userId, career, id })
        .onConflictDoUpdate({ target: [holding.personId, holding.career, holding.id], set: content });
    }
    await requireRoom(tx, userId, 'holdings');
  });
}

/** Has the person hold these too. What they hold already stays, with a month for one that had none. */
export async function addHoldings(
  userId: UserId,
  { career, holdings, now = new Date() }: { career: string; holdings: readonly HoldingEntry[]; now?: Date },
): Promise<void> {
  const changedAt = now.toISOString();
  await getDatabase().write(async (tx) => {
    for (const { id, since, expiresOn } of holdings)
      await tx
        .insert(holding)
        .values({ personId: userId, career, id, since, expiresOn, changedAt })
        .onConflictDoUpdate({
          target: [holding.personId, holding.career, holding.id],
          set: { since, changedAt },
          setWhere: isNull(holding.since),
        });
    await requireRoom(tx, userId, 'holdings');
  });
}

/**
 * Has the person hold these as one part of a larger transaction. What they held already keeps its dates, and what has
 * expired stays as it was, unless they say that they hold it.
 */
export async function saveHeldWithin(
  tx: Transaction,
  { userId, career, ids, now }: { userId: UserId; career: string; ids: readonly string[]; now: Date },
): Promise<void> {
  const changedAt = now.toISOString();
  const today = changedAt.slice(0, 10);
  await deleteOthers(
    tx,
    { userId, career, ids },
    or(isNull(holding.expiresOn), gte(holding.expiresOn, today)),
  );
  for (const id of ids)
    await tx
      .insert(holding)
      .values({ personId: userId, career, id, since: null, expiresOn: null, changedAt })
      .onConflictDoUpdate({
        target: [holding.personId, holding.career, holding.id],
        set: { expiresOn: null, changedAt },
        setWhere: lt(holding.expiresOn, today),
      });
  await requireRoom(tx, userId, 'holdings');
}

/** What is held now, as one part of a larger transaction. */
export async function listHeldWithin(
  tx: Transaction,
  { userId, career, now }: { userId: UserId; career: string; now: Date },
): Promise<string[]> {
  const today = now.toISOString().slice(0, 10);
  const held = await tx
    .select({ id: holding.id })
    .from(holding)
    .where(
      and(
        eq(holding.personId, userId),
        eq(holding.career, career),
        or(isNull(holding.expiresOn), gte(holding.expiresOn, today)),
      ),
    )
    .orderBy(asc(holding.id));
  return held.map(({ id }) => id);
}

async function deleteOthers(
  tx: Transaction,
  { userId, career, ids }: { userId: UserId; career: string; ids: readonly string[] },
  also?: SQL,
): Promise<void> {
  const isOther = ids.length === 0 ? undefined : notInArray(holding.id, [...ids]);
  await tx
    .delete(holding)
    .where(and(eq(holding.personId, userId), eq(holding.career, career), isOther, also));
}
