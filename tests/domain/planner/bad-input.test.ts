import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { type Profile, profileSchema } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';
import { makeCareer } from '@/tests/support/make-career';
import { checkPlan } from '@/tests/support/plan-checker';

const career = loadCareer();
const profile: Profile = profileSchema.parse({
  career: 'devops',
  role: 'apprentice-devops-engineer',
  preferences: { start: '2026-12-01' },
});

function listErrors(preferences: Record<string, unknown>): string[] {
  const parsed = profileSchema.safeParse({
    ...profile,
    preferences: { start: '2026-12-01', ...preferences },
  });
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
}

describe('a profile', () => {
  it.each<[string, Record<string, unknown>]>([
    ['no hours', { hoursPerWeek: 0 }],
    ['half hours', { hoursPerWeek: 2.5 }],
    ['no step at once', { maxParallel: 0 }],
    ['a negative budget', { budget: { amount: -1, currency: 'GBP' } }],
    ['an unknown currency', { budget: { amount: 1, currency: 'DKK' } }],
    ['a day that does not exist', { deadline: '2027-02-30' }],
  ])('is refused with a sentence for %s', (_, preferences) => {
    expect(listErrors(preferences)).toEqual([expect.stringMatching(/^\S.+\.$/)]);
  });
});

describe('a catalogue whose steps need each other', () => {
  it('is refused with the cycle', () => {
    const make = () =>
      makeCareer({
        skills: ['a'],
        roles: { goal: { a: 1 } },
        steps: [
          { id: 'hen', raises: [['a', 0, 1]], prerequisites: ['egg'] },
          { id: 'egg', raises: [['a', 0, 1]], prerequisites: ['hen'] },
        ],
      });
    expect(make).toThrow('these steps need each other: hen > egg > hen');
  });
});

describe('solvePlan', () => {
  it.each<[string, Partial<Profile['preferences']>]>([
    ['a deadline in the past', { deadline: '2020-01-01' }],
    [
      'every kind left out',
      { excludedKinds: ['degree', 'certification', 'entry-role', 'course', 'project', 'practice'] },
    ],
    ['a step of another region pinned', { pinned: ['bachelors-computer-science-us'] }],
    ['a retired step pinned', { pinned: ['aws-sysops-associate-c02'] }],
    ['a pinned step left out', { pinned: ['cs50x'], excluded: ['cs50x'] }],
  ])('answers %s with a reason in words', (_, preferences) => {
    const asked = { ...profile, preferences: { ...profile.preferences, ...preferences } };
    const plan = solvePlan(career, asked, { effort: 'quick' });
    expect(plan.status).toBe('infeasible');
    expect(checkPlan(career, asked, plan)).toEqual([]);
  });

  it('plans within a budget of 0 where free steps lead to the role', () => {
    const asked: Profile = {
      ...profile,
      preferences: { ...profile.preferences, budget: { amount: 0, currency: 'EUR' } },
    };
    const plan = solvePlan(career, asked, { effort: 'quick' });
    expect(checkPlan(career, asked, plan)).toEqual([]);
    expect(plan.totals.cost).toMatchObject({ amount: 0, currency: 'EUR' });
    expect(plan.status).not.toBe('infeasible');
  });
});
