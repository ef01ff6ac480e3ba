import { expect, test } from 'vitest';
import { tellSamePlans } from '@/lib/domain/plan/same-plans';
import { readStagedPlan } from '@/tests/support/sample-plan';

const plan = readStagedPlan();
const [first, ...rest] = plan.steps;

test('what gives the same plan is told as one, and what moves a step is not', () => {
  const moved = { ...plan, steps: first ? [{ ...first, startWeek: first.startWeek + 1 }, ...rest] : rest };
  const none = { ...plan, status: 'infeasible' as const };
  const told = tellSamePlans([
    { label: 'Fastest', plan: moved },
    { label: 'Balanced', plan },
    { label: 'Cheapest', plan: { ...plan, status: 'feasible' } },
    { label: 'Lightest', plan: none },
    { label: 'Listed backwards', plan: { ...plan, steps: plan.steps.toReversed() } },
  ]);
  expect(told.map(({ labels }) => labels)).toEqual([
    ['Fastest'],
    ['Balanced', 'Cheapest', 'Listed backwards'],
    ['Lightest'],
  ]);
  expect(told[1]?.first.plan).toBe(plan);
});
