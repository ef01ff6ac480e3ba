import type { Rates } from '../../career/fact-schemas';
import type { Step } from '../../career/schema';
import type { Currency } from '../../catalogue';
import { findRegionCurrency } from '../../region';
import type { Preferences } from '../profile';

/** A number of money or a rate as an exact fraction, so that half a penny never hides behind a float. */
type Fraction = { numerator: bigint; denominator: bigint };

/** What a step costs: in its own currency, and in pence of the plan's currency. */
export type StepPrice = {
  amount: number;
  currency: Currency;
  pence: number;
  /** No confirmed price: the figure is the catalogue's own estimate. */
  isEstimated: boolean;
  isConverted: boolean;
};

/** The plan's currency: the budget's, else GBP for the UK, USD for the US, and GBP elsewhere. */
export function computeCurrency(preferences: Pick<Preferences, 'budget' | 'region'>): Currency {
  if (preferences.budget) return preferences.budget.currency;
  return findRegionCurrency(preferences.region);
}

/**
 * Prices a step: total as given; per year × weeks / 52; per month × ⌈weeks · 12 / 52⌉; converted by the
 * career's rates; rounded to pence, half up. Without a price nobody charges and it costs 0.
 */
export function computeStepPrice({
  step,
  currency,
  rates,
}: {
  step: Step;
  currency: Currency;
  rates: Rates;
}): StepPrice {
  const price = step.cost ?? step.planning.cost;
  if (!price) return { amount: 0, currency, pence: 0, isEstimated: false, isConverted: false };
  const total = multiply(toFraction(price.amount), computePeriods(price.per, step.planning.weeks ?? 1));
  const converted = convert({ total, from: price.currency, to: currency, rates });
  return {
    amount: toPence(total) / 100,
    currency: price.currency,
    pence: toPence(converted),
    isEstimated: step.cost === null,
    isConverted: price.currency !== currency && price.amount > 0,
  };
}

/** Prices an amount as it stands. */
export function computeMoneyPrice({
  money,
  currency,
  rates,
}: {
  money: { amount: number; currency: Currency };
  currency: Currency;
  rates: Rates;
}): StepPrice {
  const total = toFraction(money.amount);
  return {
    ...money,
    pence: toPence(convert({ total, from: money.currency, to: currency, rates })),
    isEstimated: false,
    isConverted: money.currency !== currency && money.amount > 0,
  };
}

/** The worth of an hour in whole pence, half up. */
export function computeHourPence(worth: number): number {
  return toPence(toFraction(worth));
}

/** A budget in whole pence; a fraction of a penny buys nothing. */
export function computeBudgetPence(amount: number): number {
  const { numerator, denominator } = toFraction(amount);
  return Number((numerator * 100n) / denominator);
}

function computePeriods(per: 'total' | 'year' | 'month', weeks: number): Fraction {
  if (per === 'year') return { numerator: BigInt(weeks), denominator: 52n };
  if (per === 'month') return { numerator: BigInt(Math.ceil((weeks * 12) / 52)), denominator: 1n };
  return { numerator: 1n, denominator: 1n };
}

function convert(input: { total: Fraction; from: Currency; to: Currency; rates: Rates }): Fraction {
  if (input.from === input.to) return input.total;
  const from = toFraction(input.rates.perUnit[input.from]);
  const to = toFraction(input.rates.perUnit[input.to]);
  return multiply(multiply(input.total, from), { numerator: to.denominator, denominator: to.numerator });
}

function multiply(one: Fraction, other: Fraction): Fraction {
  return {
    numerator: one.numerator * other.numerator,
    denominator: one.denominator * other.denominator,
  };
}

function toPence({ numerator, denominator }: Fraction): number {
  return Number((numerator * 200n + denominator) / (denominator * 2n));
}

function toFraction(value: number): Fraction {
  const text = String(value);
  const [whole = '0', decimals = ''] = (text.includes('e') ? value.toFixed(20) : text).split('.');
  return { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) };
}
