import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  computeDayInZone,
  computeDaysBetween,
  computeNextMonday,
  daySchema,
} from '@/lib/domain/day';

const dayArbitrary = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2190-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('daySchema', () => {
  test.each(['2026-11-22', '2028-02-29', '2000-01-01'])('takes %s', (day) => {
    expect(daySchema.parse(day)).toBe(day);
  });

  test.each([
    '',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '22/11/2026',
    '2026-11-22T00:00',
    '20261122',
    ' ',
  ])('refuses %j and says how a day is written', (text) => {
    expect(daySchema.safeParse(text).error?.issues[0]?.message).toMatch(/YYYY-MM-DD/);
  });

  test.each([null, undefined, 20261122, ['2026-11-22']])('refuses %j, which is no text', (value) => {
    expect(daySchema.safeParse(value).success).toBe(false);
  });
});

test.each(['0001-01-01', '0999-12-31', '1969-12-31', '2201-01-01', '9999-12-31'])(
  'report 2: refuses the day %s, and takes the first and the last',
  (day) => {
    expect(daySchema.safeParse(day).error?.issues[0]?.message).toBe('Give a day from 1970 to 2200.');
    for (const taken of ['1970-01-01', '2200-12-31']) expect(daySchema.parse(taken)).toBe(taken);
  },
);

describe('report 2: the day of any instant', () => {
  test.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Niue'])(
    'is one that can be read again, in %s',
    (timeZone) => {
      for (const text of ['0001-01-01T00:00:00Z', '0999-12-31T23:59:59Z', '1970-01-01T00:00:00Z'])
        expect(computeDayInZone({ instant: new Date(text), timeZone })).toBe('1970-01-01');
      for (const text of ['2200-12-31T23:59:59Z', '9999-12-31T23:59:59Z'])
        expect(computeDayInZone({ instant: new Date(text), timeZone })).toBe('2200-12-31');
      fc.assert(
        fc.property(fc.date({ noInvalidDate: true }), (instant) => {
          expect(daySchema.safeParse(computeDayInZone({ instant, timeZone })).success).toBe(true);
        }),
      );
    },
  );
});

describe('addDays', () => {
  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-03-28', 7, '2026-04-04'],
    ['2026-11-22', 0, '2026-11-22'],
  ])('goes from %s by %i to %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
  });

  test('is undone by going back, and counted by computeDaysBetween', () => {
    fc.assert(
      fc.property(dayArbitrary, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        const other = addDays(day, days);
        expect(addDays(other, -days)).toBe(day);
        expect(computeDaysBetween({ from: day, to: other })).toBe(days);
      }),
    );
  });
});

describe('computeNextMonday', () => {
  test.each([
    ['2026-11-22', '2026-11-23'],
    ['2026-11-23', '2026-11-30'],
    ['2026-11-24', '2026-11-30'],
    ['2026-12-29', '2027-01-04'],
  ])('after %s is %s', (day, monday) => {
    expect(computeNextMonday(day)).toBe(monday);
  });

  test('is a Monday within the next seven days', () => {
    fc.assert(
      fc.property(dayArbitrary, (day) => {
        const monday = computeNextMonday(day);
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
        const days = computeDaysBetween({ from: day, to: monday });
        expect(days).toBeGreaterThanOrEqual(1);
        expect(days).toBeLessThanOrEqual(7);
      }),
    );
  });
});

describe('computeDayInZone', () => {
  test.each([
    ['2026-11-22T18:14:59Z', 'Asia/Kathmandu', '2026-11-22'],
    ['2026-11-22T18:15:00Z', 'Asia/Kathmandu', '2026-11-23'],
    ['2026-11-22T09:59:59Z', 'Pacific/Kiritimati', '2026-11-22'],
    ['2026-11-22T10:00:00Z', 'Pacific/Kiritimati', '2026-11-23'],
    ['2026-11-22T10:59:59Z', 'Pacific/Pago_Pago', '2026-11-21'],
    ['2026-03-29T00:59:59Z', 'Europe/London', '2026-03-29'],
    ['2026-11-22T23:59:59Z', 'UTC', '2026-11-22'],
  ])('%s is in %s the day %s', (instant, timeZone, day) => {
    expect(computeDayInZone({ instant: new Date(instant), timeZone })).toBe(day);
  });

  test('throws for a zone that there is not', () => {
    expect(() => computeDayInZone({ instant: new Date(0), timeZone: 'Moon/Tycho' })).toThrow(RangeError);
  });
});
