import { makePauses } from '@/lib/in-pieces';

type Path = readonly (string | number)[];

const [SPACE, NEW_LINE, RETURN, TAB] = [32, 10, 13, 9];
const [QUOTE, BACKSLASH, COLON, COMMA] = [34, 92, 58, 44];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];

/** Tokens between two looks at the clock. */
const PAUSE_EVERY = 5_000;

const isSpace = (code: number) => code === SPACE || code === NEW_LINE || code === RETURN || code === TAB;
const isOpening = (code: number) => code === OPEN_LIST || code === OPEN_OBJECT;
const isClosing = (code: number) => code === CLOSE_LIST || code === CLOSE_OBJECT;
const isPunctuation = (code: number) =>
  isOpening(code) || isClosing(code) || code === COLON || code === COMMA;

/** The place after the text that opens at `start`; past the end of all for one left open. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at + 1;
}

type Token = { text: string; start: number; end: number };

/** The token at or after a place, null where there is none. A pattern would run out of stack on a long text. */
function readToken(text: string, place: number): Token | null {
  let start = place;
  while (isSpace(text.charCodeAt(start))) start += 1;
  if (start >= text.length) return null;
  const first = text.charCodeAt(start);
  let end = first === QUOTE ? endOfText(text, start) : start + 1;
  if (end > text.length) return null;
  if (first !== QUOTE && !isPunctuation(first)) while (end < text.length && !isBreak(text, end)) end += 1;
  return { text: text.slice(start, end), start, end };
}

function isBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === QUOTE || isSpace(code) || isPunctuation(code);
}

/**
 * The line, from 1, on which the value at a path begins in a valid JSON text; where the path leads nowhere, the
 * line of the nearest thing on the way to it.
 */
export async function findJsonLine(text: string, path: Path): Promise<number> {
  let at = 0;
  let end = 0;
  const next = (): string => {
    const token = readToken(text, end);
    if (token === null) return '';
    at = token.start;
    end = token.end;
    return token.text;
  };
  const pause = makePauses();
  let skipped = 0;
  const skip = async (first: string): Promise<void> => {
    let depth = first === '{' || first === '[' ? 1 : 0;
    while (depth > 0) {
      skipped += 1;
      const time = skipped % PAUSE_EVERY === 0 ? pause() : null;
      if (time !== null) await time;
      const token = next();
      if (token === '') return;
      if (token === '{' || token === '[') depth += 1;
      if (token === '}' || token === ']') depth -= 1;
    }
  };
  let open = next();
  let found = at;
  for (const key of path) {
    if (open !== '{' && open !== '[') break;
    const value =
      open === '{'
        ? await enterObject({ key: String(key), next, skip })
        : await enterList({ key, next, skip });
    if (value === null) break;
    open = value;
    found = at;
  }
  return countLines(text, found);
}

type Walk = { next: () => string; skip: (first: string) => Promise<void> };

/** Goes to the value under a key and answers its first token; null where there is none. */
async function enterObject({ key, next, skip }: Walk & { key: string }): Promise<string | null> {
  for (let name = next(); name !== '}' && name !== ''; name = next()) {
    if (name === ',') continue;
    next();
    const value = next();
    if (JSON.parse(name) === key) return value;
    if (value === '{' || value === '[') await skip(value);
  }
  return null;
}

async function enterList({ key, next, skip }: Walk & { key: string | number }): Promise<string | null> {
  let place = 0;
  for (let value = next(); value !== ']' && value !== ''; value = next()) {
    if (value === ',') continue;
    if (place === key) return value;
    place += 1;
    if (value === '{' || value === '[') await skip(value);
  }
  return null;
}

/** The line, from 1, on which a text stops being JSON; its last where the end is missing. */
export async function findJsonErrorLine(text: string): Promise<number> {
  const open: string[] = [];
  let expected: 'value' | 'first' | 'key' | 'colon' | 'next' = 'value';
  let at = 0;
  const pause = makePauses();
  for (let tokens = 1; ; tokens += 1) {
    const time = tokens % PAUSE_EVERY === 0 ? pause() : null;
    if (time !== null) await time;
    const read = readToken(text, at);
    const token = read?.text ?? '';
    const place = read?.start ?? text.length;
    at = read?.end ?? text.length;
    const container = open.at(-1);
    const isEnd = token === (container === '{' ? '}' : ']') && container !== undefined;
    if (isEnd && ['first', 'next'].includes(expected)) {
      open.pop();
      expected = 'next';
    } else if (expected === 'colon' && token === ':') expected = 'value';
    else if (expected === 'next' && token === ',' && container !== undefined)
      expected = container === '{' ? 'key' : 'value';
    else if (['first', 'key'].includes(expected) && container === '{' && isText(token)) expected = 'colon';
    else if (!['value', 'first'].includes(expected) || (expected === 'first' && container === '{'))
      return countLines(text, place);
    else if (token === '{' || token === '[') {
      open.push(token);
      expected = 'first';
    } else if (isScalar(token)) expected = 'next';
    else return countLines(text, place);
  }
}

function isText(token: string): boolean {
  return token.startsWith('"') && isScalar(token);
}

function isScalar(token: string): boolean {
  try {
    JSON.parse(token);
    return true;
  } catch {
    return false;
  }
}

/** The line, from 1, of a place in a text. */
function countLines(text: string, place: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < place; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
