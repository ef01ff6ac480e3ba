import { expect, test } from 'vitest';
import { describeCost, describeMoney } from '@/lib/domain/money';

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

test.each([
  [0, false, 'free'],
  [0, true, 'free'],
  [154, false, '£154'],
  [154, true, '£154 (estimate)'],
] as const)('says of a price of %d, estimated: %s, that it is %s', (amount, isEstimated, text) => {
  expect(describeCost({ amount, currency: 'GBP' }, { locale: 'en-GB', isEstimated })).toBe(text);
});
