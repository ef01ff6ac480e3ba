import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { computeReadiness } from '@/lib/domain/climb/standing';
import { settleExceptions } from '@/lib/domain/exceptions';
import { LEVELS } from '@/lib/domain/lists';
import { collectRatings } from '@/lib/domain/rating-change';
import { computeStrength, makeReadinessLine } from '@/lib/domain/shares';

const career = loadCareer();
const ids = career.canDos.map(({ id }) => id);

const ratingsArbitrary = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...career.skills.map(({ id }) => id)), fc.constantFrom(...LEVELS)),
    fc.subarray(ids, { maxLength: 40 }),
  )
  .map(([levels, said]) =>
    Object.entries(levels).flatMap(([id, level]) => {
      const skill = career.skillById.get(id);
      if (!skill) return [];
      const exceptions = settleExceptions(skill, { level, said: { also: said, except: said, ticked: null } });
      return [{ skill: id, level, ...exceptions }];
    }),
  );

describe('readiness along a history', () => {
  test('is that of each moment, for every role', () => {
    const lines = career.roles.map((role) => ({ role, readinessOf: makeReadinessLine(career, role) }));
    fc.assert(
      fc.property(ratingsArbitrary, fc.nat(lines.length - 1), (list, place) => {
        const line = lines[place];
        if (!line) return;
        const holding = Object.fromEntries(list.map((rating) => [rating.skill, rating]));
        const ratings = collectRatings(list);
        expect(line.readinessOf(holding)).toBe(computeReadiness(career, { role: line.role, ratings }));
      }),
      { numRuns: 400 },
    );
  });
});

describe('how much of a skill holds', () => {
  const skill = career.skillById.get('coding') ?? expect.fail('no coding');
  const idsAt = (level: number) => (skill.levels[level]?.canDo ?? []).map(({ id }) => id);

  test.each(LEVELS)('is level %d where nothing stands out', (level) => {
    expect(computeStrength(skill, { level })).toBe(level);
    expect(computeStrength(skill, { level, also: [], except: [] })).toBe(level);
  });

  test('rises by the part of a level that is true above, and falls by what is not true below', () => {
    const also = idsAt(3).slice(0, 3);
    expect(computeStrength(skill, { level: 2, also })).toBeCloseTo(2 + 3 / idsAt(3).length);
    const except = idsAt(1).slice(0, 1);
    expect(computeStrength(skill, { level: 2, except })).toBeCloseTo(2 - 1 / idsAt(1).length);
  });
});
