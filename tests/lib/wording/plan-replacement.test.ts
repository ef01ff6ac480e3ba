import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { comparePlans } from '@/lib/domain/plan/difference';
import { describeReplacement } from '@/lib/wording/plan-replacement';
import { readStagedPlan } from '@/tests/support/sample-plan';

const career = loadCareer();
const plan = toFollowed(readStagedPlan());

test('what takes the place of a step is named, at most two of it, with what it comes to', () => {
  const without = (count: number) => ({ ...plan, steps: plan.steps.slice(count) });
  const tell = (count: number) =>
    describeReplacement(career, comparePlans({ kept: without(count), other: plan }), plan);
  expect(tell(0)).toBe('with nothing in its place: the same in time, money and steps (estimates)');
  expect(tell(1)).toBe(`by “${plan.steps[0]?.title}”: the same in time, money and steps (estimates)`);
  expect(tell(4)).toContain(`”, “${plan.steps[1]?.title}” and 2 more steps: `);
});

test('a post to look for that the plan before had not is named', () => {
  const changer = toFollowed(readStagedPlan('changer'));
  const tell = (kept: typeof changer) =>
    describeReplacement(career, comparePlans({ kept, other: changer }), changer);
  expect(tell(changer)).not.toContain('looking for a post');
  expect(tell({ ...changer, stages: changer.stages.slice(0, 1) })).toMatch(
    /looking for a post as IT support or help-desk technician/,
  );
  const away = describeReplacement(
    career,
    comparePlans({ kept: changer, other: { ...changer, stages: changer.stages.slice(0, 1) } }),
    changer,
  );
  expect(away).toMatch(/, without looking for a post as IT support or help-desk technician/);
});
