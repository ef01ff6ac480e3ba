import { expect, test } from 'vitest';
import { computeHoursLeft } from '@/lib/domain/plan/hours-left';
import { buildClimber, solveFor } from '@/tests/support/climb/solved';

const plan = solveFor(buildClimber());
const step = plan.steps.find(({ hours, pool }) => hours > 1 && pool === 'own');
if (!step) throw new Error('the plan has no step with hours');
const event = { step: step.id, status: 'in-progress' as const, hoursSpent: 1 };

test.each([
  ['nothing is recorded', [], plan.totals.hours],
  ['a step is under way', [event], plan.totals.hours - 1],
  ['more is spent than planned', [{ ...event, hoursSpent: 9_999 }], plan.totals.hours - step.hours],
  ['a step is to do although hours were spent', [{ ...event, status: 'todo' as const }], plan.totals.hours],
  ['a step is done', [{ ...event, status: 'done' as const }], plan.totals.hours - step.hours],
  ['a step is dropped', [{ ...event, status: 'dropped' as const }], plan.totals.hours - step.hours],
])('counts the hours left when %s', (_case, progress, hours) => {
  expect(computeHoursLeft(plan, progress)).toBe(hours);
});

test('counts a step that was done and is to be done again', () => {
  const steps = plan.steps.map((one) => (one.id === step.id ? { ...one, status: 'again' as const } : one));
  expect(computeHoursLeft({ steps }, [{ ...event, status: 'done' }])).toBe(plan.totals.hours);
});

test('leaves out the hours that work gives to learning', () => {
  const steps = plan.steps.map((one) => ({
    ...one,
    pool: one.id === step.id ? ('work' as const) : one.pool,
  }));
  expect(computeHoursLeft({ steps }, [])).toBe(plan.totals.hours - step.hours);
});

test('counts the hours at work apart', () => {
  const steps = plan.steps.map((one) => ({
    ...one,
    pool: one.id === step.id ? ('work' as const) : ('own' as const),
  }));
  expect(computeHoursLeft({ steps }, [], 'work')).toBe(step.hours);
  expect(computeHoursLeft({ steps }, [{ ...event, status: 'done' }], 'work')).toBe(0);
});
