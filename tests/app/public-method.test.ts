import { expect, test } from 'vitest';
import { loadCareer, loadSecondEdition } from '@/lib/catalogue';
import type { Role } from '@/lib/domain/catalogue';
import { computeReadinessBand, computeStanding } from '@/lib/domain/climb/standing';
import { computeGap } from '@/lib/domain/gap';
import { computeWindow } from '@/lib/domain/planner/optimise';
import { computeStepPrice } from '@/lib/domain/planner/price';

const career = loadCareer();
const role: Role = {
  ...(career.roles[0] as Role),
  targets: { coding: 3, 'server-administration': 2 },
};

// The page /method states these figures in sentences; here the code is held to them.

test('readiness is that of the example: 4 of 5 is 80%', () => {
  expect(computeGap(career, { role, levels: { coding: 4, 'server-administration': 1 } }).readiness).toBe(80);
});

test.each([
  ['low', 0.9],
  ['medium', 0.6],
  [null, 0.6],
  ['high', 0.4],
] as const)('a rating that is %s sure moves by %s of a level either way', (sure, width) => {
  const second = loadSecondEdition();
  const [any] = second.roles;
  if (!any) throw new Error('no role');
  const ratings = { levels: { coding: 3 as const }, also: [], except: [] };
  const standing = computeStanding(second, { role: { ...any, targets: { coding: 5 } }, ratings });
  // As where the role asks for every level in full.
  const rows = standing.rows.map((row) => ({ ...row, points: Math.min(row.level, row.target) }));
  const band = computeReadinessBand(
    { ...standing, rows, readiness: 60 },
    { coding: { sure, hasEvidence: false } },
  );
  expect(band).toEqual({
    low: Math.floor(((3 - width) / 5) * 100 + 1e-9),
    high: Math.floor(((3 + width) / 5) * 100 + 1e-9),
  });
});

test.each([
  ['balanced', 110],
  ['fastest', 100],
  ['cheapest', 150],
  ['fewest', 150],
] as const)('%s looks at plans of at most %s weeks where the fastest takes 100', (objective, weeks) => {
  expect(computeWindow(objective, 100)).toBe(weeks);
});

test('a price in dollars is converted as in the example', () => {
  const step = career.stepById.get('cka');
  if (!step) throw new Error('no step cka');
  const { pence, isConverted } = computeStepPrice({ step, currency: 'GBP', rates: career.rates });
  expect(pence).toBe(Math.round(445 * career.rates.perUnit.USD * 100));
  expect(isConverted).toBe(true);
});
