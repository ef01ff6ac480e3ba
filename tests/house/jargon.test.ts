import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findJargon, listShownTexts } from '@/tests/support/jargon';

const listFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => /\.tsx?$/.test(file));

describe('words of the planner', () => {
  test.each([
    'No lower bound is known.',
    'This plan is optimal.',
    'The problem is infeasible',
    'A feasible plan',
    'the relaxation of it',
    'No better incumbent',
    'after 4,000 nodes',
  ])('are found in “%s”', (text) => {
    expect(findJargon(text)).toHaveLength(1);
  });

  test.each([
    'A project in Node.js.',
    'Drain a node of a cluster.',
    'Bind the form',
    'The best plan that we found',
  ])('are not found in “%s”', (text) => {
    expect(findJargon(text)).toEqual([]);
  });

  test('are found in what a source shows, and not in its own names', () => {
    const source = `
      const status = 'optimal';
      const text = \`At most \${gap} from the bound\`;
      const page = <p className="bound node">Proved optimal</p>;`;
    expect(listShownTexts('page.tsx', source).flatMap(findJargon)).toEqual([
      expect.stringMatching(/^bound:/),
      expect.stringMatching(/^optimal:/),
    ]);
  });

  test('reach no page: not by what pages, components and wording say', () => {
    // The titles of papers are as their authors wrote them.
    const files = ['app', 'components', 'lib/wording', 'lib/export', 'lib/reminders']
      .flatMap(listFiles)
      .filter((file) => !file.endsWith('/studies.tsx'));
    expect(files.length).toBeGreaterThan(200);
    const found = files.flatMap((file) =>
      listShownTexts(file, readFileSync(file, 'utf8')).flatMap((text) =>
        findJargon(text).map((word) => `${file}: ${word}`),
      ),
    );
    expect(found).toEqual([]);
  });
});
