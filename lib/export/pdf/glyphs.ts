/** Stands for a letter that the fonts do not hold. */
export const MISSING = '□';

/** From here on, code points are ligatures and other forms that a plain spelling has too. */
export const FIRST_LIGATURE = 0xfb00;

const PLAIN = /^[\x20-\x7E]*$/;
const LIGATURE = /[\uFB00-\uFB06]/g;
const IGNORABLE = /[\p{Cf}\p{Variation_Selector}]/gu;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The letters of a text as a reader counts them, each with its accents. */
export function splitLetters(text: string): string[] {
  return PLAIN.test(text) ? [...text] : [...graphemes.segment(text)].map(({ segment }) => segment);
}

/**
 * The text as the fonts can draw it: composed letters, decomposed ones where only these are held, and one
 * visible box for each letter of another script, so that nothing vanishes and the count of letters stays.
 */
export function toDrawable(text: string, hasGlyph: (codePoint: number) => boolean): string {
  if (PLAIN.test(text)) return text;
  const canDraw = (letters: string): boolean =>
    [...letters].every((letter) => hasGlyph(letter.codePointAt(0) ?? 0));
  const drawn = splitLetters(spellOut(text)).map((letter) => {
    const visible = letter.replace(IGNORABLE, '');
    if (visible === '') return '';
    if (/^[\s\p{Cc}]+$/u.test(visible)) return ' ';
    if (canDraw(visible)) return visible;
    const apart = visible.normalize('NFD');
    return canDraw(apart) ? apart : MISSING;
  });
  return drawn.join('');
}

function spellOut(text: string): string {
  return text.normalize('NFC').replace(LIGATURE, (ligature) => ligature.normalize('NFKC'));
}

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EEFF}]/u;
const RIGHT_TO_LEFT_RUN = new RegExp(
  `(${RIGHT_TO_LEFT.source}(?:[\\s\\p{P}\\p{M}\\p{Cf}]*${RIGHT_TO_LEFT.source})*)`,
  'u',
);

/** A stretch of a line that the fonts can draw, or one that becomes boxes: a single letter where it reads from right to left. */
export type Run = { original: string; drawn: string; isDrawable: boolean; isRightToLeft: boolean };

/** Splits a line into its runs, in the order in which they stand on the page from left to right. */
export function splitRuns(text: string, hasGlyph: (codePoint: number) => boolean): Run[] {
  return text.split(RIGHT_TO_LEFT_RUN).flatMap((part) => {
    const isRightToLeft = RIGHT_TO_LEFT.test(part);
    const runs: Run[] = [];
    for (const original of splitLetters(part)) {
      const drawn = toDrawable(original, hasGlyph);
      const isDrawable = drawn !== MISSING && !isRightToLeft;
      const last = runs.at(-1);
      if (last && !isRightToLeft && isDrawable === last.isDrawable) {
        last.original += original;
        last.drawn += drawn;
      } else runs.push({ original, drawn, isDrawable, isRightToLeft });
    }
    return isRightToLeft ? runs.reverse() : runs;
  });
}

/** Runs stand from left to right on the page; those that are read from right to left are told in that order. */
export function inReadingOrder<T extends { run: Run }>(placed: readonly T[]): T[] {
  const told: T[] = [];
  let from = 0;
  for (const [index, place] of placed.entries()) {
    if (place.run.isRightToLeft) told.splice(from, 0, place);
    else {
      told.push(place);
      from = index + 1;
    }
  }
  return told;
}
