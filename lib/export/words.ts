import type { Day } from '@/lib/domain/day';
import type { Locale } from '@/lib/domain/locale';
import { describeCost, describeMoney } from '@/lib/domain/money';

/** How a file writes days, numbers and money: by the locale it is made for, and nothing else. */
export type Words = {
  day: (day: Day) => string;
  month: (day: Day) => string;
  number: (value: number) => string;
  money: (money: { amount: number; currency: string }) => string;
  /** What something costs: an amount that may be an estimate, or that it is free. */
  cost: (cost: { amount: number; currency: string }, isEstimated: boolean) => string;
  /** A count with its noun: 1 week, 3 weeks. */
  count: (count: number, one: string) => string;
  /** A date as far as it is known: 2025, May 2024, 19 Jul 2023. Text that is no date stays as it is. */
  partialDate: (date: string) => string;
};

// A formatter takes far longer to make than to use.
const known = new Map<Locale, Words>();

/** The words of a locale. */
export function getWords(locale: Locale): Words {
  const words = known.get(locale) ?? makeWords(locale);
  known.set(locale, words);
  return words;
}

function makeWords(locale: Locale): Words {
  const monthParts = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  const days = new Intl.DateTimeFormat(locale, { ...monthParts, day: 'numeric' });
  const months = new Intl.DateTimeFormat(locale, monthParts);
  const numbers = new Intl.NumberFormat(locale);
  const at = (day: Day): Date => new Date(`${day}T00:00:00Z`);
  const day = (text: Day): string => days.format(at(text));
  const month = (text: Day): string => months.format(at(text));
  return {
    day,
    month,
    number: (value) => numbers.format(value),
    money: (money) => describeMoney(money, locale),
    cost: (cost, isEstimated) => describeCost(cost, { locale, isEstimated }),
    count: (count, one) => `${numbers.format(count)} ${count === 1 ? one : `${one}s`}`,
    partialDate: (date) => {
      if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return day(date);
      return /^\d{4}-\d{2}$/.test(date) ? month(`${date}-01`) : date;
    },
  };
}
