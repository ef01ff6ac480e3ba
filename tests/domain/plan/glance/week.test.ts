import { expect, test } from 'vitest';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { addDays } from '@/lib/domain/day';
import { listRows, type Recorded } from '@/lib/domain/plan/glance/row';
import { listWeek } from '@/lib/domain/plan/glance/week';
import { UNTOUCHED } from '@/lib/domain/step-progress';
import { readStagedPlan } from '@/tests/support/sample-plan';

const plan = toFollowed(readStagedPlan());
const record = (step: string, fields: Partial<Recorded>): Recorded => ({
  ...UNTOUCHED,
  ...{ id: `event-${step}`, step },
  ...fields,
});
const week = (today: string, records: Recorded[] = [], answered: string | null = null) =>
  listWeek(plan, { rows: listRows(plan.steps, { records, today }), today, answered });

test('a week holds what is under way, then what is late, then what begins within seven days', () => {
  const today = addDays(plan.start, 9);
  const startedOn = addDays(today, -1);
  const { rows, hours } = week(today, [record('terraform-associate', { status: 'in-progress', startedOn })]);
  expect(rows.map(({ step }) => step.id)).toEqual([
    'terraform-associate',
    'secure-your-accounts',
    'exercism-track',
    'missing-semester',
  ]);
  expect(hours).toBe(6);
});

test('a row keeps its place through all that is done to it in a day', () => {
  const today = addDays(plan.start, 9);
  const before = week(today).rows.map(({ step }) => step.id);
  expect(before.length).toBeGreaterThan(1);
  const acts: Partial<Recorded>[] = [
    { status: 'in-progress', startedOn: today },
    { status: 'in-progress', startedOn: today, hoursSpent: 2 },
    { status: 'done', startedOn: today, finishedOn: today },
    { status: 'dropped' },
    { status: 'todo' },
  ];
  for (const id of before)
    for (const fields of acts)
      expect(
        week(today, [record(id, fields)], `event-${id}`).rows.map(({ step }) => step.id),
        `${id}: ${JSON.stringify(fields)}`,
      ).toEqual(before);
});

test('before the plan begins the hours are those of its first week, and far from any step there is none', () => {
  expect(week(addDays(plan.start, -3))).toMatchObject({ hours: 6, rows: [{ order: 1 }] });
  expect(week(addDays(plan.start, -30)).rows).toEqual([]);
});

test('what is finished today or just answered for stays, and later it is gone', () => {
  const today = addDays(plan.start, 1);
  const done = record('secure-your-accounts', { status: 'done', finishedOn: today });
  expect(week(today, [done]).rows.map(({ status }) => status)).toEqual(['done']);
  expect(week(addDays(today, 1), [done]).rows).toEqual([]);
  const dropped = record('secure-your-accounts', { status: 'dropped' });
  expect(week(today, [dropped]).rows).toEqual([]);
  expect(week(today, [dropped], dropped.id).rows).toHaveLength(1);
});

test('what is taken back, or asked for by its own id, stays too though nothing of it is due', () => {
  const today = addDays(plan.start, -30);
  const undone = record('terraform-associate', { status: 'todo' });
  expect(week(today, [undone]).rows).toEqual([]);
  expect(week(today, [undone], undone.id).rows.map(({ step }) => step.id)).toEqual(['terraform-associate']);
  expect(week(today, [undone], undone.step).rows.map(({ step }) => step.id)).toEqual(['terraform-associate']);
});
