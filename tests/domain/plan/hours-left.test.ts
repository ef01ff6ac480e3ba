import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { computeHoursLeft } from '@/lib/domain/plan/hours-left';
import { preferencesSchema } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';

const career = loadCareer();
const plan = solvePlan(
  career,
  {
    career: career.id,
    role: 'apprentice-devops-engineer',
    levels: {},
    holdings: [],
    done: [],
    preferences: preferencesSchema.parse({ start: '2027-01-04' }),
  },
  { effort: 'quick' },
);
const step = plan.steps.find((candidate) => candidate.hours > 1);
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

test('leaves out the hours that work gives to learning', () => {
  const steps = plan.steps.map((one) => ({
    ...one,
    pool: one.id === step.id ? ('work' as const) : ('own' as const),
  }));
  expect(computeHoursLeft({ steps }, [])).toBe(plan.totals.hours - step.hours);
});
