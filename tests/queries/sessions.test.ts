import { describe, expect, it, vi } from 'vitest';
import {
  deleteSession,
  deleteSessions,
  endSession,
  getLiveSession,
  listSessions,
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
