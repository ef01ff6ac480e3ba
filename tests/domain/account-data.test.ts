import { describe, expect, test } from 'vitest';
import { accountDataSchema, firstAccountDataSchema, fromFirstVersion } from '@/lib/domain/account-data';
import { buildSamplePlan } from '../support/sample-plan';

const CHECK_IN = {
  id: 'a',
  takenAt: '2026-11-22T09:30:00Z',
  note: null,
  ratings: [{ skill: 'coding', level: 3, evidence: 'https://example.org', sure: 'high' }],
};

const FIRST = {
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

const WHOLE = {
  ...FIRST,
  version: 2,
  checkIns: [
    {
      ...CHECK_IN,
      ratings: [
        { ...CHECK_IN.ratings[0], also: ['code-write-a-short-program'], except: ['code-change-a-script'] },
      ],
    },
  ],
  goal: { ...FIRST.goal, preferences: { start: '2026-11-30', hourWorth: 12, optimiseFor: 'lightest' } },
  ownSteps: [
    {
      id: 'own-a',
      career: 'devops',
      kind: 'course',
      title: 'A course at work',
      url: null,
      hours: 4,
      weeks: 1,
      cost: null,
      raises: [],
      prerequisites: [],
      teaches: ['code-write-a-short-program'],
      pool: 'work',
      createdAt: '2026-11-22T09:30:00Z',
      changedAt: '2026-11-22T09:30:00Z',
      retiredAt: null,
    },
  ],
  posts: [{ id: 'p', career: 'devops', post: 'linux-administrator', since: '2024-01', until: null }],
  holdings: [{ id: 'bachelors-other', career: 'devops', since: '2019-07', expiresOn: null }],
  evidence: [],
  secondLooks: [],
  sharedPages: [],
  links: [],
  drafts: [
    {
      id: 'coding',
      career: 'devops',
      changedAt: '2026-11-22T19:00:00.000Z',
      entered: { level: '3', evidence: '', sure: '', ticked: { '3': ['code-write-a-short-program'] } },
    },
  ],
};

describe('the data of an account', () => {
  test('reads a whole file back unchanged', () => {
    expect(accountDataSchema.parse(WHOLE)).toEqual(WHOLE);
  });

  test('is complete with check-ins and a goal alone', () => {
    const read = accountDataSchema.parse({
      format: 'rung-data',
      version: 2,
      checkIns: [CHECK_IN],
      goal: { career: 'devops', role: 'devops-engineer' },
    });
    expect(read).toMatchObject({ format: 'rung-data', version: 2, plan: null, stepProgress: [], posts: [] });
  });

  test('is read of the first edition, with what was held with the latest goal', () => {
    const first = firstAccountDataSchema.parse(FIRST);
    expect(first).toEqual(FIRST);
    const goal = { career: 'devops', role: 'devops-engineer', preferences: null };
    const goals = [
      { ...goal, id: 'b', setAt: '2026-02-01T00:00:00.000Z', holdings: ['led-people', 'led-people'] },
      { ...goal, id: 'a', setAt: '2026-01-01T00:00:00.000Z', holdings: ['in-post'] },
    ];
    const held = (ids: string[]) => ids.map((id) => ({ id, career: 'devops', since: null, expiresOn: null }));
    expect(fromFirstVersion(first)).toMatchObject({ version: 2, holdings: held(['in-post']), posts: [] });
    const withHistory = fromFirstVersion({ ...first, goals });
    expect(withHistory.holdings).toEqual(held(['led-people']));
    expect(accountDataSchema.parse(withHistory)).toEqual(withHistory);
  });

  test.each([
    ['posts', { posts: [] }],
    ['exceptions', { checkIns: [{ ...CHECK_IN, ratings: [{ skill: 'coding', level: 1, also: [] }] }] }],
    ['what own steps teach', { ownSteps: WHOLE.ownSteps }],
  ])('of the first edition has no %s', (_, parts) => {
    expect(firstAccountDataSchema.safeParse({ ...FIRST, ...parts }).success).toBe(false);
  });

  test.each([
    ['an unknown key', { ...WHOLE, isAdmin: true }],
    ['an unknown key inside', { ...WHOLE, checkIns: [{ ...CHECK_IN, personId: 'x' }] }],
    ['no version', { ...WHOLE, version: undefined }],
    ['no format', { ...WHOLE, format: undefined }],
    ['another version', { ...WHOLE, version: 3 }],
    ['evidence that says nothing', { ...WHOLE, evidence: [{}] }],
    ['a month that is none', { ...WHOLE, posts: [{ ...WHOLE.posts[0], since: '2024-13' }] }],
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
