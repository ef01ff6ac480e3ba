import { and, eq, inArray, lt } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import type { Transaction } from '@/db/database';
import { credential, linkToken, person, providerAccount, session } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import type { Region } from '@/lib/domain/planner/profile';
import { type Settings, settingsSchema } from '@/lib/domain/settings';
import { createId } from './create-id';
import type { ProviderKey } from './provider-accounts';

export type Account = {
  name: string;
  email: string;
  emailVerifiedAt: string | null;
  timeZone: string;
  region: Region;
  settings: Settings;
  createdAt: string;
};

export type NewPerson = {
  name: string;
  email: string;
  timeZone: string;
  region?: Region;
  now?: Date;
  /**
   * They sign in by a password, or by an account at a provider that has confirmed the address. Without a password yet, the
   * address is theirs only until somebody else asks for it.
   */
} & ({ passwordHash: string | null } | { provider: ProviderKey });

/** Makes a person and their way to sign in together. An address that has an account already is not an error. */
export async function saveNewPerson(
  entry: NewPerson,
): Promise<{ ok: true; personId: string } | { ok: false; reason: 'email-taken' }> {
  const personId = createId();
  const now = (entry.now ?? new Date()).toISOString();
  return getDatabase().write(async (tx) => {
    await deleteAllUnfinished(tx, { address: toAddress(entry.email), now });
    const made = await tx
      .insert(person)
      .values({
        id: personId,
        name: entry.name,
        email: toAddress(entry.email),
        timeZone: entry.timeZone,
        region: entry.region ?? 'UK',
        settings: {},
        emailVerifiedAt: 'provider' in entry ? now : null,
        createdAt: now,
      })
      .onConflictDoNothing({ target: person.email })
      .returning({ id: person.id });
    if (made.length === 0) return { ok: false, reason: 'email-taken' };
    if ('provider' in entry)
      await tx.insert(providerAccount).values({ ...entry.provider, personId, linkedAt: now });
    else if (entry.passwordHash !== null)
      await tx.insert(credential).values({ personId, passwordHash: entry.passwordHash, changedAt: now });
    return { ok: true, personId };
  });
}

/** Somebody who signed up and has not confirmed the address has no way in, and leaves nothing behind. */
async function deleteUnfinished(tx: Transaction, personId: string): Promise<void> {
  const passwords = await tx.select().from(credential).where(eq(credential.personId, personId));
  const links = await tx.select().from(providerAccount).where(eq(providerAccount.personId, personId));
  if (passwords.length + links.length === 0) await tx.delete(person).where(eq(person.id, personId));
}

/** Frees the address for who asks now, and forgets everybody whose link has expired. */
async function deleteAllUnfinished(tx: Transaction, { address, now }: { address: string; now: string }) {
  const [holder] = await tx
    .select({ id: person.id, emailVerifiedAt: person.emailVerifiedAt })
    .from(person)
    .where(eq(person.email, address));
  if (holder?.emailVerifiedAt === null) await deleteUnfinished(tx, holder.id);
  await deleteExpiredNewcomers(tx, now);
}

async function deleteExpiredNewcomers(tx: Transaction, now: string): Promise<number> {
  const expired = await tx
    .delete(linkToken)
    .where(and(eq(linkToken.purpose, 'sign-up'), lt(linkToken.expiresAt, now)))
    .returning({ personId: linkToken.personId });
  for (const { personId } of expired) await deleteUnfinished(tx, personId);
  return expired.length;
}

/** Forgets who signed up and has not confirmed the address in time. Returns how many there were. */
export function deleteUnfinishedPeople({ now = new Date() } = {}): Promise<number> {
  return getDatabase().write((tx) => deleteExpiredNewcomers(tx, now.toISOString()));
}

/** Somebody who signed up has confirmed the address: from now on the password that they chose lets them in. */
export async function saveConfirmedPerson(
  userId: UserId,
  { passwordHash, now = new Date() }: { passwordHash: string; now?: Date },
): Promise<void> {
  const at = now.toISOString();
  await getDatabase().write(async (tx) => {
    await tx
      .insert(credential)
      .values({ personId: userId, passwordHash, changedAt: at })
      .onConflictDoNothing();
    await tx.update(person).set({ emailVerifiedAt: at }).where(eq(person.id, userId));
    await tx.delete(linkToken).where(and(eq(linkToken.personId, userId), eq(linkToken.purpose, 'sign-up')));
  });
}

