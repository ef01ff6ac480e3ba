import { describe, expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { STEP_KINDS, type StepKind } from '@/lib/domain/catalogue';
import {
  buildPlanSections,
  describeCatalogue,
  describeEmptySection,
  listEstimatedSteps,
  orderPlanSteps,
} from '@/lib/domain/plan/sections';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { buildSamplePlan } from '@/tests/support/sample-plan';

const career = loadCareer();
const empty = buildSamplePlan({ steps: 0 });

function withPreferences(plan: PlanDocument, excludedKinds: StepKind[]): PlanDocument {
  return {
    ...plan,
    profile: { ...plan.profile, preferences: { ...plan.profile.preferences, excludedKinds } },
  };
}

describe('the sections of a plan', () => {
  test('come in the order of the headings and hold each step once, in order of time', () => {
    const plan = buildSamplePlan();
    const sections = buildPlanSections(career, plan);
    expect(sections.map((section) => section.heading)).toEqual([
      'Degree',
      'Certification',
      'Entry role',
      'Courses',
      'Projects',
      'Practice',
    ]);
    expect(sections.flatMap((section) => section.steps.map((step) => step.id)).sort()).toEqual(
      plan.steps.map((step) => step.id).sort(),
    );
    expect(sections.filter(({ steps }) => steps.length > 1).length).toBeGreaterThan(2);
    for (const { steps } of sections)
      expect(steps.map((step) => step.start)).toEqual(steps.map((step) => step.start).toSorted());
  });

  test('hold steps or a sentence, never both and never neither', () => {
    for (const count of [0, 1, 5, 30]) {
      const sections = buildPlanSections(career, buildSamplePlan({ steps: count }));
      expect(sections).toHaveLength(STEP_KINDS.length);
      for (const section of sections) expect(section.steps.length > 0).toBe(section.emptySentence === null);
    }
  });

  test('put the job before what may need its post, where both start on one day', () => {
    const plan = buildSamplePlan();
    const steps = plan.steps.map((step) => ({ ...step, startWeek: 0, weeks: step.hours > 0 ? 1 : 50 }));
    const hours = orderPlanSteps({ ...plan, steps }).map((step) => step.hours);
    expect(hours[0]).toBe(0);
    expect(hours.lastIndexOf(0)).toBe(hours.filter((count) => count === 0).length - 1);
  });

  test('keep one order for one plan, whatever order its steps came in', () => {
    const plan = buildSamplePlan();
    expect(orderPlanSteps({ ...plan, steps: plan.steps.toReversed() })).toEqual(orderPlanSteps(plan));
  });
});

describe('the sentence of an empty section', () => {
  test.each<[string, StepKind, PlanDocument, RegExp]>([
    ['no plan', 'course', { ...empty, status: 'infeasible' }, /no plan within these limits/],
    [
      'a holding',
      'degree',
      { ...empty, requirements: [{ id: 'degree-or-experience', by: ['bachelors-related'] }] },
      /already have this \(a bachelor's degree in computer science/,
    ],
    [
      'steps under another heading',
      'degree',
      {
        ...buildSamplePlan(),
        requirements: [
          { id: 'degree-or-experience', by: ['entry-role-it-support', 'entry-role-junior-sysadmin'] },
        ],
      },
      /IT support or help-desk technician and Junior .* \(see Entry role\) count instead/,
    ],
    [
      'a step done before',
      'certification',
      { ...empty, requirements: [{ id: 'certification', by: ['cka'] }] },
      /you have done Certified Kubernetes Administrator/,
    ],
    [
      'a role that asks for none',
      'degree',
      { ...empty, role: 'apprentice-devops-engineer' },
      /does not ask for a degree/,
    ],
    ['a kind left out', 'course', withPreferences(empty, ['course']), /you chose to leave out courses/],
    [
      'a kind left out that is asked for',
      'degree',
      withPreferences(empty, ['degree']),
      /You chose to leave out degrees/,
    ],
    ['all targets met', 'project', { ...empty, gaps: [] }, /already meet every target/],
    ['other steps', 'practice', empty, /reach every target without practice/],
  ])('explains %s', (_, kind, plan, expected) => {
    expect(describeEmptySection(kind, plan, career)).toMatch(expected);
  });

  test('exists for every kind and every role', () => {
    for (const { id: role } of career.roles)
      for (const kind of STEP_KINDS)
        expect(describeEmptySection(kind, { ...empty, role }, career)).toMatch(/^[A-Z].*\.$/);
  });
});

test('the estimated steps are those that the totals name', () => {
  const plan = buildSamplePlan();
  expect(
    listEstimatedSteps(plan)
      .map((step) => step.id)
      .sort(),
  ).toEqual(plan.totals.cost.estimated.toSorted());
});

test('the catalogue sentence names the version of the plan where the catalogue has moved on', () => {
  expect(describeCatalogue(career, empty)).toBe(
    `Catalogue devops, compiled ${career.compiled}, version ${career.version}.`,
  );
  expect(describeCatalogue(career, { ...empty, catalogue: 'older' })).toMatch(/made with version older\.$/);
});
