import type { Locale } from './locale';

const formats = new Map<string, Intl.NumberFormat>();

/** An amount for a reader, pence only when there are some. Dollars are `$` where they are the country's own, else `US$`. */
export function describeMoney(
  { amount, currency }: { amount: number; currency: string },
  locale: Locale,
): string {
  const key = `${locale} ${currency}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      trailingZeroDisplay: 'stripIfInteger',
    });
    // Making one takes a hundred times as long as using it.
    formats.set(key, format);
  }
  return format.format(amount);
}

/** What something costs: "free" for nothing, which needs no more said of it, and otherwise an amount that may be an estimate. */
export function describeCost(
  cost: { amount: number; currency: string },
  { locale, isEstimated }: { locale: Locale; isEstimated: boolean },
): string {
  if (cost.amount === 0) return 'free';
  const amount = describeMoney(cost, locale);
  return isEstimated ? `${amount} (estimate)` : amount;
}
