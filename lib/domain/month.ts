import { z } from 'zod';
import { addDays, BOUNDED_YEARS, type Day, YEARS } from './day';

/** A calendar month as `YYYY-MM`. */
export const monthSchema = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, {
    error: 'Give a month as year and month, such as 2021-04 or Apr 2021.',
    abort: true,
  })
  .regex(BOUNDED_YEARS, { error: `Give a month from ${YEARS}.` });
export type Month = z.infer<typeof monthSchema>;

export function computeFirstDay(month: Month): Day {
  return `${month}-01`;
}

export function computeLastDay(month: Month): Day {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return addDays(new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10), -1);
}

const NUMBER_FIRST = /^(\d{1,2})[/. -](\d{4})$/;
const YEAR_FIRST = /^(\d{4})[/. -](\d{1,2})(?:[/. -]\d{1,2})?$/;

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAME_FIRST = /^([a-z]{3,9})\.?,? (\d{4})$/i;
const NAME_LAST = /^(\d{4}),? ([a-z]{3,9})\.?$/i;
const FULL_NAME =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

function readNamed(written: string): string | null {
  const [, nameFirst, yearAfter] = NAME_FIRST.exec(written) ?? [];
  const [, yearFirst, nameAfter] = NAME_LAST.exec(written) ?? [];
  const [name = '', year] = [nameFirst ?? nameAfter, yearAfter ?? yearFirst];
  if (!year || !FULL_NAME.test(name)) return null;
  return `${year}-${String(NAMES.indexOf(name.slice(0, 3).toLowerCase()) + 1).padStart(2, '0')}`;
}

/** A month as people write one, 4/2021, Apr 2021 or 2021-04-15 too; what is none stays as it is. */
export function readTypedMonth(text: string): string {
  const written = text.trim().replaceAll(/\s+/g, ' ');
  const named = readNamed(written);
  if (named !== null) return named;
  const [, year, number] = YEAR_FIRST.exec(written) ?? [];
  const [, numberFirst, yearAfter] = NUMBER_FIRST.exec(written) ?? [];
  if (year && number) return `${year}-${number.padStart(2, '0')}`;
  return numberFirst && yearAfter ? `${yearAfter}-${numberFirst.padStart(2, '0')}` : written;
}
