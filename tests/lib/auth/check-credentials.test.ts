import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { throttle } from '@/db/schema';
import { checkCredentials, SignInRefused } from '@/lib/auth/check-credentials';
import { findKnownDevice, rememberDevice } from '@/lib/auth/known-device';
import { isPasswordCorrect } from '@/lib/auth/password';
import type { UserId } from '@/lib/auth/user-id';
import { listAuditEvents } from '@/lib/queries/audit';
import { getDatabase } from '@/lib/queries/database';
import { getCredentialByEmail, saveNewPerson } from '@/lib/queries/people';
import { setUpDatabase } from '../../support/database';

// The hash is tested by itself; here it would only make hundreds of tries slow.
vi.mock('@/lib/auth/password', async (load) => ({
  ...(await load<typeof import('@/lib/auth/password')>()),
  isPasswordCorrect: vi.fn(({ password, passwordHash }: { password: string; passwordHash: string | null }) =>
    Promise.resolve(passwordHash !== null && password === passwordHash),
  ),
}));

setUpDatabase();

const PASSWORD = 'three unrelated words';
const start = new Date('2026-03-01T12:00:00Z');
let people = 0;
let email = '';
let personId = '';

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
});

beforeEach(async () => {
  people += 1;
  vi.setSystemTime(new Date(start.getTime() + people * 86_400_000));
  vi.mocked(isPasswordCorrect).mockClear();
  email = `throttled-${people}@example.org`;
  const saved = await saveNewPerson({ name: 'Ada', email, passwordHash: PASSWORD, timeZone: 'UTC' });
  personId = saved.ok ? saved.personId : '';
});

async function attempt({
  password = 'wrong',
  address = '192.0.2.1',
  deviceCookie,
  to = email,
}: {
  password?: string;
  address?: string;
  deviceCookie?: string;
  to?: string;
}): Promise<string> {
  try {
    return await checkCredentials({ email: to, password }, { address, userAgent: null, deviceCookie });
  } catch (error) {
    if (error instanceof SignInRefused) return error.code;
    throw error;
  }
}

const wait = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);
const stranger = (index: number) => `203.0.${Math.floor(index / 250)}.${index % 250}`;

