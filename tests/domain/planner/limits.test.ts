import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { OwnStepFacts } from '@/lib/domain/catalogue';
import { MOST_STEP_HOURS, MOST_WEEKS } from '@/lib/domain/limits';
import { MOST_OWN_STEPS, withOwnSteps } from '@/lib/domain/own-step';
import { planDocumentSchema } from '@/lib/domain/planner/document';
import { profileSchema } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';
import { makeCareer } from '@/tests/support/make-career';

const own = (id: string, changes: Partial<OwnStepFacts> = {}): OwnStepFacts => ({
  id: `own-${id}`,
  kind: 'course',
  title: `A course ${id}`,
  url: null,
  hours: 5000,
  weeks: 260,
  cost: null,
  raises: [{ skill: 'coding', from: 0, to: 1 }],
  prerequisites: [],
  retiredAt: null,
  ...changes,
});

const career = loadCareer('devops');
const read = (preferences: object) =>
  profileSchema.parse({
    career: 'devops',
    role: 'devops-engineer',
    preferences: { start: '2100-12-31', ...preferences },
  });

describe('the planner’s limits', () => {
  it.each([
    ['a billion hours', { hours: 1e9 }],
    ['a million weeks', { weeks: 1e6 }],
    ['half an hour', { hours: 0.5 }],
    ['a price without end', { cost: { amount: 1e300, currency: 'GBP' as const } }],
    ['a title of a megabyte', { title: 'x'.repeat(1_000_000) }],
    ['an id of the catalogue', { id: 'cka' }],
    ['a kind that is not theirs to make', { kind: 'degree' as const }],
  ])('security 2.c: leaves out an own step with %s, wherever it was stored', (_what, changes) => {
    const step = own('a', changes);
    const with_ = withOwnSteps(career, [step]);
    expect(with_.ownSteps).toEqual([]);
    expect(with_.stepById.get('cka')?.title).toBe(career.stepById.get('cka')?.title);
    const plan = solvePlan(with_, read({ pinned: [step.id] }), { effort: 'glance' });
    expect(plan.totals.weeks).toBeLessThan(MOST_WEEKS);
    if (step.id !== 'cka')
      expect(plan.reasons?.map(({ what, ids }) => [what, ids])).toEqual([['pinned', [step.id]]]);
  });

  it('security 2.d: refuses a step that takes longer than it plans for, in a career too', () => {
    for (const size of [{ hours: MOST_STEP_HOURS + 1 }, { weeks: MOST_WEEKS + 1 }]) {
      const long = makeCareer({
        skills: ['coding'],
        roles: { engineer: { coding: 2 } },
        steps: [{ id: 'class', raises: [['coding', 0, 2]], ...size }],
      });
      const plan = solvePlan(
        long,
        profileSchema.parse({ career: long.id, role: 'engineer', preferences: { start: '2026-12-07' } }),
      );
      expect(plan).toMatchObject({ status: 'infeasible', steps: [] });
    }
  });

  it('security 2.e: says so where what is asked for takes more than a hundred years', () => {
    const steps = Array.from({ length: 30 }, (_, index) => own(String(index)));
    const pinned = steps.map(({ id }) => id);
    const plan = solvePlan(withOwnSteps(career, steps), read({ pinned, hoursPerWeek: 1 }));
    expect(plan.status).toBe('infeasible');
    expect(plan.reasons?.map(({ sentence }) => sentence)).toEqual([
      'At 1 hour a week no plan ends within 100 years, and Rung plans no further. Give more hours, or ask for fewer steps.',
    ]);
    expect(planDocumentSchema.safeParse(plan).error).toBeUndefined();
  });

  it('security 2.f: plans the most of everything within the years of a day', () => {
    const steps = Array.from({ length: MOST_OWN_STEPS + 50 }, (_, index) => own(String(index)));
    const with_ = withOwnSteps(career, steps);
    expect(with_.ownSteps).toHaveLength(MOST_OWN_STEPS);
    const pinned = steps.slice(0, 50).map(({ id }) => id);
    const plan = solvePlan(with_, read({ pinned, hoursPerWeek: 80, maxParallel: 10 }), { effort: 'glance' });
    expect(planDocumentSchema.safeParse(plan).error).toBeUndefined();
    expect(plan.totals.weeks).toBeGreaterThan(3000);
  });
});
