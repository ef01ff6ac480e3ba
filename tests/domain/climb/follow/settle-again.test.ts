import { expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { solveContinuation } from '@/lib/domain/climb/follow/continuation';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { splitPlan } from '@/lib/domain/climb/follow/following';
import { settleAgain } from '@/lib/domain/climb/follow/settle-again';
import { listRows } from '@/lib/domain/plan/glance/row';
import { UNTOUCHED } from '@/lib/domain/step-progress';
import { planWords } from '@/lib/wording/plan-words';
import { afterwards, dayOf } from '@/tests/support/climb/progress';
import { buildClimber, solveFor } from '@/tests/support/climb/solved';

const career = loadCareer();
const profile = buildClimber();
const plan = solveFor(profile);
const [first = expect.fail('no steps')] = plan.steps;
const teaches = career.stepById.get(first.id)?.teaches ?? [];
const again: PlanDocument = {
  ...plan,
  steps: plan.steps.map((step) => (step.id === first.id ? { ...step, status: 'again' } : step)),
};
const MADE_AT = '2026-12-07T09:00:00.000Z';
const today = dayOf(plan, 0);
const records = [{ ...UNTOUCHED, id: 'event', step: first.id, status: 'done' as const, finishedOn: today }];
const settle = (doneAt: string, isTrue: (id: string) => boolean) =>
  settleAgain(career, again, {
    records: records.map((one) => ({ ...one, doneAt })),
    madeAt: MADE_AT,
    isTrue,
  });
const statusOf = (document: PlanDocument) => document.steps.find(({ id }) => id === first.id)?.status;

it('leaves a step to do again while something that it teaches is missing and it was not finished since', () => {
  expect(settle(MADE_AT, (id) => id !== teaches[0])).toEqual(again);
  expect(settleAgain(career, plan, { records: [], madeAt: MADE_AT, isTrue: () => true })).toBe(plan);
});

it('counts it as done once it was finished again, or once all that it teaches is true', () => {
  for (const document of [settle('2026-12-08T09:00:00.000Z', () => false), settle(MADE_AT, () => true)]) {
    expect(statusOf(document)).toBe('done');
    const row = listRows(toFollowed(document).steps, { records, today }).find(
      ({ step }) => step.id === first.id,
    );
    expect(row?.status).toBe('done');
  }
});

it('is never laid out again by a plan that goes on, once all that it teaches is true', () => {
  const now = afterwards(profile, plan, { records, weeks: 0 });
  for (const kept of [plan, settle(MADE_AT, () => true)]) {
    const next = solveContinuation(
      career,
      { kept, profile: now, records, today },
      { effort: 'glance', words: planWords },
    );
    const found = next?.steps.filter(({ id }) => id === first.id) ?? [];
    expect(found.map(({ status }) => status)).toEqual(['done']);
    const rows = next ? listRows(toFollowed(next).steps, { records, today }) : [];
    expect(rows.filter(({ status }) => status === 'done')).toHaveLength(1);
  }
});

it('is left of a plan while it is to do again, and finished for what asks for the step', () => {
  const { left, behind } = splitPlan({ followed: toFollowed(again), records, today });
  expect(left.map(({ id }) => id)).toContain(first.id);
  expect(behind).toEqual([]);
  const missing = { ...profile, done: [first.id], except: teaches.filter((id) => career.canDoById.has(id)) };
  const next = solveContinuation(
    career,
    { kept: again, profile: missing, records, today },
    { effort: 'glance', words: planWords },
  );
  expect(next?.steps.filter(({ id }) => id === first.id).map(({ status }) => status)).toEqual(['again']);
});
