import { describe, expect, it, test } from 'vitest';
import type { UserId } from '@/lib/auth/user-id';
import {
  getAccount,
  getCredential,
  getCredentialByEmail,
  getPersonByEmail,
  saveAccount,
  saveConfirmedPerson,
  saveCredential,
  saveEmail,
  saveNewPerson,
} from '@/lib/queries/people';
import { listSessions, startSession } from '@/lib/queries/sessions';
import { saveLinkToken } from '@/lib/queries/tokens';
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
  const newcomer = { name: 'Grace', passwordHash: null, timeZone: 'UTC' };

  it('security 12: has no way in, and leaves the address to who asks next', async () => {
    const email = 'unfinished@example.org';
    const first = await saveNewPerson({ ...newcomer, email });
    expect(await getCredentialByEmail(email)).toBeNull();
    const second = await saveNewPerson({ ...newcomer, email });
    expect(second.ok && second.personId).not.toBe(first.ok && first.personId);
    expect(await saveNewPerson({ ...grace, email })).toMatchObject({ ok: true });
    expect(await saveNewPerson({ ...newcomer, email })).toEqual({ ok: false, reason: 'email-taken' });
  });

  it('is forgotten once the link has expired, unless they have found another way in', async () => {
    const [gone, kept] = [
      await saveNewPerson({ ...newcomer, email: 'gone@example.org' }),
      await saveNewPerson({ ...newcomer, email: 'kept@example.org' }),
    ];
    if (!gone.ok || !kept.ok) throw new Error('An address was taken.');
    for (const { personId } of [gone, kept])
      await saveLinkToken(personId as UserId, {
        hash: crypto.randomUUID(),
        purpose: 'sign-up',
        expiresAt: new Date('2026-03-04T00:00:00Z'),
        now: new Date('2026-03-01T00:00:00Z'),
      });
    await saveCredential(kept.personId as UserId, { passwordHash: 'h8' });
    await saveNewPerson({ ...newcomer, email: 'early@example.org', now: new Date('2026-03-03T00:00:00Z') });
    expect(await getPersonByEmail('gone@example.org')).not.toBeNull();
    await saveNewPerson({ ...newcomer, email: 'late@example.org', now: new Date('2026-03-05T00:00:00Z') });
    expect(await getPersonByEmail('gone@example.org')).toBeNull();
    expect(await getPersonByEmail('kept@example.org')).not.toBeNull();
  });

  it('has the password that they chose once the address is confirmed', async () => {
    const email = 'finished@example.org';
    const saved = await saveNewPerson({ ...newcomer, email });
    if (!saved.ok) throw new Error(saved.reason);
    await saveConfirmedPerson(saved.personId as UserId, { passwordHash: 'h7' });
    expect(await getCredentialByEmail(email)).toEqual({ personId: saved.personId, passwordHash: 'h7' });
    expect((await getAccount(saved.personId as UserId)).emailVerifiedAt).not.toBeNull();
    expect(await saveNewPerson({ ...newcomer, email })).toEqual({ ok: false, reason: 'email-taken' });
  });
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
