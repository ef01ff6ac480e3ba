import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/database';
import { credential, invitation, person, providerAccount, secondFactor, session } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import type { Region } from '@/lib/domain/catalogue';
import { type Settings, settingsSchema } from '@/lib/domain/settings';
import { normalizeAddress } from '@/lib/email-address';
import { getDatabase } from '@/lib/queries/database';
import { createId } from './create-id';
import { deleteInPieces } from './delete-in-pieces';
import type { ProviderKey } from './provider-accounts';
import { endPendingLinks } from './tokens';

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
  /** They sign in by a password, or by an account at a provider that has confirmed the address. */
} & ({ passwordHash: string } | { provider: ProviderKey });

type Made = { ok: true; personId: string } | { ok: false; reason: 'email-taken' };

/** Makes a person and their way to sign in together. An address that has an account already is not an error. */
export async function saveNewPerson(entry: NewPerson): Promise<Made> {
  const now = (entry.now ?? new Date()).toISOString();
  return getDatabase().write(async (tx) => {
    const waiting = await findUnfinished(tx, toAddress(entry.email));
    if (waiting !== null) await tx.delete(person).where(eq(person.id, waiting));
    const emailVerifiedAt = 'provider' in entry ? now : null;
    const personId = await insertPerson(tx, { ...entry, emailVerifiedAt, createdAt: now });
    if (personId === null) return { ok: false, reason: 'email-taken' };
    await tx.delete(invitation).where(eq(invitation.email, toAddress(entry.email)));
    if ('provider' in entry)
      await tx.insert(providerAccount).values({ ...entry.provider, personId, linkedAt: now });
    else await tx.insert(credential).values({ personId, passwordHash: entry.passwordHash, changedAt: now });
    return { ok: true, personId };
  });
}

type Newcomer = { name: string; email: string; timeZone: string; region?: Region };

/**
 * Makes a person who has no way in before the address is confirmed. Where one waits with this address already it is the
 * same one: what was mailed to the address before goes on working, whoever asked for it.
 */
export async function savePendingPerson(entry: Newcomer & { now?: Date }): Promise<Made> {
  const createdAt = (entry.now ?? new Date()).toISOString();
  return getDatabase().write(async (tx) => {
    const personId =
      (await findUnfinished(tx, toAddress(entry.email))) ??
      (await insertPerson(tx, { ...entry, emailVerifiedAt: null, createdAt }));
    return personId === null ? { ok: false, reason: 'email-taken' } : { ok: true, personId };
  });
}

/** The id of the new row, or null where the address has an account. */
async function insertPerson(
  tx: Transaction,
  entry: Newcomer & { emailVerifiedAt: string | null; createdAt: string },
): Promise<string | null> {
  const { name, timeZone, region = 'UK', emailVerifiedAt, createdAt } = entry;
  const email = toAddress(entry.email);
  const [made] = await tx
    .insert(person)
    .values({ id: createId(), name, email, timeZone, region, settings: {}, emailVerifiedAt, createdAt })
    .onConflictDoNothing({ target: person.email })
    .returning({ id: person.id });
  return made?.id ?? null;
}

/** Somebody who signed up and has not confirmed the address has no way in, and leaves nothing behind. */
const isUnfinished = sql`
  person.email_verified_at is null
  and not exists (select 1 from credential where person_id = person.id)
  and not exists (select 1 from provider_account where person_id = person.id)`;

async function findUnfinished(tx: Transaction, address: string): Promise<string | null> {
  const [found] = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.email, address), isUnfinished));
  return found?.id ?? null;
}

const MAILING_MS = 60 * 60 * 1000;

/** Forgets who signed up and let every link expire. Returns how many there were. */
export function deleteUnfinishedPeople({ now = new Date() } = {}): Promise<number> {
  const mailed = new Date(now.getTime() - MAILING_MS).toISOString();
  const hasLink = sql`
    exists (select 1 from link_token where person_id = person.id and expires_at > ${now.toISOString()})`;
  return deleteInPieces(person, and(isUnfinished, lt(person.createdAt, mailed), sql`not ${hasLink}`));
}

/**
 * Somebody who signed up has confirmed the address: from now on the password that they chose with the link lets them in.
 * False where the account has a password by now: that one stays.
 */
