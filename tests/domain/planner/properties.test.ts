import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Career } from '@/lib/domain/catalogue';
import { addDays } from '@/lib/domain/day';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { OBJECTIVES, type Profile } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';
import { anyInstance, anyObjective, change, PLANNER_RUNS } from '@/tests/support/any-instance';
import { expectHeld } from '@/tests/support/expect-held';
import { compareVectors, orderVector } from '@/tests/support/planning-rules';

/** The vector of the plan found, or endless where there is none. */
function measure({ status, totals, profile }: PlanDocument): readonly number[] {
  if (status === 'infeasible') return [Number.POSITIVE_INFINITY];
  return orderVector(profile.preferences.optimiseFor, {
    weeks: totals.weeks,
    pence: Math.round(totals.cost.amount * 100),
    steps: totals.steps,
  });
}

describe('the fastest plan', () => {
  const held = { proved: 0 };
  beforeEach(() => {
    held.proved = 0;
  });
  afterEach(() => expectHeld(held, 40));

  /** Compares the fastest plans of two profiles; 0 where one of them is not proved, so that nothing is claimed. */
  const compareFastest = (career: Career, before: Profile, after: Profile): number => {
    const [one, other] = [before, after].map((profile) =>
      solvePlan(career, change(profile, { optimiseFor: 'fastest' })),
    );
    if (!one || !other || one.status === 'feasible' || other.status === 'feasible') return 0;
    if (one.status === 'optimal' || other.status === 'optimal') held.proved += 1;
    return compareVectors(measure(other), measure(one));
  };

  it('never ends later with more hours', () => {
    fc.assert(
      fc.property(anyInstance, fc.integer({ min: 1, max: 4 }), ({ career, profile }, more) => {
        const hoursPerWeek = profile.preferences.hoursPerWeek + more;
        expect(compareFastest(career, profile, change(profile, { hoursPerWeek }))).toBeLessThanOrEqual(0);
      }),
      PLANNER_RUNS,
    );
  });

  it('is never worse with more steps at once', () => {
    fc.assert(
      fc.property(anyInstance, ({ career, profile }) => {
        const maxParallel = profile.preferences.maxParallel + 1;
        expect(compareFastest(career, profile, change(profile, { maxParallel }))).toBeLessThanOrEqual(0);
      }),
      PLANNER_RUNS,
    );
  });

  it('is never worse with more money', () => {
    fc.assert(
      fc.property(anyInstance, fc.integer({ min: 0, max: 60 }), ({ career, profile }, more) => {
        const currency = profile.preferences.budget?.currency ?? 'GBP';
        const amount = profile.preferences.budget?.amount ?? 20;
        const before = change(profile, { budget: { amount, currency } });
        const after = change(profile, { budget: { amount: amount + more, currency } });
        expect(compareFastest(career, before, after)).toBeLessThanOrEqual(0);
      }),
      PLANNER_RUNS,
    );
  });

  it('is never worse with a later deadline', () => {
    fc.assert(
      fc.property(anyInstance, fc.integer({ min: 1, max: 40 }), ({ career, profile }, days) => {
        const deadline = profile.preferences.deadline ?? '2027-02-14';
        const before = change(profile, { deadline });
        const after = change(profile, { deadline: addDays(deadline, days) });
        expect(compareFastest(career, before, after)).toBeLessThanOrEqual(0);
      }),
      PLANNER_RUNS,
    );
  });

  it('is never better with a step left out', () => {
    fc.assert(
      fc.property(anyInstance, fc.nat(), ({ career, profile }, turn) => {
        const step = career.steps[turn % career.steps.length];
        const excluded = [...profile.preferences.excluded, step?.id ?? ''];
        expect(compareFastest(career, profile, change(profile, { excluded }))).toBeGreaterThanOrEqual(0);
      }),
      PLANNER_RUNS,
    );
  });

  it('is never better with a kind left out or a step pinned', () => {
    fc.assert(
      fc.property(anyInstance, fc.nat(), ({ career, profile }, turn) => {
        const step = career.steps[turn % career.steps.length];
        if (!step || profile.done.includes(step.id)) return;
        const excluded = change(profile, {
          excludedKinds: [...profile.preferences.excludedKinds, step.kind],
        });
        expect(compareFastest(career, profile, excluded)).toBeGreaterThanOrEqual(0);
        const pinned = change(profile, { pinned: [...profile.preferences.pinned, step.id] });
        expect(compareFastest(career, profile, pinned)).toBeGreaterThanOrEqual(0);
      }),
      PLANNER_RUNS,
    );
  });
});

describe('any plan', () => {
  it('is the same to the byte for the same input', () => {
    fc.assert(
      fc.property(anyInstance, anyObjective, ({ career, profile }, optimiseFor) => {
        const asked = change(profile, { optimiseFor });
        const once = JSON.stringify(solvePlan(career, asked));
        expect(JSON.stringify(solvePlan(structuredClone(career), structuredClone(asked)))).toBe(once);
      }),
      PLANNER_RUNS,
    );
  });

  it('does not depend on the order of the catalogue', () => {
    fc.assert(
      fc.property(
        anyInstance,
        anyObjective,
        fc.infiniteStream(fc.nat()),
        ({ career, profile }, optimiseFor, keys) => {
          const asked = change(profile, { optimiseFor });
          const steps = [...career.steps]
            .map((step) => ({ step, key: keys.next().value ?? 0 }))
            .sort((left, right) => left.key - right.key)
            .map(({ step }) => step);
          const shuffled: Career = {
            ...career,
            steps,
            stepById: new Map(steps.map((step) => [step.id, step])),
          };
          expect(solvePlan(shuffled, asked)).toEqual(solvePlan(career, asked));
        },
      ),
      PLANNER_RUNS,
    );
  });

  it('exists, and has the same best weeks, whatever it is optimised for', () => {
    const held = { 'a plan': 0, 'no plan': 0 };
    fc.assert(
      fc.property(anyInstance, ({ career, profile }) => {
        const plans = OBJECTIVES.map((optimiseFor) => solvePlan(career, change(profile, { optimiseFor })));
        held[plans[0]?.status === 'infeasible' ? 'no plan' : 'a plan'] += 1;
        for (const plan of plans) {
          expect(plan.status === 'infeasible').toBe(plans[0]?.status === 'infeasible');
          expect(plan.totals.bestWeeks).toBe(plans[0]?.totals.bestWeeks);
        }
      }),
      PLANNER_RUNS,
    );
    expectHeld(held, 10);
  });
});
