import { describe, expect, it } from 'vitest';
import type { UserId } from '@/lib/auth/user-id';
import { saveNewPerson } from '@/lib/queries/people';
import {
  deleteProviderAccount,
  getProviderPerson,
  listProviderAccounts,
  saveProviderAccount,
} from '@/lib/queries/provider-accounts';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const makeKey = () => ({ issuer: 'https://login.example.org/', subject: crypto.randomUUID() });

async function makeProviderPerson() {
  const key = makeKey();
  const email = `${key.subject}@example.org`;
  const saved = await saveNewPerson({ name: 'Grace', email, timeZone: 'UTC', provider: key });
  if (!saved.ok) throw new Error(saved.reason);
  return { user: saved.personId as UserId, key };
}

describe('saveProviderAccount', () => {
  it('security 14: links by issuer and subject together', async () => {
    const user = await makePerson();
    const key = makeKey();
    expect(await saveProviderAccount(user, key)).toBe(true);
    expect(await saveProviderAccount(user, key)).toBe(true);
    expect(await getProviderPerson(key)).toBe(user);
    expect(await getProviderPerson({ ...key, issuer: 'https://elsewhere.example.org/' })).toBeNull();
    expect(await listProviderAccounts(user)).toMatchObject([key]);
  });

  it('leaves an account with whom it signs in', async () => {
    const { user, key } = await makeProviderPerson();
    const other = await makePerson();
    expect(await saveProviderAccount(other, key)).toBe(false);
    expect(await getProviderPerson(key)).toBe(user);
    expect(await listProviderAccounts(other)).toEqual([]);
  });
});

describe('deleteProviderAccount', () => {
  it('ends a link where another way in is left, and never the last', async () => {
    const { user, key } = await makeProviderPerson();
    expect(await deleteProviderAccount(user, key)).toEqual({ ok: false, reason: 'last-way-in' });
    const second = makeKey();
    await saveProviderAccount(user, second);
    const ends = await Promise.all([key, second].map((one) => deleteProviderAccount(user, one)));
    expect(ends.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await listProviderAccounts(user)).toHaveLength(1);
  });

  it('knows no link of somebody else', async () => {
    const { user, key } = await makeProviderPerson();
    const other = await makePerson();
    expect(await deleteProviderAccount(other, key)).toEqual({ ok: false, reason: 'missing' });
    expect(await listProviderAccounts(user)).toHaveLength(1);
  });
});
