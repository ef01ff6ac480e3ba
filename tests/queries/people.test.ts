import { eq } from 'drizzle-orm';
import { describe, expect, it, test } from 'vitest';
import { type LinkPurpose, person } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import { getDatabase } from '@/lib/queries/database';
import {
  deleteUnfinishedPeople,
  getAccount,
  getCredential,
  getCredentialByEmail,
  getPersonByEmail,
  saveAccount,
  saveConfirmedPerson,
  saveCredential,
  saveEmail,
  saveNewPerson,
  savePendingPerson,
} from '@/lib/queries/people';
import { listProviderAccounts, saveProviderAccount } from '@/lib/queries/provider-accounts';
import {
  confirmSecondFactor,
  deleteSecondFactor,
  getSecondFactor,
  saveRecoveryCodes,
  saveSecondFactor,
} from '@/lib/queries/second-factors';
import { listSessions, startSession } from '@/lib/queries/sessions';
import { getLinkToken, saveLinkToken, takeLinkToken } from '@/lib/queries/tokens';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const grace = { name: 'Grace', passwordHash: 'h1', timeZone: 'America/New_York' };

describe('saveNewPerson', () => {
  it('makes a person who can be found by their address in any case', async () => {
    const saved = await saveNewPerson({ ...grace, email: 'Grace@Example.ORG ' });
    expect(saved).toMatchObject({ ok: true });
    expect(await getCredentialByEmail(' gRACE@example.org')).toEqual({
      personId: saved.ok && saved.personId,
      passwordHash: 'h1',
    });
    expect(await getCredentialByEmail('nobody@example.org')).toBeNull();
  });

  it('keeps one account an address, also at the same moment', async () => {
    const answers = await Promise.all(
      ['a@example.org', 'A@example.org', 'a@EXAMPLE.org'].map((email) => saveNewPerson({ ...grace, email })),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, reason: 'email-taken' });
  });
});

describe('somebody who signed up and has not confirmed the address', () => {
  const newcomer = { name: 'Grace', timeZone: 'UTC' };
  const confirm = { passwordHash: 'h7', name: 'Grace', timeZone: 'UTC', region: 'UK' as const };
  const isThere = async (email: string) =>
    (await getDatabase().read((reader) => reader.select().from(person).where(eq(person.email, email))))
      .length > 0;

  async function wait(email: string, { now }: { now?: Date } = {}): Promise<UserId> {
    const saved = await savePendingPerson({ ...newcomer, email, now });
    if (!saved.ok) throw new Error(saved.reason);
    return saved.personId as UserId;
  }

  async function link(user: UserId, expiresAt: string, now = new Date('2026-03-01T00:00:00Z')) {
    const hash = crypto.randomUUID();
    await saveLinkToken(user, { hash, purpose: 'sign-up', expiresAt: new Date(expiresAt), now });
    return hash;
  }

  it('security 12: has no way in, and leaves the address to who has one', async () => {
    const email = 'unfinished@example.org';
    await wait(email);
    expect(await getCredentialByEmail(email)).toBeNull();
    expect(await getPersonByEmail(email)).toBeNull();
    expect(await saveNewPerson({ ...grace, email })).toMatchObject({ ok: true });
    expect(await savePendingPerson({ ...newcomer, email })).toEqual({ ok: false, reason: 'email-taken' });
  });

  it('security 7.a: keeps what was mailed to the address when a stranger signs it up as well', async () => {
    const email = 'victim@example.org';
    const victim = await wait(email);
    const hash = await link(victim, '2026-03-04T00:00:00Z');
    const now = new Date('2026-03-02T00:00:00Z');
    expect(await wait(email, { now })).toBe(victim);
    const strangers = await link(victim, '2026-03-04T01:00:00Z');
    expect(await takeLinkToken({ hash, purpose: 'sign-up', now })).toMatchObject({ personId: victim });
    expect(await takeLinkToken({ hash: strangers, purpose: 'sign-up', now })).toBeNull();
  });

  it('is forgotten once every link has expired, unless they have found another way in', async () => {
    const now = new Date('2026-03-01T00:00:00Z');
    const [gone, kept, waits] = [
      await wait('gone@example.org', { now }),
      await wait('kept@example.org', { now }),
      await wait('waits@example.org', { now }),
    ];
    for (const user of [gone, kept, waits]) await link(user, '2026-03-04T00:00:00Z');
    await link(waits, '2026-03-06T00:00:00Z');
    await saveCredential(kept, { passwordHash: 'h8' });
    await deleteUnfinishedPeople({ now: new Date('2026-03-03T00:00:00Z') });
    expect(await isThere('gone@example.org')).toBe(true);
    await deleteUnfinishedPeople({ now: new Date('2026-03-05T00:00:00Z') });
    expect(await isThere('gone@example.org')).toBe(false);
    expect(await isThere('waits@example.org')).toBe(true);
    expect(await getPersonByEmail('kept@example.org')).not.toBeNull();
  });

  it('security 7.b: has the password and the name that were given with the link, and only the first', async () => {
    const email = 'finished@example.org';
    const user = await wait(email);
    expect(await saveConfirmedPerson(user, { ...confirm, name: 'Grace H.' })).toBe(true);
    expect(await saveConfirmedPerson(user, { ...confirm, passwordHash: 'late' })).toBe(false);
    expect(await getCredentialByEmail(email)).toEqual({ personId: user, passwordHash: 'h7' });
    expect(await getAccount(user)).toMatchObject({ name: 'Grace H.' });
    expect((await getAccount(user)).emailVerifiedAt).not.toBeNull();
    expect(await savePendingPerson({ ...newcomer, email })).toEqual({ ok: false, reason: 'email-taken' });
  });

  it('security 7.c: does not hold an address against an account that moves there', async () => {
    const email = 'squatted@example.org';
    await wait(email);
    const mover = await makePerson();
    expect(await saveEmail(mover, { email, verifiedAt: null })).toEqual({ ok: true });
    expect(await getAccount(mover)).toMatchObject({ email });
  });
});

