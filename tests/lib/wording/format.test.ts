import { expect, test } from 'vitest';
import type { Locale } from '@/lib/domain/locale';
import { followRequest, makeRequestContext } from '@/lib/http/request-context';
import {
  formatCount,
  formatDay,
  formatInstant,
  formatList,
  formatMoney,
  formatMonth,
} from '@/lib/wording/format';

const inLocale = <T>(locale: Locale, format: () => T) =>
  followRequest(
    makeRequestContext({ id: 'r', address: '/', locale, decimalSign: '.', signal: undefined }),
    format,
  );

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
  expect(formatList(['a', 'b', 'c'], 'disjunction')).toBe('a, b or c');
});

test('formatInstant tells the time of the person’s own clock', () => {
  const instant = '2027-05-03T20:30:00.000Z';
  expect(formatInstant({ instant, timeZone: 'Asia/Kathmandu' })).toBe('4 May 2027, 02:15');
});

test.each([
  ['en-GB', '3 May 2027', '3 May 2027, 14:05', 'US$1,450.50'],
  ['en-US', 'May 3, 2027', 'May 3, 2027, 2:05 PM', '$1,450.50'],
  ['en-CA', 'May 3, 2027', 'May 3, 2027, 2:05 p.m.', 'US$1,450.50'],
  ['en-IE', '3 May 2027', '3 May 2027, 14:05', 'US$1,450.50'],
] as const)('writes dates and money for a request from %s', (locale, day, instant, money) => {
  inLocale(locale, () => {
    expect(formatDay('2027-05-03')).toBe(day);
    const written = formatInstant({ instant: '2027-05-03T14:05:00Z', timeZone: 'UTC' });
    expect(written.replaceAll(/\s/g, ' ')).toBe(instant);
    expect(formatMoney({ amount: 1450.5, currency: 'USD' })).toBe(money);
    expect(formatList(['a', 'b', 'c'])).toBe('a, b and c');
  });
});
