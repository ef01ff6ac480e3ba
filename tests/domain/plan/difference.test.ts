import { expect, test } from 'vitest';
import { type ComparedPlan, comparePlans } from '@/lib/domain/plan/difference';

const step = (id: string, startWeek: number): ComparedPlan['steps'][number] => ({
  id,
  title: id,
  start: `2027-01-${String(4 + startWeek)}`,
  finish: `2027-02-${String(4 + startWeek)}`,
  startWeek,
  weeks: 4,
  status: 'todo',
});
const planOf = (
  steps: ComparedPlan['steps'],
  { weeks = 10, amount = 100, currency = 'GBP' as const, posts = ['start'] as string[] } = {},
): ComparedPlan => ({
  steps,
  totals: {
    weeks,
    finish: '2027-06-01',
    hours: 80,
    steps: steps.length,
    cost: { amount, currency, approximate: false, estimated: [] },
  },
  stages: posts.map((post) => ({ post })),
});

const kept = planOf([step('stays', 0), step('later', 2), step('goes', 1)], {
  posts: ['start', 'admin', 'sre'],
});
const other = planOf([step('comes', 5), step('stays', 0), step('first', 1), step('later', 3)], {
  weeks: 13,
  amount: 80.1,
  posts: ['start', 'admin', 'lead'],
});

test('two plans differ by their steps in order of time, their weeks, their money and their posts', () => {
  const difference = comparePlans({ kept, other });
  expect(difference).toMatchObject({ weeks: 3, amount: -19.9, steps: 1 });
  expect(difference.added.map(({ id }) => id)).toEqual(['first', 'comes']);
  expect(difference.dropped.map(({ id }) => id)).toEqual(['goes']);
  expect(difference.moved).toEqual([{ step: step('later', 3), from: '2027-01-6' }]);
  expect(difference.posts).toEqual({ added: ['lead'], dropped: ['sre'] });
});

test('money in two currencies has no difference', () => {
  const { totals } = other;
  const abroad = { ...other, totals: { ...totals, cost: { ...totals.cost, currency: 'USD' as const } } };
  expect(comparePlans({ kept, other: abroad }).amount).toBeNull();
});

test('the post that one has is no difference, nor is that a plan of the first edition names none', () => {
  const { stages: _, ...first } = kept;
  expect(comparePlans({ kept: first, other }).posts).toEqual({ added: ['admin', 'lead'], dropped: [] });
  const moved = planOf(kept.steps, { posts: ['elsewhere', 'admin', 'sre'] });
  expect(comparePlans({ kept, other: moved }).posts).toEqual({ added: [], dropped: [] });
});
