import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { describeMade } from '@/lib/wording/plan-made';
import { readStagedPlan } from '@/tests/support/sample-plan';

const career = loadCareer();
const made = toFollowed(readStagedPlan('changer'));

test('a plan that was made is said with its steps and its end', () => {
  expect(describeMade(career, made, null)).toMatch(
    /^Your plan is made: \d+ steps, finish .* \(estimate\)\.$/,
  );
  expect(describeMade(career, made, { ...made, role: 'data-analyst' })).not.toContain('It was');
  const nothing = { ...made, totals: { ...made.totals, finish: null } };
  expect(describeMade(career, nothing, null)).toBe('Your plan is made: there is nothing left to do.');
});

test('what it was before is said beside it, with the posts that come and go', () => {
  const before = {
    ...made,
    stages: made.stages.slice(0, 1),
    totals: { ...made.totals, weeks: made.totals.weeks + 27, finish: '2028-02-06' },
  };
  const told = describeMade(career, made, before);
  expect(told).toMatch(/ It was \d+ steps, finish 6 Feb 2028 \(estimate\); this one is 27 weeks shorter/);
  expect(told).toMatch(/with a post as IT support or help-desk technician/);
  expect(describeMade(career, before, made)).toMatch(/without one as IT support or help-desk technician/);
});

test('a better plan that was open before says that it was found only now', () => {
  const before = { ...made, totals: { ...made.totals, weeks: made.totals.weeks + 1, finish: '2029-02-04' } };
  expect(describeMade(career, made, before, { isFoundOnlyNow: true })).toMatch(
    /a better one was found only now\.$/,
  );
  expect(describeMade(career, made, before)).not.toContain('only now');
});
