import { expect, test } from 'vitest';
import { describeMoney } from '@/lib/domain/money';

test.each([
  [0, 'GBP', 'en-GB', '£0'],
  [445, 'USD', 'en-GB', 'US$445'],
  [445, 'USD', 'en-US', '$445'],
  [1200, 'USD', 'en-CA', 'US$1,200'],
  [1200, 'USD', 'en-IE', 'US$1,200'],
  [1200, 'GBP', 'en-US', '£1,200'],
  [123456, 'EUR', 'en-IN', '€1,23,456'],
  [1450.5, 'EUR', 'en-GB', '€1,450.50'],
  [1234567.891, 'GBP', 'en-GB', '£1,234,567.89'],
] as const)('describes %d %s in %s as %s', (amount, currency, locale, text) => {
  expect(describeMoney({ amount, currency }, locale)).toBe(text);
});
