import { expect, test } from 'vitest';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { addDays } from '@/lib/domain/day';
import { describeDate, describeMoved } from '@/lib/wording/plan-move';
import { readStagedPlan } from '@/tests/support/sample-plan';

const before = toFollowed(readStagedPlan());
const [first = expect.fail('no step'), second = expect.fail('no step')] = before.steps;
const later = (step: typeof first) => ({ ...step, start: addDays(step.start, 28) });
const finish = addDays(before.totals.finish ?? '', -14);
const tell = (ids: readonly string[], totals = before.totals) =>
  describeMoved(
    later(first),
    { ...before, totals, steps: before.steps.map((step) => (ids.includes(step.id) ? later(step) : step)) },
    before,
  );

test('a step moved by hand is told with what moved along and the new end', () => {
  expect(tell([first.id])).toContain('Nothing else begins on another day; the end of the plan stays.');
  const shorter = { ...before.totals, finish, weeks: before.totals.weeks - 2 };
  expect(tell([first.id, second.id], shorter)).toMatch(
    /1 other step begins on another day too; ready by .* instead of .*, 2 weeks sooner\./,
  );
  expect(describeMoved(first, before, null)).toMatch(/^Moved: .* \(estimate\)\.$/);
});

test('a date by hand says where the plan has the step instead', () => {
  expect(describeDate('2027-03-01', '2027-03-01')).toBe('in the week of 1 Mar 2027');
  expect(describeDate('2027-03-01', '2027-03-15')).toMatch(/; in this plan it begins on 15 Mar 2027$/);
  expect(describeDate('2027-03-01', undefined)).toMatch(/; this plan does not hold it$/);
});
