import { describe, expect, it } from 'vitest';
import {
  deleteLinkTokens,
  getLinkToken,
  getOwnLink,
  saveLinkToken,
  takeLinkToken,
} from '@/lib/queries/tokens';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const now = new Date('2026-03-01T00:00:00Z');
const later = new Date('2026-03-01T01:00:00Z');
const makeHash = () => crypto.randomUUID();

describe('takeLinkToken', () => {
  it('security 10: gives a link to one of many requests at once', async () => {
    const user = await makePerson();
    const hash = makeHash();
    await saveLinkToken(user, {
      hash,
      purpose: 'change-email',
      detail: 'new@example.org',
      expiresAt: later,
      now,
    });
    const takes = await Promise.all(
      [1, 2, 3].map(() => takeLinkToken({ hash, purpose: 'change-email', now })),
    );
    expect(takes.filter(Boolean)).toEqual([
      { personId: user, detail: 'new@example.org', createdAt: now.toISOString() },
    ]);
    expect(await getLinkToken({ hash, purpose: 'change-email', now })).toBeNull();
  });

  it('security 10: refuses a link of another purpose and one that has expired', async () => {
    const user = await makePerson();
    const hash = makeHash();
    await saveLinkToken(user, { hash, purpose: 'reset-password', expiresAt: later, now });
    expect(await takeLinkToken({ hash, purpose: 'verify-email', now })).toBeNull();
    expect(await takeLinkToken({ hash, purpose: 'reset-password', now: later })).toBeNull();
    expect(await takeLinkToken({ hash, purpose: 'reset-password', now })).not.toBeNull();
  });
});

describe('saveLinkToken', () => {
  it('security 10.a: leaves earlier mailed links alive until one of them is used', async () => {
    for (const purpose of ['sign-up', 'reset-password', 'verify-email', 'change-email'] as const) {
      const [user, other] = [await makePerson(), await makePerson()];
      const [first, second, third, others] = [makeHash(), makeHash(), makeHash(), makeHash()];
      for (const hash of [first, second, third])
        await saveLinkToken(user, { hash, purpose, expiresAt: later, now });
      await saveLinkToken(other, { hash: others, purpose, expiresAt: later, now });
      expect(await getLinkToken({ hash: first, purpose, now })).not.toBeNull();
      const taken = await Promise.all([first, second].map((hash) => takeLinkToken({ hash, purpose, now })));
      expect(taken.filter(Boolean), purpose).toHaveLength(1);
      for (const hash of [first, second, third])
        expect(await getLinkToken({ hash, purpose, now }), purpose).toBeNull();
      expect(await getLinkToken({ hash: others, purpose, now })).not.toBeNull();
    }
  });

  it('security 10: revokes the earlier address of the calendar, and no other link', async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const [first, second, reset, bobs] = [makeHash(), makeHash(), makeHash(), makeHash()];
    await saveLinkToken(bob, { hash: bobs, purpose: 'feed', expiresAt: null });
    await saveLinkToken(ada, { hash: reset, purpose: 'reset-password', expiresAt: later, now });
    await saveLinkToken(ada, { hash: first, purpose: 'feed', expiresAt: null });
    await saveLinkToken(ada, { hash: second, purpose: 'feed', expiresAt: null });
    expect(await getLinkToken({ hash: first, purpose: 'feed' })).toBeNull();
    expect(await getLinkToken({ hash: second, purpose: 'feed' })).toMatchObject({
      personId: ada,
      detail: null,
    });
    expect(await getLinkToken({ hash: bobs, purpose: 'feed' })).toMatchObject({
      personId: bob,
      detail: null,
    });
    expect(await getLinkToken({ hash: reset, purpose: 'reset-password', now })).not.toBeNull();
  });
});

it('cannot see or revoke another person’s links', async () => {
  const [ada, bob] = [await makePerson(), await makePerson()];
  const hash = makeHash();
  await saveLinkToken(ada, { hash, purpose: 'feed', expiresAt: null });
  expect(await getOwnLink(bob, 'feed')).toBeNull();
  expect(await deleteLinkTokens(bob, 'feed')).toBe(0);
  expect(await getOwnLink(ada, 'feed')).not.toBeNull();
  expect(await deleteLinkTokens(ada, 'feed')).toBe(1);
  expect(await getLinkToken({ hash, purpose: 'feed' })).toBeNull();
});
