import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Rating } from '@/lib/domain/check-in';
import {
  deleteCheckIn,
  getCheckIn,
  listCheckIns,
  type NewCheckIn,
  restoreCheckIn,
  saveCheckIn,
} from '@/lib/queries/check-ins';
import { getDatabase } from '@/lib/queries/database';
import { listLatestRatings } from '@/lib/queries/latest-ratings';
import { getStanding } from '@/lib/queries/standing';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const coding: Rating = { skill: 'coding', level: 2, evidence: 'A “pull” request, 😀', sure: 'high' };
const networks: Rating = { skill: 'networks', level: 0, evidence: null, sure: null };

function buildEntry(changes: Partial<NewCheckIn> = {}): NewCheckIn {
  return {
    career: 'devops',
    catalogue: 'c1',
    note: null,
    ratings: [coding],
    requestKey: crypto.randomUUID(),
    ...changes,
  };
}

const on = (day: string) => new Date(`${day}T12:00:00Z`);

describe('saveCheckIn', () => {
  it('gives back what was saved', async () => {
    const user = await makePerson();
    const now = on('2026-03-01');
    const { id, isRepeat } = await saveCheckIn(
      user,
      buildEntry({ ratings: [coding, networks], note: 'new', now }),
    );
    expect(isRepeat).toBe(false);
    expect(await getCheckIn(user, id)).toEqual({
      id,
      career: 'devops',
      catalogue: 'c1',
      takenAt: now.toISOString(),
      recordedAt: now.toISOString(),
      note: 'new',
      corrects: null,
      ratings: [coding, networks],
    });
  });

  it('gives back what stands out from a level, wherever ratings are read', async () => {
    const user = await makePerson();
    const also: Rating = { ...coding, also: ['cod-4-1'], except: ['cod-1-2', 'cod-2-1'] };
    const except: Rating = { ...networks, except: ['net-0'] };
    const { id } = await saveCheckIn(user, buildEntry({ ratings: [also, except] }));
    expect((await getCheckIn(user, id))?.ratings).toEqual([also, except]);
    expect((await listCheckIns(user, 'devops'))[0]?.ratings).toEqual([also, except]);
    expect(await listLatestRatings(user, 'devops')).toEqual(
      [also, except].map((rating) => expect.objectContaining(rating)),
    );
    const standing = await getStanding(user, 'devops');
    expect(standing?.latest).toEqual([also, except].map((rating) => expect.objectContaining(rating)));
  });

  it('keeps a later level alone from taking over what stood out from the one before', async () => {
    const user = await makePerson();
    await saveCheckIn(user, buildEntry({ ratings: [{ ...coding, also: ['cod-4-1'] }] }));
    await saveCheckIn(user, buildEntry({ ratings: [coding] }));
    const [latest] = await listLatestRatings(user, 'devops');
    expect(Object.keys(latest ?? {})).not.toContain('also');
    expect((await listCheckIns(user, 'devops')).map(({ ratings }) => ratings[0]?.also)).toEqual([
      undefined,
      ['cod-4-1'],
    ]);
  });

  it('never changes or deletes what stands out', async () => {
    const user = await makePerson();
    await saveCheckIn(user, buildEntry({ ratings: [{ ...coding, also: ['cod-4-1'] }] }));
    const change = getDatabase().write((tx) => tx.run(sql`update rating_exception set also = '[]'`));
    await expect(change).rejects.toThrow('never changed');
    const remove = getDatabase().write((tx) => tx.run(sql`delete from rating_exception`));
    await expect(remove).rejects.toThrow('deleted only with their person');
  });

  it('makes one check-in of a repeated request, also at the same moment', async () => {
    const user = await makePerson();
    const entry = buildEntry();
    const answers = await Promise.all([1, 2, 3, 4].map(() => saveCheckIn(user, entry)));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(answers.filter((answer) => !answer.isRepeat)).toHaveLength(1);
    expect(await listCheckIns(user, 'devops')).toHaveLength(1);
  });

  it('lets two people use the same request key', async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const entry = buildEntry();
    const [first, second] = [await saveCheckIn(ada, entry), await saveCheckIn(bob, entry)];
    expect(first.id).not.toBe(second.id);
    expect(second.isRepeat).toBe(false);
  });

  it('saves nothing where a rating is wrong', async () => {
    const user = await makePerson();
    const wrong = { ...coding, skill: 'other', level: 6 } as unknown as Rating;
    await expect(saveCheckIn(user, buildEntry({ ratings: [coding, wrong] }))).rejects.toThrow('rating_level');
    await expect(saveCheckIn(user, buildEntry({ ratings: [coding, coding] }))).rejects.toThrow('UNIQUE');
    expect(await listCheckIns(user, 'devops')).toEqual([]);
  });

  it('names the check-in that it corrects, which must be the person’s own', async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const first = await saveCheckIn(ada, buildEntry());
    const second = await saveCheckIn(ada, buildEntry({ corrects: first.id }));
    expect((await getCheckIn(ada, second.id))?.corrects).toBe(first.id);
    await expect(saveCheckIn(bob, buildEntry({ corrects: first.id }))).rejects.toThrow('does not exist');
  });
});

