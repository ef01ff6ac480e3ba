import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { withOwnTotals } from '@/lib/domain/climb/follow/own-totals';
import { storedDocumentSchema } from '@/lib/domain/climb/follow/stored-document';
import { addDays } from '@/lib/domain/day';
import { buildClimber, START, solveFor } from '@/tests/support/climb/solved';
import { buildSamplePlan } from '@/tests/support/sample-plan';

const career = loadCareer();
const staged = solveFor(buildClimber());
const first = buildSamplePlan({ steps: 12 });

describe('toFollowed', () => {
  it('shows a plan of stages with each step in the stage that lists it', () => {
    const followed = toFollowed(staged);
    expect(followed.stages.length).toBeGreaterThan(1);
    expect(followed.steps.map(({ id }) => id)).toEqual(staged.steps.map(({ id }) => id));
    for (const [place, stage] of followed.stages.entries())
      expect(followed.steps.filter((step) => step.stage === place).map(({ id }) => id)).toEqual(stage.steps);
    const [one, two] = followed.stages;
    expect(two?.start).toBe(addDays(START, 7 * (one?.weeks ?? 0)));
    expect(one?.finish).toBe(addDays(two?.start ?? START, -1));
    expect(followed.ways[0]?.chosen).toBe(true);
  });

  it('shows a plan of the first edition as one stage of own time without ways', () => {
    const followed = toFollowed(first);
    const { weeks } = first.totals;
    expect(followed.stages).toHaveLength(1);
    expect(followed.stages[0]).toMatchObject({ post: null, until: first.role, startWeek: 0, weeks });
    expect(followed.stages[0]?.steps).toHaveLength(12);
    expect(followed.ways).toEqual([]);
    expect(new Set(followed.steps.map(({ pool }) => pool))).toEqual(new Set(['own']));
    expect(followed.totals).toEqual({ ...first.totals, workHours: 0 });
  });
});

describe('storedDocumentSchema', () => {
  it('reads both versions', () => {
    expect(storedDocumentSchema.parse(staged)).toEqual(staged);
    expect(storedDocumentSchema.parse(first)).toEqual(first);
  });

  it.each([
    ['an address that runs', { url: 'javascript:alert(1)' }],
    ['more weeks than any plan has', { weeks: 6_000 }],
    ['more hours than any step has', { hours: 30_000 }],
    ['a title without end', { title: 'x'.repeat(201) }],
  ])('refuses a step with %s', (_, change) => {
    const [head, ...rest] = staged.steps;
    expect(
      storedDocumentSchema.safeParse({ ...staged, steps: [{ ...head, ...change }, ...rest] }).success,
    ).toBe(false);
  });

  it('refuses a third version', () => {
    expect(storedDocumentSchema.safeParse({ ...staged, version: 3 }).success).toBe(false);
  });
});

describe('withOwnTotals', () => {
  it('changes nothing of a plan that was made for the catalogue of today', () => {
    expect(withOwnTotals(career, staged)).toEqual(staged);
  });

  it('reckons anew what a file says of days, stages, prices and totals', () => {
    const told = {
      ...staged,
      totals: { ...staged.totals, weeks: 1, hours: 1, workHours: 0, steps: 1 },
      stages: staged.stages.map((stage) => ({
        ...stage,
        startWeek: 400,
        steps: [...stage.steps, 'no-such-step'],
      })),
      steps: staged.steps.map((step) => ({ ...step, start: '2001-01-01', finish: '2001-01-02' })),
    };
    const { totals, stages, steps } = withOwnTotals(career, told);
    expect({ totals, stages, steps }).toEqual({
      totals: staged.totals,
      stages: staged.stages,
      steps: staged.steps,
    });
  });
});
