import { expect, test } from 'vitest';
import { formatDay } from '@/lib/domain/day';
import { formatMoney } from '@/lib/domain/money';

test.each([
  [0, 'GBP', '£0'],
  [445, 'USD', '$445'],
  [1450.5, 'EUR', '€1,450.50'],
  [1234567.891, 'GBP', '£1,234,567.89'],
] as const)('formats %d %s as %s', (amount, currency, text) => {
  expect(formatMoney({ amount, currency })).toBe(text);
});

test.each([
  ['2027-02-01', '1 February 2027', '1 Feb 2027'],
  ['2026-12-31', '31 December 2026', '31 Dec 2026'],
] as const)('writes the day %s in words', (day, long, short) => {
  expect(formatDay(day)).toBe(long);
  expect(formatDay(day, { short: true })).toBe(short);
});
