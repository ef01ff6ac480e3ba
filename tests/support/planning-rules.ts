import type { Career } from '@/lib/domain/career/career';
import type { Price } from '@/lib/domain/career/schema-parts';
import type { Currency } from '@/lib/domain/catalogue';

/**
 * The rules of planning read straight from a career and a profile, for the checker and the oracles.
 * Written apart from the planner and never imported by it, so that a misreading on one side shows.
 */
type Fraction = { top: bigint; bottom: bigint };

function toFraction(value: number): Fraction {
  const [digits = '0', exponent = '0'] = value.toString().toLowerCase().split('e');
  const [whole = '0', decimals = ''] = digits.split('.');
  const shift = decimals.length - Number(exponent);
  const top = BigInt(whole + decimals);
  return shift >= 0
    ? { top, bottom: 10n ** BigInt(shift) }
    : { top: top * 10n ** BigInt(-shift), bottom: 1n };
}

function multiply(left: Fraction, right: Fraction): Fraction {
  return { top: left.top * right.top, bottom: left.bottom * right.bottom };
}

function toPenceHalfUp({ top, bottom }: Fraction): number {
  return Number((200n * top + bottom) / (2n * bottom));
}

/** Whether whole pence stay within an amount of money, which may have more than two decimals. */
export function isWithin(pence: number, amount: number): boolean {
  const { top, bottom } = toFraction(amount);
  return BigInt(pence) * bottom <= 100n * top;
}

/** What money needs of a profile, a step and a career, of either edition. */
type Payer = { preferences: { budget: { currency: Currency } | null; region: string } };
type Priced = { cost: Price | null; planning: { weeks: number | null; cost: Price | null } };

export function planCurrency({ preferences: { budget, region } }: Payer): Currency {
  return budget?.currency ?? (region === 'US' ? 'USD' : 'GBP');
}

/** The confirmed price of a step, else its estimate, else null: nobody charges. */
export function priceOf(step: Priced): { price: Price; isEstimate: boolean } | null {
  if (step.cost) return { price: step.cost, isEstimate: false };
  if (step.planning.cost) return { price: step.planning.cost, isEstimate: true };
  return null;
}

/** What a step costs in pence of `currency`, or of its own currency when that is left out; half pence go up. */
export function pricePence(career: Pick<Career, 'rates'>, step: Priced, currency?: Currency): number {
  const priced = priceOf(step);
  if (!priced) return 0;
  const { amount, per, currency: own } = priced.price;
  const weeks = leastWeeks(step);
  let cost = toFraction(amount);
  if (per === 'year') cost = multiply(cost, { top: BigInt(weeks), bottom: 52n });
  if (per === 'month') cost = multiply(cost, { top: BigInt(Math.ceil((weeks * 12) / 52)), bottom: 1n });
  if (currency && currency !== own) {
    const from = toFraction(career.rates.perUnit[own] ?? Number.NaN);
    const to = toFraction(career.rates.perUnit[currency] ?? Number.NaN);
    cost = multiply(multiply(cost, from), { top: to.bottom, bottom: to.top });
  }
  return toPenceHalfUp(cost);
}

export function leastWeeks(step: Pick<Priced, 'planning'>): number {
  return Math.max(1, step.planning.weeks ?? 1);
}

/** Negative, zero or positive as `left` comes before, equals or comes after `right`, compared from the left. */
export function compareVectors(left: readonly number[], right: readonly number[]): number {
  for (const [index, value] of left.entries()) {
    const other = right[index] ?? Number.NEGATIVE_INFINITY;
    if (value !== other) return value - other;
  }
  return left.length - right.length;
}
