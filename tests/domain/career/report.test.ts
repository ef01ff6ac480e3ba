import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { renderCatalogueReport, renderUnusedSteps } from '@/lib/domain/career/report';

test('reports counts, facts by age, certifications, ways and what the roles hang on', () => {
  const career = loadCareer();
  const report = renderCatalogueReport(career, '2026-11');
  expect(report.match(/^# /gm)).toHaveLength(5);
  expect(report).toMatch(new RegExp(`^all +\\d+ .* ${career.canDos.length}$`, 'm'));
  expect(report).toMatch(/^price, official +\d+/m);
  expect(report).toMatch(/lpic-2: price, seen 2025-03-09/);
  for (const { title } of career.roles) expect(report).toContain(`${title} `);
});

test('calls nothing current that was seen two years before', () => {
  expect(renderCatalogueReport(loadCareer(), '2028-12')).toMatch(/^price, independent +0 /m);
});

test('names the active steps that no plan uses, by kind', () => {
  const career = loadCareer();
  const active = career.steps.filter(({ status }) => status === 'active');
  const [unused, ...used] = active.map(({ id }) => id);
  expect(renderUnusedSteps(career, [used.slice(0, 2), used])).toBe(
    `# Steps that none of 2 plans uses\n1 of ${active.length}\n  ${active[0]?.kind}, 1: ${unused}\n`,
  );
});
