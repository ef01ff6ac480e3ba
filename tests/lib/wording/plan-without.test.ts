import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { describeWithout } from '@/lib/wording/plan-without';
import { readStagedPlan } from '@/tests/support/sample-plan';

const plan = readStagedPlan();
const tell = (changes: Partial<PlanDocument>, isBetter = false) =>
  describeWithout(loadCareer(), toFollowed(plan), { other: { ...plan, ...changes }, isBetter });
const lasting = (weeks: number) => ({ totals: { ...plan.totals, weeks: plan.totals.weeks + weeks } });

test('a plan without a step is told by its figures, and offered where it is the better one', () => {
  expect(tell(lasting(3))).toBe('Without it: 3 weeks longer (estimates).');
  expect(tell(lasting(-3), true)).toBe(
    'Without it there is a better plan: 3 weeks shorter (estimates). You can take it.',
  );
});

test('that there is no plan is said only where it is known', () => {
  expect(tell({ status: 'infeasible', proved: true })).toContain('there is no plan');
  expect(tell({ status: 'infeasible', proved: false })).toContain('that is not a proof');
});
