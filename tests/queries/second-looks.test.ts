import { createClient } from '@libsql/client';
import { describe, expect, it } from 'vitest';
import type { UserId } from '@/lib/auth/user-id';
import type { Level } from '@/lib/domain/catalogue';
import { listAgreedRatings, saveAgreement } from '@/lib/queries/agreed-ratings';
import { deleteCheckIn, saveCheckIn } from '@/lib/queries/check-ins';
import {
  deleteAnswers,
  deleteUngivenAnswers,
  listGivenAnswers,
  listOwnAnswers,
  listWaitingSkills,
  saveAnswers,
} from '@/lib/queries/second-look-answers';
import {
  closeSecondLook,
  getSecondLook,
  listSecondLooks,
  saveNewSecondLook,
} from '@/lib/queries/second-looks';
import { makePerson, setUpDatabase } from '../support/database';

const { url } = setUpDatabase();

const career = 'devops';
const at = (day: string) => new Date(`${day}T12:00:00Z`);
const ASKED = at('2026-11-01');

let keys = 0;
function rate(user: UserId, skill: string, { level, day }: { level: Level; day: string }) {
  keys += 1;
  return saveCheckIn(user, {
    career,
    catalogue: 'x',
    note: null,
    ratings: [{ skill, level, evidence: null, sure: null }],
    requestKey: `key-${keys}`,
    now: at(day),
  });
}

async function ask(user: UserId, skills = ['coding', 'coaching']) {
  return saveNewSecondLook(user, {
    career,
    name: 'Grace',
    sees: ['goal'],
    skills,
    until: '2026-12-31',
    endsAt: at('2026-12-31'),
    now: ASKED,
  });
}

function answer(
  user: UserId,
  secondLookId: string,
  given: { skill?: string; level: Level | null; day: string; reason?: string },
) {
  const { skill = 'coding', level, day, reason = null } = given;
  return saveAnswers(user, { secondLookId, answers: [{ skill, level, reason }], now: at(day) });
}

const given = async (user: UserId, day = '2026-12-30') =>
  (await listGivenAnswers(user, career, { now: at(day) })).map(({ skill, own, second }) => [
    skill,
    own.level,
    second?.level ?? null,
  ]);

