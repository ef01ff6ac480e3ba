import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { putTable } from '@/bench/table';

it('shows in docs/measured.md the table that the kept measurements make, and nothing else', () => {
  const page = readFileSync('docs/measured.md', 'utf8');
  expect(putTable(page, JSON.parse(readFileSync('bench/results.json', 'utf8')))).toBe(page);
});
