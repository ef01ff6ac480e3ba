import { describe, expect, it } from 'vitest';
import { type AccountData, accountDataSchema } from '@/lib/domain/account-data';
import { computeImport, type ImportedData } from '@/lib/domain/account-import';
import { findImportProblems } from '@/lib/domain/import-problems';
import { listKnownIds } from '@/lib/import/weigh';

const careers = new Map([['devops', listKnownIds('devops')]]);
const HEAD = { format: 'rung-data', version: 2 };
const EMPTY = accountDataSchema.parse({
  ...HEAD,
  account: { name: 'Ada', email: 'ada@example.org', timeZone: 'UTC', settings: {} },
});

const now = new Date('2026-11-27T12:00:00Z');

function parse(parts: object): ImportedData {
  return accountDataSchema.parse({ ...HEAD, ...parts }) as ImportedData;
}

function checkIn(id: string, level = 2) {
  return { id, takenAt: '2026-01-01T00:00:00.000Z', note: null, ratings: [{ skill: 'coding', level }] };
}

describe('computeImport', () => {
  it('adds what is new and leaves what is the same', () => {
    const own: AccountData = { ...EMPTY, checkIns: parse({ checkIns: [checkIn('a')] }).checkIns };
    const merge = computeImport({ file: parse({ checkIns: [checkIn('a'), checkIn('b')] }), own });
    expect(merge.added.checkIns.map((one) => one.id)).toEqual(['b']);
    expect(merge.unchangedCount).toBe(1);
    expect(merge.differences).toEqual([]);
  });

  it('keeps the account’s own record where the file has another under its id, and names the fields', () => {
    const own: AccountData = { ...EMPTY, checkIns: parse({ checkIns: [checkIn('a', 2)] }).checkIns };
    const merge = computeImport({ file: parse({ checkIns: [{ ...checkIn('a', 4), note: 'new' }] }), own });
    expect(merge.added.checkIns).toEqual([]);
    expect(merge.differences).toEqual([{ part: 'checkIns', id: 'a', fields: ['note', 'ratings'] }]);
  });

  it('compares only what a file gives, and ratings in any order', () => {
    const ratings = [
      { skill: 'coding', level: 2 },
      { skill: 'coaching', level: 1 },
    ];
    const full = { ...checkIn('a'), ratings, career: 'devops', catalogue: 'c1', corrects: null };
    const own: AccountData = { ...EMPTY, checkIns: parse({ checkIns: [full] }).checkIns };
    const file = parse({ checkIns: [{ ...checkIn('a'), ratings: ratings.toReversed() }] });
    expect(computeImport({ file, own }).unchangedCount).toBe(1);
  });

  it('sets a goal that stands alone in a file only where the account has none', () => {
    const goal = { career: 'devops', role: 'devops-engineer' };
    const file = parse({ goal });
    expect(computeImport({ file, own: EMPTY }).goal).toMatchObject(goal);
    const own = { ...EMPTY, goal: parse({ goal: { ...goal, role: 'junior-devops-engineer' } }).goal };
    const merge = computeImport({ file, own });
    expect(merge.goal).toBeNull();
    expect(merge.differences).toEqual([{ part: 'goal', id: null, fields: ['role'] }]);
  });
});

const post = { id: 'p', career: 'devops', post: 'linux-administrator', since: '2024-01' };

