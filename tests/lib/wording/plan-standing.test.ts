import { expect, test } from 'vitest';
import type { Replanning } from '@/lib/domain/climb/follow/replan';
import { describeBroken, describeStanding } from '@/lib/wording/plan-standing';
import { readStagedPlan } from '@/tests/support/sample-plan';

const HOLDS = {
  isForOtherRole: false,
  replanning: { kind: 'none' } as Replanning,
  weeksLate: null,
  finish: '2029-04-08',
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
  ['could be shorter', { replanning: offer('better') }, /shorter or lighter/, '/plan/replan'],
  ['was found a better one for', { isBetterKnown: true }, /shorter or lighter/, '/plan'],
])('says in one line that a plan %s, with its remedy', (_what, changes, sentence, href) => {
  const line = describeStanding({ ...HOLDS, ...(changes as object) });
  expect(line.sentence).toMatch(sentence);
  expect(line.remedy?.href ?? null).toBe(href);
});

test('a plan that stops short for what was dropped names that', () => {
  expect(describeBroken(['dropped'], ['A pipeline'])).toBe(
    'You dropped “A pipeline”, so this plan stops short. Another reaches your goal.',
  );
});
