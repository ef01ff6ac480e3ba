import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { isFoundOnlyNow } from '@/lib/domain/climb/follow/found-only-now';
import { buildAdministrator, solveFor } from '@/tests/support/climb/solved';

const career = loadCareer();
const profile = buildAdministrator();
const plan = solveFor(profile);
const longer = {
  ...plan,
  totals: { ...plan.totals, weeks: plan.totals.weeks + 9, hours: plan.totals.hours + 40 },
};

test('a better plan that keeps the rules of before was only found now', () => {
  expect(isFoundOnlyNow(career, { made: plan, before: longer })).toBe(true);
  expect(isFoundOnlyNow(career, { made: longer, before: plan })).toBe(false);
});

test('a plan that the change alone allows was not', () => {
  const preferences = { ...profile.preferences, hoursPerWeek: 1 };
  const before = { ...longer, profile: { ...profile, preferences } };
  expect(isFoundOnlyNow(career, { made: plan, before })).toBe(false);
});
