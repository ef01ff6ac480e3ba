/** Half of a surrogate pair, such as what is left of an emoji that was cut in two. */
const HALF_CHARACTER = /\p{Surrogate}/u;

export const UNSTORABLE_TEXT =
  'This holds half of a character, as when an emoji is cut in two, or an invisible NUL. Delete what stands there and type it again.';

/** Whether a text can be kept and given back as it is: well-formed Unicode without NUL, which the database cannot hold. */
export function isStorableText(text: string): boolean {
  return !text.includes('\0') && !HALF_CHARACTER.test(text);
}

/** The first characters of a text, never half of one. `most` counts as `length` does. */
export function cutText(text: string, most: number): string {
  const cut = text.slice(0, most);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** A text as a search compares it, without case and accents. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

/** The paths to what cannot be kept in a value read from JSON; names of keys count too. */
export function* findUnstorable(
  value: unknown,
  path: readonly (string | number)[] = [],
): Generator<readonly (string | number)[]> {
  if (typeof value === 'string' && !isStorableText(value)) yield path;
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  for (const [key, part] of Object.entries(value)) {
    if (!isList && !isStorableText(key)) yield path;
    else yield* findUnstorable(part, [...path, isList ? Number(key) : key]);
  }
}

/** The order of two texts by their code units, the same everywhere. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A text that stands on one line: what breaks lines or is no mark of writing is a space. */
export function toOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** A site such as evil.example, an address of mail, or what begins one; initials such as J.R. are none. */
const LEADS_SOMEWHERE = /[/\\@:]|[\p{L}\p{N}]{2,}[.。．｡][\p{L}\p{N}]{2,}/u;

/** A name as a mail to a stranger may hold it; null for one that a mail program would turn into a link. */
export function readNameForMail(name: string): string | null {
  const plain = toOneLine(name.replaceAll(/\p{Cf}/gu, ''));
  return plain === '' || LEADS_SOMEWHERE.test(plain) ? null : plain;
}
