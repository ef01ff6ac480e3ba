import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { findNotBelieved } from '@/lib/domain/career/believed';
import { computeStepPrice } from '@/lib/domain/climb/model/price';
import { computeWindow } from '@/lib/domain/climb/search/optimise';
import { computeReadinessBand, computeStanding } from '@/lib/domain/climb/standing';

const career = loadCareer();

// The page /method states these figures in sentences; here the code is held to them.

test.each([
  ['low', 0.9],
  ['medium', 0.6],
  [null, 0.6],
  ['high', 0.4],
] as const)('a rating that is %s sure moves by %s of a level either way', (sure, width) => {
  const [any] = career.roles;
  if (!any) throw new Error('no role');
  const ratings = { levels: { coding: 3 as const }, also: [], except: [] };
  const standing = computeStanding(career, { role: { ...any, targets: { coding: 5 } }, ratings });
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
  ['lightest', 150],
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

test.each([
  ['none', 2],
  ['quiz', 2],
  ['hands-on', 3],
] as const)('what is shown by %s is believed up to level %s', (assessed, highest) => {
  const canDos = career.canDos.filter(({ atWork }) => !atWork);
  const teaches = canDos.map(({ id }) => id);
  const refused = new Set(findNotBelieved({ teaches, assessed, atWork: false }, career.canDoById));
  for (const { id, level } of canDos) expect(refused.has(id)).toBe(level > highest);
});

test('work is believed for every level', () => {
  const teaches = career.canDos.map(({ id }) => id);
  expect(findNotBelieved({ teaches, assessed: 'work', atWork: true }, career.canDoById)).toEqual([]);
});
