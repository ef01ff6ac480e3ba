import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildStepProgressSchema, completeStepRecord, UNTOUCHED } from '@/lib/domain/step-progress';
import { expectHeld } from '@/tests/support/expect-held';

const form = { step: 'cka', status: 'in-progress', hoursSpent: '', basedOn: '' };
const read = (fields: object) => buildStepProgressSchema().safeParse({ ...form, ...fields });

describe('the progress of a step', () => {
  test.each([
    ['', null],
    ['  ', null],
    ['0', 0],
    ['12', 12],
    ['7.5', 7.5],
    ['7,5', 7.5],
    [' 1,200 ', 1200],
    ['20000', 20_000],
  ])('takes hours written as %j', (hoursSpent, hours) => {
    expect(read({ hoursSpent }).data?.hoursSpent).toBe(hours);
  });

  test.each(['todo', 'in-progress', 'done', 'dropped'])('takes the status %s', (status) => {
    expect(read({ status }).data?.status).toBe(status);
  });

  test('reads an empty basis as none', () => {
    expect(read({}).data?.basedOn).toBeNull();
    expect(read({ basedOn: 'abc' }).data?.basedOn).toBe('abc');
  });

  test.each(['many', '-1', '1e3', '0x10', '12h', 'Infinity', 'NaN', '.', ',', '20001', '9'.repeat(40)])(
    'refuses hours written as %j with a sentence',
    (hoursSpent) => {
      const [issue] = read({ hoursSpent }).error?.issues ?? [];
      expect(issue?.path).toEqual(['hoursSpent']);
      expect(issue?.message).toMatch(/^Give .*hours/);
    },
  );

  test('refuses an unknown status and names the ones there are', () => {
    const [issue] = read({ status: 'forgotten' }).error?.issues ?? [];
    expect(issue?.path).toEqual(['status']);
    expect(issue?.message).toBe('Choose a status from the list.');
  });

  test.each([
    ['an unknown field', { personId: 'x' }],
    ['a step that is a list', { step: ['cka', 'ckad'] }],
    ['no step', { step: undefined }],
  ])('refuses %s', (_what, fields) => {
    expect(read(fields).success).toBe(false);
  });

  test('never gives hours that are negative, endless or no number', () => {
    const held = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String)), (hoursSpent) => {
        const hours = read({ hoursSpent }).data?.hoursSpent;
        if (typeof hours === 'number') {
          expect(Number.isFinite(hours)).toBe(true);
          expect(hours).toBeGreaterThanOrEqual(0);
          expect(hours).toBeLessThanOrEqual(20_000);
        }
        held[typeof hours === 'number' ? 'taken' : 'refused'] += 1;
      }),
      { numRuns: 2_000 },
    );
    expectHeld(held);
  });
});

describe('the days of a step', () => {
  test('may be left empty', () => {
    expect(read({ startedOn: '', finishedOn: '', expiresOn: '', note: '' }).data).toMatchObject({
      startedOn: null,
      finishedOn: null,
      expiresOn: null,
      note: null,
    });
  });

  test.each([
    ['an end before the beginning', { startedOn: '2027-02-02', finishedOn: '2027-02-01' }, 'finishedOn'],
    ['an expiry before the end', { finishedOn: '2027-02-01', expiresOn: '2027-02-01' }, 'expiresOn'],
    ['a day that does not exist', { startedOn: '2027-02-30' }, 'startedOn'],
    ['evidence without end', { evidence: 'x'.repeat(501) }, 'evidence'],
  ])('refuse %s', (_what, fields, path) => {
    expect(read(fields).error?.issues[0]?.path).toEqual([path]);
  });

  const today = '2027-03-31';
  const complete = (record: object, before: typeof UNTOUCHED | null = null, months: number | null = 24) =>
    completeStepRecord({
      record: { ...UNTOUCHED, ...record },
      before,
      step: { validityMonths: months },
      today,
    });

  test('are today where a step has just begun or ended, and the expiry follows from the catalogue', () => {
    expect(complete({ status: 'in-progress' })).toMatchObject({ startedOn: today, finishedOn: null });
    expect(complete({ status: 'done' })).toMatchObject({
      startedOn: today,
      finishedOn: today,
      expiresOn: '2029-03-31',
    });
    expect(complete({ status: 'done', finishedOn: '2027-02-28' })).toMatchObject({
      startedOn: '2027-02-28',
      expiresOn: '2029-02-28',
    });
    expect(complete({ status: 'done' }, null, 11).expiresOn).toBe('2028-02-29');
  });

  test('stay as they were entered, and a cleared expiry stays cleared', () => {
    const done = complete({ status: 'done', expiresOn: '2030-01-01' });
    expect(done.expiresOn).toBe('2030-01-01');
    expect(complete({ ...done, expiresOn: null }, done).expiresOn).toBeNull();
  });

  test('go where the step is to do again', () => {
    expect(complete({ status: 'todo', startedOn: today, expiresOn: '2030-01-01' })).toEqual(UNTOUCHED);
  });
});