describe('findImportProblems', () => {
  it.each([
    ['a career', { checkIns: [{ ...checkIn('a'), career: 'law' }] }, 'checkIns.0.career'],
    [
      'a skill',
      { checkIns: [{ ...checkIn('a'), ratings: [{ skill: 'x', level: 1 }] }] },
      'checkIns.0.ratings.0.skill',
    ],
    ['a check-in to correct', { checkIns: [{ ...checkIn('a'), corrects: 'gone' }] }, 'checkIns.0.corrects'],
    [
      'another check-in to correct',
      { checkIns: [{ ...checkIn('a'), corrects: 'a' }] },
      'checkIns.0.corrects',
    ],
    [
      'a correction at the time of what it corrects',
      { checkIns: [checkIn('a'), { ...checkIn('b'), takenAt: '2026-02-01T00:00:00Z', corrects: 'a' }] },
      'checkIns.1.takenAt',
    ],
    ['a role', { goal: { career: 'devops', role: 'king' } }, 'goal.role'],
    [
      'a holding',
      { goal: { career: 'devops', role: 'devops-engineer', holdings: ['x'] } },
      'goal.holdings.0',
    ],
    ['a step', { stepProgress: [{ id: 's', step: 'x', status: 'done' }] }, 'stepProgress.0.step'],
    [
      'a can-do that stands out',
      { checkIns: [{ ...checkIn('a'), ratings: [{ skill: 'coding', level: 1, also: ['coding-x'] }] }] },
      'checkIns.0.ratings.0.also.0',
    ],
    [
      'a can-do that is not true',
      { checkIns: [{ ...checkIn('a'), ratings: [{ skill: 'coding', level: 1, except: ['coding-x'] }] }] },
      'checkIns.0.ratings.0.except.0',
    ],
    ['a post', { posts: [{ ...post, post: 'king' }] }, 'posts.0.post'],
    ['months in order', { posts: [{ ...post, until: '2023-12' }] }, 'posts.0.until'],
    ['something held', { holdings: [{ id: 'x', career: 'devops' }] }, 'holdings.0.id'],
    ['a post once', { posts: [post, post] }, 'posts.1.id'],
    ['a time zone', { account: { name: '', email: '', timeZone: 'Mars/Base' } }, 'account.timeZone'],
    ['one record an id', { checkIns: [checkIn('a'), checkIn('a')] }, 'checkIns.1.id'],
  ])('misses %s', (_what, parts, path) => {
    const problems = findImportProblems(parse(parts), { careers, defaultCareer: 'devops', own: EMPTY, now });
    expect(problems.map((problem) => problem.path.join('.'))).toEqual([path]);
  });

  it('lets a file correct a check-in that the account has', () => {
    const own: AccountData = { ...EMPTY, checkIns: parse({ checkIns: [checkIn('a')] }).checkIns };
    const file = parse({ checkIns: [{ ...checkIn('b'), corrects: 'a' }] });
    expect(findImportProblems(file, { careers, defaultCareer: 'devops', own, now })).toEqual([]);
  });

  const later = '2026-11-28T12:00:00.001Z';
  const ownStep = {
    id: 'own-a',
    career: 'devops',
    kind: 'course',
    title: 'A course',
    hours: 1,
    weeks: 1,
    raises: [{ skill: 'coding', from: 1, to: 2 }],
    createdAt: '2026-01-01T00:00:00.000Z',
    changedAt: '2026-01-01T00:00:00.000Z',
  };
  const forecast = {
    id: 'f',
    career: 'devops',
    role: 'devops-engineer',
    planId: 'p',
    basis: 'catalogue',
    evenOn: '2027-01-01',
    likelyOn: '2027-02-01',
    stepsLeft: 1,
  };

  it.each([
    ['a check-in', { checkIns: [{ ...checkIn('a'), takenAt: later }] }, 'checkIns.0.takenAt'],
    ['its record', { checkIns: [{ ...checkIn('a'), recordedAt: later }] }, 'checkIns.0.recordedAt'],
    ['its removal', { checkIns: [{ ...checkIn('a'), removedAt: later }] }, 'checkIns.0.removedAt'],
    [
      'a goal',
      { goals: [{ id: 'g', career: 'devops', role: 'devops-engineer', setAt: later }] },
      'goals.0.setAt',
    ],
    [
      'an event of a step',
      { stepProgress: [{ id: 's', step: 'missing-semester', status: 'done', recordedAt: later }] },
      'stepProgress.0.recordedAt',
    ],
    ['an own step', { ownSteps: [{ ...ownStep, changedAt: later }] }, 'ownSteps.0.changedAt'],
    ['a forecast', { forecasts: [{ ...forecast, madeAt: later }] }, 'forecasts.0.madeAt'],
    ['a change of a post', { posts: [{ ...post, changedAt: later }] }, 'posts.0.changedAt'],
  ])('report 7: refuses %s of the future', (_what, parts, path) => {
    const problems = findImportProblems(parse(parts), { careers, defaultCareer: 'devops', own: EMPTY, now });
    expect(problems.map((problem) => problem.path.join('.'))).toEqual([path]);
    const then = new Date(now.getTime() + 1);
    expect(
      findImportProblems(parse(parts), { careers, defaultCareer: 'devops', own: EMPTY, now: then }),
    ).toEqual([]);
  });

  it('report 7: lets a file hold what the account has of the future already', () => {
    const file = parse({ checkIns: [{ ...checkIn('a'), takenAt: '2099-01-01T00:00:00.000Z' }] });
    const own: AccountData = { ...EMPTY, checkIns: file.checkIns };
    expect(findImportProblems(file, { careers, defaultCareer: 'devops', own, now })).toEqual([]);
  });
});
