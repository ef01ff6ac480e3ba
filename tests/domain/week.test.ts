import { describe, expect, it } from 'vitest';
import { UNTOUCHED } from '@/lib/domain/step-progress';
import { addWeek, buildWeekSchema } from '@/lib/domain/week';

const before = {
  ...UNTOUCHED,
  status: 'in-progress' as const,
  startedOn: '2026-11-01',
  hoursSpent: 4,
  note: 'n',
};
const row = { step: 'cka', hours: null, did: null, isDone: false, basedOn: 'e' };

describe('a week', () => {
  it('is the rows that say something, with hours as they are typed', () => {
    const rows = {
      cka: { hours: '2,5', did: ' Labs ', basedOn: 'a' },
      lfcs: { hours: '', did: '', basedOn: 'b' },
      done: { hours: '', did: '', isDone: 'on', basedOn: 'c' },
    };
    expect(buildWeekSchema(',').parse({ rows })).toEqual([
      { step: 'cka', hours: 2.5, did: 'Labs', isDone: false, basedOn: 'a' },
      { step: 'done', hours: null, did: null, isDone: true, basedOn: 'c' },
    ]);
    expect(buildWeekSchema().parse({})).toEqual([]);
  });

  it.each([
    ['more hours than it has', { hours: '169' }],
    ['hours that are none', { hours: 'many' }],
    ['a field of its own', { status: 'dropped' }],
  ])('refuses %s', (_what, change) => {
    expect(buildWeekSchema().safeParse({ rows: { cka: { basedOn: 'a', ...change } } }).success).toBe(false);
  });

  it('adds its hours to those before, and keeps what it says nothing of', () => {
    expect(addWeek(before, { ...row, hours: 1.5, did: 'Labs' })).toEqual({
      ...before,
      hoursSpent: 5.5,
      evidence: 'Labs',
    });
    expect(addWeek({ ...before, hoursSpent: null, evidence: 'Old' }, { ...row, isDone: true })).toEqual({
      ...before,
      hoursSpent: null,
      evidence: 'Old',
      status: 'done',
    });
  });
});
