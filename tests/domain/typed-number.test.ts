import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { chooseDecimalSign } from '@/lib/domain/locale';
import { type DecimalSign, readTyped, writeTyped } from '@/lib/domain/typed-number';
import { typedNumber, typedNumberOrNone } from '@/lib/domain/typed-number-field';

const both: DecimalSign[] = ['.', ','];

describe('report 13: a number as people type it', () => {
  it.each([
    ['1200', 1200],
    ['1.500,00', 1500],
    ['1,500.00', 1500],
    ['1.200.000', 1_200_000],
    ['1,200,000', 1_200_000],
    ['1,20,000', 120_000],
    ['1.500,5 €', 1500.5],
    ['£ 1 999.50', 1999.5],
    ["1'200.50", 1200.5],
    ['10,5', 10.5],
    ['10.5', 10.5],
    ['0.500', 0.5],
    ['0,500', 0.5],
    ['1234.567', 1234.567],
    ['1.2000', 1.2],
  ])('is one number to everybody: %j', (typed, value) => {
    for (const decimal of both) expect(readTyped(typed, decimal)).toEqual({ value });
  });

  it.each<[string, DecimalSign, object]>([
    ['1.200', ',', { value: 1200 }],
    ['1.500 €', ',', { value: 1500 }],
    ['1,200', '.', { value: 1200 }],
    ['1.200', '.', { whole: 1200, decimal: 1.2 }],
    ['1,200', ',', { whole: 1200, decimal: 1.2 }],
    ['12.345', '.', { whole: 12_345, decimal: 12.345 }],
  ])('is read as who types it writes: %j with %j before decimals', (typed, decimal, read) => {
    expect(readTyped(typed, decimal)).toEqual(read);
  });

  it.each([
    '',
    'x',
    '1.2.3',
    '1,2,3',
    '1.20.000',
    '-1',
    '1e3',
    '0x10',
    '.',
    ',',
    "12'",
    '1'.repeat(51),
    7,
    null,
  ])('is none: %j', (typed) => {
    for (const decimal of both) expect(readTyped(typed, decimal)).toBeNull();
  });

  it('comes back from a form as it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000 }),
        fc.constantFrom(1, 10, 100, 1000),
        (whole, part) => {
          const value = whole / part;
          for (const decimal of both) expect(readTyped(writeTyped(value), decimal)).toEqual({ value });
        },
      ),
    );
  });
});

describe('report 13: a field with a number', () => {
  const schema = typedNumber().pipe(z.number({ error: 'Give a number.' }));
  const optional = typedNumberOrNone(',').pipe(z.number({ error: 'Give a number.' }).nullable());
  const ask = (read: { error?: z.ZodError }) => read.error?.issues.map((issue) => issue.message);

  it('asks where two readings are possible, and nothing else beside', () => {
    expect(ask(schema.safeParse('1.200'))).toEqual([
      'This can mean 1200 or 1.2. Write it as one of the two.',
    ]);
    expect(ask(optional.safeParse('1,125'))).toEqual([
      'This can mean 1125 or 1,1250. Write it as one of the two.',
    ]);
    expect(optional.parse('1,1250')).toBe(1.125);
  });

  it('takes what is clear, and none where none is needed', () => {
    expect(schema.parse('1,200')).toBe(1200);
    expect(optional.parse('1.200')).toBe(1200);
    expect(optional.parse(' ')).toBeNull();
    expect(ask(schema.safeParse('many'))).toEqual(['Give a number.']);
    expect(ask(optional.safeParse(undefined))).toEqual(['Give a number.']);
  });
});

it.each([
  ['de-DE,de;q=0.9,en;q=0.8', ','],
  ['fr', ','],
  ['de-CH', '.'],
  ['en-IE,en', '.'],
  ['*', '.'],
  [null, '.'],
])('report 13: takes from a browser’s languages %j that decimals stand after %j', (languages, sign) => {
  expect(chooseDecimalSign(languages)).toBe(sign);
});
