import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { planDocumentSchema } from '@/lib/domain/climb/document';
import { type Followed, toFollowed } from '@/lib/domain/climb/follow/followed';
import { addDays } from '@/lib/domain/day';
import { buildGlance } from '@/lib/domain/plan/glance/glance';
import { listByTime } from '@/lib/domain/plan/glance/lists';
import type { Recorded } from '@/lib/domain/plan/glance/row';
import { tellWays } from '@/lib/domain/plan/glance/ways';
import { UNTOUCHED } from '@/lib/domain/step-progress';

const career = loadCareer();
const read = (name: string): Followed =>
  toFollowed(planDocumentSchema.parse(JSON.parse(readFileSync(`tests/support/plans/${name}.json`, 'utf8'))));
const changer = read('changer');
const administrator = read('administrator');
const { start } = changer;

const record = (step: string, fields: Partial<Recorded>): Recorded => ({
  ...UNTOUCHED,
  ...{ id: `event-${step}`, step },
  ...fields,
});

test('on the first day the steps that begin first are due, and later stages stand apart', () => {
  const glance = buildGlance(career, { plan: changer, records: [], today: addDays(start, -2) });
  expect(glance.lists.now.map(({ step }) => step.id)).toEqual(['secure-your-accounts']);
  expect(glance.lists.next.map(({ step }) => step.id)).toEqual(['exercism-track', 'missing-semester']);
  expect(glance.lists.later).toEqual([]);
  expect(glance.present?.stage.post).toBeNull();
  expect(glance.ahead.map(({ stage }) => stage.post)).toEqual([
    'entry-role-it-support',
    'entry-role-junior-developer',
    'junior-devops-engineer',
  ]);
  expect([glance.done, glance.total, glance.weeksBehind]).toEqual([0, changer.steps.length, 0]);
});

test('acts before the first day leave the list of what is due as it was, until their day is over', () => {
  const today = addDays(start, -2);
  const idsNow = (fields: Partial<Recorded>) =>
    buildGlance(career, {
      plan: changer,
      records: [record('secure-your-accounts', fields)],
      today,
    }).lists.now.map(({ step }) => step.id);
  expect(idsNow({ status: 'in-progress' })).toEqual(['secure-your-accounts']);
  expect(idsNow({ status: 'done', finishedOn: today })).toEqual(['secure-your-accounts']);
  expect(idsNow({ status: 'done', finishedOn: addDays(today, -1) })).not.toContain('secure-your-accounts');
});

test('a search stands at the end of every stage, as long as its post takes to find, and after the last', () => {
  const { stages } = buildGlance(career, { plan: changer, records: [], today: start });
  expect(stages.map(({ search }) => search?.post ?? null)).toEqual([
    'entry-role-it-support',
    'entry-role-junior-developer',
    'junior-devops-engineer',
    'devops-engineer',
  ]);
  expect(stages[0]?.search).toEqual({
    post: 'entry-role-it-support',
    start: addDays(start, 14),
    finish: addDays(start, 69),
    isAfter: false,
    isUntilFree: false,
  });
  const last = stages.at(-1);
  expect(last?.search).toEqual({
    post: 'devops-engineer',
    start: addDays(last?.finish ?? start, 1),
    finish: addDays(last?.finish ?? start, 56),
    isAfter: true,
    isUntilFree: false,
  });
});

test('a search that waits for the first free day begins as soon as one can apply', () => {
  const [first] = changer.stages;
  const freeFrom = first?.finish ?? start;
  const apply = { post: first?.until ?? '', percent: 95, weeksMissing: 0, pieces: [], rest: [] };
  const searchOf = (on: string) =>
    buildGlance(career, {
      plan: { ...changer, freeFrom },
      records: [],
      today: start,
      applyFrom: [{ ...apply, on }],
    }).stages[0]?.search;
  expect(searchOf(addDays(start, 7))).toMatchObject({ start: addDays(start, 7), isUntilFree: true });
  expect(searchOf(addDays(start, 21))).toMatchObject({ start: addDays(start, 14), isUntilFree: false });
});

