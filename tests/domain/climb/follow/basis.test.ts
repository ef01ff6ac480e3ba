import { expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { listBasisChanges } from '@/lib/domain/climb/follow/basis';
import { UNTOUCHED } from '@/lib/domain/step-progress';
import { readStagedPlan } from '@/tests/support/sample-plan';

const career = loadCareer();
const plan: PlanDocument = { ...readStagedPlan(), catalogue: career.version };
const [first] = plan.steps;
const done = [{ ...UNTOUCHED, step: first?.id ?? '', status: 'done' as const, finishedOn: '2026-11-01' }];

it('takes a step that was done before and is planned again for no change', () => {
  const profile = { ...plan.profile, done: [first?.id ?? ''] };
  const steps = plan.steps.map((step) =>
    step.id === first?.id ? { ...step, status: 'again' as const } : step,
  );
  const kept = { ...plan, profile, steps };
  expect(listBasisChanges(career, { kept, profile, records: done })).toEqual([]);
});

it('takes a step that was finished since for as good as planned', () => {
  const { teaches = [] } = first ?? {};
  const profile = { ...plan.profile, done: [first?.id ?? ''], also: [...plan.profile.also, ...teaches] };
  expect(listBasisChanges(career, { kept: plan, profile, records: done })).toEqual([]);
  expect(listBasisChanges(career, { kept: plan, profile: plan.profile, records: done })).toEqual(['ratings']);
});
