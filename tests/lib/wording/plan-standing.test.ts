import { expect, test } from 'vitest';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import type { Replanning } from '@/lib/domain/climb/follow/replan';
import { describeOffer, describeStanding } from '@/lib/wording/plan-standing';
import { readStagedPlan } from '@/tests/support/sample-plan';

const kept = toFollowed(readStagedPlan());
const HOLDS = {
  isForOtherRole: false,
  replanning: { kind: 'none' } as Replanning,
  weeksLate: null,
  kept: { ...kept, totals: { ...kept.totals, finish: '2029-04-08' } },
  isBetterKnown: false,
  dropped: [],
};
const offer = (why: 'broken' | 'better'): Replanning => ({
  kind: 'offer',
  why,
  changes: ['ratings'],
  problems: [],
  document: readStagedPlan(),
  keepLonger: why === 'broken' ? null : 9,
});

test.each([
  ['holds', {}, /^Your plan holds: ready by 8 Apr 2029/, null],
  ['is still being looked at', { replanning: null }, /^Ready by 8 Apr 2029.*still working out/, null],
  ['is for another goal', { isForOtherRole: true, weeksLate: 3 }, /another goal/, '/plan'],
  ['is stuck', { replanning: { kind: 'stuck', changes: [], problems: [] } }, /stops short/, '/plan'],
  [
    'is broken',
    { replanning: offer('broken'), weeksLate: 3 },
    /your ratings.*another reaches/,
    '/plan/replan',
  ],
  ['is late', { weeksLate: 6, replanning: offer('better') }, /^You are 6 weeks behind\.$/, '/plan'],
  ['has a late step', { weeksLate: 0 }, /the end of your plan still holds/, '/plan'],
  ['could be shorter', { replanning: offer('better') }, /^You can have a plan/, '/plan/replan'],
  ['was found a better one for', { isBetterKnown: true }, /shorter or lighter/, '/plan'],
])('says in one line that a plan %s, with its remedy', (_what, changes, sentence, href) => {
  const line = describeStanding({ ...HOLDS, ...(changes as object) });
  expect(line.sentence).toMatch(sentence);
  expect(line.remedy?.href ?? null).toBe(href);
});

type Offer = Extract<Replanning, { kind: 'offer' }>;
const tell = (
  changes: Offer['changes'],
  totals: Partial<Offer['document']['totals']>,
  dropped: string[] = [],
) => {
  const document = readStagedPlan();
  const made = { ...document, totals: { ...document.totals, ...totals } };
  const offered = { ...(offer('broken') as Offer), changes, document: made };
  return describeOffer(offered, { kept, dropped });
};

test('a plan that stops short for what was dropped names that', () => {
  expect(tell(['dropped'], {}, ['A pipeline'])).toBe(
    'You dropped “A pipeline”, so this plan stops short. Another reaches your goal.',
  );
});

test('good news comes first, and a plan that asks for too much does not stop short', () => {
  const { weeks, steps } = kept.totals;
  expect(tell(['ratings'], { weeks: weeks - 10, steps: steps - 1 })).toBe(
    'You can have a plan that is 10 weeks shorter, 1 step fewer (estimates), since this has changed: your ratings.',
  );
  expect(tell(['ratings'], { weeks: weeks + 1 })).toMatch(/your ratings\. So this plan stops short/);
});

test('a plan that was kept by choice is still said to fall short', () => {
  const line = describeStanding({ ...HOLDS, replanning: { kind: 'kept', problems: [{ code: 'way' }] } });
  expect(line).toMatchObject({ tone: 'attention', remedy: { href: '/plan/replan' } });
  expect(line.sentence).toBe('Your plan, kept as it is, does not reach your goal.');
});