describe('a second look', () => {
  it('is given only beside an own rating, of which one of the last 30 days will do', async () => {
    const user = await makePerson();
    await rate(user, 'coding', { level: 1, day: '2026-09-30' });
    await rate(user, 'coding', { level: 2, day: '2026-10-20' });
    const id = await ask(user);
    await answer(user, id, { level: 3, day: '2026-11-10' });
    await answer(user, id, { skill: 'coaching', level: 4, day: '2026-11-10' });
    expect(await given(user)).toEqual([['coding', 2, 3]]);
    expect(await listWaitingSkills(user, career, at('2026-11-11'))).toEqual([
      { secondLookId: id, skill: 'coaching' },
    ]);
  });

  it('waits where the own rating is older, for one that is made for it', async () => {
    const user = await makePerson();
    await rate(user, 'coding', { level: 1, day: '2026-10-01' });
    const id = await ask(user);
    await answer(user, id, { level: 3, day: '2026-11-10' });
    expect(await given(user)).toEqual([]);
    await rate(user, 'coding', { level: 2, day: '2026-11-12' });
    expect(await given(user)).toEqual([['coding', 2, 3]]);
    expect(await listWaitingSkills(user, career, at('2026-11-13'))).toEqual([]);
  });

  it('stays beside the rating that was blind, whatever is rated or said once both are known', async () => {
    const user = await makePerson();
    await rate(user, 'coding', { level: 1, day: '2026-11-02' });
    const id = await ask(user);
    await answer(user, id, { level: 3, day: '2026-11-10' });
    await rate(user, 'coding', { level: 3, day: '2026-11-11' });
    expect(await given(user)).toEqual([['coding', 1, 3]]);
    await answer(user, id, { level: 4, day: '2026-11-12', reason: 'On reflection' });
    expect(await given(user)).toEqual([['coding', 1, 4]]);
  });

  it('does not rest on a check-in that was removed, or on one of the future', async () => {
    const user = await makePerson();
    const { id: checkIn } = await rate(user, 'coding', { level: 1, day: '2026-11-02' });
    const id = await ask(user);
    await answer(user, id, { level: 3, day: '2026-11-10' });
    await deleteCheckIn(user, checkIn);
    await rate(user, 'coding', { level: 2, day: '2026-12-05' });
    expect(await given(user, '2026-12-01')).toEqual([]);
    expect(await given(user, '2026-12-06')).toEqual([['coding', 2, 3]]);
  });

  it('says also that somebody cannot judge only beside an own rating', async () => {
    const user = await makePerson();
    const id = await ask(user);
    await answer(user, id, { level: null, day: '2026-11-10' });
    expect(await given(user)).toEqual([]);
    await rate(user, 'coding', { level: 2, day: '2026-11-12' });
    expect(await given(user)).toEqual([['coding', 2, null]]);
  });

  it('is changed and taken back by who was asked until it ends, and takes no skill that was not asked', async () => {
    const user = await makePerson();
    const id = await ask(user, ['coding']);
    expect(await answer(user, id, { skill: 'flexibility', level: 3, day: '2026-11-10' })).toBe(true);
    expect(await listOwnAnswers(user, id)).toEqual([]);
    await answer(user, id, { level: 3, day: '2026-11-10', reason: 'Saw it' });
    await answer(user, id, { level: 2, day: '2026-11-11' });
    expect(await listOwnAnswers(user, id)).toEqual([{ skill: 'coding', level: 2, reason: null }]);
    expect(await deleteAnswers(user, { secondLookId: id, now: at('2026-11-12') })).toBe(true);
    expect(await listOwnAnswers(user, id)).toEqual([]);
    expect(await answer(user, id, { level: 2, day: '2027-01-01' })).toBe(false);
    expect(await deleteAnswers(user, { secondLookId: id, now: at('2027-01-01') })).toBe(false);
  });

  it('takes what was not given with it when it is closed or its time is over', async () => {
    const user = await makePerson();
    await rate(user, 'coding', { level: 2, day: '2026-11-02' });
    const [closed, ended] = [await ask(user), await ask(user)];
    for (const id of [closed, ended])
      for (const skill of ['coding', 'coaching'])
        await answer(user, id, { skill, level: 3, day: '2026-11-10' });
    expect(await closeSecondLook(user, { id: closed, now: at('2026-11-20') })).toBe(true);
    expect(await closeSecondLook(user, { id: closed, now: at('2026-11-21') })).toBe(false);
    expect(await listOwnAnswers(user, closed)).toMatchObject([{ skill: 'coding' }]);
    await rate(user, 'coaching', { level: 1, day: '2027-01-05' });
    expect(await given(user, '2027-01-06')).toEqual([
      ['coding', 2, 3],
      ['coding', 2, 3],
    ]);
    expect(await listWaitingSkills(user, career, at('2027-01-06'))).toEqual([]);
    await deleteUngivenAnswers({ now: at('2026-12-30') });
    expect(await listOwnAnswers(user, ended)).toHaveLength(2);
    expect(await deleteUngivenAnswers({ now: at('2027-01-06') })).toBeGreaterThan(0);
    expect(await listOwnAnswers(user, ended)).toMatchObject([{ skill: 'coding' }]);
    expect(await answer(user, closed, { level: 1, day: '2026-11-25' })).toBe(false);
  });

  it('is nobody’s but the person’s, and goes with them', async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    await rate(ada, 'coding', { level: 2, day: '2026-11-02' });
    const id = await ask(ada);
    await answer(ada, id, { level: 3, day: '2026-11-10' });
    expect(await getSecondLook(bob, id)).toBeNull();
    expect(await listSecondLooks(bob, career)).toEqual([]);
    expect(await given(bob)).toEqual([]);
    expect(await listOwnAnswers(bob, id)).toEqual([]);
    expect(await closeSecondLook(bob, { id })).toBe(false);
    expect(await answer(bob, id, { level: 0, day: '2026-11-11' })).toBe(false);
    expect(await listSecondLooks(ada, career)).toMatchObject([{ id, name: 'Grace', closedAt: null }]);
    expect(await listSecondLooks(ada, 'security')).toEqual([]);
  });

  it('security 5.b: is asked for at most 200 times', async () => {
    const user = await makePerson();
    for (let count = 0; count < 200; count += 1) await ask(user);
    await expect(ask(user)).rejects.toThrow('at most 200 second looks');
  });
});

describe('what was agreed', () => {
  const talk = {
    requestKey: 'talk-1',
    career,
    catalogue: 'x',
    name: 'Grace',
    secondLookId: 'look',
    ratings: [{ skill: 'coding', level: 2 as Level, also: ['coding-x'] }],
  };

  it('is a series of its own that a repeat adds nothing to', async () => {
    const [user, other] = [await makePerson(), await makePerson()];
    await saveAgreement(user, { ...talk, now: at('2026-11-10') });
    await saveAgreement(user, { ...talk, now: at('2026-11-11') });
    await saveAgreement(user, { ...talk, requestKey: 'talk-2', now: at('2026-11-12') });
    expect(await listAgreedRatings(user, career)).toEqual([
      { skill: 'coding', level: 2, name: 'Grace', agreedAt: '2026-11-12T12:00:00.000Z', also: ['coding-x'] },
      { skill: 'coding', level: 2, name: 'Grace', agreedAt: '2026-11-10T12:00:00.000Z', also: ['coding-x'] },
    ]);
    expect(await listAgreedRatings(other, career)).toEqual([]);
  });

  it('is never changed, nor deleted without its person', async () => {
    const user = await makePerson();
    await saveAgreement(user, talk);
    const client = createClient({ url });
    await expect(client.execute('update agreed_rating set level = 5')).rejects.toThrow('never changed');
    await expect(client.execute('delete from agreed_rating')).rejects.toThrow('only with its person');
    await client.execute('pragma foreign_keys = on');
    await client.execute({ sql: 'delete from person where id = ?', args: [user] });
    const { rows } = await client.execute({
      sql: 'select 1 from agreed_rating where person_id = ?',
      args: [user],
    });
    expect(rows).toEqual([]);
    client.close();
  });
});
