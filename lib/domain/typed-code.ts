/**
 * A code as people type, copy or dictate it, in one way: full-width and other scripts' digits and letters as plain ones,
 * in lower case, without the spaces, hyphens, dots and invisible marks by which it is grouped.
 */
export function readTypedCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Pd}\p{Cf}\u2212._·,'’]/gu, '')
    .replaceAll(/\p{Nd}/gu, toDigit);
}

const isDigit = (point: number) => /^\p{Nd}$/u.test(String.fromCodePoint(point));

/** Each script has its ten digits in a row, so that the value is the distance from the first of them. */
function toDigit(letter: string): string {
  const point = letter.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && isDigit(point - value - 1)) value += 1;
  return String(value);
}
