import { expect, test } from 'vitest';
import { formatMoney } from '@/lib/domain/money';

test.each([
  [0, 'GBP', '£0'],
  [445, 'USD', '$445'],
  [1450.5, 'EUR', '€1,450.50'],
  [1234567.891, 'GBP', '£1,234,567.89'],
] as const)('formats %d %s as %s', (amount, currency, text) => {
  expect(formatMoney({ amount, currency })).toBe(text);
});
