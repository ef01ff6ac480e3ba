import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { describeCatalogue, listEstimatedSteps } from '@/lib/wording/plan-catalogue';
import { SECTION_HEADINGS } from '@/lib/wording/step-kinds';
import { buildSamplePlan } from '@/tests/support/sample-plan';

const career = loadCareer();

test('the six headings keep their order', () => {
  expect(Object.values(SECTION_HEADINGS)).toEqual([
    'Degree',
    'Certification',
    'Entry role',
    'Courses',
    'Projects',
    'Practice',
  ]);
});

test('the estimated steps are those that the totals name, less what is counted as free', () => {
  const plan = buildSamplePlan();
  expect(
    listEstimatedSteps(plan)
      .map((step) => step.id)
      .sort(),
  ).toEqual(
    plan.totals.cost.estimated
      .filter((id) => plan.steps.some((step) => step.id === id && step.cost.amount > 0))
      .sort(),
  );
  expect(listEstimatedSteps(plan).length).toBeLessThan(plan.totals.cost.estimated.length);
});

test('the catalogue sentence names the version of the plan where the catalogue has moved on', () => {
  expect(describeCatalogue(career, { catalogue: career.version })).toBe(
    `Catalogue devops, compiled ${career.compiled}, version ${career.version}.`,
  );
  expect(describeCatalogue(career, { catalogue: 'older' })).toMatch(/made with version older\.$/);
});
