import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { findProfileProblems } from '@/lib/domain/climb/profile-problems';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { planWords } from '@/lib/wording/plan-words';
import { generatePeople } from '@/tests/support/climb/generated-people';
import { checkClimb } from '@/tests/support/climb/plan-checker';

const career = loadCareer();
const people = generatePeople(career, { count: 15, seed: 2 });

describe('plans of generated people', () => {
  it('are asked for by profiles that the planner takes', () => {
    const many = generatePeople(career, { count: 200, seed: 1 });
    expect(many.flatMap((profile) => findProfileProblems(career, profile))).toEqual([]);
  });

  it('are the same for the same seed', () => {
    expect(generatePeople(career, { count: 15, seed: 2 })).toEqual(people);
  });

  it.each(people.map((profile, number) => [number, profile] as const))(
    'keep every rule: person %d',
    (_, profile) => {
      const plan = solvePlan(career, profile, { effort: 'quick', words: planWords });
      expect(checkClimb(career, profile, plan)).toEqual([]);
    },
  );
});
