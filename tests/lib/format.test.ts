import { expect, test } from 'vitest';
import { formatCount, formatDay, formatInstant, formatList, formatMonth } from '@/lib/format';

test.each([
  ['2027-02-01', '1 Feb 2027', 'Feb 2027'],
  ['2026-12-31', '31 Dec 2026', 'Dec 2026'],
])('writes the day %s as %s and its month as %s, whatever the time zone', (day, written, month) => {
  expect(formatDay(day)).toBe(written);
  expect(formatMonth(day)).toBe(month);
});

test.each([
  [0, '0 weeks'],
  [1, '1 week'],
  [1200, '1,200 weeks'],
])('counts %i with its noun', (count, written) => {
  expect(formatCount(count, 'week')).toBe(written);
});

test('joins names as a sentence does', () => {
  expect(formatList(['a'])).toBe('a');
  expect(formatList(['a', 'b', 'c'])).toBe('a, b and c');
});

test('formatInstant tells the time of the person’s own clock', () => {
  const instant = '2027-05-03T20:30:00.000Z';
  expect(formatInstant({ instant, timeZone: 'Asia/Kathmandu' })).toBe('4 May 2027, 02:15');
});
