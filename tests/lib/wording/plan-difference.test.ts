import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { comparePlans } from '@/lib/domain/plan/difference';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { describeChoice, describeTotals } from '@/lib/wording/plan-difference';
import { buildSamplePlan, readStagedPlan } from '@/tests/support/sample-plan';

const kept = buildSamplePlan();
const change = (totals: Partial<PlanDocument['totals']>): PlanDocument => ({
  ...kept,
  totals: { ...kept.totals, ...totals },
});
const describeChange = (other: PlanDocument) => describeTotals(comparePlans({ kept, other }), other);
const { weeks, steps, cost } = kept.totals;

describe('comparePlans', () => {
  it('names what is added, dropped and moved, each in order of time', () => {
    const [first, second, ...others] = kept.steps;
    if (!first || !second) throw new Error('The sample plan is too short.');
    const other: PlanDocument = {
      ...kept,
      steps: [{ ...second, start: '2030-01-07', startWeek: 500 }, { ...first, id: 'new' }, ...others],
    };
    const { added, dropped, moved } = comparePlans({ kept, other });
    expect(added.map(({ id }) => id)).toEqual(['new']);
    expect(dropped).toEqual([first]);
    expect(moved).toEqual([{ step: other.steps[0], from: second.start }]);
  });
});

describe('describeTotals', () => {
  it.each([
    ['nothing', {}, 'the same in time, money and steps'],
    [
      'less of all',
      { weeks: weeks - 14, cost: { ...cost, amount: cost.amount - 100 }, steps: steps - 1 },
      '14 weeks shorter, £100 less, 1 step fewer',
    ],
    [
      'more of all',
      { weeks: weeks + 1, cost: { ...cost, amount: cost.amount + 27_000 }, steps: steps + 2 },
      '1 week longer, £27,000 more, 2 steps more',
    ],
    ['another currency', { cost: { ...cost, amount: 50, currency: 'USD' as const } }, 'costing US$50 in all'],
  ])('says what a plan differs in: %s', (_what, totals, words) => {
    expect(describeChange(change(totals))).toBe(words);
  });
});

describe('describeChoice', () => {
  it('names the posts that come and go beside what a choice comes to', () => {
    const changer = readStagedPlan('changer');
    const stays = { ...changer, stages: changer.stages.slice(0, 1) };
    const tell = (from: typeof changer, other: typeof changer) =>
      describeChoice(loadCareer(), comparePlans({ kept: from, other }), other);
    expect(tell(stays, changer)).toMatch(/, with a post as IT support or help-desk technician/);
    expect(tell(changer, stays)).toMatch(/, without one as IT support or help-desk technician/);
    expect(tell(changer, changer)).toBe('the same in time, money and steps');
  });
});