test('report 12: an address with a domain in another script is one account, however it is written', async () => {
  const saved = await saveNewPerson({ ...grace, email: 'Ivan@Почта.рф' });
  const personId = saved.ok && saved.personId;
  for (const email of ['ivan@почта.рф', 'IVAN@xn--80a1acny.xn--p1ai']) {
    expect(await getCredentialByEmail(email)).toMatchObject({ personId });
    expect(await saveNewPerson({ ...grace, email })).toEqual({ ok: false, reason: 'email-taken' });
  }
});

test('getPersonByEmail finds the account of an address in any case, and no other', async () => {
  const saved = await saveNewPerson({ ...grace, email: 'found@example.org' });
  expect(await getPersonByEmail(' Found@Example.org')).toEqual({
    id: saved.ok && saved.personId,
    name: 'Grace',
  });
  expect(await getPersonByEmail('nobody@example.org')).toBeNull();
});

describe('saveAccount', () => {
  it('changes what is given and leaves the rest', async () => {
    const user = await makePerson('Ada');
    expect(await getAccount(user)).toMatchObject({
      name: 'Ada',
      region: 'UK',
      settings: { theme: 'system' },
    });
    await saveAccount(user, { region: 'US', settings: { theme: 'dark' } });
    await saveAccount(user, { timeZone: 'Europe/London', settings: { reminderWeeks: null } });
    expect(await getAccount(user)).toMatchObject({
      name: 'Ada',
      region: 'US',
      timeZone: 'Europe/London',
      settings: { theme: 'dark', reminderWeeks: null, isPreviousShown: false },
    });
  });

  it('leaves every other account as it was', async () => {
    const [ada, bob] = [await makePerson('Ada'), await makePerson('Bob')];
    const before = await getAccount(bob);
    await saveAccount(ada, { name: 'Changed', settings: { theme: 'light' } });
    expect(await getAccount(bob)).toEqual(before);
  });
});

describe('saveCredential', () => {
  it('replaces the password and ends the person’s sessions, nobody else’s', async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    for (const personId of [ada, bob]) {
      await startSession({ personId, userAgent: null, address: null, lifetimeSeconds: 60 });
    }
    await saveCredential(ada, { passwordHash: 'h2' });
    expect(await getCredential(ada)).toMatchObject({ passwordHash: 'h2' });
    expect(await getCredential(bob)).toMatchObject({ passwordHash: 'not-a-hash' });
    expect(await listSessions(ada)).toEqual([]);
    expect(await listSessions(bob)).toHaveLength(1);
  });
});

