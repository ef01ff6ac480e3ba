import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { Profile } from '@/lib/domain/climb/profile';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { addDays } from '@/lib/domain/day';
import { planWords } from '@/lib/wording/plan-words';
import { checkClimb } from '@/tests/support/climb/plan-checker';
import { makePerson, PEOPLE } from './people';

const career = loadCareer();
const solve = (profile: Profile) => solvePlan(career, profile, { effort: 'glance', words: planWords });

/** A teacher with statistics: ready for a junior analyst's post within weeks. */
const makeTeacher = (freeFrom?: string, deadline: string | null = null) =>
  makePerson(
    'data-analyst',
    [2, 2, 0, 1, 1, 4, 3, 3, 2, 2],
    { holdings: ['bachelors-other'] },
    { start: '2027-01-04', ...(freeFrom !== undefined && { freeFrom }), deadline },
  );

const firstDay = (profile: Profile): string => {
  const { stages } = solve(profile);
  const first = stages[0] ?? expect.fail('the plan has no stage');
  return addDays(profile.preferences.start, 7 * (first.startWeek + first.weeks));
};

describe('the day from which a person is free for another post', () => {
  it('comes before the next post begins, and the plan says whose word it is', () => {
    const free = '2027-09-01';
    expect(firstDay(makeTeacher()) < free).toBe(true);
    const plan = solve(makeTeacher(free));
    expect(firstDay(makeTeacher(free))).toBe('2027-09-06');
    expect(plan.assumptions).toContain('No new post begins before 1 September 2027, as you said.');
    expect(checkClimb(career, makeTeacher(free), plan)).toEqual([]);
  });

  it('changes nothing where the plan takes longer anyway', () => {
    const [plain, free] = [makeTeacher(), makeTeacher('2027-01-11')];
    expect(solve(free).steps).toEqual(solve(plain).steps);
    expect(solve(free).stages).toEqual(solve(plain).stages);
  });

  it('is what a deadline before it is measured by', () => {
    const plan = solve(makeTeacher('2029-09-03', '2029-06-04'));
    expect(plan.status).toBe('infeasible');
    expect(plan.reasons?.map(({ what }) => what)).toContain('deadline');
  });

  it('holds nobody back who is in the post of the goal already', () => {
    const present = PEOPLE.juniorEngineer ?? expect.fail('nobody');
    const posts = [{ post: 'devops-engineer', weeks: 80, current: true }];
    const inGoal = { ...present, posts };
    const later = { ...inGoal, preferences: { ...inGoal.preferences, freeFrom: '2029-01-01' } };
    expect(solve(later).totals.weeks).toBe(solve(inGoal).totals.weeks);
  });

  it('is looked at by the checker of plans', () => {
    const early = solve(makeTeacher());
    const busy = makeTeacher('2028-01-03');
    const told = checkClimb(career, busy, { ...early, profile: busy });
    expect(told.join()).toContain('not free to begin a post');
  });
});
