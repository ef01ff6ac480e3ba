import { describe, expect, it, vi } from 'vitest';
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessions,
  endSession,
  getLiveSession,
  getProofTime,
  listSessions,
  renewSession,
  startSession,
} from '@/lib/queries/sessions';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const start = new Date('2026-03-01T00:00:00Z');
const secondsOn = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const begin = (personId: string) =>
  startSession({ personId, userAgent: 'Firefox', address: '192.0.2.1', lifetimeSeconds: 3600, now: start });

describe('getLiveSession', () => {
  it('finds a session until it expires or is ended', async () => {
    const personId = await makePerson();
    const sessionId = await begin(personId);
    expect(await getLiveSession({ sessionId, personId, now: secondsOn(3599) })).toMatchObject({
      id: sessionId,
    });
    expect(await getLiveSession({ sessionId, personId, now: secondsOn(3600) })).toBeNull();
    await endSession(sessionId);
    expect(await getLiveSession({ sessionId, personId, now: secondsOn(1) })).toBeNull();
  });

  it('security 15.a: finds a session of thirty days until it lay idle for fourteen, and as long as it does not', async () => {
    const DAY = 24 * 3600;
    const personId = await makePerson();
    const start30 = () =>
      startSession({ personId, userAgent: null, address: null, lifetimeSeconds: 30 * DAY, now: start });
    const [idle, used] = [await start30(), await start30()];
    const isLive = async (sessionId: string, days: number) =>
      (await getLiveSession({ sessionId, personId, now: secondsOn(days * DAY) })) !== null;
    const lastSeen = async () =>
      (await listSessions(personId, { now: secondsOn(13 * DAY) })).find(({ id }) => id === used)?.lastSeenAt;
    expect(await isLive(used, 13)).toBe(true);
    await vi.waitFor(async () => expect(await lastSeen()).toBe(secondsOn(13 * DAY).toISOString()));
    expect(await isLive(idle, 14)).toBe(false);
    expect(await isLive(used, 26.9)).toBe(true);
    expect((await listSessions(personId, { now: secondsOn(14 * DAY) })).map(({ id }) => id)).toEqual([used]);
    expect(await isLive(used, 30)).toBe(false);
    await deleteExpiredSessions({ now: secondsOn(14 * DAY) });
    expect((await listSessions(personId, { now: start })).map(({ id }) => id)).toEqual([used]);
  });

  it('takes no session for another person’s', async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const sessionId = await begin(ada);
    expect(await getLiveSession({ sessionId, personId: bob, now: secondsOn(1) })).toBeNull();
  });

  it('notes use at most once in five minutes', async () => {
    const personId = await makePerson();
    const sessionId = await begin(personId);
    const lastSeen = async () => (await listSessions(personId, { now: start }))[0]?.lastSeenAt;
    await getLiveSession({ sessionId, personId, now: secondsOn(299) });
    await getLiveSession({ sessionId, personId, now: secondsOn(300) });
    await vi.waitFor(async () => expect(await lastSeen()).toBe(secondsOn(300).toISOString()));
    await getLiveSession({ sessionId, personId, now: secondsOn(500) });
    await begin(personId);
    expect((await listSessions(personId, { now: start })).map((one) => one.lastSeenAt)).toContain(
      secondsOn(300).toISOString(),
    );
  });
});

describe('renewSession', () => {
  it('security 9.e: goes on under another id, proved now, and nobody else’s', async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const before = await begin(ada);
    expect(await getProofTime(ada, before)).toBe(start.toISOString());
    expect(await getProofTime(bob, before)).toBeNull();
    expect(await renewSession(bob, before)).toBeNull();
    const renewed = await renewSession(ada, before, { now: secondsOn(60) });
    expect(renewed?.expiresAt).toBe(secondsOn(3600).toISOString());
    const now = secondsOn(61);
    expect(await getLiveSession({ sessionId: before, personId: ada, now })).toBeNull();
    expect(await getLiveSession({ sessionId: renewed?.id ?? '', personId: ada, now })).not.toBeNull();
    expect(await getProofTime(ada, renewed?.id ?? '')).toBe(secondsOn(60).toISOString());
    expect(await renewSession(ada, before)).toBeNull();
  });
});

describe('deleteSession', () => {
  it('ends one session of the person’s own, and no other person’s', async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const [first, second] = [await begin(ada), await begin(ada)];
    expect(await deleteSession(bob, first)).toBe(false);
    expect(await deleteSession(ada, first)).toBe(true);
    expect((await listSessions(ada, { now: start })).map((one) => one.id)).toEqual([second]);
  });

  it('ends all of the person’s but the one to keep', async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const kept = await begin(ada);
    await begin(ada);
    await begin(bob);
    expect(await deleteSessions(ada, { keep: kept })).toBe(1);
    expect((await listSessions(ada, { now: start })).map((one) => one.id)).toEqual([kept]);
    expect(await deleteSessions(ada)).toBe(1);
    expect(await listSessions(bob, { now: start })).toHaveLength(1);
  });
});