/** What a sign-in is checked against, or null for an address without a password here. */
export async function getCredentialByEmail(
  email: string,
): Promise<{ personId: string; passwordHash: string } | null> {
  const [found] = await getDatabase().read((reader) =>
    reader
      .select({ personId: credential.personId, passwordHash: credential.passwordHash })
      .from(person)
      .innerJoin(credential, eq(credential.personId, person.id))
      .where(eq(person.email, toAddress(email))),
  );
  return found ?? null;
}

/** Whether anybody has an account here. */
export async function hasPeople(): Promise<boolean> {
  const found = await getDatabase().read((reader) => reader.select({ id: person.id }).from(person).limit(1));
  return found.length > 0;
}

/** The account of an address, or null. Only for what the holder of that address is then told. */
export async function getPersonByEmail(email: string): Promise<{ id: string; name: string } | null> {
  const [found] = await getDatabase().read((reader) =>
    reader
      .select({ id: person.id, name: person.name })
      .from(person)
      .where(eq(person.email, toAddress(email))),
  );
  return found ?? null;
}

export async function getCredential(
  userId: UserId,
): Promise<{ passwordHash: string; changedAt: string } | null> {
  const [found] = await getDatabase().read((reader) =>
    reader
      .select({ passwordHash: credential.passwordHash, changedAt: credential.changedAt })
      .from(credential)
      .where(eq(credential.personId, userId)),
  );
  return found ?? null;
}

/** A new password ends every session, so that a stolen one is worth nothing. */
export async function saveCredential(
  userId: UserId,
  { passwordHash, now = new Date() }: { passwordHash: string; now?: Date },
): Promise<void> {
  const changedAt = now.toISOString();
  await getDatabase().write(async (tx) => {
    await tx
      .insert(credential)
      .values({ personId: userId, passwordHash, changedAt })
      .onConflictDoUpdate({ target: credential.personId, set: { passwordHash, changedAt } });
    await tx.delete(session).where(eq(session.personId, userId));
  });
}

/** The account of a signed-in person. Throws where it has been deleted since. */
export async function getAccount(userId: UserId): Promise<Account> {
  const [found] = await getDatabase().read((reader) =>
    reader
      .select({
        name: person.name,
        email: person.email,
        emailVerifiedAt: person.emailVerifiedAt,
        timeZone: person.timeZone,
        region: person.region,
        settings: person.settings,
        createdAt: person.createdAt,
      })
      .from(person)
      .where(eq(person.id, userId)),
  );
  if (!found) throw new Error('The account is gone.');
  return { ...found, settings: settingsSchema.parse(found.settings) };
}

/** Saves what is given and leaves the rest; settings are merged by name. */
export async function saveAccount(
  userId: UserId,
  changes: { name?: string; timeZone?: string; region?: Region; settings?: Partial<Settings> },
): Promise<void> {
  const { settings, ...columns } = changes;
  await getDatabase().write(async (tx) => {
    const [found] = await tx.select({ settings: person.settings }).from(person).where(eq(person.id, userId));
    if (!found) return;
    const merged = settingsSchema.parse({ ...found.settings, ...settings });
    await tx
      .update(person)
      .set({ ...columns, settings: merged })
      .where(eq(person.id, userId));
  });
}

/**
 * The address becomes the account's own; `verifiedAt` is null where nobody could confirm it. Another account's address stays
 * with that account. Links that were mailed to the address before work no more.
 */
export async function saveEmail(
  userId: UserId,
  { email, verifiedAt }: { email: string; verifiedAt: string | null },
): Promise<{ ok: true } | { ok: false; reason: 'email-taken' }> {
  const address = toAddress(email);
  return getDatabase().write(async (tx) => {
    const [holder] = await tx.select({ id: person.id }).from(person).where(eq(person.email, address));
    if (holder && holder.id !== userId) return { ok: false, reason: 'email-taken' };
    await tx.update(person).set({ email: address, emailVerifiedAt: verifiedAt }).where(eq(person.id, userId));
    if (!holder)
      await tx
        .delete(linkToken)
        .where(
          and(eq(linkToken.personId, userId), inArray(linkToken.purpose, ['reset-password', 'verify-email'])),
        );
    return { ok: true };
  });
}

function toAddress(email: string): string {
  return email.trim().toLowerCase();
}
