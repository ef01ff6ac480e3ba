/** The sign before decimals where a person writes numbers; the other one then stands between thousands. */
export type DecimalSign = '.' | ',';

const MOST_CHARACTERS = 50;

/** What may stand in a number without changing it: spaces, currency signs, and apostrophes between thousands. */
const BESIDE = /[\s£$€]|(?<=\d)['’](?=\d{3}(?!\d))/g;
const PLAIN = /^\d+$/;
const COMMA_THOUSANDS = /^\d{1,3}(,\d{2,3})*,\d{3}(\.\d+)?$/;
const POINT_THOUSANDS = /^\d{1,3}(\.\d{3})*\.\d{3}(,\d+)?$/;
const POINT_DECIMALS = /^\d+\.\d+$/;
const COMMA_DECIMALS = /^\d+,\d+$/;
/** One sign with three digits behind it: thousands to some, thousandths to others. */
const EITHER = /^([1-9]\d{0,2})([.,])(\d{3})$/;

type Read = { value: number } | { whole: number; decimal: number } | null;

/**
 * A number as people type it. `decimal` is the sign of whoever typed; where that settles nothing and two readings are
 * possible, both come back; null for what is no number.
 */
export function readTyped(typed: unknown, decimal: DecimalSign = '.'): Read {
  if (typeof typed !== 'string' || typed.length > MOST_CHARACTERS) return null;
  const bare = typed.replace(BESIDE, '');
  const [, head, sign, tail] = EITHER.exec(bare) ?? [];
  if (head !== undefined && sign !== undefined) {
    const whole = Number(`${head}${tail}`);
    // Between thousands the sign is as usual; before decimals nobody writes three digits, or nobody can tell.
    return sign === decimal ? { whole, decimal: Number(`${head}.${tail}`) } : { value: whole };
  }
  if (PLAIN.test(bare) || POINT_DECIMALS.test(bare)) return { value: Number(bare) };
  if (COMMA_DECIMALS.test(bare)) return { value: Number(bare.replace(',', '.')) };
  if (COMMA_THOUSANDS.test(bare)) return { value: Number(bare.replaceAll(',', '')) };
  if (POINT_THOUSANDS.test(bare)) return { value: Number(bare.replaceAll('.', '').replace(',', '.')) };
  return null;
}

/** A number as a form holds it, so that it is read as it was: 1.125 with another digit, since 1.125 may mean 1125. */
export function writeTyped(value: number): string {
  const text = String(value);
  return EITHER.test(text) ? `${text}0` : text;
}
