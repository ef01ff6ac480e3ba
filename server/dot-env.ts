import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SettingsError } from '@/lib/env';

/** Files that Next would read besides, and after its own rules. */
const OTHERS = [
  '.env.local',
  ...['production', 'development'].flatMap((mode) => [`.env.${mode}`, `.env.${mode}.local`]),
];

type Line = { name: string; value: string };

/**
 * The values of the file `.env` become part of the environment, which wins. It is read once, here, before lib/env, and
 * Next is told that it has been read. Throws a SettingsError that names every line at fault.
 */
export function loadDotEnv(folder: string = process.cwd()): void {
  process.env.__NEXT_PROCESSED_ENV = 'true';
  const other = OTHERS.find((name) => existsSync(path.join(folder, name)));
  if (other)
    throw new SettingsError(
      `${path.join(folder, other)} is not read: Rung has one file of settings, .env. Move its lines there and delete it.`,
    );
  const file = path.join(folder, '.env');
  if (!existsSync(file)) return;
  const { lines, problems } = parseDotEnv(readText(file));
  if (problems.length > 0)
    throw new SettingsError(problems.map((problem) => `${file}, ${problem}`).join('\n'));
  for (const { name, value } of lines) process.env[name] ??= value;
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const isText = error instanceof TypeError;
    throw new SettingsError(
      isText ? `${file} is not text in UTF-8.` : `${file} cannot be read: ${String(error)}.`,
    );
  }
}

/** What the lines of such a file say, and a sentence for each that cannot be read. No sentence repeats a value. */
export function parseDotEnv(text: string): { lines: Line[]; problems: string[] } {
  const lines: Line[] = [];
  const problems: string[] = [];
  const places = new Map<string, number>();
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const read = readLine(line);
    if (typeof read === 'string') problems.push(`line ${index + 1}: ${read}`);
    else if (places.has(read.name))
      problems.push(`line ${index + 1}: ${read.name} stands on line ${places.get(read.name)} already.`);
    else {
      places.set(read.name, index + 1);
      lines.push(read);
    }
  }
  return { lines, problems };
}

/** A setting, or why the line holds none. */
function readLine(line: string): Line | string {
  const [, name, rest = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/.exec(line) ?? [];
  if (name === undefined) return 'it is no NAME=value. A remark begins with #.';
  if (line.includes('\0')) return `${name} holds a character that no setting can hold.`;
  const quote = /^["']/.exec(rest)?.[0];
  if (!quote) return { name, value: rest.replace(/(?:^|\s+)#.*$/, '').trim() };
  const [whole = '', inner] = (quote === '"' ? /^"((?:[^"\\]|\\.)*)"/ : /^'([^']*)'/).exec(rest) ?? [];
  if (inner === undefined) return `the quote that begins ${name} does not end on that line.`;
  if (!/^\s*(?:\s#.*)?$/.test(rest.slice(whole.length)))
    return `after the closing quote of ${name} only a remark may follow. Put the whole value in single quotes: ${name}='…'`;
  return { name, value: quote === '"' ? inner.replace(/\\(["\\$`])/g, '$1') : inner };
}
