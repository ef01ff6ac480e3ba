import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { Objective } from '@/lib/domain/climb/profile';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { planWords } from '@/lib/wording/plan-words';
import { generatePeople } from '@/tests/support/climb/generated-people';
import { checkClimb } from '@/tests/support/climb/plan-checker';

const career = loadCareer();
const people = generatePeople(career, { count: 142, seed: 1 });

describe('plans in which later stages begin while earlier ones wait', () => {
  it.each<[number, Objective, string]>([
    [16, 'fastest', 'who had no post has all own hours until the first begins, whichever stage needs them'],
    [25, 'fastest', 'the same over four stages'],
    [141, 'balanced', 'what a stage after next brings early makes nothing of this one needless'],
  ])('keep every rule: person %d, %s: %s', (number, optimiseFor) => {
    const base = people[number];
    if (!base) throw new RangeError(`there is no person ${number}`);
    const profile = { ...base, preferences: { ...base.preferences, optimiseFor } };
    const plan = solvePlan(career, profile, { effort: 'glance', words: planWords });
    expect(checkClimb(career, profile, plan)).toEqual([]);
    expect(plan.stages.length).toBeGreaterThan(2);
  });
});
