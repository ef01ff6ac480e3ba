import type { Day } from './domain/day';

const LOCALE = 'en-GB';

// A formatter takes far longer to make than to use.
const DAY = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const MONTH = new Intl.DateTimeFormat(LOCALE, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const NUMBER = new Intl.NumberFormat(LOCALE);

/** A day in words: 3 May 2027. */
export function formatDay(day: Day): string {
  return DAY.format(new Date(`${day}T00:00:00Z`));
}

/** An instant on the clock of a time zone: 3 May 2027, 14:05. */
export function formatInstant({ instant, timeZone }: { instant: string; timeZone: string }): string {
  return new Intl.DateTimeFormat(LOCALE, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(instant));
}

/** A month with its year, short: Mar 2027. */
export function formatMonth(day: Day): string {
  return MONTH.format(new Date(`${day}T00:00:00Z`));
}

/** A number with thousands separated. */
export function formatNumber(value: number): string {
  return NUMBER.format(value);
}

/** A count with its noun: 1 week, 3 weeks. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** Names joined as a sentence joins them: a, b and c. */
export function formatList(names: readonly string[]): string {
  return new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(names);
}

/** A date as far as it is known: 2025, May 2024, 19 Jul 2023. Text that is not such a date stays as it is. */
export function formatPartialDate(date: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return formatDay(date);
  if (!/^\d{4}-\d{2}$/.test(date)) return date;
  return formatMonth(`${date}-01`);
}