describe('security 13: sign-in', () => {
  test('is refused after ten failures of an account at one address, for a quarter of an hour', async () => {
    for (let index = 0; index < 10; index += 1) expect(await attempt({})).toBe('wrong');
    expect(await attempt({ password: PASSWORD })).toBe('throttled');
    expect(await attempt({ password: PASSWORD, address: '192.0.2.2' })).toBe(personId);
    wait(14);
    expect(await attempt({ password: PASSWORD })).toBe('throttled');
    wait(2);
    expect(await attempt({ password: PASSWORD })).toBe(personId);
  });

  test('of many at once lets no more through than one after the other', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => attempt({})));
    expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(10);
    expect(isPasswordCorrect).toHaveBeenCalledTimes(10);
  });

  test('is refused after a hundred failures of one address, whatever the accounts, also within an IPv6 /64', async () => {
    for (let index = 0; index < 100; index += 1)
      expect(await attempt({ to: `${index}@example.org`, address: `2001:db8::${index}` })).toBe('wrong');
    expect(await attempt({ password: PASSWORD, address: '2001:db8:0:0:ffff::1' })).toBe('throttled');
    expect(await attempt({ password: PASSWORD, address: '2001:db8:0:1::1' })).toBe(personId);
  });

  test('that goes well is not held against its address', async () => {
    for (let index = 0; index < 150; index += 1)
      expect(await attempt({ password: PASSWORD, address: '192.0.2.77' })).toBe(personId);
  });

  test('from a known device is never locked by strangers', async () => {
    const deviceCookie = rememberDevice({ cookie: undefined, personId });
    for (let index = 0; index < 200; index += 1) await attempt({ address: stranger(index) });
    expect(await attempt({ password: PASSWORD, address: '198.51.100.1' })).toBe('throttled');
    expect(await attempt({ password: PASSWORD, address: stranger(0), deviceCookie })).toBe(personId);
  });

  test('security 11.a: by strangers fails at most sixty times a day for an account, and is open to a new device the day after', async () => {
    for (let index = 0; index < 90; index += 1) {
      wait(15.5);
      await attempt({ address: stranger(index * 20) });
    }
    expect(vi.mocked(isPasswordCorrect).mock.calls.length).toBe(60);
    expect(await attempt({ password: PASSWORD, address: '198.51.100.1' })).toBe('throttled');
    wait(70);
    expect(await attempt({ password: PASSWORD, address: '198.51.100.1' })).toBe(personId);
  });

  test('security 11.b: from a known device is held to the failures of that device alone', async () => {
    const [first, second] = [1, 2].map(() => rememberDevice({ cookie: undefined, personId }));
    for (let index = 0; index < 80; index += 1) {
      wait(15.5);
      await attempt({ deviceCookie: first });
      await attempt({ address: stranger(index * 20) });
    }
    expect(vi.mocked(isPasswordCorrect).mock.calls.length).toBe(40 + 60);
    expect(await attempt({ password: PASSWORD, deviceCookie: first })).toBe('throttled');
    expect(await attempt({ password: PASSWORD, deviceCookie: second })).toBe(personId);
  });

  test('security 11.c: is not held by a block that an earlier edition set for ten years', async () => {
    const decade = new Date(Date.now() + 3650 * 86_400_000).toISOString();
    for (let index = 0; index < 70; index += 1) await attempt({ address: stranger(index * 20) });
    expect(await attempt({ password: PASSWORD })).toBe('throttled');
    await getDatabase().write((tx) => tx.update(throttle).set({ blockedUntil: decade }));
    wait(24 * 60);
    expect(await attempt({ password: PASSWORD })).toBe(personId);
  });

  test('security 10.h: is refused after five hundred failures of one network, whatever the addresses and accounts', async () => {
    const fail = (index: number) =>
      attempt({ to: `${index}@example.org`, address: `2001:db8:77:${index}::1` });
    for (let index = 0; index < 10; index += 1) expect(await fail(index)).toBe('wrong');
    // What ten accounts and ten addresses have in common is their network.
    await getDatabase().write((tx) => tx.update(throttle).set({ count: 499 }).where(eq(throttle.count, 10)));
    expect(await fail(10)).toBe('wrong');
    expect(await attempt({ password: PASSWORD, address: '2001:db8:77:ffff::1' })).toBe('throttled');
    expect(await attempt({ password: PASSWORD, address: '2001:db8:78::1' })).toBe(personId);
  });

  describe('security 10.i: under two thousand failures of all strangers in a quarter of an hour', () => {
    const others = (index: number) => ({
      to: `other-${index}@example.org`,
      address: `198.18.${index % 200}.${Math.floor(index / 200)}`,
    });
    /** Brings the count of all, which no other counter comes near to, to where one more failure fills it. */
    async function fillAllButOne() {
      await getDatabase().write((tx) => tx.delete(throttle));
      for (let index = 0; index < 12; index += 1) await attempt(others(index));
      await getDatabase().write((tx) =>
        tx.update(throttle).set({ count: 2000 }).where(eq(throttle.count, 12)),
      );
    }

    test('nobody is locked out: a first try with the right password goes through, and a known device as ever', async () => {
      await fillAllButOne();
      await attempt(others(20));
      const deviceCookie = rememberDevice({ cookie: undefined, personId });
      expect(await attempt({ password: PASSWORD, address: '198.51.100.7' })).toBe(personId);
      for (let index = 0; index < 9; index += 1)
        expect(await attempt({ deviceCookie, address: '198.51.100.8' })).toBe('wrong');
      expect(await attempt({ password: PASSWORD, deviceCookie })).toBe(personId);
    });

    test('each address gets three tries of an account and twenty in all, each network sixty, and the old ones after it', async () => {
      await fillAllButOne();
      for (let index = 0; index < 3; index += 1) expect(await attempt({})).toBe('wrong');
      expect(await attempt({ password: PASSWORD })).toBe('throttled');
      const address = '198.51.100.9';
      for (let index = 0; index < 20; index += 1)
        expect(await attempt({ to: `${index}@example.org`, address })).toBe('wrong');
      expect(await attempt({ password: PASSWORD, address })).toBe('throttled');
      const near = (index: number) => ({ to: `n${index}@example.org`, address: `203.0.113.${index}` });
      for (let index = 0; index < 60; index += 1) expect(await attempt(near(index))).toBe('wrong');
      expect(await attempt({ password: PASSWORD, address: '203.0.113.99' })).toBe('throttled');
      wait(16);
      for (let index = 0; index < 10; index += 1) expect(await attempt({})).toBe('wrong');
    });

    test('who signs in, and a known device, count for nothing', async () => {
      await fillAllButOne();
      const deviceCookie = rememberDevice({ cookie: undefined, personId });
      for (let index = 0; index < 5; index += 1) await attempt({ deviceCookie });
      expect(await attempt({ password: PASSWORD, address: '198.51.100.7' })).toBe(personId);
      const full = () =>
        getDatabase().read((tx) => tx.select().from(throttle).where(eq(throttle.count, 2000)));
      expect(await full()).toHaveLength(1);
      await attempt({ address: '198.51.100.7' });
      expect(await full()).toHaveLength(0);
    });
  });

  test('counts in the database alone, which several servers share', async () => {
    for (let index = 0; index < 10; index += 1) await attempt({});
    expect(await attempt({ password: PASSWORD })).toBe('throttled');
    await getDatabase().write((tx) => tx.delete(throttle));
    expect(await attempt({ password: PASSWORD })).toBe(personId);
  });

  test('counts anew after one that went well', async () => {
    const deviceCookie = rememberDevice({ cookie: undefined, personId });
    for (let index = 0; index < 200; index += 1) await attempt({ address: stranger(index) });
    expect(await attempt({ password: PASSWORD, deviceCookie })).toBe(personId);
    expect(await attempt({ password: PASSWORD, address: '198.51.100.1' })).toBe(personId);
  });
});

describe('security 12: an unknown address', () => {
  test('is answered like a known one, at the same attempt and after the same work', async () => {
    const known: string[] = [];
    const unknown: string[] = [];
    for (let index = 0; index < 15; index += 1) {
      known.push(await attempt({ address: '192.0.2.8' }));
      unknown.push(await attempt({ address: '192.0.2.9', to: 'nobody@example.org' }));
    }
    expect(unknown).toEqual(known);
    expect(isPasswordCorrect).toHaveBeenCalledTimes(20);
    expect(await getCredentialByEmail('nobody@example.org')).toBeNull();
  });
});

test('security 19: a failure is noted for the person, without the address or the password', async () => {
  await attempt({ password: 'canary-password' });
  const [event] = await listAuditEvents(personId as UserId);
  expect(event).toMatchObject({ kind: 'sign-in-failed', detail: { browser: 'An unknown browser' } });
  expect(JSON.stringify(event)).not.toMatch(/canary|192\.0\.2/);
  expect(findKnownDevice({ cookie: undefined, personId })).toBeNull();
});
