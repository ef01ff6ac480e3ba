import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

// A prerendered page that is made anew while serving has other inline scripts than the build hashed for its
// policy, so its scripts would be refused. Only pages made for each request may be revalidated.
const MADE_FOR_EACH_REQUEST = /^\/(home|rate|gap|progress|plan|settings)(\/|$)/;

test('revalidates no prerendered page', () => {
  const sources = ['app', 'lib'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(path.join(folder, name), 'utf8')),
  );
  const calls = sources.flatMap((source) =>
    [...source.matchAll(/\b(?:revalidatePath|revalidateTag|updateTag)\(([^)]*)\)/g)].map(
      ([, argument = '']) => argument,
    ),
  );
  expect(calls.length).toBeGreaterThan(0);
  for (const argument of calls) expect(argument.replaceAll("'", '')).toMatch(MADE_FOR_EACH_REQUEST);
});
