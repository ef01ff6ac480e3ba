import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { buildTimeline, computePosition } from '@/lib/domain/plan/timeline';
import { buildSamplePlan } from '@/tests/support/sample-plan';

const career = loadCareer();
const plan = buildSamplePlan();
const timeline = buildTimeline(career, plan);

describe('buildTimeline', () => {
  it('gives the main occupation a lane of its own, and study as many as run at once', () => {
    const [first, ...study] = timeline.lanes;
    expect(first?.label).toBe('Main occupation');
    expect(first?.bars.length).toBeGreaterThan(0);
    expect(study.some(({ bars }) => bars.length > 1)).toBe(true);
    for (const { id } of first?.bars ?? []) expect(career.traits.occupation).toContain(id);
    expect(study.map(({ label }) => label)).toEqual(study.map((_, index) => `Study ${index + 1}`));
    for (const { bars } of study)
      for (const [place, bar] of bars.entries())
        expect(bar.startWeek).toBeGreaterThanOrEqual(
          Math.max(0, ...bars.slice(0, place).map(({ startWeek, weeks }) => startWeek + weeks)),
        );
  });

  it('shows every step once, numbered in order of time', () => {
    const bars = timeline.lanes
      .flatMap(({ bars: some }) => some)
      .sort((one, other) => one.order - other.order);
    expect(bars.map(({ order }) => order)).toEqual(plan.steps.map((_, index) => index + 1));
    expect(new Set(bars.map(({ id }) => id))).toEqual(new Set(plan.steps.map(({ id }) => id)));
  });

  it('marks the first days of months between the ends of the plan', () => {
    expect(timeline.months[0]).toEqual({ day: '2026-12-01', position: 1 / (plan.totals.weeks * 7) });
    for (const { position } of timeline.months) expect(position).toBeLessThan(1);
  });
});

describe('computePosition', () => {
  it.each([
    ['the first day', '2027-01-04', 0],
    ['the middle', '2027-01-18', 0.5],
    ['the end', '2027-02-01', 1],
    ['a day before', '2027-01-03', null],
    ['a day after', '2027-02-02', null],
  ])('places %s', (_what, day, position) => {
    expect(computePosition({ day, start: '2027-01-04', weeks: 4 })).toBe(position);
  });

  it('has no place in a plan without weeks', () => {
    expect(computePosition({ day: '2027-01-04', start: '2027-01-04', weeks: 0 })).toBeNull();
  });
});
