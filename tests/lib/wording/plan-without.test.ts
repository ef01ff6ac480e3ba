import { expect, test } from 'vitest';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { describeWithout } from '@/lib/wording/plan-without';
import { readStagedPlan } from '@/tests/support/sample-plan';

const kept = toFollowed(readStagedPlan());
const difference = { weeks: 3, cost: 0, hours: 5, steps: 0 };

test('a plan without a step is told by its figures, and by the limits that it breaks', () => {
  const tell = (beyond: readonly ('budget' | 'deadline')[]) =>
    describeWithout({ step: 'a', difference, beyond, isProved: true }, kept);
  expect(tell([])).toMatch(/^Without it: 3 weeks longer.* for the best plan found \(estimates\)\.$/);
  expect(tell(['deadline'])).toMatch(/\(estimates\), which is past your deadline\.$/);
  expect(tell(['budget', 'deadline'])).toMatch(/, which is over your budget and past your deadline\.$/);
});

test('that there is no plan is said only where it is known', () => {
  const tell = (isProved: boolean) =>
    describeWithout({ step: 'a', difference: null, beyond: [], isProved }, kept);
  expect(tell(true)).toBe('Without it this way does not reach your goal.');
  expect(tell(false)).toContain('that is not a proof');
});
