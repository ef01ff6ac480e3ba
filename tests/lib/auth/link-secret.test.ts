import { expect, test } from 'vitest';
import { linkToken } from '@/db/schema';
import { makeAccountLink } from '@/lib/auth/account-link';
import { findLink, makeLink, takeLink } from '@/lib/auth/link-secret';
import { getDatabase } from '@/lib/queries/database';
import { makePerson, setUpDatabase } from '../../support/database';

setUpDatabase();

const LEAST_BYTES = 128 / 8;

test('security 10: a link holds at least 128 random bits, and is stored only as a hash', async () => {
  const user = await makePerson();
  const secrets = await Promise.all(
    [1, 2, 3].map(() => makeLink(user, { purpose: 'unsubscribe', expiresAt: null })),
  );
  expect(new Set(secrets).size).toBe(3);
  const stored = JSON.stringify(await getDatabase().read((reader) => reader.select().from(linkToken)));
  for (const secret of secrets) {
    expect(Buffer.from(secret, 'base64url').length).toBeGreaterThanOrEqual(LEAST_BYTES);
    expect(stored).not.toContain(secret);
    expect((await findLink(secret, 'unsubscribe'))?.userId).toBe(user);
    expect(await findLink(secret, 'reset-password')).toBeNull();
  }
});

test.each(['sign-up', 'reset-password', 'verify-email', 'change-email', 'keep-email'] as const)(
  'security 10: a link to %s expires, and works once',
  async (purpose) => {
    const user = await makePerson();
    const secret = await makeAccountLink(user, { purpose });
    const rows = await getDatabase().read((reader) => reader.select().from(linkToken));
    expect(rows.find((row) => row.personId === user)?.expiresAt).not.toBeNull();
    expect((await takeLink(secret, purpose))?.userId).toBe(user);
    expect(await takeLink(secret, purpose)).toBeNull();
  },
);
