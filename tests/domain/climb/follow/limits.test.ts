import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { type StoredOwnStep, toOwnStepFacts, withOwnSteps } from '@/lib/domain/career/own-steps';
import { storedDocumentSchema } from '@/lib/domain/climb/follow/stored-document';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { MOST_WEEKS } from '@/lib/domain/limits';
import { listUsable, MOST_OWN_STEPS } from '@/lib/domain/own-step';
import { planWords } from '@/lib/wording/plan-words';
import { buildAdministrator } from '@/tests/support/climb/solved';

const catalogue = loadCareer();

const own = (number: number, changes: Partial<StoredOwnStep> = {}): StoredOwnStep => ({
  id: `own-${number}`,
  kind: 'course',
  title: `A course ${number}`,
  url: null,
  hours: 5_000,
  weeks: 260,
  cost: null,
  raises: [],
  teaches: ['server-check-the-backup'],
  pool: null,
  prerequisites: [],
  retiredAt: null,
  ...changes,
});

/** The career as pages load it for somebody with these steps stored. */
const withStored = (steps: readonly StoredOwnStep[]) =>
  withOwnSteps(
    catalogue,
    listUsable(steps).map((step) => toOwnStepFacts(catalogue, step)),
  );

function plan(steps: readonly StoredOwnStep[], preferences: object) {
  const pinned = steps.map(({ id }) => id);
  const profile = buildAdministrator({ preferences: { pinned, ...preferences } });
  return solvePlan(withStored(steps), profile, { effort: 'glance', words: planWords });
}

describe('the planner’s limits', () => {
  it.each([1, 2])(
    'make no plan that could not be kept: %d steps of 5,000 hours at one hour a week',
    (count) => {
      const steps = Array.from({ length: count }, (_, number) => own(number));
      expect(storedDocumentSchema.safeParse(plan(steps, { hoursPerWeek: 1 })).error).toBeUndefined();
    },
  );

  it.each<[string, Partial<StoredOwnStep>]>([
    ['a billion hours', { hours: 1e9 }],
    ['a million weeks', { weeks: 1e6 }],
    ['half an hour', { hours: 0.5 }],
    ['a price without end', { cost: { amount: 1e300, currency: 'GBP' } }],
    ['a title of a megabyte', { title: 'x'.repeat(1_000_000) }],
    ['an id of the catalogue', { id: 'cka' }],
    ['a kind that is not theirs to make', { kind: 'degree' as StoredOwnStep['kind'] }],
    ['a script for a link', { url: 'javascript:alert(1)' }],
  ])('security 2.d: leave out an own step with %s, wherever it was stored', (_what, changes) => {
    expect(withStored([own(1)]).ownSteps).toHaveLength(1);
    const career = withStored([own(1, changes)]);
    expect(career.ownSteps ?? []).toEqual([]);
    expect(career.stepById.get('cka')?.title).toBe(catalogue.stepById.get('cka')?.title);
  });

  it('security 2.e: say so where what is asked for takes more than a hundred years', () => {
    const steps = [own(1), own(2)];
    const made = plan(steps, { hoursPerWeek: 1 });
    expect(storedDocumentSchema.safeParse(made).error).toBeUndefined();
    expect(made.status).toBe('infeasible');
    expect(made.reasons?.length).toBeGreaterThan(0);
  });

  it('security 2.f: take the most of everything, and end within the years of a day', () => {
    const stored = Array.from({ length: MOST_OWN_STEPS + 50 }, (_, number) => own(number));
    expect(withStored(stored).ownSteps).toHaveLength(MOST_OWN_STEPS);
    const made = plan(stored.slice(0, 8), { start: '2100-12-31', hoursPerWeek: 80, maxParallel: 10 });
    expect(storedDocumentSchema.safeParse(made).error).toBeUndefined();
    expect(made.totals.steps).toBeGreaterThanOrEqual(8);
    expect(made.totals.weeks).toBeLessThanOrEqual(MOST_WEEKS);
  });
});