export async function saveConfirmedPerson(
  userId: UserId,
  entry: { passwordHash: string; name: string; timeZone: string; region: Region; now?: Date },
): Promise<boolean> {
  const { passwordHash, name, timeZone, region, now = new Date() } = entry;
  const at = now.toISOString();
  return getDatabase().write(async (tx) => {
    const made = await tx
      .insert(credential)
      .values({ personId: userId, passwordHash, changedAt: at })
      .onConflictDoNothing()
      .returning({ personId: credential.personId });
    if (made.length === 0) return false;
    const [confirmed] = await tx
      .update(person)
      .set({ name, timeZone, region, emailVerifiedAt: at })
      .where(eq(person.id, userId))
      .returning({ email: person.email });
    await tx.delete(invitation).where(eq(invitation.email, confirmed?.email ?? ''));
    await endPendingLinks(tx, userId, now);
    return true;
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

/** The account of an address that can be signed in to, or null. Only for what the holder of that address is then told. */
export async function getPersonByEmail(email: string): Promise<{ id: string; name: string } | null> {
  const [found] = await getDatabase().read((reader) =>
    reader
      .select({ id: person.id, name: person.name })
      .from(person)
      .where(and(eq(person.email, toAddress(email)), sql`not (${isUnfinished})`)),
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

type NewCredential = {
  passwordHash: string;
  /** The address whose mail the person has just shown to read; only where it is the account's does that count. */
  provenEmail?: string | null;
  /** Whether the person wants every account elsewhere unlinked. */
  isUnlinking?: boolean;
  now?: Date;
};

/**
 * A new password ends every session, so that a stolen one is worth nothing, whatever was mailed before, and a second factor
 * that was begun and not confirmed: who began it knows its secret. Who sets it as the reader of the account's mail also
 * unlinks what was linked before anybody had shown to be that. Answers the accounts elsewhere that were unlinked.
 */
export async function saveCredential(
  userId: UserId,
  { passwordHash, provenEmail = null, isUnlinking = false, now = new Date() }: NewCredential,
): Promise<{ unlinked: ProviderKey[] }> {
  const changedAt = now.toISOString();
  return getDatabase().write(async (tx) => {
    await tx
      .insert(credential)
      .values({ personId: userId, passwordHash, changedAt })
      .onConflictDoUpdate({ target: credential.personId, set: { passwordHash, changedAt } });
    await tx.delete(session).where(eq(session.personId, userId));
    await endPendingLinks(tx, userId, now);
    await tx
      .delete(secondFactor)
      .where(and(eq(secondFactor.personId, userId), isNull(secondFactor.confirmedAt)));
    const [owner] = await tx
      .select({ email: person.email, emailVerifiedAt: person.emailVerifiedAt })
      .from(person)
      .where(eq(person.id, userId));
    const isProven = provenEmail !== null && owner?.email === provenEmail;
    if (isProven && owner.emailVerifiedAt === null)
      await tx.update(person).set({ emailVerifiedAt: changedAt }).where(eq(person.id, userId));
    if (!isProven && !isUnlinking) return { unlinked: [] };
    const unlinked = await tx
      .delete(providerAccount)
      .where(
        and(
          eq(providerAccount.personId, userId),
          isUnlinking ? undefined : lt(providerAccount.linkedAt, owner?.emailVerifiedAt ?? changedAt),
        ),
      )
      .returning({ issuer: providerAccount.issuer, subject: providerAccount.subject });
    return { unlinked };
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
  { email, verifiedAt, now = new Date() }: { email: string; verifiedAt: string | null; now?: Date },
): Promise<{ ok: true } | { ok: false; reason: 'email-taken' }> {
  const address = toAddress(email);
  return getDatabase().write(async (tx) => {
    const waiting = await findUnfinished(tx, address);
    if (waiting !== null && waiting !== userId) await tx.delete(person).where(eq(person.id, waiting));
    const [holder] = await tx.select({ id: person.id }).from(person).where(eq(person.email, address));
    if (holder && holder.id !== userId) return { ok: false, reason: 'email-taken' };
    await tx.update(person).set({ email: address, emailVerifiedAt: verifiedAt }).where(eq(person.id, userId));
    if (!holder) await endPendingLinks(tx, userId, now);
    return { ok: true };
  });
}

/** What is no address is looked for as it is, and not found. */
/** The form in which an address is kept and looked up. */
export function toAddress(email: string): string {
  return normalizeAddress(email) ?? email.trim().toLowerCase();
}
