import { and, asc, count, eq } from 'drizzle-orm';
import { credential, providerAccount } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import { getDatabase } from '@/lib/queries/database';

/** An account at a provider: the issuer's address, and the name that it alone gives out and never again. */
export type ProviderKey = { issuer: string; subject: string };

/** The person whom an account at a provider signs in, or null. */
export async function getProviderPerson({ issuer, subject }: ProviderKey): Promise<string | null> {
  const [found] = await getDatabase().read((reader) =>
    reader
      .select({ personId: providerAccount.personId })
      .from(providerAccount)
      .where(and(eq(providerAccount.issuer, issuer), eq(providerAccount.subject, subject))),
  );
  return found?.personId ?? null;
}

/** The person's accounts at providers, the oldest link first. */
export async function listProviderAccounts(userId: UserId): Promise<(ProviderKey & { linkedAt: string })[]> {
  return getDatabase().read((reader) =>
    reader
      .select({
        issuer: providerAccount.issuer,
        subject: providerAccount.subject,
        linkedAt: providerAccount.linkedAt,
      })
      .from(providerAccount)
      .where(eq(providerAccount.personId, userId))
      .orderBy(asc(providerAccount.linkedAt), asc(providerAccount.subject)),
  );
}

/** Links an account at a provider. False where it signs in somebody else: it stays with them. */
export async function saveProviderAccount(
  userId: UserId,
  { issuer, subject, now = new Date() }: ProviderKey & { now?: Date },
): Promise<boolean> {
  return getDatabase().write(async (tx) => {
    await tx
      .insert(providerAccount)
      .values({ issuer, subject, personId: userId, linkedAt: now.toISOString() })
      .onConflictDoNothing();
    const [holder] = await tx
      .select({ personId: providerAccount.personId })
      .from(providerAccount)
      .where(and(eq(providerAccount.issuer, issuer), eq(providerAccount.subject, subject)));
    return holder?.personId === userId;
  });
}

/** Ends a link, but never the last way in. */
export async function deleteProviderAccount(
  userId: UserId,
  { issuer, subject }: ProviderKey,
): Promise<{ ok: true } | { ok: false; reason: 'missing' | 'last-way-in' }> {
  const own = eq(providerAccount.personId, userId);
  return getDatabase().write(async (tx) => {
    const [links] = await tx.select({ count: count() }).from(providerAccount).where(own);
    const [password] = await tx
      .select({ changedAt: credential.changedAt })
      .from(credential)
      .where(eq(credential.personId, userId));
    const isLast = password === undefined && (links?.count ?? 0) <= 1;
    if (isLast) return { ok: false, reason: links?.count === 1 ? 'last-way-in' : 'missing' };
    const ended = await tx
      .delete(providerAccount)
      .where(and(own, eq(providerAccount.issuer, issuer), eq(providerAccount.subject, subject)))
      .returning({ subject: providerAccount.subject });
    return ended.length > 0 ? { ok: true } : { ok: false, reason: 'missing' };
  });
}
