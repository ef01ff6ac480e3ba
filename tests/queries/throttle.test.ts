import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { getDatabase } from '@/lib/queries/database';
import {
  countAttempt,
  deleteOldThrottles,
  deleteThrottles,
  forgiveAttempts,
  getBlockedUntil,
} from '@/lib/queries/throttle';
import { setUpDatabase } from '../support/database';

setUpDatabase();

const start = new Date('2026-03-01T00:00:00Z');
const secondsOn = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const rule = { limit: 3, windowSeconds: 60, blockSeconds: 600 };

it('blocks from the attempt that reaches the limit, until the block ends', async () => {
  const attempt = { ...rule, key: 'a' };
  expect(await countAttempt([attempt], { now: start })).toEqual({ blockedUntil: null });
  expect(await countAttempt([attempt], { now: secondsOn(1) })).toEqual({ blockedUntil: null });
  expect(await countAttempt([attempt], { now: secondsOn(2) })).toEqual({
    blockedUntil: secondsOn(602).toISOString(),
  });
  expect(await getBlockedUntil(['other', 'a'], { now: secondsOn(601) })).toBe(secondsOn(602).toISOString());
  expect(await getBlockedUntil(['a'], { now: secondsOn(602) })).toBeNull();
  expect(await countAttempt([attempt], { now: secondsOn(700) })).toEqual({ blockedUntil: null });
});

it('begins a new window when the old one is over', async () => {
  const attempt = { ...rule, key: 'b' };
  for (const seconds of [0, 59, 60, 61]) {
    expect(await countAttempt([attempt], { now: secondsOn(seconds) })).toEqual({ blockedUntil: null });
  }
  expect((await countAttempt([attempt], { now: secondsOn(62) })).blockedUntil).not.toBeNull();
});

it('loses no attempt of many at once, and keeps keys apart', async () => {
  const attempts = [
    { ...rule, limit: 50, key: 'c' },
    { ...rule, limit: 1000, key: 'd' },
  ];
  const answers = await Promise.all(Array.from({ length: 50 }, () => countAttempt(attempts, { now: start })));
  expect(answers.filter((answer) => answer.blockedUntil !== null)).toHaveLength(1);
  expect(await getBlockedUntil(['d'], { now: start })).toBeNull();
});

it('blocks at once where one attempt is the limit, and forgets when told to', async () => {
  const attempt = { ...rule, limit: 1, key: 'e' };
  expect((await countAttempt([attempt], { now: start })).blockedUntil).not.toBeNull();
  await deleteThrottles(['e']);
  expect(await getBlockedUntil(['e'], { now: start })).toBeNull();
  await countAttempt([attempt], { now: start });
  await deleteOldThrottles({ before: secondsOn(1), now: secondsOn(1) });
  expect(await getBlockedUntil(['e'], { now: secondsOn(1) })).not.toBeNull();
  await deleteOldThrottles({ before: secondsOn(1), now: secondsOn(600) });
  expect(await getBlockedUntil(['e'], { now: secondsOn(1) })).toBeNull();
});

it('takes an attempt back, never below none', async () => {
  const attempt = { ...rule, key: 'f' };
  await forgiveAttempts(['f']);
  await countAttempt([attempt], { now: start });
  for (const _ of [1, 2, 3]) await forgiveAttempts(['f']);
  for (const _ of [1, 2]) expect((await countAttempt([attempt], { now: start })).blockedUntil).toBeNull();
  expect((await countAttempt([attempt], { now: start })).blockedUntil).not.toBeNull();
});

it('security 11.d: blocks for the rest of the window and no longer, whatever a clock that was wrong has left', async () => {
  const DAY = 86_400;
  const attempt = { limit: 3, windowSeconds: DAY, blockSeconds: 'rest of the window' as const, key: 'g' };
  const count = (seconds: number) => countAttempt([attempt], { now: secondsOn(seconds) });
  for (const seconds of [0, 10]) expect(await count(seconds)).toEqual({ blockedUntil: null });
  expect(await count(3600)).toEqual({ blockedUntil: secondsOn(DAY).toISOString() });
  expect(await getBlockedUntil(['g'], { now: secondsOn(DAY - 1) })).not.toBeNull();
  expect(await count(DAY)).toEqual({ blockedUntil: null });
  for (const seconds of [400 * DAY, 400 * DAY, 400 * DAY]) await count(seconds);
  expect(await getBlockedUntil(['g'], { now: secondsOn(2 * DAY) })).toBeNull();
  for (const seconds of [2 * DAY, 2 * DAY]) expect(await count(seconds)).toEqual({ blockedUntil: null });
  // A window that begins in the future is over, so that this one is counted from now.
  expect(await count(2 * DAY)).toEqual({ blockedUntil: secondsOn(3 * DAY).toISOString() });
  await countAttempt([{ ...attempt, limit: 1, key: 'ahead' }], { now: secondsOn(400 * DAY) });
  await deleteOldThrottles({ before: secondsOn(500 * DAY), now: secondsOn(2 * DAY) });
  const left = await getDatabase().read((reader) =>
    reader.all(sql`select 1 from throttle where key = 'ahead'`),
  );
  expect(left).toEqual([]);
  await countAttempt([{ ...attempt, limit: 2, key: 'ahead' }], { now: secondsOn(2 * DAY) });
  expect(await getBlockedUntil(['ahead'], { now: secondsOn(2 * DAY) })).toBeNull();
});
