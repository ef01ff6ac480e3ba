import { and, count, eq, isNotNull, isNull, lt, or } from 'drizzle-orm';
import type { Transaction } from '@/db/database';
import { recoveryCode, secondFactor } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import { getDatabase } from '@/lib/queries/database';
import { endPendingLinks } from './tokens';

export type SecondFactor = { sealedSecret: string; createdAt: string; confirmedAt: string | null };

/** Everybody has one at most. */
const ID = 'totp';

const own = (userId: UserId) => and(eq(secondFactor.personId, userId), eq(secondFactor.id, ID));

/** Keeps a secret that counts only once it is confirmed. False where one is confirmed already: that one stays. */
export async function saveSecondFactor(
  userId: UserId,
  { sealedSecret, now = new Date() }: { sealedSecret: string; now?: Date },
): Promise<boolean> {
  const fresh = { sealedSecret, createdAt: now.toISOString() };
  const saved = await getDatabase().write((tx) =>
    tx
      .insert(secondFactor)
      .values({ personId: userId, id: ID, kind: 'totp', ...fresh })
      .onConflictDoUpdate({
        target: [secondFactor.personId, secondFactor.id],
        set: fresh,
        setWhere: isNull(secondFactor.confirmedAt),
      })
      .returning({ id: secondFactor.id }),
  );
  return saved.length > 0;
}

/** Everybody's, as they are sealed. */
export async function listSealedSecrets(): Promise<{ personId: string; sealedSecret: string }[]> {
  return getDatabase().read((reader) =>
    reader
      .select({ personId: secondFactor.personId, sealedSecret: secondFactor.sealedSecret })
      .from(secondFactor),
  );
}

/** Puts seals in the place of others, where those still stand. */
export async function replaceSealedSecrets(
  replaced: readonly { personId: string; from: string; to: string }[],
): Promise<void> {
  await getDatabase().write(async (tx) => {
    for (const { personId, from, to } of replaced)
      await tx
        .update(secondFactor)
        .set({ sealedSecret: to })
        .where(and(eq(secondFactor.personId, personId), eq(secondFactor.sealedSecret, from)));
  });
}

/** The person's second factor, confirmed or not, or null. */
export async function getSecondFactor(userId: UserId): Promise<SecondFactor | null> {
  const [found] = await getDatabase().read((reader) =>
    reader
      .select({
        sealedSecret: secondFactor.sealedSecret,
        createdAt: secondFactor.createdAt,
        confirmedAt: secondFactor.confirmedAt,
      })
      .from(secondFactor)
      .where(own(userId)),
  );
  return found ?? null;
}

/**
 * From now on the factor counts, and these are the recovery codes. False where there is none left to confirm. What was
 * mailed before ends here, as wherever a second factor changes.
 */
export async function confirmSecondFactor(
  userId: UserId,
  entry: { sealedSecret: string; counter: number; codeHashes: readonly string[]; now?: Date },
): Promise<boolean> {
  const { sealedSecret, counter, codeHashes, now = new Date() } = entry;
  const confirmedAt = now.toISOString();
  return getDatabase().write(async (tx) => {
    const confirmed = await tx
      .update(secondFactor)
      .set({ confirmedAt, lastUsedCounter: counter })
      .where(and(own(userId), eq(secondFactor.sealedSecret, sealedSecret), isNull(secondFactor.confirmedAt)))
      .returning({ id: secondFactor.id });
    if (confirmed.length === 0) return false;
    await replaceRecoveryCodes(tx, userId, { codeHashes, now });
    return true;
  });
}

/** Uses a time step up: of two requests with its code, one gets it, and no earlier step is taken after it. */
export async function takeTimeStep(userId: UserId, counter: number): Promise<boolean> {
  const { lastUsedCounter } = secondFactor;
  const taken = await getDatabase().write((tx) =>
    tx
      .update(secondFactor)
      .set({ lastUsedCounter: counter })
      .where(
        and(
          own(userId),
          isNotNull(secondFactor.confirmedAt),
          or(isNull(lastUsedCounter), lt(lastUsedCounter, counter)),
        ),
      )
      .returning({ id: secondFactor.id }),
  );
  return taken.length > 0;
}

/** Uses a recovery code up. False where the person has no such code left. */
export async function takeRecoveryCode(
  userId: UserId,
  { codeHash, now = new Date() }: { codeHash: string; now?: Date },
): Promise<boolean> {
  const taken = await getDatabase().write((tx) =>
    tx
      .update(recoveryCode)
      .set({ usedAt: now.toISOString() })
      .where(
        and(
          eq(recoveryCode.personId, userId),
          eq(recoveryCode.codeHash, codeHash),
          isNull(recoveryCode.usedAt),
        ),
      )
      .returning({ codeHash: recoveryCode.codeHash }),
  );
  return taken.length > 0;
}

/** How many recovery codes are left. */
export async function countRecoveryCodes(userId: UserId): Promise<number> {
  const [found] = await getDatabase().read((reader) =>
    reader
      .select({ left: count() })
      .from(recoveryCode)
      .where(and(eq(recoveryCode.personId, userId), isNull(recoveryCode.usedAt))),
  );
  return found?.left ?? 0;
}

/** New recovery codes take the place of all earlier ones. */
export async function saveRecoveryCodes(
  userId: UserId,
  { codeHashes, now = new Date() }: { codeHashes: readonly string[]; now?: Date },
): Promise<void> {
  await getDatabase().write((tx) => replaceRecoveryCodes(tx, userId, { codeHashes, now }));
}

async function replaceRecoveryCodes(
  tx: Transaction,
  userId: UserId,
  { codeHashes, now }: { codeHashes: readonly string[]; now: Date },
): Promise<void> {
  const createdAt = now.toISOString();
  await tx.delete(recoveryCode).where(eq(recoveryCode.personId, userId));
  await tx
    .insert(recoveryCode)
    .values(codeHashes.map((codeHash) => ({ personId: userId, codeHash, createdAt })));
  await endPendingLinks(tx, userId, now);
}

/** Ends the second factor and its recovery codes. False where there was none. */
export async function deleteSecondFactor(userId: UserId, { now = new Date() } = {}): Promise<boolean> {
  return getDatabase().write(async (tx) => {
    await tx.delete(recoveryCode).where(eq(recoveryCode.personId, userId));
    await endPendingLinks(tx, userId, now);
    const ended = await tx.delete(secondFactor).where(own(userId)).returning({ id: secondFactor.id });
    return ended.length > 0;
  });
}
