import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { UserId } from '@/lib/auth/user-id';
import { loadCareer } from '@/lib/catalogue';
import { preferencesSchema } from '@/lib/domain/planner/profile';
import { weighImport } from '@/lib/import/weigh';
import { getAccountData } from '@/lib/queries/account-data';
import { saveImport } from '@/lib/queries/account-import';
import { deleteCheckIn, listCheckIns, saveCheckIn } from '@/lib/queries/check-ins';
import { saveNewOwnStep } from '@/lib/queries/own-steps';
import { getKeptPlan, listPlans, savePlan } from '@/lib/queries/plans';
import { NoRoomError } from '@/lib/queries/room';
import { listStepEvents, saveStepProgress } from '@/lib/queries/step-progress';
import { makePerson, setUpDatabase } from '../support/database';
import { buildSamplePlan } from '../support/sample-plan';

vi.hoisted(() => {
  process.env.LIMIT_CHECK_INS = '3';
  process.env.LIMIT_STEPS = '3';
  process.env.LIMIT_PLANS = '3';
});

setUpDatabase();

const preferences = preferencesSchema.parse({ start: '2026-12-07' });
const career = loadCareer('devops');
const now = new Date('2026-11-27T12:00:00Z');
let user: UserId;
beforeEach(async () => {
  user = await makePerson();
});

const rate = (requestKey: string = crypto.randomUUID()) =>
  saveCheckIn(user, {
    career: 'devops',
    catalogue: 'c1',
    note: null,
    requestKey,
    ratings: [{ skill: 'coding', level: 2, evidence: null, sure: null }],
  });

const buildFile = (checkIns: number, prefix = 'file') =>
  JSON.stringify({
    format: 'rung-data',
    version: 1,
    checkIns: Array.from({ length: checkIns }, (_, index) => ({
      id: `${prefix}-${index}`,
      takenAt: `2026-01-0${index + 1}T00:00:00Z`,
      ratings: [],
    })),
  });

async function weigh(text: string) {
  return weighImport(user, text, { now });
}

describe('what one person may have', () => {
  it('security 5.b: is so many check-ins, those that were deleted among them', async () => {
    const [first] = [await rate('a'), await rate('b'), await rate('c')];
    await deleteCheckIn(user, first.id);
    await expect(rate('d')).rejects.toThrow(NoRoomError);
    await expect(rate('d')).rejects.toThrow('at most 3 check-ins for one person');
    expect((await rate('b')).isRepeat).toBe(true);
    expect(await listCheckIns(user, 'devops')).toHaveLength(2);
    const other = await makePerson();
    expect(await listCheckIns(other, 'devops')).toHaveLength(0);
  });

  it('security 5.b: is so many records of steps', async () => {
    const record = () =>
      saveStepProgress(user, {
        career: 'devops',
        step: 'missing-semester',
        status: 'todo',
        startedOn: null,
        finishedOn: null,
        hoursSpent: null,
        expiresOn: null,
        note: null,
        evidence: null,
      });
    for (let times = 0; times < 3; times += 1) await record();
    await expect(record()).rejects.toThrow('at most 3 records of steps');
    expect(await listStepEvents(user, { career: 'devops', step: 'missing-semester' })).toHaveLength(3);
  });

  it('security 5.b: is so many plans, of which the oldest go', async () => {
    for (let steps = 1; steps <= 5; steps += 1)
      await savePlan(user, { document: buildSamplePlan({ steps }), reason: 'made' });
    expect((await listPlans(user, 'devops')).map((plan) => plan.steps)).toEqual([5, 4, 3]);
    expect((await getKeptPlan(user, 'devops'))?.document.totals.steps).toBe(5);
  });

  it('security 5.b: is so many steps of one’s own', async () => {
    const add = (number: number) =>
      saveNewOwnStep(user, {
        career: 'devops',
        kind: 'course',
        title: `A course ${number}`,
        url: null,
        hours: 1,
        weeks: 1,
        cost: null,
        raises: [{ skill: 'coding', from: 0, to: 1 }],
        prerequisites: [],
      });
    for (let number = 0; number < 200; number += 1) await add(number);
    await expect(add(200)).rejects.toThrow('at most 200 steps of your own');
  });
});

describe('a file', () => {
  it('security 5.c: is refused with more than one person may have, before it is looked at', async () => {
    expect(await weigh(buildFile(4))).toEqual({
      ok: false,
      problems: ['Line 1, checkIns: These are 4, and this server keeps at most 3 of them for one person.'],
    });
  });

  it('security 5.c: is refused with more posts or holdings than one person may have', async () => {
    const posts = Array.from({ length: 51 }, (_, at) => ({
      id: `p-${at}`,
      career: 'devops',
      post: 'linux-administrator',
      since: '2024-01',
    }));
    const holdings = posts.map(({ id }) => ({ id, career: 'devops' }));
    for (const part of [{ posts }, { holdings }])
      expect(await weigh(JSON.stringify({ format: 'rung-data', version: 2, ...part }))).toMatchObject({
        ok: false,
        problems: [expect.stringContaining('These are 51, and this server keeps at most 50')],
      });
    const some = await weigh(JSON.stringify({ format: 'rung-data', version: 2, posts: posts.slice(0, 50) }));
    if (!some.ok) throw new Error(some.problems.join());
    const entry = { plan: some.merge, career: 'devops', catalogue: career.version, preferences };
    await saveImport(user, entry);
    expect((await getAccountData(user, 'devops')).posts).toHaveLength(50);
    const other = JSON.stringify({ format: 'rung-data', version: 2, posts: posts.slice(50) });
    expect(await weigh(other)).toMatchObject({
      problems: [expect.stringContaining('With those of the account: These are 51')],
    });
  });

  it('security 5.c: is refused where it and the account are together too many', async () => {
    await rate();
    await rate();
    expect(await weigh(buildFile(2))).toMatchObject({
      problems: [expect.stringContaining('With those of the account: These are 4')],
    });
    const one = await weigh(buildFile(1));
    if (!one.ok) throw new Error(one.problems.join());
    const entry = { plan: one.merge, career: 'devops', catalogue: career.version, preferences };
    await rate();
    await expect(saveImport(user, entry)).rejects.toThrow(NoRoomError);
    expect((await getAccountData(user, 'devops')).checkIns).toHaveLength(3);
  });

  it('security 5.c: can be taken twice by somebody who has the most', async () => {
    const first = await weigh(buildFile(3));
    if (!first.ok) throw new Error(first.problems.join());
    await saveImport(user, { plan: first.merge, career: 'devops', catalogue: career.version, preferences });
    expect(await weigh(buildFile(3))).toMatchObject({ ok: true, merge: { unchangedCount: 3 } });
  });
});
