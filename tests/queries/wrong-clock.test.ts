import { describe, expect, it } from 'vitest';
import type { UserId } from '@/lib/auth/user-id';
import { computeImport } from '@/lib/domain/account-import';
import { preferencesSchema } from '@/lib/domain/planner/profile';
import { readAccountData } from '@/lib/import/read-account-data';
import { getAccountData } from '@/lib/queries/account-data';
import { saveImport } from '@/lib/queries/account-import';
import { deleteCheckIn, listCheckIns, listCheckInsAhead, saveCheckIn } from '@/lib/queries/check-ins';
import { listForecasts, saveForecast } from '@/lib/queries/forecasts';
import { getGoal, saveGoal } from '@/lib/queries/goals';
import { listLatestRatings } from '@/lib/queries/latest-ratings';
import { getKeptPlan, savePlan } from '@/lib/queries/plans';
import { getStanding } from '@/lib/queries/standing';
import { listStepProgress, saveStepProgress } from '@/lib/queries/step-progress';
import { makePerson, setUpDatabase } from '../support/database';
import { buildSamplePlan } from '../support/sample-plan';

setUpDatabase();

const preferences = preferencesSchema.parse({ start: '2026-12-07' });
const now = new Date('2026-11-27T12:00:00Z');
const AN_HOUR_AHEAD = new Date('2026-11-27T13:00:00Z');

const rate = (user: UserId, level: 0 | 4, at: Date) =>
  saveCheckIn(user, {
    career: 'devops',
    catalogue: 'c1',
    note: null,
    requestKey: crypto.randomUUID(),
    ratings: [{ skill: 'coding', level, evidence: null, sure: null }],
    now: at,
  });

const record = (user: UserId, status: 'done' | 'todo', at: Date) =>
  saveStepProgress(user, {
    career: 'devops',
    step: 'missing-semester',
    status,
    startedOn: null,
    finishedOn: null,
    hoursSpent: null,
    expiresOn: null,
    note: null,
    evidence: null,
    now: at,
  });

const aim = (user: UserId, role: string, at: Date) =>
  saveGoal(user, { career: 'devops', role, preferences, holdings: [], now: at });

const foretell = (user: UserId, stepsLeft: number, at: Date) =>
  saveForecast(user, {
    career: 'devops',
    role: 'devops-engineer',
    planId: 'p',
    basis: 'catalogue',
    evenOn: '2027-03-01',
    likelyOn: '2027-05-01',
    stepsLeft,
    now: at,
  });

/** What stands as the present in every list of a person. */
async function readPresent(user: UserId) {
  const [rating] = await listLatestRatings(user, 'devops', now);
  const standing = await getStanding(user, 'devops', now);
  const accountData = await getAccountData(user, 'devops', now);
  const goal = await getGoal(user, 'devops', now);
  expect(standing?.latest.map((one) => one.level)).toEqual(rating ? [rating.level] : []);
  expect(standing?.goal?.role).toBe(goal?.role);
  expect(accountData.goal?.role).toBe(goal?.role);
  const plan = await getKeptPlan(user, 'devops', now);
  expect(accountData.plan?.totals.steps).toBe(plan?.document.totals.steps);
  return {
    level: rating?.level,
    newest: (await listCheckIns(user, 'devops', now))[0]?.ratings[0]?.level,
    status: (await listStepProgress(user, 'devops', now))[0]?.status,
    goal: goal?.role,
    planSteps: plan?.document.totals.steps,
    stepsLeft: (await listForecasts(user, 'devops', now))[0]?.stepsLeft,
  };
}

describe('report 7: a server clock that was an hour ahead', () => {
  it('hides nothing that is saved after it was put right', async () => {
    const user = await makePerson();
    await rate(user, 0, AN_HOUR_AHEAD);
    await record(user, 'done', AN_HOUR_AHEAD);
    await aim(user, 'junior-devops-engineer', AN_HOUR_AHEAD);
    await savePlan(user, { document: buildSamplePlan({ steps: 2 }), reason: 'made', now: AN_HOUR_AHEAD });
    await foretell(user, 9, AN_HOUR_AHEAD);
    expect(await readPresent(user)).toEqual({
      level: 0,
      newest: 0,
      status: 'done',
      goal: 'junior-devops-engineer',
      planSteps: 2,
      stepsLeft: 9,
    });
    await rate(user, 4, now);
    await record(user, 'todo', now);
    await aim(user, 'devops-engineer', now);
    await savePlan(user, { document: buildSamplePlan({ steps: 4 }), reason: 'made', now });
    await foretell(user, 3, now);
    expect(await readPresent(user)).toEqual({
      level: 4,
      newest: 4,
      status: 'todo',
      goal: 'devops-engineer',
      planSteps: 4,
      stepsLeft: 3,
    });
    expect((await listCheckIns(user, 'devops', now)).map((one) => one.takenAt)).toEqual([
      '2026-11-27T13:00:00.001Z',
      '2026-11-27T13:00:00.000Z',
    ]);
  });
});

describe('report 7: what an earlier Rung stored with a date of 2099', () => {
  const then = '2099-01-01T00:00:00.000Z';
  const file = {
    format: 'rung-data',
    version: 1,
    goals: [{ id: 'g', career: 'devops', role: 'platform-engineer', setAt: then }],
    checkIns: [{ id: 'wrong-clock', takenAt: then, ratings: [{ skill: 'coding', level: 0 }] }],
    stepProgress: [{ id: 's', step: 'missing-semester', status: 'done', recordedAt: then }],
  };

  it('counts from its day, is listed, and can be deleted', async () => {
    const user = await makePerson();
    const read = await readAccountData(JSON.stringify(file));
    if (!read.ok) throw new Error(read.problems.join('\n'));
    const merge = computeImport({ file: read.file, own: await getAccountData(user, 'devops') });
    await saveImport(user, { plan: merge, career: 'devops', catalogue: 'c1', preferences });
    expect(await readPresent(user)).toMatchObject({ level: undefined, status: undefined, goal: undefined });

    await rate(user, 4, now);
    await record(user, 'todo', now);
    await aim(user, 'devops-engineer', now);
    expect(await readPresent(user)).toMatchObject({
      level: 4,
      newest: 4,
      status: 'todo',
      goal: 'devops-engineer',
    });
    expect((await listLatestRatings(user, 'devops', new Date(then)))[0]?.level).toBe(0);
    expect(await listCheckInsAhead(user, 'devops', now)).toEqual([{ id: 'wrong-clock', takenAt: then }]);
    expect(await listCheckInsAhead(await makePerson(), 'devops', now)).toEqual([]);
    await deleteCheckIn(user, 'wrong-clock');
    expect(await listCheckInsAhead(user, 'devops', now)).toEqual([]);
  });
});
