import { describe, expect, test } from 'vitest';
import { accountDataSchema } from '@/lib/domain/account-data';
import { buildSamplePlan } from '../support/sample-plan';

const CHECK_IN = {
  id: 'a',
  takenAt: '2026-11-22T09:30:00Z',
  note: null,
  ratings: [{ skill: 'coding', level: 3, evidence: 'https://example.org', sure: 'high' }],
};

const WHOLE = {
  format: 'rung-data',
  version: 1,
  exportedAt: '2026-11-22T20:00:00.000Z',
  account: { name: 'Ada', email: 'ada@example.org', timeZone: 'Asia/Kathmandu', settings: { theme: 'dark' } },
  goal: {
    career: 'devops',
    role: 'devops-engineer',
    preferences: { start: '2026-11-30', hoursPerWeek: 8 },
    holdings: ['in-post'],
  },
  goals: [],
  plan: buildSamplePlan({ steps: 3 }),
  checkIns: [CHECK_IN],
  stepProgress: [
    {
      step: 'cka',
      status: 'done',
      startedOn: '2026-01-01',
      finishedOn: '2026-03-01',
      hoursSpent: 70.5,
      expiresOn: '2028-03-01',
      note: 'a note',
      evidence: 'a badge',
    },
  ],
  ownSteps: [],
  forecasts: [],
};

describe('the data of an account', () => {
  test('reads a whole file back unchanged', () => {
    expect(accountDataSchema.parse(WHOLE)).toEqual(WHOLE);
  });

  test('is complete with check-ins and a goal alone', () => {
    const read = accountDataSchema.parse({
      format: 'rung-data',
      version: 1,
      checkIns: [CHECK_IN],
      goal: { career: 'devops', role: 'devops-engineer' },
    });
    expect(read).toMatchObject({ format: 'rung-data', version: 1, plan: null, stepProgress: [] });
  });

  test.each([
    ['an unknown key', { ...WHOLE, isAdmin: true }],
    ['an unknown key inside', { ...WHOLE, checkIns: [{ ...CHECK_IN, personId: 'x' }] }],
    ['no version', { ...WHOLE, version: undefined }],
    ['no format', { ...WHOLE, format: undefined }],
    ['another version', { ...WHOLE, version: 2 }],
    ['another format', { ...WHOLE, format: 'rung-plan' }],
    ['a time without a zone', { ...WHOLE, checkIns: [{ ...CHECK_IN, takenAt: '2026-11-22T09:30:00' }] }],
    [
      'a level above five',
      { ...WHOLE, checkIns: [{ ...CHECK_IN, ratings: [{ skill: 'coding', level: 6 }] }] },
    ],
    [
      'a skill rated twice in one check-in',
      { ...WHOLE, checkIns: [{ ...CHECK_IN, ratings: [...CHECK_IN.ratings, ...CHECK_IN.ratings] }] },
    ],
    ['a note without end', { ...WHOLE, checkIns: [{ ...CHECK_IN, note: 'x'.repeat(2001) }] }],
  ])('refuses %s', (_, file) => {
    expect(accountDataSchema.safeParse(file).success).toBe(false);
  });
});
