import { expect, it } from 'vitest';
import type { UserId } from '@/lib/auth/user-id';
import type { Level } from '@/lib/domain/catalogue';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { preferencesSchema } from '@/lib/domain/planner/profile';
import { listAgreedRatings, saveAgreement } from '@/lib/queries/agreed-ratings';
import { saveCheckIn } from '@/lib/queries/check-ins';
import { getGoal, saveGoal } from '@/lib/queries/goals';
import { listHeldPosts, saveNewHeldPosts } from '@/lib/queries/held-posts';
import { listHoldings, saveHoldings } from '@/lib/queries/holdings';
import { listLatestRatings } from '@/lib/queries/latest-ratings';
import { listOwnSteps, saveNewOwnStep } from '@/lib/queries/own-steps';
import { getAccount, saveAccount } from '@/lib/queries/people';
import { savePlan } from '@/lib/queries/plans';
import { getStanding } from '@/lib/queries/standing';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const career = 'devops';
const ownStep = {
  kind: 'course',
  url: null,
  hours: 20,
  weeks: 2,
  raises: [{ skill: 'coding', from: 1, to: 2 }],
  prerequisites: ['missing-semester'],
} as const;

/** Somebody who has more than one of everything, with text that JSON must escape. */
async function makeBusyPerson(): Promise<UserId> {
  const user = await makePerson('“Ada”\n\\ 漢字 😀');
  await saveAccount(user, { settings: { reminderWeeks: 3 } });
  for (const [talk, level] of [2, 4].entries())
    await saveAgreement(user, {
      requestKey: `talk ${talk}`,
      career,
      catalogue: 'c1',
      name: 'Grace “O’Neil”',
      secondLookId: 'look',
      ratings: [{ skill: 'coding', level: level as Level, except: ['a can-do'] }],
      now: new Date(Date.UTC(2026, 0, talk + 1)),
    });
  for (const [index, skill] of ['networks', 'coding'].entries())
    await saveCheckIn(user, {
      career,
      catalogue: 'c1',
      note: null,
      ratings: [
        { skill, level: 2, evidence: '"pull"\trequest', sure: 'high' },
        { skill: 'coaching', level: 1, evidence: null, sure: null },
      ],
      requestKey: crypto.randomUUID(),
      takenAt: new Date(Date.UTC(2026, index, 1)),
    });
  const preferences = preferencesSchema.parse({
    start: '2026-12-07',
    budget: { amount: 12.5, currency: 'GBP' },
  });
  for (const role of ['sre', 'devops-engineer'])
    await saveGoal(user, {
      career,
      role,
      preferences,
      holdings: ['bachelors-other'],
      now: new Date(role === 'sre' ? '2026-01-01T00:00:00Z' : '2026-02-01T00:00:00Z'),
    });
  for (const cost of [{ amount: 0.1, currency: 'USD' } as const, null])
    await saveNewOwnStep(user, {
      ...ownStep,
      raises: [...ownStep.raises],
      prerequisites: [...ownStep.prerequisites],
      title: `It's a "course"`,
      cost,
      career,
    });
  await saveNewHeldPosts(user, {
    career,
    posts: [
      { post: 'linux-administrator', since: '2024-03', until: null },
      { post: 'entry-role-it-support', since: '2021-01', until: '2024-02' },
    ],
  });
  await saveHoldings(user, {
    career,
    holdings: [
      { id: 'relevant-certification', since: '2025-06', expiresOn: '2028-06-30' },
      { id: 'bachelors-other', since: null, expiresOn: null },
    ],
  });
  for (const role of ['sre', 'platform-engineer'])
    await savePlan(user, {
      document: { format: 'rung-plan', version: 1, career, role } as PlanDocument,
      reason: 'made',
      now: new Date(role === 'sre' ? '2026-01-01T00:00:00Z' : '2026-02-01T00:00:00Z'),
    });
  return user;
}

it('gives in one row what the queries of each noun give', async () => {
  const [user] = [await makeBusyPerson(), await makeBusyPerson()];
  expect(await getStanding(user, career)).toEqual({
    account: await getAccount(user),
    latest: await listLatestRatings(user, career),
    agreed: (await listAgreedRatings(user, career)).slice(0, 1),
    goal: await getGoal(user, career),
    ownSteps: await listOwnSteps(user, career),
    posts: await listHeldPosts(user, career),
    holdings: await listHoldings(user, career),
    planRole: 'platform-engineer',
    hasProof: true,
  });
});

it('cannot see another person’s rows, nor another career’s', async () => {
  await makeBusyPerson();
  const newcomer = await makePerson();
  const nothing = {
    account: await getAccount(newcomer),
    latest: [],
    goal: null,
    ownSteps: [],
    posts: [],
    holdings: [],
    planRole: null,
    hasProof: false,
    agreed: [],
  };
  expect(await getStanding(newcomer, career)).toEqual(nothing);
  const busy = await makeBusyPerson();
  expect(await getStanding(busy, 'security')).toEqual({ ...nothing, account: await getAccount(busy) });
});

it('answers null where the account is gone', async () => {
  expect(await getStanding('nobody' as UserId, career)).toBeNull();
});
