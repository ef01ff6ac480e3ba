import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/domain/day';
import { computeForecast, computePace, listOverruns } from '@/lib/domain/forecast';
import { profileSchema } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';
import { UNTOUCHED } from '@/lib/domain/step-progress';
import { makeCareer } from '@/tests/support/make-career';

const LEVELS = [0, 1, 2, 3, 4];
/** Five books of 10 hours, one after the other, one week each at 10 hours a week. */
const career = makeCareer({
  skills: ['coding'],
  roles: { engineer: { coding: 5 } },
  steps: LEVELS.map((level) => ({
    id: `book-${level}`,
    raises: [['coding', level, level + 1]],
    hours: 10,
  })),
});
const profile = profileSchema.parse({
  career: career.id,
  role: 'engineer',
  preferences: { start: '2026-12-07' },
});
const plan = solvePlan(career, profile);
const finish = (count: number, hoursSpent: number | null) =>
  LEVELS.slice(0, count).map((level) => ({
    ...UNTOUCHED,
    step: `book-${level}`,
    status: 'done' as const,
    hoursSpent,
  }));
const forecast = (records: Parameters<typeof computeForecast>[1]['records'], today: string) =>
  computeForecast(career, { plan, records, today });

describe('computeForecast', () => {
  it('gives the plan’s own finish and the one with everything 1.3 times as long at first', () => {
    expect(plan.totals.finish).toBe('2027-01-10');
    expect(forecast([], '2026-12-01')).toEqual({
      basis: 'catalogue',
      evenOn: '2027-01-10',
      likelyOn: '2027-02-14',
      stepsLeft: 5,
      stepsMeasured: 0,
    });
  });

  it('moves with a plan that slips', () => {
    expect(forecast([], '2026-12-21')?.evenOn).toBe('2027-01-24');
    expect(forecast(finish(2, 10), '2026-12-21')?.evenOn).toBe('2027-01-10');
  });

  it('keeps to the plan’s own finish while nothing is late, however its steps are laid', () => {
    const later = plan.steps.map((step, place) => ({
      ...step,
      startWeek: step.startWeek + place,
      start: addDays(step.start, 7 * place),
      finish: addDays(step.finish, 7 * place),
    }));
    const spread = { ...plan, steps: later };
    const endOf = (records: Parameters<typeof forecast>[0], today: string) =>
      computeForecast(career, { plan: spread, records, today })?.evenOn;
    expect(endOf([], '2026-12-01')).toBe('2027-02-07');
    expect(endOf([], '2026-12-13')).toBe('2027-02-07');
    expect(endOf([], '2026-12-14')).toBe('2027-01-17');
    expect(endOf(finish(1, 10), '2026-12-13')).toBe('2027-01-03');
  });

  it('counts what is left of a step under way', () => {
    const begun = { ...UNTOUCHED, step: 'book-0', status: 'in-progress' as const, hoursSpent: 5 };
    expect(forecast([begun], '2026-12-07')).toMatchObject({ stepsLeft: 5, evenOn: plan.totals.finish });
    expect(forecast([begun], '2026-12-14')?.evenOn).toBe('2027-01-17');
  });

  it('draws from the person’s own hours from the third finished step on', () => {
    const slow = forecast(finish(3, 20), '2026-12-28');
    const fast = forecast(finish(3, 5), '2026-12-28');
    expect(slow).toMatchObject({ basis: 'own-hours', stepsMeasured: 3, stepsLeft: 2 });
    expect(slow && fast && slow.evenOn > fast.evenOn && slow.likelyOn >= slow.evenOn).toBe(true);
    expect(forecast(finish(3, null), '2026-12-28')?.basis).toBe('catalogue');
  });

  it('gives the same dates for the same input', () => {
    expect(forecast(finish(4, 17), '2027-01-04')).toEqual(forecast(finish(4, 17), '2027-01-04'));
  });

  it('says nothing where nothing is left', () => {
    expect(forecast(finish(5, 10), '2027-01-04')).toBeNull();
  });
});

describe('computePace', () => {
  it('stays with the prior while nothing is measured', () => {
    expect(Math.exp(computePace([]).middle)).toBeCloseTo(1.3);
    expect(computePace([]).spread).toBeCloseTo(0.4);
  });

  it('lies between the prior and what was measured', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 5, noNaN: true }), fc.nat({ max: 50 }), (overrun, count) => {
        const { middle } = computePace(Array.from({ length: count }, () => overrun));
        const ends = [Math.log(1.3), Math.log(overrun)];
        expect(middle).toBeGreaterThanOrEqual(Math.min(...ends) - 1e-9);
        expect(middle).toBeLessThanOrEqual(Math.max(...ends) + 1e-9);
      }),
    );
  });

  it('counts only finished steps of the plan with hours', () => {
    expect(
      listOverruns(plan, [
        ...finish(2, 15),
        { ...UNTOUCHED, step: 'nowhere', status: 'done', hoursSpent: 3 },
      ]),
    ).toEqual([1.5, 1.5]);
  });
});
