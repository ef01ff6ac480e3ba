import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { OwnStepFacts } from '@/lib/domain/career/career';
import { withOwnSteps } from '@/lib/domain/career/own-steps';
import { storedDocumentSchema } from '@/lib/domain/climb/follow/stored-document';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { planWords } from '@/lib/wording/plan-words';
import { buildAdministrator } from '@/tests/support/climb/solved';

const own = (number: number): OwnStepFacts => ({
  id: `own-${number}`,
  kind: 'course',
  title: `A course ${number}`,
  url: null,
  hours: 5_000,
  weeks: 260,
  cost: null,
  teaches: ['server-check-the-backup'],
  atWork: false,
  prerequisites: [],
  retiredAt: null,
});

describe('the planner’s limits', () => {
  it.each([1, 2])(
    'make no plan that could not be kept: %d steps of 5,000 hours at one hour a week',
    (count) => {
      const steps = Array.from({ length: count }, (_, number) => own(number));
      const career = withOwnSteps(loadCareer(), steps);
      const preferences = { hoursPerWeek: 1, pinned: steps.map(({ id }) => id) };
      const plan = solvePlan(career, buildAdministrator({ preferences }), {
        effort: 'glance',
        words: planWords,
      });
      expect(storedDocumentSchema.safeParse(plan).error).toBeUndefined();
    },
  );
});
