const MOST_CHARACTERS = 50;

const WITH_THOUSANDS = /^\d{1,3}(,\d{2,3})*,\d{3}(\.\d+)?$/;
const WITH_DECIMAL_COMMA = /^\d+,\d{1,2}$/;

/**
 * A number as people type it: spaces and a currency sign are allowed, and so are commas, between thousands or as most of
 * Europe writes decimals (10,5 is ten and a half). NaN for anything else.
 */
export function readTypedNumber(typed: unknown): number {
  if (typeof typed !== 'string' || typed.length > MOST_CHARACTERS) return Number.NaN;
  const bare = typed.replace(/[\s£$€]/g, '');
  const plain = WITH_THOUSANDS.test(bare)
    ? bare.replaceAll(',', '')
    : WITH_DECIMAL_COMMA.test(bare)
      ? bare.replace(',', '.')
      : bare;
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** The same where nothing typed means none. */
export function readTypedNumberOrNone(typed: unknown): number | null {
  return typeof typed === 'string' && typed.trim() === '' ? null : readTypedNumber(typed);
}
