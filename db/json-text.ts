/** The escapes of a JSON text: a surrogate pair, a half of one, NUL, or any other. */
const ESCAPES =
  /(\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2})|\\(?:u[dD][89a-fA-F][\da-fA-F]{2}|u0000|.)/g;
const HARMFUL = /^\\u(?:[dD][89a-fA-F]|0000)/;

/**
 * JSON whose texts the database can hold: SQLite writes what an escape says, and the driver reads only well-formed text, up to a
 * NUL. What is neither becomes �. Every entrance has refused it before; this is for what none was thought of.
 */
export function toJsonText(value: unknown): string {
  return mendEscapes(JSON.stringify(value));
}

/** Reads JSON that was stored before anybody looked for such text. */
export function readJsonText<T>(text: string): T {
  return JSON.parse(mendEscapes(text));
}

/** The same for a text that is JSON already. */
export function mendEscapes(text: string): string {
  if (!text.includes('\\u')) return text;
  return text.replace(ESCAPES, (found, pair?: string) =>
    pair === undefined && HARMFUL.test(found) ? '\\ufffd' : found,
  );
}
