import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stepProgressSchema } from '@/lib/domain/step-progress';

const form = { step: 'cka', status: 'in-progress', hoursSpent: '', basedOn: '' };
const read = (fields: object) => stepProgressSchema.safeParse({ ...form, ...fields });

describe('the progress of a step', () => {
  test.each([
    ['', null],
    ['  ', null],
    ['0', 0],
    ['12', 12],
    ['7.5', 7.5],
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
    expect(issue?.message).toBe('Choose To do, In progress, Done or Dropped.');
  });

  test.each([
    ['an unknown field', { personId: 'x' }],
    ['a step that is a list', { step: ['cka', 'ckad'] }],
    ['no step', { step: undefined }],
  ])('refuses %s', (_what, fields) => {
    expect(read(fields).success).toBe(false);
  });

  test('never gives hours that are negative, endless or no number', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String)), (hoursSpent) => {
        const hours = read({ hoursSpent }).data?.hoursSpent;
        if (typeof hours === 'number') {
          expect(Number.isFinite(hours)).toBe(true);
          expect(hours).toBeGreaterThanOrEqual(0);
          expect(hours).toBeLessThanOrEqual(20_000);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
