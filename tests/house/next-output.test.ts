import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDERS = ['app', 'components', 'db', 'lib', 'scripts', 'server', 'bench'];
/** What Next's build is made of, by names that nothing else has. */
const OUTPUT = /['"`/]\.next\b|\bBUILD_ID\b|\w-manifest\.js(?:on)?\b|__next_f\b/;
/** What of Next is no part of what it promises to keep. */
const INSIDES = /['"]next\/dist\//;

const findIn = (source: string, pattern: RegExp) =>
  source.split('\n').filter((line) => !/^\s*(?:\/\/|\*|\/\*)/.test(line) && pattern.test(line));

function listBreaches(pattern: RegExp, allowed: string): string[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:tsx?|mjs)$/.test(file) && !file.endsWith('next-env.d.ts'))
      .map((file) => path.join(folder, file)),
  );
  expect(files.length).toBeGreaterThan(300);
  return files
    .filter((file) => !file.startsWith(allowed))
    .flatMap((file) => findIn(readFileSync(file, 'utf8'), pattern).map((line) => `${file}: ${line.trim()}`));
}

describe('what a build of Next leaves', () => {
  it('is named in server/next-output alone', () => {
    expect(listBreaches(OUTPUT, path.join('server', 'next-output'))).toEqual([]);
  });

  it('and what is inside the package in server/patches alone', () => {
    expect(listBreaches(INSIDES, path.join('server', 'patches'))).toEqual([]);
  });

  it.each([
    "readFileSync('.next/BUILD_ID')",
    "path.join(root, '.next', 'server')",
    'readJson(`/srv/.next/x`)',
    "inBuild(root, 'prerender-manifest.json')",
    "import server from 'next/dist/server/next-server'",
  ])('a breach such as %s is found', (line) => {
    expect([...findIn(line, OUTPUT), ...findIn(line, INSIDES)]).not.toEqual([]);
  });

  it.each(['iterator.next()', "import { redirect } from 'next/navigation'", '// as .next says'])(
    '%s is none',
    (line) => expect([...findIn(line, OUTPUT), ...findIn(line, INSIDES)]).toEqual([]),
  );
});
