import { z } from 'zod';
import type { Locale } from './locale';

/** A calendar day as `YYYY-MM-DD`, without a time zone. */
export const daySchema = z.iso.date({ error: 'Give a day as YYYY-MM-DD, for example 2027-03-01.' });
export type Day = z.infer<typeof daySchema>;

/** A day that a plan may start or have to end on: a slip such as the year 26 is none. */
export const plannedDaySchema = daySchema.refine((day) => day >= '2000-01-01' && day < '2101', {
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

/** The calendar day of an instant in an IANA time zone. Throws a RangeError for an unknown zone. */
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
  return format.format(instant);
}

/** The day so many months later; where that month is too short, its last day. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
