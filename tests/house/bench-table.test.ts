import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { putTable } from '@/bench/table';

it('shows in the README the table that the kept measurements make, and nothing else', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(putTable(readme, JSON.parse(readFileSync('bench/results.json', 'utf8')))).toBe(readme);
});
