import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { solveContinuation } from '@/lib/domain/climb/follow/continuation';
import { type Followed, toFollowed } from '@/lib/domain/climb/follow/followed';
import { addDays } from '@/lib/domain/day';
import { listRows, type Recorded } from '@/lib/domain/plan/glance/row';
import { listWeek } from '@/lib/domain/plan/glance/week';
import { UNTOUCHED } from '@/lib/domain/step-progress';
import { planWords } from '@/lib/wording/plan-words';
import { buildClimber, solveFor } from '@/tests/support/climb/solved';
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

test('what is finished or dropped has no hours left, and what was done ahead is taken off', () => {
  const today = addDays(plan.start, 1);
  const id = 'secure-your-accounts';
  expect(week(today).hours).toBe(6);
  for (const status of ['done', 'dropped'] as const)
    expect(week(today, [record(id, { status })]).hours).toBe(0);
  const [step] = plan.steps;
  const ahead = (step?.hoursByWeek[0] ?? 0) - 2;
  expect(week(today, [record(id, { status: 'in-progress', hoursSpent: ahead })]).hours).toBe(2);
});

test('steps that should be over are told apart from the hours of the week', () => {
  const last = Math.max(...plan.steps.map(({ startWeek, weeks }) => startWeek + weeks));
  const past = week(addDays(plan.start, 7 * (last + 1)));
  expect(past).toMatchObject({ hours: 0, lateSteps: plan.steps.length });
  expect(week(plan.start).lateSteps).toBe(0);
});

test('the hours of a week never exceed those that a person has, whatever they have finished or done ahead', () => {
  const statuses = fc.constantFrom('todo', 'in-progress', 'done', 'dropped');
  const touched = fc.tuple(statuses, fc.option(fc.integer({ min: 0, max: 60 })));
  const expectWithin = (followed: Followed) =>
    fc.assert(
      fc.property(
        fc.array(touched, { minLength: followed.steps.length, maxLength: followed.steps.length }),
        fc.integer({ min: -8, max: 7 * (followed.totals.weeks + 4) }),
        (all, days) => {
          const records = followed.steps.map(({ id }, place) => {
            const [status = 'todo', hoursSpent = null] = all[place] ?? [];
            return record(id, { status, hoursSpent });
          });
          const today = addDays(followed.start, days);
          const rows = listRows(followed.steps, { records, today });
          expect(listWeek(followed, { rows, today }).hours).toBeLessThanOrEqual(followed.hoursPerWeek);
        },
      ),
      { numRuns: 150 },
    );
  const climber = buildClimber();
  const made = solveFor(climber);
  expectWithin(plan);
  expectWithin(toFollowed(made));
  // One that goes on lists what was done before it in its first week.
  const [first = expect.fail('no steps')] = made.steps;
  const records = [
    {
      ...UNTOUCHED,
      step: first.id,
      status: 'in-progress' as const,
      startedOn: made.profile.preferences.start,
      hoursSpent: 5,
    },
  ];
  const following = { kept: made, profile: climber, records, today: made.profile.preferences.start };
  const next = solveContinuation(loadCareer(), following, { effort: 'glance', words: planWords });
  const going = toFollowed(next ?? expect.fail('no plan goes on'));
  const today = going.start;
  const rows = listRows(going.steps, { records: [record(first.id, records[0] ?? {})], today });
  expect(listWeek(going, { rows, today }).hours).toBeLessThanOrEqual(going.hoursPerWeek);
});
