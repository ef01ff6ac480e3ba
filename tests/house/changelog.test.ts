import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import journal from '@/db/migrations/meta/_journal.json';

// Who has a database and not the version that wrote it finds that version by the newest migration, and its tag by that.

const read = (file: string) => readFileSync(file, 'utf8');

const sections = read('CHANGELOG.md').split(/^## /m).slice(1);
const versionOf = (section = '') => section.split('\n', 1)[0];
const newestOf = (section = '') => /^Newest migration: `(\d{4}_\w+)`\.$/m.exec(section)?.[1];

it('begins with the version that the package has', () => {
  expect(versionOf(sections[0])).toBe(JSON.parse(read('package.json')).version);
});

it('names by each version the newest migration that it brought', () => {
  const tags = journal.entries.map(({ tag }) => tag);
  expect(newestOf(sections[0])).toBe(tags.at(-1));
  const named = sections.map((section) => tags.indexOf(newestOf(section) ?? ''));
  expect(named.length).toBeGreaterThan(1);
  expect(named).toEqual(named.toSorted((a, b) => b - a));
  expect(named).not.toContain(-1);
});
