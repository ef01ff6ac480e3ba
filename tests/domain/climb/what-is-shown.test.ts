import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { planWords } from '@/lib/wording/plan-words';
import { checkClimb } from '@/tests/support/climb/plan-checker';
import { expectHeld } from '@/tests/support/expect-held';
import { makePerson } from './people';

const career = loadCareer();
const solve = (profile: ReturnType<typeof makePerson>) =>
  solvePlan(career, profile, { effort: 'quick', words: planWords });

describe('what an employer sees', { timeout: 180_000 }, () => {
  it('is made before the search, whatever is rated of that which it teaches', () => {
    const teacher = makePerson(
      'data-analyst',
      [2, 2, 1, 2, 2, 4, 3, 3, 2, 2],
      { holdings: ['bachelors-other'] },
      { hoursPerWeek: 10 },
    );
    const plan = solve(teacher);
    const [first] = plan.stages;
    expect(first?.until).toBe('junior-data-analyst');
    const seen = career.postById.get('junior-data-analyst')?.asksToSee;
    const made = plan.steps.filter(({ id }) => seen?.of.includes(id));
    expect(made.length).toBeGreaterThanOrEqual(seen?.count ?? Number.NaN);
    for (const { why } of made) expect(why.join(' ')).toContain('work to show');
    expect(checkClimb(career, teacher, plan)).toEqual([]);
  });

  it('is asked of a junior who goes on to the full job, and done at work', () => {
    const junior = makePerson(
      'devops-engineer',
      [1, 2, 2, 2, 2, 2, 2, 1, 2, 2],
      {
        holdings: ['bachelors-related'],
        posts: [{ post: 'junior-devops-engineer', weeks: 78, current: true }],
      },
      { hoursPerWeek: 6, workHoursPerWeek: 8 },
    );
    const plan = solve(junior);
    const seen = career.postById.get('devops-engineer')?.asksToSee?.of ?? [];
    const made = plan.steps.filter(({ id }) => seen.includes(id));
    expect(made.filter(({ pool }) => pool === 'work').length).toBeGreaterThanOrEqual(2);
    expect(plan.totals.workHours).toBeGreaterThan(plan.totals.hours / 2);
    expect(plan.totals.weeks).toBeLessThan(65);
  });
});

describe('the first months of a post', { timeout: 180_000 }, () => {
  it('leave fifteen hours of one’s own and nothing that asks for colleagues’ trust', () => {
    const graduate = makePerson(
      'devops-engineer',
      [1, 3, 1, 1, 1, 3, 2, 1, 2, 2],
      { holdings: ['bachelors-related'] },
      { hoursPerWeek: 35 },
    );
    const plan = solve(graduate);
    const begins = plan.stages[1]?.startWeek ?? Number.NaN;
    const own = (week: number) =>
      plan.steps
        .filter(({ pool }) => pool === 'own')
        .reduce((sum, { startWeek, hoursByWeek }) => sum + (hoursByWeek[week - startWeek] ?? 0), 0);
    const before = Array.from({ length: begins }, (_, week) => own(week));
    const after = Array.from({ length: plan.totals.weeks - begins }, (_, week) => own(begins + week));
    expect(Math.max(...before)).toBeGreaterThan(15);
    expect(Math.max(...after)).toBeLessThanOrEqual(15);
    expect(plan.assumptions.join(' ')).toContain('at most 15 hours a week of your own');
    const senior = plan.steps.filter(
      ({ pool, teaches }) =>
        pool === 'work' && teaches.some((id) => (career.canDoById.get(id)?.level ?? 0) >= 4),
    );
    for (const { startWeek } of senior) expect(startWeek).toBeGreaterThanOrEqual(begins + 13);
    expectHeld({ before: before.length, after: after.length }, 10);
  });
});
