import { describe, expect, it } from 'vitest';
import { findLink, makeLink } from '@/lib/auth/link-secret';
import type { UserId } from '@/lib/auth/user-id';
import {
  closeSharedPage,
  closeSharedPages,
  getSharedPage,
  listSharedPages,
  saveNewSharedPage,
  saveOpening,
} from '@/lib/queries/shared-pages';
import { saveSuspension } from '@/lib/queries/suspensions';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const career = 'devops';
const at = (day: string) => new Date(`${day}T12:00:00Z`);

const share = (user: UserId, { until = '2026-12-31' } = {}) =>
  saveNewSharedPage(user, {
    career,
    name: 'My lead',
    kind: 'record',
    parts: ['evidence'],
    since: '2026-01-01',
    until,
    endsAt: at(until),
    now: at('2026-11-01'),
  });

const openings = async (user: UserId, id: string) =>
  (await listSharedPages(user, career)).find((page) => page.id === id)?.openings;

describe('a shared page', () => {
  it('says on which days it was opened and how often, the latest first', async () => {
    const user = await makePerson();
    const [id, other] = [await share(user), await share(user)];
    expect(await openings(user, id)).toEqual([]);
    for (const day of ['2026-11-02', '2026-11-04', '2026-11-02'])
      await saveOpening(user, { id, day, now: at(day) });
    expect(await openings(user, id)).toEqual([
      { day: '2026-11-04', count: 1 },
      { day: '2026-11-02', count: 2 },
    ]);
    expect(await openings(user, other)).toEqual([]);
  });

  it('counts nothing once it is over or ended', async () => {
    const user = await makePerson();
    const [over, ended] = [await share(user, { until: '2026-11-10' }), await share(user)];
    await saveOpening(user, { id: over, day: '2026-11-11', now: at('2026-11-11') });
    expect(await closeSharedPage(user, { id: ended, now: at('2026-11-05') })).toBe(true);
    expect(await closeSharedPage(user, { id: ended, now: at('2026-11-06') })).toBe(false);
    await saveOpening(user, { id: ended, day: '2026-11-06', now: at('2026-11-06') });
    expect([await openings(user, over), await openings(user, ended)]).toEqual([[], []]);
    expect(await getSharedPage(user, ended)).toMatchObject({ closedAt: '2026-11-05T12:00:00.000Z' });
  });

  it('security 8.k: ends with all others where its owner ends what was open, and nobody else’s', async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const expiresAt = new Date(Date.now() + 86_400_000);
    const open = async (user: UserId) =>
      makeLink(user, { purpose: 'shared', detail: await share(user), expiresAt });
    const [first, second, others] = [await open(ada), await open(ada), await open(bob)];
    expect(await closeSharedPages(ada)).toBe(2);
    expect(await closeSharedPages(ada)).toBe(0);
    for (const secret of [first, second]) expect(await findLink(secret, 'shared')).toBeNull();
    expect(await findLink(others, 'shared')).not.toBeNull();
    expect((await listSharedPages(ada, career)).every(({ closedAt }) => closedAt !== null)).toBe(true);
  });

  it('security 10: takes its link with it when it is ended, and leaves those of others', async () => {
    const user = await makePerson();
    const expiresAt = new Date(Date.now() + 86_400_000);
    const [id, other] = [await share(user), await share(user)];
    const secret = await makeLink(user, { purpose: 'shared', detail: id, expiresAt });
    const kept = await makeLink(user, { purpose: 'shared', detail: other, expiresAt });
    const look = await makeLink(user, { purpose: 'second-look', detail: id, expiresAt });
    expect(await findLink(secret, 'shared')).toMatchObject({ userId: user, detail: id });
    // A link opens only what it was made for.
    expect(await findLink(secret, 'second-look')).toBeNull();
    expect(await findLink(secret, 'feed')).toBeNull();
    expect(await listSharedPages(user, career)).toMatchObject([{ isLinked: true }, { isLinked: true }]);
    await closeSharedPage(user, { id });
    expect(await findLink(secret, 'shared')).toBeNull();
    expect(await findLink(kept, 'shared')).toMatchObject({ detail: other });
    expect(await findLink(look, 'second-look')).toMatchObject({ detail: id });
    await saveSuspension(user, { isSuspended: true });
    expect(await findLink(kept, 'shared')).toBeNull();
  });

  it('security 8: is nobody’s but the person’s', async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const id = await share(ada);
    expect(await getSharedPage(bob, id)).toBeNull();
    expect(await listSharedPages(bob, career)).toEqual([]);
    expect(await closeSharedPage(bob, { id })).toBe(false);
    await saveOpening(bob, { id, day: '2026-11-02', now: at('2026-11-02') });
    expect(await openings(ada, id)).toEqual([]);
    expect(await listSharedPages(ada, 'security')).toEqual([]);
    expect(await getSharedPage(ada, id)).toMatchObject({ id, name: 'My lead', parts: ['evidence'] });
  });

  it('security 5.b: is made at most 200 times', async () => {
    const user = await makePerson();
    for (let count = 0; count < 200; count += 1) await share(user);
    await expect(share(user)).rejects.toThrow('at most 200 pages shared');
  });
});