describe('what was mailed and would still change who gets in', () => {
  const purposes = ['sign-up', 'reset-password', 'verify-email', 'change-email'] as const;
  const later = new Date(Date.now() + 3_600_000);

  async function mailAll(user: UserId, kinds: readonly LinkPurpose[] = purposes) {
    const links = kinds.map((purpose) => ({ purpose, hash: crypto.randomUUID() }));
    for (const one of links) await saveLinkToken(user, { ...one, expiresAt: later });
    return links;
  }

  const countLive = async (links: Awaited<ReturnType<typeof mailAll>>) =>
    (await Promise.all(links.map((one) => getLinkToken(one)))).filter(Boolean).length;

  const changes: [string, (user: UserId) => Promise<unknown>][] = [
    ['a new password', (user) => saveCredential(user, { passwordHash: 'h2' })],
    ['another address', (user) => saveEmail(user, { email: `${user}@example.org`, verifiedAt: null })],
    ['new recovery codes', (user) => saveRecoveryCodes(user, { codeHashes: ['one'] })],
    ['no second factor any more', (user) => deleteSecondFactor(user)],
    [
      'a second factor',
      async (user) => {
        await saveSecondFactor(user, { sealedSecret: 'sealed' });
        await confirmSecondFactor(user, { sealedSecret: 'sealed', counter: 1, codeHashes: ['one'] });
      },
    ],
  ];

  it.each(changes)('security 8.a: ends with %s, and nobody else’s', async (_what, change) => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const [own, others] = [await mailAll(ada), await mailAll(bob)];
    expect(await countLive(own)).toBe(purposes.length);
    await change(ada);
    expect(await countLive(own)).toBe(0);
    expect(await countLive(others)).toBe(purposes.length);
  });

  async function mailKeep(user: UserId) {
    const one = { purpose: 'keep-email' as const, hash: crypto.randomUUID() };
    await saveLinkToken(user, { ...one, detail: (await getAccount(user)).email, expiresAt: later });
    return one;
  }

  it.each(changes.filter(([what]) => what !== 'another address'))(
    'security 8.e: the link that keeps the address ends with %s as well while the account has that address',
    async (_what, change) => {
      const [ada, bob] = [await makePerson(), await makePerson()];
      const [own, others] = [await mailKeep(ada), await mailKeep(bob)];
      await change(ada);
      expect(await getLinkToken(own)).toBeNull();
      expect(await getLinkToken(others)).not.toBeNull();
    },
  );

  it('security 8.b: does not end the link that takes an address back from a thief who moved the account, nor the calendar', async () => {
    const user = await makePerson();
    const own = await mailKeep(user);
    const links = await mailAll(user, ['feed', 'unsubscribe']);
    await saveEmail(user, { email: `thief-${user}@example.org`, verifiedAt: new Date().toISOString() });
    for (const [, change] of changes) {
      const thiefs = await mailKeep(user);
      await change(user);
      expect(await getLinkToken(own)).not.toBeNull();
      if (change !== changes[1]?.[1]) expect(await getLinkToken(thiefs)).toBeNull();
    }
    expect(await countLive(links)).toBe(2);
  });

  it('security 8.c: and a second factor that was begun ends with a new password, a confirmed one does not', async () => {
    const user = await makePerson();
    await saveSecondFactor(user, { sealedSecret: 'known to a thief' });
    await saveCredential(user, { passwordHash: 'h2' });
    expect(await getSecondFactor(user)).toBeNull();
    await saveSecondFactor(user, { sealedSecret: 'sealed' });
    await confirmSecondFactor(user, { sealedSecret: 'sealed', counter: 1, codeHashes: ['one'] });
    await saveCredential(user, { passwordHash: 'h3' });
    expect(await getSecondFactor(user)).toMatchObject({ sealedSecret: 'sealed' });
  });
});

describe('a new password of who reads the mail of the account', () => {
  const start = new Date('2026-03-01T12:00:00Z');
  const next = new Date('2026-03-02T12:00:00Z');
  const last = new Date('2026-03-03T12:00:00Z');
  const makeKey = () => ({ issuer: 'https://login.example.org/', subject: crypto.randomUUID() });

  async function makeLinked(provedAt: Date | null) {
    const [user, key] = [await makePerson(), makeKey()];
    const { email } = await getAccount(user);
    if (provedAt) await saveEmail(user, { email, verifiedAt: provedAt.toISOString() });
    await saveProviderAccount(user, { ...key, now: next });
    return { user, key, email };
  }

  const cases = [
    ['by mail to an address that nobody had confirmed', null, true, 0],
    ['by mail to an address that was confirmed after it was linked', last, true, 0],
    ['by mail to an address that had been confirmed before', start, true, 1],
    ['by other means', null, false, 1],
  ] as const;

  it.each(cases)('security 8.g: %s: what was linked before', async (_what, provedAt, isMailed, left) => {
    const { user, key, email } = await makeLinked(provedAt);
    const others = await makeLinked(null);
    const provenEmail = isMailed ? email : null;
    const { unlinked } = await saveCredential(user, { passwordHash: 'h2', provenEmail });
    expect(unlinked).toEqual(left === 0 ? [key] : []);
    expect(await listProviderAccounts(user)).toHaveLength(left);
    expect(await listProviderAccounts(others.user)).toHaveLength(1);
    expect((await getAccount(user)).emailVerifiedAt !== null).toBe(isMailed);
  });

  it('security 8.h: counts for that address alone, and unlinks all where the person wants it', async () => {
    const { user, key } = await makeLinked(start);
    const elsewhere = { passwordHash: 'h2', provenEmail: 'another@example.org' };
    expect(await saveCredential(user, elsewhere)).toEqual({ unlinked: [] });
    expect(await saveCredential(user, { passwordHash: 'h3', isUnlinking: true })).toEqual({
      unlinked: [key],
    });
    expect(await listProviderAccounts(user)).toEqual([]);
  });
});

describe('saveEmail', () => {
  it('changes the address and leaves another account’s with that account', async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const verifiedAt = '2026-03-01T00:00:00.000Z';
    expect(await saveEmail(ada, { email: 'New@example.org', verifiedAt })).toEqual({ ok: true });
    expect(await saveEmail(ada, { email: 'new@example.org', verifiedAt })).toEqual({ ok: true });
    expect(await saveEmail(bob, { email: 'new@example.org', verifiedAt })).toEqual({
      ok: false,
      reason: 'email-taken',
    });
    expect(await getAccount(ada)).toMatchObject({ email: 'new@example.org', emailVerifiedAt: verifiedAt });
  });
});
