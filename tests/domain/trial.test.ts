import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { buildTrialQuery, readTrial } from '@/lib/domain/trial';

const career = loadCareer();

test('reads back what it wrote', () => {
  const trial = readTrial(career, { role: 'platform-engineer', coding: '3', coaching: '0' });
  expect(trial.role.id).toBe('platform-engineer');
  expect(trial.levels).toEqual({ coding: 3, coaching: 0 });
  expect(readTrial(career, Object.fromEntries(new URLSearchParams(buildTrialQuery(trial))))).toEqual(trial);
});

test.each([
  [{}, {}],
  [{ coding: '' }, {}],
  [{ coding: '6', coaching: '-1', adaptability: '1.0' }, {}],
  [{ coding: ['3', '4'], nonsense: '3', __proto__: { coding: '3' } }, {}],
])('takes what does not exist as not given: %j', (query, levels) => {
  const trial = readTrial(career, query);
  expect(trial.levels).toEqual(levels);
  expect(trial.role.id).toBe('devops-engineer');
});

test('security 16: reads any query without a fault', () => {
  const keys = fc.oneof(fc.constantFrom('role', ...career.skills.map(({ id }) => id)), fc.string());
  fc.assert(
    fc.property(fc.dictionary(keys, fc.anything()), (query) => {
      const { levels } = readTrial(career, query);
      expect(Object.values(levels).every((level) => level >= 0 && level <= 5)).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});
