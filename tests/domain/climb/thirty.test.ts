import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { findProfileProblems } from '@/lib/domain/climb/profile-problems';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { planWords } from '@/lib/wording/plan-words';
import { checkClimb } from '@/tests/support/climb/plan-checker';
import { BLIND, THIRTY, TWENTY } from '@/tests/support/climb/thirty';

const career = loadCareer();

const PEOPLE = [...THIRTY, ...TWENTY, ...BLIND];

describe('plans of the people that were read', { timeout: 180_000 }, () => {
  it('are asked for by profiles that the planner takes', () => {
    expect(PEOPLE.flatMap(({ profile }) => findProfileProblems(career, profile))).toEqual([]);
  });

  it.each(PEOPLE.map((person) => [person.id, person] as const))(
    'keep every rule and lead first where a mentor would: %s',
    (_, { profile, firstPosts }) => {
      const plan = solvePlan(career, profile, { effort: 'quick', words: planWords });
      expect(checkClimb(career, profile, plan)).toEqual([]);
      expect(firstPosts).toContain(plan.stages[0]?.until);
    },
  );
});
