import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { addDays } from '@/lib/domain/day';
import { describeStepNotes } from '@/lib/wording/step-notes';
import { buildSamplePlan, readStagedPlan } from '../../support/sample-plan';

const career = loadCareer();
const plan = toFollowed(readStagedPlan());
const [step = expect.fail('no step')] = plan.steps;

test('says of a step without anything new what it is for, and is silent of others', () => {
  expect(step.teaches.length).toBeGreaterThan(0);
  expect(describeStepNotes(career, plan, step)).toEqual([]);
  expect(describeStepNotes(career, plan, { ...step, teaches: [] })).toEqual([
    'You can do by then all that it teaches: it is in the plan to be finished and written up, which may take fewer hours.',
  ]);
});

test('says that a step goes on in the next post, but not at the end of the plan', () => {
  const finish = addDays(plan.stages[0]?.finish ?? '', 1);
  expect(describeStepNotes(career, plan, { ...step, finish })).toEqual([
    'It goes on in the first weeks of the next part, as IT support or help-desk technician.',
  ]);
  const last = plan.stages.length - 1;
  const late = { ...step, stage: last, finish: addDays(plan.stages[last]?.finish ?? '', 1) };
  expect(describeStepNotes(career, plan, late)).toEqual([]);
});

test('says nothing of a plan of version 1', () => {
  const first = toFollowed(buildSamplePlan());
  expect(first.steps.flatMap((one) => describeStepNotes(career, first, one))).toEqual([]);
});
