import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readJsonInPieces } from '@/lib/import/json-pieces';

async function read(text: string): Promise<unknown> {
  const found = await readJsonInPieces(text);
  return found.kind === 'json' ? found.json : found.kind;
}

describe('readJsonInPieces', () => {
  it('reads whatever is JSON as JSON.parse does', async () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 5 }),
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })),
    );
    await fc.assert(
      fc.asyncProperty(value, fc.constantFrom(0, 1, '\t'), async (json, space) => {
        const text = JSON.stringify(json, null, space);
        expect(await read(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses whatever JSON.parse refuses', async () => {
    const part = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      ' ',
      '\\',
      'null',
      '"b":[1,2]',
      '"c":[',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
        const text = `{"a":[${parts.join('')}`;
        let expected: unknown = 'no-json';
        try {
          expected = JSON.parse(text);
        } catch {}
        expect(await read(text)).toEqual(expected);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    '{"a":[1],"a":2}',
    '{"a":2,"a":[1]}',
    '{"a":[1],"a":[]}',
    '{"__proto__":[1]}',
    '{"a":[]}',
    '{"a":[ ]}',
  ])('reads %s as JSON.parse does', async (text) => expect(await read(text)).toEqual(JSON.parse(text)));

  test.each([
    ['deep', `{"a":${'['.repeat(60)}${']'.repeat(60)}}`],
    ['of more values than an account has', `{"a":[${'{},'.repeat(400_000)}{}]}`],
    ['of lists that are longer than any', `{"a":{"b":[${'0,'.repeat(2_001)}0]}}`],
    [
      'of objects with more keys than any',
      `{${Array.from({ length: 2_001 }, (_, key) => `"${key}":0`).join(',')}}`,
    ],
    [
      'of one record that is larger than any',
      `{"a":[${`[${'[0,0,0],'.repeat(1_000)}0],`.repeat(1)}[${`[${'0,'.repeat(1_500)}0],`.repeat(40)}0]]}`,
    ],
  ])('security 1.h: refuses JSON that is %s before any of it is read', async (_, text) => {
    expect(await read(text)).toBe('too-much');
  });
});
