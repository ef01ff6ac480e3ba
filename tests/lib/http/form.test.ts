import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { nestFormEntries, readFormEntries } from '@/lib/http/form';

function fill(pairs: readonly (readonly [string, string | Blob])[]): FormData {
  const formData = new FormData();
  for (const [name, value] of pairs) formData.append(name, value);
  return formData;
}

/** A form that counts how often it is asked for a name or gone through: each takes as long as the form is. */
class CountedForm extends FormData {
  passes = 0;
  override get(name: string) {
    this.passes += 1;
    return super.get(name);
  }
  override getAll(name: string) {
    this.passes += 1;
    return super.getAll(name);
  }
  override has(name: string) {
    this.passes += 1;
    return super.has(name);
  }
  override keys() {
    this.passes += 1;
    return super.keys();
  }
  override entries() {
    this.passes += 1;
    return super.entries();
  }
}

function fillMany(form: FormData): void {
  for (let field = 0; field < 500; field += 1) form.append(`field-${field}`, 'x');
  for (let value = 0; value < 500; value += 1) form.append('several', String(value));
}

describe('readFormEntries', () => {
  test('security 1.a: goes through a form once, however many fields it has', () => {
    const form = new CountedForm();
    fillMany(form);
    const entries = readFormEntries(form);
    expect(form.passes).toBe(1);
    expect(Object.keys(entries)).toHaveLength(501);
    expect(entries.several).toHaveLength(500);
  });

  test('gives a text for one value and a list for several', () => {
    const entries = readFormEntries(
      fill([
        ['kind', 'course'],
        ['name', 'Ada'],
        ['kind', 'project'],
      ]),
    );
    expect({ ...entries }).toEqual({ kind: ['course', 'project'], name: 'Ada' });
  });

  test('leaves out files and what React and Next add', () => {
    const entries = readFormEntries(
      fill([
        ['$ACTION_ID_1', ''],
        ['$ACTION_REF_1', ''],
        ['file', new Blob(['x'])],
        ['name', ''],
      ]),
    );
    expect({ ...entries }).toEqual({ name: '' });
  });

  test('takes the names of built-in properties as names like any other', () => {
    const entries = readFormEntries(
      fill([
        ['__proto__', 'a'],
        ['constructor', 'b'],
        ['toString', 'c'],
      ]),
    );
    expect(Object.keys(entries).sort()).toEqual(['__proto__', 'constructor', 'toString']);
    expect(Object.prototype.toString.call({})).toBe('[object Object]');
  });
});

describe('nestFormEntries', () => {
  test('security 1.b: makes no path of a name that is nested deeper than any field of Rung', () => {
    const deep = Array(100_000).fill('a').join('.');
    const nine = Array(9).fill('a').join('.');
    const entries = { [deep]: 'x', [nine]: 'x' };
    expect({ ...nestFormEntries({ ...entries, 'a.b': 'y' }) }).toEqual({ ...entries, a: { b: 'y' } });
  });

  test('nests names that are paths', () => {
    const nested = nestFormEntries({
      note: 'n',
      'ratings.coding.level': '3',
      'ratings.coding.sure': 'low',
      'ratings.coaching.level': '1',
    });
    expect(JSON.parse(JSON.stringify(nested))).toEqual({
      note: 'n',
      ratings: { coding: { level: '3', sure: 'low' }, coaching: { level: '1' } },
    });
  });

  test.each([
    '__proto__.polluted',
    'constructor.prototype.polluted',
    'a.__proto__.polluted',
    'a.constructor.prototype.polluted',
  ])('cannot reach the prototype of every object through %s', (name) => {
    nestFormEntries({ a: 'text', [name]: 'yes' });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
  });

  test('security 16: refuses what calls itself the length of a text or a list, and fails at none', () => {
    const nested = nestFormEntries({ 'text.length.toString': '1', 'list.length.x': '1' });
    const schema = z.object({ text: z.string().max(5), list: z.array(z.string()).max(5) });
    const sent = schema.safeParse(nested);
    expect(sent.error?.issues.map(({ path }) => path.join('.')).sort()).toEqual(['list', 'text']);
  });

  test('pollutes nothing and never throws, whatever the names', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const part = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'prototype', 'a', ''), fc.string());
    const nameArbitrary = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(fc.array(fc.tuple(nameArbitrary, fc.string()), { maxLength: 6 }), (pairs) => {
        nestFormEntries(readFormEntries(fill(pairs)));
        expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
      }),
      { numRuns: 2_000 },
    );
  });

  test('loses no value where no name is the start of another', () => {
    const entriesArbitrary = fc.dictionary(fc.stringMatching(/^[a-z]\.[a-z]\.[a-z]$/), fc.string());
    fc.assert(
      fc.property(entriesArbitrary, (entries) => {
        const nested = nestFormEntries(entries) as Record<string, Record<string, Record<string, string>>>;
        for (const [name, value] of Object.entries(entries)) {
          const [a = '', b = '', c = ''] = name.split('.');
          expect(nested[a]?.[b]?.[c]).toBe(value);
        }
      }),
    );
  });
});
