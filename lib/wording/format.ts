import type { Day } from '@/lib/domain/day';
import { DEFAULT_LOCALE, type Locale } from '@/lib/domain/locale';
import { describeCost, describeMoney } from '@/lib/domain/money';
import { getLocale } from '@/lib/http/request-context';
import { spell } from './spelling';

type Formats = { day: Intl.DateTimeFormat; month: Intl.DateTimeFormat; number: Intl.NumberFormat };

// A formatter takes far longer to make than to use.
const formats = new Map<Locale, Formats>();

/** Months are named everywhere: a reader of 05/03/2027 would have to know whose it is. */
function getFormats(): Formats {
  const locale = getLocale();
  const known = formats.get(locale);
  if (known) return known;
  const month = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  const made = {
    day: new Intl.DateTimeFormat(locale, { ...month, day: 'numeric' }),
    month: new Intl.DateTimeFormat(locale, month),
    number: new Intl.NumberFormat(locale),
  };
  formats.set(locale, made);
  return made;
}

/** A day in words: 3 May 2027, in the US May 3, 2027. */
export function formatDay(day: Day): string {
  return getFormats().day.format(new Date(`${day}T00:00:00Z`));
}

/** An instant on the clock of a time zone: 3 May 2027, 14:05, or with its seconds 3 May 2027, 14:05:09. */
export function formatInstant({
  instant,
  timeZone,
  hasSeconds = false,
}: {
  instant: string;
  timeZone: string;
  hasSeconds?: boolean;
}): string {
  return new Date(instant).toLocaleString(getLocale(), {
    dateStyle: 'medium',
    timeStyle: hasSeconds ? 'medium' : 'short',
    timeZone,
  });
}

/** An instant's time of day on the clock of a time zone: 20:16. */
export function formatClock({ instant, timeZone }: { instant: string; timeZone: string }): string {
  return new Date(instant).toLocaleTimeString(getLocale(), { timeStyle: 'short', timeZone });
}

/** A month with its year, short: Mar 2027. */
export function formatMonth(day: Day): string {
  return getFormats().month.format(new Date(`${day}T00:00:00Z`));
}

/** A sentence of Rung's own as whoever reads the page writes it. Never for what a person typed. */
export function spellForReader(text: string): string {
  return spell(text, getLocale());
}

/** A number with thousands separated. */
export function formatNumber(value: number): string {
  return getFormats().number.format(value);
}

/** An amount of money, such as £1,450.50, pence only when there are some. */
export function formatMoney(money: { amount: number; currency: string }): string {
  return describeMoney(money, getLocale());
}

/** What something costs: "free" for nothing, which needs no more said of it, and otherwise an amount that may be an estimate. */
export function formatCost(
  cost: { amount: number; currency: string },
  { isEstimated = false }: { isEstimated?: boolean } = {},
): string {
  return describeCost(cost, { locale: getLocale(), isEstimated });
}

/** A count with its noun: 1 week, 3 weeks. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

const LISTS = {
  conjunction: new Intl.ListFormat(DEFAULT_LOCALE, { type: 'conjunction' }),
  disjunction: new Intl.ListFormat(DEFAULT_LOCALE, { type: 'disjunction' }),
};

/** Names joined as a sentence joins them: a, b and c; or as a choice: a, b or c. Sentences are British for everybody. */
export function formatList(
  names: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return LISTS[type].format(names);
}

/** A date as far as it is known: 2025, May 2024, 19 Jul 2023. Text that is not such a date stays as it is. */
export function formatPartialDate(date: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return formatDay(date);
  if (!/^\d{4}-\d{2}$/.test(date)) return date;
  return formatMonth(`${date}-01`);
}
