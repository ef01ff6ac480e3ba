import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { LEVELS, type Level } from '@/lib/domain/catalogue';
import {
  computeGap,
  computeNearestRoles,
  computeReadinessBand,
  findNeighbourRungs,
  findStepsToNextLevel,
} from '@/lib/domain/gap';

const career = loadCareer();
const roleOf = (id: string) => {
  const role = career.roleById.get(id);
  if (!role) throw new Error(`no role ${id}`);
  return role;
};
const devops = roleOf('devops-engineer');
const levelArbitrary = fc.constantFrom(...LEVELS);
const levelsArbitrary = fc.dictionary(
  fc.constantFrom(...career.skills.map((skill) => skill.id)),
  levelArbitrary,
);
const roleArbitrary = fc.constantFrom(...career.roles);
const targetsOf = (id: string): Record<string, Level> => ({ ...roleOf(id).targets });

describe('computeGap', () => {
  test('counts a skill that was never rated as 0 and says so', () => {
    const gap = computeGap(career, { role: devops, levels: {} });
    expect(gap.readiness).toBe(0);
    expect(gap.rows.every((row) => !row.isRated && row.level === 0 && row.gap === row.target)).toBe(true);
    expect(gap.totalGap).toBe(25);
  });

  test('rounds readiness down', () => {
    const role = { ...devops, targets: { coding: 3 as Level } };
    expect(computeGap(career, { role, levels: { coding: 2 } }).readiness).toBe(66);
  });

  test('never lets a surplus make up for a gap', () => {
    const levels = {
      ...targetsOf('devops-engineer'),
      coding: 2 as const,
      'server-administration': 5 as const,
    };
    const gap = computeGap(career, { role: devops, levels });
    expect(gap.isReady).toBe(false);
    expect(gap.readiness).toBe(96);
    expect(gap.skillsMet).toBe(gap.skillsAsked - 1);
  });

  test('shows 100 exactly when every gap is 0', () => {
    fc.assert(
      fc.property(roleArbitrary, levelsArbitrary, (role, levels) => {
        const gap = computeGap(career, { role, levels });
        expect(gap.readiness === 100).toBe(gap.isReady);
        expect(gap.isReady).toBe(gap.totalGap === 0);
      }),
    );
  });

  test('never lowers readiness when a level rises', () => {
    fc.assert(
      fc.property(
        roleArbitrary,
        levelsArbitrary,
        fc.constantFrom(...career.skills.map((skill) => skill.id)),
        (role, levels, skill) => {
          const raised = { ...levels, [skill]: Math.min(5, (levels[skill] ?? 0) + 1) as Level };
          expect(computeGap(career, { role, levels: raised }).readiness).toBeGreaterThanOrEqual(
            computeGap(career, { role, levels }).readiness,
          );
        },
      ),
    );
  });
});

describe('computeReadinessBand', () => {
  test.each([
    { sure: 'low' as const, hasEvidence: false, low: 32, high: 68 },
    { sure: 'low' as const, hasEvidence: true, low: 38, high: 62 },
    { sure: null, hasEvidence: false, low: 38, high: 62 },
    { sure: 'medium' as const, hasEvidence: true, low: 42, high: 58 },
    { sure: 'high' as const, hasEvidence: false, low: 42, high: 58 },
    { sure: 'high' as const, hasEvidence: true, low: 42, high: 58 },
  ])('widens by sureness $sure with evidence $hasEvidence', ({ sure, hasEvidence, low, high }) => {
    const role = { ...devops, targets: { coding: 5 as Level, communications: 5 as Level } };
    const band = computeReadinessBand(role, {
      coding: { level: 3, sure, hasEvidence },
      communications: { level: 2, sure, hasEvidence },
    });
    expect(band).toEqual({ low, high });
  });

  test('stays within the scale at both ends', () => {
    const role = { ...devops, targets: { coding: 5 as Level } };
    const of = (level: Level) =>
      computeReadinessBand(role, { coding: { level, sure: 'low', hasEvidence: false } });
    expect(of(5).high).toBe(100);
    expect(of(0).low).toBe(0);
  });

  test('holds the readiness itself and stays between 0 and 100', () => {
    fc.assert(
      fc.property(roleArbitrary, levelsArbitrary, (role, levels) => {
        const ratings = Object.fromEntries(
          Object.entries(levels).map(([skill, level]) => [skill, { level, sure: null, hasEvidence: false }]),
        );
        const { readiness } = computeGap(career, { role, levels });
        const band = computeReadinessBand(role, ratings);
        expect(band.low).toBeLessThanOrEqual(readiness);
        expect(band.high).toBeGreaterThanOrEqual(readiness);
        expect(band.low).toBeGreaterThanOrEqual(0);
        expect(band.high).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('computeNearestRoles', () => {
  test('orders by the sum of gaps, then the number of gaps, then the catalogue', () => {
    fc.assert(
      fc.property(roleArbitrary, levelsArbitrary, (goal, levels) => {
        const { nearest, met } = computeNearestRoles(career, { goal, levels });
        expect(nearest.length + met.length).toBe(career.roles.length - 1);
        expect([...nearest, ...met].some((gap) => gap.role.id === goal.id)).toBe(false);
        expect(met.every((gap) => gap.isReady)).toBe(true);
        const keys = nearest.map((gap) => [
          gap.totalGap,
          gap.rows.filter((row) => row.gap > 0).length,
          career.roles.indexOf(gap.role),
        ]);
        expect(keys).toEqual(
          keys.toSorted((a, b) => a.map((v, i) => v - (b[i] ?? 0)).find((d) => d !== 0) ?? 0),
        );
      }),
    );
  });

  test('lists a role that is met apart', () => {
    const { met } = computeNearestRoles(career, {
      goal: devops,
      levels: targetsOf('junior-devops-engineer'),
    });
    expect(met.map((gap) => gap.role.id)).toContain('apprentice-devops-engineer');
  });
});

describe('findNeighbourRungs', () => {
  test.each([
    ['apprentice-devops-engineer', null, 'junior-devops-engineer'],
    ['devops-engineer', 'junior-devops-engineer', 'senior-devops-engineer'],
    ['principal-devops-engineer-management', 'principal-devops-engineer', null],
    ['site-reliability-engineer', null, null],
  ])('finds what lies beside %s', (id, below, above) => {
    const neighbours = findNeighbourRungs(career, roleOf(id));
    expect(neighbours.below?.id ?? null).toBe(below);
    expect(neighbours.above?.id ?? null).toBe(above);
  });
});

describe('findStepsToNextLevel', () => {
  test('gives active steps of the region that start at or below the level and end above it', () => {
    let found = 0;
    for (const skill of career.skills)
      for (const level of [0, 1, 2, 3, 4] as const)
        for (const region of ['UK', 'US', 'any'] as const)
          for (const step of findStepsToNextLevel(career, { skill: skill.id, level, region })) {
            expect(step.status).toBe('active');
            expect(['any', region]).toContain(step.region);
            const raise = step.raises.find((candidate) => candidate.skill === skill.id);
            expect(raise?.from).toBeLessThanOrEqual(level);
            expect(raise?.to).toBeGreaterThan(level);
            found += 1;
          }
    expect(found).toBeGreaterThan(100);
  });

  test('finds a step for every skill below the top', () => {
    for (const skill of career.skills)
      for (const level of [0, 1, 2, 3, 4] as const)
        expect(findStepsToNextLevel(career, { skill: skill.id, level, region: 'any' })).not.toEqual([]);
  });
});
