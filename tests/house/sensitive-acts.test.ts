import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

it('security 9.f: the sensitive acts are those that the page about security lists', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /actions?\.ts$/.test(file),
  );
  const sources = files.map((file) => readFileSync(path.join('app', file), 'utf8')).join('\n');
  const proven = [...sources.matchAll(/export const (\w+) = provenAction\(/g)].map(([, name]) => name);
  const [, section = ''] = readFileSync('docs/security.md', 'utf8').split('| act | action |');
  const listed = [...(section.split('\n\n')[0] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name);
  expect(listed.length).toBeGreaterThan(8);
  expect(proven.sort()).toEqual(listed.sort());
});
