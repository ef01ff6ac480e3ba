import { beforeEach, describe, expect, it, vi } from 'vitest';
import { throttle } from '@/db/schema';
import { findDeedRefusal, findStandingRefusal } from '@/lib/auth/deed-throttle';
import { getDatabase } from '@/lib/queries/database';
import { setUpDatabase } from '../../support/database';

let address = '';

// Only a request of the running app has a browser behind it.
vi.mock('@/lib/auth/asker', () => ({ readAsker: async () => ({ address }) }));

setUpDatabase();

const HOUR_MS = 3_600_000;
const start = new Date('2026-03-01T12:00:00Z');
const wait = (ms: number) => vi.setSystemTime(Date.now() + ms);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  await getDatabase().write((tx) => tx.delete(throttle));
});

/** How many of so many askers, each with another recipient unless one is given, are not refused. */
async function countDone(
  addresses: readonly string[],
  subject: (index: number) => { recipient?: string; accountId?: string } = () => ({}),
) {
  let done = 0;
  for (const [index, one] of addresses.entries()) {
    address = one;
    if ((await findDeedRefusal('reset-password', subject(index))) === null) done += 1;
  }
  return done;
}

const list = (count: number, name: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => name(i));

describe('asking for mails', () => {
  it('security 10.d: reaches one recipient five times an hour, from however many networks', async () => {
    const strangers = list(45, (index) => `2001:db8:${index}:${index}::1`);
    const recipient = 'victim@example.org';
    expect(await countDone(strangers, () => ({ recipient }))).toBe(5);
    expect(await findDeedRefusal('reset-password', { recipient })).toContain('Those that were sent work');
    expect(await findDeedRefusal('reset-password', { recipient: 'other@example.org' })).toBeNull();
    expect(await findDeedRefusal('sign-up', { recipient })).toBeNull();
    wait(HOUR_MS);
    expect(await countDone(strangers, () => ({ recipient }))).toBe(5);
  });

  it('security 10.e: reaches one recipient once an hour after twenty in a day, so that a link is always on its way', async () => {
    const recipient = 'victim@example.org';
    const hours: number[] = [];
    for (let hour = 0; hour < 24; hour += 1) {
      hours.push(
        await countDone(
          list(8, (index) => `198.51.${hour}.${index}`),
          () => ({ recipient }),
        ),
      );
      wait(HOUR_MS);
    }
    expect(hours.slice(0, 4)).toEqual([5, 5, 5, 5]);
    expect(Math.max(...hours.slice(4))).toBe(1);
    expect(Math.min(...hours)).toBe(1);
  });

  it('security 10.f: is counted by account, whoever the recipients are', async () => {
    const done = await countDone(
      list(20, (index) => `198.51.100.${index}`),
      (index) => ({
        recipient: `${index}@example.org`,
        accountId: 'ada',
      }),
    );
    expect(done).toBe(5);
  });

  it('security 10.g: is counted by /64, by /48 and in all, and by address and /24', async () => {
    expect(await countDone(list(40, (index) => `2001:db8:1:1::${index}`))).toBe(30);
    expect(await countDone(list(80, (index) => `2001:db8:2:${index}::1`))).toBe(60);
    expect(await countDone(list(40, () => '192.0.2.1'))).toBe(30);
    expect(await countDone(list(80, (index) => `203.0.113.${index}`))).toBe(60);
    await getDatabase().write((tx) => tx.update(throttle).set({ count: 3000 }));
    address = '2001:db8:9999::1';
    expect(await findDeedRefusal('reset-password')).toContain('more than it can send');
    expect(await findStandingRefusal('sign-up')).toBeNull();
  });
});
