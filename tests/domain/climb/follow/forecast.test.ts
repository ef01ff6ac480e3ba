import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import type { Records } from '@/lib/domain/climb/follow/following';
import {
  computeForecast,
  computePace,
  listBeginnerSteps,
  listOverruns,
} from '@/lib/domain/climb/follow/forecast';
import { addDays } from '@/lib/domain/day';
import { UNTOUCHED } from '@/lib/domain/step-progress';
import { afterwards, dayOf, followUntil } from '@/tests/support/climb/progress';
import { buildAdministrator, buildClimber, START, solveFor } from '@/tests/support/climb/solved';
import { buildSamplePlan } from '@/tests/support/sample-plan';

const career = loadCareer();
const profile = buildAdministrator();
const plan = solveFor(profile);

function forecast(records: Records, today: string) {
  return computeForecast(career, { kept: plan, profile, records, today });
}

/** So many steps in own time finished by the time that they were planned for, each with hours so many times as long. */
function finish(count: number, factor: number | null): { records: Records; today: string } {
  const own = plan.steps.filter(({ pool }) => pool === 'own').slice(0, count);
  const week = Math.max(...own.map(({ startWeek, weeks }) => startWeek + weeks));
  const records = followUntil(plan, week).map((record) => ({
    ...record,
    hoursSpent:
      record.status !== 'done'
        ? record.hoursSpent
        : factor === null
          ? null
          : (record.hoursSpent ?? 0) * factor,
  }));
  return { records, today: dayOf(plan, week) };
}

describe('computeForecast', () => {
  it('gives the plan’s own finish, and one with everything longer, at first', () => {
    const found = forecast([], addDays(START, -3));
    expect(found).toMatchObject({
      basis: 'catalogue',
      evenOn: plan.totals.finish,
      stepsLeft: plan.steps.length,
      stepsMeasured: 0,
    });
    expect((found?.likelyOn ?? '') > (found?.evenOn ?? '')).toBe(true);
  });

  it('moves with a plan that slips', () => {
    const slipped = forecast([], addDays(START, 7 * 10));
    expect((slipped?.evenOn ?? '') > (plan.totals.finish ?? '')).toBe(true);
    // Ten weeks late, and some more where steps at work have to wait for a place again: their order leaves no gap to take it up.
    expect((slipped?.evenOn ?? '') <= addDays(plan.totals.finish ?? '', 7 * 15)).toBe(true);
  });

  it('draws from the person’s own hours from the third finished step on', () => {
    const [slow, fast] = [2, 0.6].map((factor) => {
      const { records, today } = finish(5, factor);
      return forecast(records, today);
    });
    expect(slow?.basis).toBe('own-hours');
    expect(slow?.stepsMeasured).toBeGreaterThanOrEqual(3);
    expect((slow?.evenOn ?? '') > (fast?.evenOn ?? '')).toBe(true);
    expect((slow?.likelyOn ?? '') >= (slow?.evenOn ?? '')).toBe(true);
    const unknown = finish(5, null);
    expect(forecast(unknown.records, unknown.today)?.basis).toBe('catalogue');
  });

  it('gives the same dates for the same input', () => {
    const { records, today } = finish(4, 1.4);
    expect(forecast(records, today)).toEqual(forecast(records, today));
  });

  it('says nothing where nothing is left', () => {
    const all = plan.steps.map(({ id, finish: finishedOn }) => ({
      ...UNTOUCHED,
      step: id,
      status: 'done' as const,
      finishedOn,
    }));
    expect(forecast(all, START)).toBeNull();
  });

  it('does not end before tenure and experience have passed, however quick the person is', () => {
    const climber = buildClimber();
    const climb = solveFor(climber);
    const records = followUntil(climb, climb.stages[0]?.weeks ?? 0);
    const quick = records.map((record) => ({ ...record, hoursSpent: (record.hoursSpent ?? 0) / 4 }));
    const found = computeForecast(career, {
      kept: climb,
      profile: afterwards(climber, climb, { records, weeks: 0 }),
      records: quick,
      today: dayOf(climb, climb.stages[0]?.weeks ?? 0),
    });
    const last = climb.stages.at(-1);
    expect((found?.evenOn ?? '') >= addDays(dayOf(climb, last?.startWeek ?? 0), 7 * 26)).toBe(true);
  });

  it('follows a plan of the first edition', () => {
    const sample = buildSamplePlan({ steps: 9 });
    const found = computeForecast(career, { kept: sample, profile, records: [], today: '2026-11-29' });
    expect(found).toMatchObject({ basis: 'catalogue', evenOn: sample.totals.finish, stepsLeft: 9 });
    expect((found?.likelyOn ?? '') >= (found?.evenOn ?? '')).toBe(true);
  });
});

describe('listBeginnerSteps', () => {
  const { steps } = toFollowed(plan);
  it('names of the first three steps those in which the person is at level 0 or 1', () => {
    expect([...listBeginnerSteps(career, { steps }, {})]).toEqual(steps.slice(0, 3).map(({ id }) => id));
    const levels = Object.fromEntries(career.skills.map(({ id }) => [id, 2]));
    expect(listBeginnerSteps(career, { steps }, levels).size).toBe(0);
  });

  it('makes the end less certain, and no date sooner', () => {
    const novice = { ...plan, profile: { ...plan.profile, levels: {} } };
    const found = computeForecast(career, { kept: novice, profile, records: [], today: START });
    const usual = forecast([], START);
    expect(found?.beginnerSteps).toHaveLength(3);
    expect(found?.evenOn).toBe(usual?.evenOn);
    expect((found?.likelyOn ?? '') >= (usual?.likelyOn ?? '')).toBe(true);
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

  it('counts only finished steps in own time with hours', () => {
    const followed = toFollowed(plan);
    const [work] = followed.steps.filter(({ pool }) => pool === 'work');
    const [own] = followed.steps.filter(({ pool }) => pool === 'own');
    const done = (step: string | undefined, hoursSpent: number | null) => ({
      ...UNTOUCHED,
      step: step ?? '',
      status: 'done' as const,
      hoursSpent,
    });
    const records = [done(work?.id, 9), done(own?.id, (own?.hours ?? 0) * 1.5), done('nowhere', 3)];
    expect(listOverruns(followed, records)).toEqual([1.5]);
  });
});
