import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { findProfileProblems } from '@/lib/domain/climb/profile-problems';
import { generatePeople } from '@/tests/support/climb/generated-people';

const career = loadCareer();
const people = generatePeople(career, { count: 15, seed: 2 });

describe('generatePeople', () => {
  it('makes profiles that the planner takes', () => {
    const many = generatePeople(career, { count: 200, seed: 1 });
    expect(many.flatMap((profile) => findProfileProblems(career, profile))).toEqual([]);
  });

  it('makes the same people of the same seed', () => {
    expect(generatePeople(career, { count: 15, seed: 2 })).toEqual(people);
  });
});
