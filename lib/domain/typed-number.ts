const MOST_CHARACTERS = 50;

/** A number as people type it: spaces, thousands commas and a currency sign are allowed. NaN for anything else. */
export function readTypedNumber(typed: unknown): number {
  if (typeof typed !== 'string' || typed.length > MOST_CHARACTERS) return Number.NaN;
  const plain = typed.replace(/[\s,£$€]/g, '');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** The same where nothing typed means none. */
export function readTypedNumberOrNone(typed: unknown): number | null {
  return typeof typed === 'string' && typed.trim() === '' ? null : readTypedNumber(typed);
}
