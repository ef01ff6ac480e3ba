type Path = readonly (string | number)[];

const TOKEN = /\s*(?:([{}[\],:])|("[^"\\]*(?:\\.[^"\\]*)*")|([^\s{}[\],:"]+))/gy;

/**
 * The line, from 1, on which the value at a path begins in a valid JSON text; where the path leads nowhere, the
 * line of the nearest thing on the way to it.
 */
export function findJsonLine(text: string, path: Path): number {
  const tokens = new RegExp(TOKEN);
  let at = 0;
  const next = (): string => {
    const match = tokens.exec(text);
    if (!match) return '';
    at = tokens.lastIndex - (match[1] ?? match[2] ?? match[3] ?? '').length;
    return match[1] ?? match[2] ?? match[3] ?? '';
  };
  const skip = (first: string): void => {
    let depth = first === '{' || first === '[' ? 1 : 0;
    while (depth > 0) {
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
      open === '{' ? enterObject({ key: String(key), next, skip }) : enterList({ key, next, skip });
    if (value === null) break;
    open = value;
    found = at;
  }
  return countLines(text, found);
}

type Walk = { next: () => string; skip: (first: string) => void };

/** Goes to the value under a key and answers its first token; null where there is none. */
function enterObject({ key, next, skip }: Walk & { key: string }): string | null {
  for (let name = next(); name !== '}' && name !== ''; name = next()) {
    if (name === ',') continue;
    next();
    const value = next();
    if (JSON.parse(name) === key) return value;
    skip(value);
  }
  return null;
}

function enterList({ key, next, skip }: Walk & { key: string | number }): string | null {
  let place = 0;
  for (let value = next(); value !== ']' && value !== ''; value = next()) {
    if (value === ',') continue;
    if (place === key) return value;
    place += 1;
    skip(value);
  }
  return null;
}

/** The line, from 1, on which a text stops being JSON; its last where the end is missing. */
export function findJsonErrorLine(text: string): number {
  const tokens = new RegExp(TOKEN);
  const open: string[] = [];
  let expected: 'value' | 'first' | 'key' | 'colon' | 'next' = 'value';
  for (let at = 0; ; at = tokens.lastIndex) {
    const match = tokens.exec(text);
    const token = match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
    const place = match
      ? tokens.lastIndex - token.length
      : at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
    const container = open.at(-1);
    const isClosing = token === (container === '{' ? '}' : ']') && container !== undefined;
    if (isClosing && ['first', 'next'].includes(expected)) {
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
