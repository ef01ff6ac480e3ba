import fc from 'fast-check';
import { expect, it } from 'vitest';
import { computeLastCounted, computeNextInstant, instantSchema } from '@/lib/domain/instant';

it.each([
  ['0001-01-01T00:00:00Z', 'Give a time from 1970 to 2200.'],
  ['9999-12-31T23:59:59Z', 'Give a time from 1970 to 2200.'],
  ['2026-02-30T00:00:00Z', expect.stringContaining('Give a time in UTC')],
  ['2026-02-20T00:00:00+01:00', expect.stringContaining('Give a time in UTC')],
  [`2026-02-20T00:00:00.${'1'.repeat(40)}Z`, expect.any(String)],
])('report 2: refuses the time %s', (text, message) => {
  expect(instantSchema.safeParse(text).error?.issues.map((issue) => issue.message)).toEqual([message]);
});

it('report 2: takes only what is a time to JavaScript too', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }).map(String), (text) => {
      const parsed = instantSchema.safeParse(text);
      expect(parsed.success && Number.isNaN(Date.parse(text))).toBe(false);
    }),
  );
});

const now = new Date('2026-11-27T12:00:00.000Z');

it.each([
  [null, '2026-11-27T12:00:00.000Z'],
  ['2026-11-27T11:59:59.999Z', '2026-11-27T12:00:00.000Z'],
  ['2026-11-27T12:00:00.000Z', '2026-11-27T12:00:00.001Z'],
  ['2026-11-27T13:00:00.000Z', '2026-11-27T13:00:00.001Z'],
  ['2026-11-28T12:00:00.000Z', '2026-11-28T12:00:00.001Z'],
  ['2099-01-01T00:00:00.000Z', '2026-11-27T12:00:00.000Z'],
])('report 7: comes after %s, unless that is no clock that was wrong', (newest, next) => {
  expect(computeNextInstant({ now, newest })).toBe(next);
  expect(computeLastCounted(now)).toBe('2026-11-28T12:00:00.000Z');
});