describe('a correction', () => {
  it('is dated just after what it corrects, so that later ratings still count', async () => {
    const user = await makePerson();
    const first = await saveCheckIn(
      user,
      buildEntry({ takenAt: on('2026-03-01'), ratings: [coding, { ...networks, level: 3 }] }),
    );
    await saveCheckIn(user, buildEntry({ takenAt: on('2026-04-01'), ratings: [{ ...coding, level: 4 }] }));
    const lower = [
      { ...coding, level: 1 as const },
      { ...networks, level: 1 as const },
    ];
    const second = await saveCheckIn(user, buildEntry({ corrects: first.id, ratings: lower }));
    const third = await saveCheckIn(user, buildEntry({ corrects: second.id, ratings: [networks] }));
    expect((await getCheckIn(user, second.id))?.takenAt).toBe('2026-03-01T12:00:00.001Z');
    expect(await getCheckIn(user, third.id)).toMatchObject({
      takenAt: '2026-03-01T12:00:00.002Z',
      corrects: first.id,
    });
    const latest = await listLatestRatings(user, 'devops');
    expect(latest.map(({ skill, level }) => [skill, level])).toEqual([
      ['coding', 4],
      ['networks', 0],
    ]);
  });

  it('goes and comes back with what it corrects', async () => {
    const user = await makePerson();
    const first = await saveCheckIn(user, buildEntry());
    const second = await saveCheckIn(user, buildEntry({ corrects: first.id }));
    const third = await saveCheckIn(user, buildEntry({ corrects: first.id }));
    const now = new Date();
    await deleteCheckIn(user, third.id, { now });
    expect(await deleteCheckIn(user, first.id, { now })).toBe(true);
    expect(await listCheckIns(user, 'devops')).toEqual([]);
    await expect(saveCheckIn(user, buildEntry({ corrects: first.id }))).rejects.toThrow('does not exist');
    expect(await restoreCheckIn(user, first.id)).toBe(true);
    const ids = (await listCheckIns(user, 'devops')).map((one) => one.id);
    expect(ids.sort()).toEqual([first.id, second.id].sort());
  });
});

describe('listLatestRatings', () => {
  it('takes each skill’s latest by when it was taken, in any order of arrival', async () => {
    const user = await makePerson();
    await saveCheckIn(user, buildEntry({ takenAt: on('2026-05-01'), ratings: [{ ...coding, level: 4 }] }));
    await saveCheckIn(
      user,
      buildEntry({
        takenAt: on('2026-04-01'),
        ratings: [
          { ...coding, level: 3 },
          { ...networks, level: 1 },
        ],
      }),
    );
    await saveCheckIn(user, buildEntry({ takenAt: on('2026-03-01'), ratings: [networks] }));
    const latest = await listLatestRatings(user, 'devops');
    expect(latest.map(({ skill, level, takenAt }) => [skill, level, takenAt.slice(0, 10)])).toEqual([
      ['coding', 4, '2026-05-01'],
      ['networks', 1, '2026-04-01'],
    ]);
  });

  it('falls back to the one before where the latest is removed', async () => {
    const user = await makePerson();
    await saveCheckIn(user, buildEntry({ takenAt: on('2026-03-01'), ratings: [{ ...coding, level: 1 }] }));
    const later = await saveCheckIn(
      user,
      buildEntry({ takenAt: on('2026-04-01'), ratings: [coding, networks] }),
    );
    expect(await deleteCheckIn(user, later.id)).toBe(true);
    const latest = await listLatestRatings(user, 'devops');
    expect(latest.map(({ skill, level }) => [skill, level])).toEqual([['coding', 1]]);
  });

  it('answers nothing for a career that was never rated', async () => {
    const user = await makePerson();
    await saveCheckIn(user, buildEntry());
    expect(await listLatestRatings(user, 'security')).toEqual([]);
    expect(await listCheckIns(user, 'security')).toEqual([]);
  });
});

describe('deleteCheckIn', () => {
  it('takes a check-in out of every view until it is restored', async () => {
    const user = await makePerson();
    const { id } = await saveCheckIn(user, buildEntry());
    const before = await listCheckIns(user, 'devops');
    expect(await deleteCheckIn(user, id)).toBe(true);
    expect(await deleteCheckIn(user, id)).toBe(false);
    expect(await getCheckIn(user, id)).toBeNull();
    expect(await listCheckIns(user, 'devops')).toEqual([]);
    expect(await restoreCheckIn(user, id)).toBe(true);
    expect(await restoreCheckIn(user, id)).toBe(false);
    expect(await listCheckIns(user, 'devops')).toEqual(before);
  });
});

it('cannot see or change another person’s check-ins', async () => {
  const [ada, bob] = [await makePerson(), await makePerson()];
  const { id } = await saveCheckIn(ada, buildEntry());
  expect(await getCheckIn(bob, id)).toBeNull();
  expect(await listCheckIns(bob, 'devops')).toEqual([]);
  expect(await listLatestRatings(bob, 'devops')).toEqual([]);
  expect(await deleteCheckIn(bob, id)).toBe(false);
  await deleteCheckIn(ada, id);
  expect(await restoreCheckIn(bob, id)).toBe(false);
});

it('keeps two people’s ratings apart where their check-ins have one id', async () => {
  const [ada, bob] = [await makePerson(), await makePerson()];
  for (const [owner, level] of [
    [ada, 1],
    [bob, 5],
  ] as const) {
    await getDatabase().write(async (tx) => {
      await tx.run(sql`
        insert into check_in (person_id, id, career, catalogue, taken_at, recorded_at)
        values (${owner}, 'brought-in', 'devops', 'c1', '2026-03-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z')`);
      await tx.run(sql`
        insert into rating (person_id, check_in_id, career, taken_at, skill, level)
        values (${owner}, 'brought-in', 'devops', '2026-03-01T00:00:00.000Z', 'coding', ${level})`);
    });
  }
  for (const [owner, level] of [
    [ada, 1],
    [bob, 5],
  ] as const) {
    expect((await getCheckIn(owner, 'brought-in'))?.ratings).toMatchObject([{ level }]);
    expect(await listCheckIns(owner, 'devops')).toMatchObject([{ ratings: [{ level }] }]);
    expect(await listLatestRatings(owner, 'devops')).toMatchObject([{ level }]);
  }
});
