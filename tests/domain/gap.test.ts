import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { LEVELS, type Level } from '@/lib/domain/catalogue';
import { computeGap } from '@/lib/domain/gap';

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
