import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** `tests/lib/{a,b}.test.ts` names two files. */
function expand(name: string): string[] {
  const [, before = '', inside, after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(name) ?? [];
  return inside === undefined ? [name] : inside.split(',').map((one) => `${before}${one}${after}`);
}

/** The files that the page names, by the number of their line. */
const listed = new Map(
  [...readFileSync('docs/security.md', 'utf8').matchAll(/^\| (\d+) \|.*\|(.*)\|$/gm)].map(
    ([, line = '', cell = '']) => [
      line,
      [...cell.matchAll(/`(tests\/[^`]+\.ts)`/g)].flatMap(([, name = '']) => expand(name)),
    ],
  ),
);

describe('the page about security', () => {
  it('names tests that there are, for each of its twenty lines', () => {
    expect([...listed.keys()]).toEqual(Array.from({ length: 20 }, (_, index) => String(index + 1)));
    expect([...listed.values()].flat().filter((file) => !existsSync(file))).toEqual([]);
    expect([...listed].filter(([, files]) => files.length === 0)).toEqual([]);
  });

  it('names each file that holds a test of a line', () => {
    const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:test|spec)\.tsx?$/.test(file))
      .map((file) => path.posix.join('tests', file.replaceAll('\\', '/')));
    const held = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/['"`]security (\d+)\.[a-z]: /g)].map(([, line = '']) => ({
        line,
        file,
      })),
    );
    expect(held.length).toBeGreaterThan(80);
    const missing = held.filter(({ line, file }) => !listed.get(line)?.includes(file));
    expect([...new Set(missing.map(({ line, file }) => `${line} ${file}`))]).toEqual([]);
  });
});
