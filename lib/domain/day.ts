import { z } from 'zod';
import type { Locale } from './locale';

/** The years of a day or an instant, as a pattern and as a sentence says them: beyond, calendars and charts break. */
export const BOUNDED_YEARS = /^(?:19[789]\d|2[01]\d\d|2200)-/;
export const YEARS = '1970 to 2200';
const [FIRST_DAY, LAST_DAY] = ['1970-01-01', '2200-12-31'];

const writtenDaySchema = z.iso.date({
  error: 'Give a day as YYYY-MM-DD, for example 2027-03-01.',
  abort: true,
});

/** A calendar day as `YYYY-MM-DD`, without a time zone. */
export const daySchema = writtenDaySchema.regex(BOUNDED_YEARS, { error: `Give a day from ${YEARS}.` });
export type Day = z.infer<typeof daySchema>;

/** A day that a plan may start or have to end on: a slip such as the year 26 is none. */
export const plannedDaySchema = writtenDaySchema.refine((day) => day >= '2000-01-01' && day < '2101', {
  error: 'Give a day between 2000 and 2100.',
});

const MS_PER_DAY = 86_400_000;

/** The day `days` after `day` (before it, when negative). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** A day as a sentence says it: 31 December 2027. */
export function describeDay(day: Day, locale: Locale): string {
  const date = new Date(`${day}T00:00:00Z`);
  return date.toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function computeDaysBetween({ from, to }: { from: Day; to: Day }): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}

/** The first Monday after `day`; a Monday gives the Monday a week later. */
export function computeNextMonday(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, (8 - weekday) % 7 || 7);
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar day of an instant in an IANA time zone, held within the years of a day. Throws a RangeError for an unknown
 * zone.
 */
export function computeDayInZone({ instant, timeZone }: { instant: Date; timeZone: string }): Day {
  let format = zoneFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    // Making one takes a hundred times as long as using it, and a page shows hundreds of days.
    zoneFormats.set(timeZone, format);
  }
  // West of Greenwich the first instant of a day is still the day before.
  if (instant.getTime() < Date.parse(FIRST_DAY) + MS_PER_DAY) return FIRST_DAY;
  if (instant.getTime() >= Date.parse(LAST_DAY)) return LAST_DAY;
  return format.format(instant);
}

/** The day so many months later; where that month is too short, its last day. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The instant at which a day ends in a time zone: the first that is of a later day there, to the minute. */
export function computeEndOfDay({ day, timeZone }: { day: Day; timeZone: string }): Date {
  const MINUTE = 60_000;
  // No clock is more than a day away from Greenwich.
  let [before, after] = [
    Date.parse(`${day}T00:00:00Z`) / MINUTE - 1440,
    Date.parse(`${day}T00:00:00Z`) / MINUTE + 4320,
  ];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (computeDayInZone({ instant: new Date(middle * MINUTE), timeZone }) > day) after = middle;
    else before = middle;
  }
  return new Date(after * MINUTE);
}
