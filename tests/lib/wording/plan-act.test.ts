import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { listRows, type PlanRow } from '@/lib/domain/plan/glance/row';
import { UNTOUCHED } from '@/lib/domain/step-progress';
import { describeAct, findSkillToRate } from '@/lib/wording/plan-act';
import { readStagedPlan } from '@/tests/support/sample-plan';

const plan = toFollowed(readStagedPlan());
const rowOf = (status: PlanRow['status'], hoursSpent: number | null = null): PlanRow => {
  const step = plan.steps[0]?.id ?? '';
  const record = { ...UNTOUCHED, id: 'event', step, status, hoursSpent };
  const found = listRows(plan.steps, { records: [record], today: plan.start }).find(
    (row) => row.step.id === step,
  );
  if (!found) throw new Error('The plan has no step.');
  return found;
};
const tell = (row: PlanRow, what: 'did' | 'saved' | 'undone') =>
  describeAct(row, { done: 1, total: 11 }, what);

test('an act is told by what it came to', () => {
  expect(tell(rowOf('done'), 'did')).toBe('1 of 11 done.');
  expect(tell(rowOf('dropped'), 'did')).toBe('Dropped. Nothing else was changed.');
  expect(tell(rowOf('in-progress'), 'did')).toMatch(/^Started\. Planned to /);
  expect(tell(rowOf('in-progress', 2), 'did')).toMatch(/^2 of \d+ hours? so far\.$/);
  expect(tell(rowOf('todo'), 'undone')).toBe('Undone: To do.');
});

test('what a form saved is told as saved, whatever it says', () => {
  expect(tell(rowOf('done'), 'saved')).toBe('Saved. Done: 1 of 11 done.');
  expect(tell(rowOf('in-progress', 2), 'saved')).toMatch(/^Saved\. In progress: 2 of \d+ hours? so far\.$/);
  expect(tell(rowOf('in-progress'), 'saved')).toBe('Saved. In progress.');
  expect(tell(rowOf('dropped'), 'saved')).toBe('Saved. Dropped.');
  expect(tell(rowOf('todo'), 'saved')).toBe('Saved. To do.');
});

test('a finished step asks for the skill that it teaches most of, also where it brought nothing new', () => {
  const row = rowOf('done');
  const brought = findSkillToRate(loadCareer(), row);
  expect(brought).not.toBeNull();
  const nothingNew = { ...row, step: { ...row.step, id: 'static-site-over-tls', teaches: [], raises: [] } };
  expect(findSkillToRate(loadCareer(), nothingNew)?.id).toBe('server-administration');
  const unknown = { ...nothingNew, step: { ...nothingNew.step, id: 'nowhere' } };
  expect(findSkillToRate(loadCareer(), unknown)).toBeNull();
});