test('nothing is looked for by who is in the post already', () => {
  const stages = changer.stages.map((stage) => ({ ...stage, post: stage.until }));
  const glance = buildGlance(career, { plan: { ...changer, stages }, records: [], today: start });
  expect(glance.stages.map(({ search }) => search)).toEqual(stages.map(() => null));
});

test('what is under way or late is due now, and what is finished today stays until the day is over', () => {
  const today = addDays(start, 35);
  const records = [
    record('secure-your-accounts', { status: 'done', finishedOn: today }),
    record('terraform-associate', { status: 'in-progress', hoursSpent: 3 }),
  ];
  const glance = buildGlance(career, { plan: changer, records, today });
  expect(glance.lists.now.map(({ step, status }) => [step.id, status])).toEqual([
    ['exercism-track', 'todo'],
    ['missing-semester', 'todo'],
    ['terraform-associate', 'in-progress'],
    ['secure-your-accounts', 'done'],
  ]);
  // The row that was just pressed stays where it was.
  const answered = records[0]?.id ?? null;
  expect(buildGlance(career, { plan: changer, records, today, answered }).lists.now[0]?.step.id).toBe(
    'secure-your-accounts',
  );
  expect(glance.rows.find(({ step }) => step.id === 'exercism-track')?.late).toEqual({
    what: 'start',
    weeks: 3,
  });
  expect(glance.weeksBehind).toBe(3);
  expect(glance.done).toBe(1);
  const tomorrow = buildGlance(career, {
    plan: changer,
    records: [record('secure-your-accounts', { status: 'done', finishedOn: today })],
    today: addDays(today, 1),
  });
  expect(tomorrow.lists.over.map(({ step }) => step.id)).toEqual(['secure-your-accounts']);
});

test('the present stage is that of the post one holds, and nobody comes into one by time alone', () => {
  const today = addDays(start, 7 * 50);
  const waiting = buildGlance(career, { plan: changer, records: [], today });
  expect(waiting.present?.stage.post).toBeNull();
  const inPost = buildGlance(career, {
    plan: changer,
    records: [],
    today,
    held: 'entry-role-junior-developer',
  });
  expect(inPost.stages.map(({ when }) => when)).toEqual(['past', 'past', 'now', 'ahead']);
});

test('later steps stand by year where there are over twelve', () => {
  const few = buildGlance(career, { plan: administrator, records: [], today: start });
  expect(few.lists.next).toHaveLength(4);
  expect(few.lists.later.map(({ year, rows }) => [year, rows.length])).toEqual([[null, 12]]);
  const { rows } = buildGlance(career, { plan: changer, records: [], today: start });
  expect(listByTime(rows, start).later.map(({ year, rows: each }) => [year, each.length])).toEqual([
    ['2027', 5],
    ['2028', 16],
    ['2029', 2],
  ]);
});

test('ways of equal length and price are told as one, the chosen one first', () => {
  const way = { weeks: 90, cost: 10, hours: 500, chosen: false };
  expect(
    tellWays([
      { ...way, posts: ['a', 'c'], hours: 520 },
      { ...way, posts: ['b'], chosen: true },
      { ...way, weeks: 80, posts: [] },
    ]),
  ).toEqual([
    { firsts: ['b', 'a'], weeks: 90, cost: 10, hours: [500, 520], chosen: true, count: 2, posts: 1 },
    { firsts: [null], weeks: 80, cost: 10, hours: [500, 500], chosen: false, count: 1, posts: 0 },
  ]);
});

test('the chart lays every step in a row of its own weeks and marks today and the stages', () => {
  const today = addDays(start, 70);
  const { chart, rows } = buildGlance(career, { plan: changer, records: [], today });
  const bars = chart.lanes.flat();
  expect(bars.map(({ order }) => order).sort((a, b) => a - b)).toEqual(rows.map(({ order }) => order));
  for (const lane of chart.lanes)
    for (const [index, bar] of lane.entries())
      expect(bar.startWeek).toBeGreaterThanOrEqual(
        index === 0 ? 0 : (lane[index - 1]?.startWeek ?? 0) + (lane[index - 1]?.weeks ?? 0),
      );
  expect(chart.today).toBeCloseTo(10 / chart.weeks, 6);
  expect(chart.stages[0]).toEqual({ post: 'entry-role-it-support', position: 10 / chart.weeks });
});
