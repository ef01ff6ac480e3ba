import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { preferencesSchema } from '@/lib/domain/climb/profile';
import { addDays } from '@/lib/domain/day';
import { OBJECTIVES, PLATFORMS, REGIONS, STEP_KINDS } from '@/lib/domain/lists';
import {
  buildDefaultPreferences,
  buildPlanSettingsSchema,
  toSettingsEntries,
} from '@/lib/domain/plan/settings';

import { PLAN_FIELDS } from '@/tests/support/plan-fields';

const career = loadCareer();
const schema = buildPlanSettingsSchema(career);
const form = { ...PLAN_FIELDS, start: '2026-11-23', basedOn: '' };
const read = (fields: object) => schema.safeParse({ ...form, ...fields });

describe('the plan settings', () => {
  test('reads a form with nothing changed as the defaults of the contract', () => {
    expect(read({}).data).toEqual({
      holdings: [],
      basedOn: null,
      leavePost: false,
      preferences: {
        start: '2026-11-23',
        hoursPerWeek: 10,
        workHoursPerWeek: 4,
        maxParallel: 3,
        hourWorth: 10,
        platform: null,
        weeksOff: [],
        budget: null,
        deadline: null,
        region: 'UK',
        optimiseFor: 'balanced',
        excludedKinds: [],
        pinned: [],
        excluded: [],
      },
    });
  });

  test.each([
    ['2000', 2000],
    ['£2,000', 2000],
    ['1 999.50', 1999.5],
    ['0', 0],
    ['$10,000,000', 10_000_000],
    ['10,5', 10.5],
    ['1.000,50', 1000.5],
    ['1,20,000', 120_000],
  ])('takes a budget written as %j', (budget, amount) => {
    expect(read({ budget, currency: 'USD' }).data?.preferences.budget).toEqual({ amount, currency: 'USD' });
  });

  test.each([
    ['one kind', 'degree', ['degree']],
    ['several kinds', ['degree', 'entry-role'], ['degree', 'entry-role']],
    ['no kind', undefined, []],
  ])('reads %s to leave out', (_what, excludedKinds, kinds) => {
    expect(read({ excludedKinds }).data?.preferences.excludedKinds).toEqual(kinds);
  });

  test('reads one holding and several', () => {
    expect(read({ holdings: 'in-post' }).data?.holdings).toEqual(['in-post']);
    const both = ['in-post', 'bachelors-other'];
    expect(read({ holdings: both }).data?.holdings).toEqual(both);
  });

  test.each([
    ['workHoursPerWeek', '41', /at most 40 hours/],
    ['hourWorth', 'much', /worth of an hour as a number/],
    ['platform', 'mainframe', /platform from the list/],
    ['leavePost', 'no', /Choose it/],
    ['offFrom', 'soon', /YYYY-MM-DD/],
    ['hoursPerWeek', '', /whole hours per week, from 1 to 80/],
    ['hoursPerWeek', 'ten', /whole hours per week, from 1 to 80/],
    ['hoursPerWeek', '7.5', /whole hours per week, from 1 to 80/],
    ['hoursPerWeek', '10,5', /whole hours per week, from 1 to 80/],
    ['hoursPerWeek', '-3', /whole hours per week, from 1 to 80/],
    ['hoursPerWeek', '1e1', /whole hours per week, from 1 to 80/],
    ['hoursPerWeek', '0', /at least 1 hour/],
    ['hoursPerWeek', '81', /at most 80 hours/],
    ['hoursPerWeek', '9'.repeat(60), /hours/],
    ['maxParallel', '', /whole number of steps at once/],
    ['maxParallel', '0', /at least 1 step/],
    ['maxParallel', '11', /at most 10 steps/],
    ['budget', 'plenty', /budget as a number/],
    ['budget', '-1', /budget as a number/],
    ['budget', '1,2,3', /budget as a number/],
    ['budget', '1.000', /can mean 1000 or 1/],
    ['budget', '10000001', /at most 10,000,000/],
    ['budget', '9'.repeat(60), /budget/],
    ['currency', 'BTC', /Choose a currency/],
    ['region', 'Mars', /Choose a region/],
    ['start', '', /YYYY-MM-DD/],
    ['start', '2026-02-30', /YYYY-MM-DD/],
    ['start', 'next Monday', /YYYY-MM-DD/],
    ['start', '0001-01-01', /between 2000 and 2100/],
    ['start', '9999-12-31', /between 2000 and 2100/],
    ['deadline', 'soon', /YYYY-MM-DD/],
    ['deadline', '2026-11-23', /after the start date/],
    ['deadline', '2020-01-01', /after the start date/],
    ['optimiseFor', 'fun', /what to optimise for/],
    ['excludedKinds', ['degree', 'holiday'], /kinds? of step/],
    ['holdings', ['in-post', 'a-medal'], /holding/],
    ['pinned', 'a-step-of-mine', /step does not exist/],
    ['excluded', ['cka', 'a-step-of-mine'], /step does not exist/],
  ])('refuses %s %j beside the field', (name, value, sentence) => {
    const issues = read({ [name]: value }).error?.issues ?? [];
    const [issue] = issues.filter(({ path }) => path[0] === name);
    expect(issue?.message).toMatch(sentence);
  });

  test('refuses an unknown field', () => {
    expect(read({ personId: 'x' }).success).toBe(false);
  });

  test('says nothing a programmer wrote for programmers', () => {
    const value = fc.oneof(fc.string({ maxLength: 60 }), fc.array(fc.string(), { maxLength: 2 }));
    // What no person fills in comes forged, and the action has the words for that.
    const names = Object.keys(form).filter((name) => name !== 'basedOn');
    const nameArbitrary = fc.constantFrom(...names, 'holdings', 'excludedKinds');
    fc.assert(
      fc.property(nameArbitrary, value, (name, entered) => {
        for (const issue of read({ [name]: entered }).error?.issues ?? [])
          expect(issue.message).not.toMatch(/invalid|expected|received|too big|option/i);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('weeks off', () => {
  const off = (offFrom: string[], offTo: string[]) => {
    const { data, error } = read({ offFrom, offTo });
    return data?.preferences.weeksOff ?? error?.issues.map(({ path, message }) => [path[0], message]);
  };
  test('are pairs of days, and a pair left empty is none', () => {
    expect(off(['2027-08-02', ''], ['2027-08-15', ''])).toEqual([{ from: '2027-08-02', to: '2027-08-15' }]);
    expect(off([''], [''])).toEqual([]);
  });
  test('need both days, in their order', () => {
    expect(off(['2027-08-02'], [''])).toEqual([['offTo', expect.stringMatching(/both/)]]);
    expect(off([''], ['2027-08-02'])).toEqual([['offFrom', expect.stringMatching(/both/)]]);
    expect(off(['2027-08-15'], ['2027-08-02'])).toEqual([['offTo', expect.stringMatching(/not before/)]]);
  });
});

describe('toSettingsEntries', () => {
  const stepsArbitrary = fc.subarray(career.steps.map((step) => step.id));
  const preferencesArbitrary = fc
    .record({
      hoursPerWeek: fc.integer({ min: 1, max: 80 }),
      workHoursPerWeek: fc.integer({ min: 0, max: 40 }),
      maxParallel: fc.integer({ min: 1, max: 10 }),
      hourWorth: fc.integer({ min: 0, max: 4000 }).map((quarters) => quarters / 4),
      platform: fc.option(fc.constantFrom(...PLATFORMS)),
      weeksOff: fc.array(
        fc
          .record({ on: fc.integer({ min: 0, max: 3000 }), days: fc.integer({ min: 0, max: 60 }) })
          .map(({ on, days }) => ({ from: addDays('2026-01-01', on), to: addDays('2026-01-01', on + days) })),
        { maxLength: 4 },
      ),
      budget: fc.option(
        fc.record({
          amount: fc.integer({ min: 0, max: 10_000_000 }),
          currency: fc.constantFrom('GBP' as const, 'USD' as const, 'EUR' as const),
        }),
      ),
      region: fc.constantFrom(...REGIONS),
      optimiseFor: fc.constantFrom(...OBJECTIVES),
      excludedKinds: fc.subarray([...STEP_KINDS]),
      pinned: stepsArbitrary,
      excluded: stepsArbitrary,
    })
    .chain((rest) =>
      fc
        .record({
          after: fc.integer({ min: 0, max: 9000 }),
          weeks: fc.option(fc.integer({ min: 1, max: 500 })),
          free: fc.option(fc.integer({ min: 0, max: 400 })),
        })
        .map(({ after, weeks, free }) => {
          const start = addDays('2020-01-01', after);
          return {
            ...rest,
            start,
            deadline: weeks === null ? null : addDays(start, 7 * weeks),
            ...(free !== null && { freeFrom: addDays(start, free) }),
          };
        }),
    );
  const holdingsArbitrary = fc.subarray(career.holdings.map((holding) => holding.id));

  test('fills in the form so that it is read as it was', () => {
    fc.assert(
      fc.property(
        preferencesArbitrary,
        holdingsArbitrary,
        fc.boolean(),
        (preferences, holdings, leavePost) => {
          const entries = toSettingsEntries({ preferences, holdings, leavePost, basedOn: 'a-goal' });
          expect(schema.parse(entries)).toEqual({ preferences, holdings, leavePost, basedOn: 'a-goal' });
        },
      ),
    );
  });
});

describe('buildDefaultPreferences', () => {
  test('starts on the next Monday with the defaults of the contract', () => {
    expect(buildDefaultPreferences({ today: '2026-11-22', region: 'US' })).toEqual({
      start: '2026-11-23',
      hoursPerWeek: 10,
      workHoursPerWeek: 4,
      maxParallel: 3,
      hourWorth: 10,
      platform: null,
      weeksOff: [],
      budget: null,
      deadline: null,
      region: 'US',
      optimiseFor: 'balanced',
      pinned: [],
      excluded: [],
      excludedKinds: [],
    });
  });
});

describe('weeks off that come again', () => {
  const night = { offFrom: ['2026-12-07'], offTo: ['2026-12-13'] };
  const listFrom = (fields: object) =>
    read({ ...night, ...fields }).data?.preferences.weeksOff.map(({ from }) => from);

  test('are the last time off, every so many weeks until a day', () => {
    expect(listFrom({ offEvery: '3', offUntil: '2027-01-31' })).toEqual([
      '2026-12-07',
      '2026-12-28',
      '2027-01-18',
    ]);
    expect(listFrom({ offEvery: '', offUntil: '' })).toEqual(['2026-12-07']);
  });

  test('are no more than may be given', () => {
    expect(listFrom({ offEvery: '1', offUntil: '2030-12-31' })).toHaveLength(50);
  });

  test('end before the last day that a plan may hold', () => {
    const last = { offFrom: ['2100-12-01'], offTo: ['2100-12-20'], offEvery: '1', offUntil: '2100-12-31' };
    const { data } = read(last);
    expect(data?.preferences.weeksOff.at(-1)?.to).toBe('2100-12-27');
    expect(preferencesSchema.safeParse(data?.preferences).error).toBeUndefined();
  });

  test('need both, how often and until when', () => {
    expect(read({ ...night, offEvery: '3', offUntil: '' }).success).toBe(false);
    expect(read({ ...night, offEvery: '', offUntil: '2027-01-31' }).success).toBe(false);
    expect(read({ ...night, offEvery: '27', offUntil: '2027-01-31' }).success).toBe(false);
  });
});
