import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runFormAction } from '@/lib/http/action';

const schema = z.strictObject({
  name: z.string().max(20, { error: 'Keep it short.' }),
  tags: z.array(z.string()).optional(),
  isDone: z.literal('on').optional(),
});

async function send(fields: [string, string][]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return runFormAction(schema, form, async (input) => ({ ok: true, data: input }));
}

describe('a form', () => {
  it.each<[string, [string, string][], string]>([
    ['a NUL', [['name', 'a\0b']], 'name'],
    [
      'a NUL in one of several values',
      [
        ['name', 'a'],
        ['tags', 'b'],
        ['tags', '\0'],
      ],
      'tags',
    ],
  ])(
    'report 1: is refused beside the field for %s, and keeps what was typed',
    async (_what, fields, name) => {
      const answer = await send(fields);
      expect(answer).toMatchObject({
        ok: false,
        fieldErrors: { [name]: expect.stringContaining('invisible NUL') },
        entered: { name: fields[0]?.[1] },
      });
    },
  );

  it.each([
    ['what a box of the page never sends', 'isDone', 'yes', 'came incomplete or changed on its way'],
    ['a field that no page has', 'other', '1', 'holds a field that Rung does not know'],
    ['what a person can see and change', 'name', 'x'.repeat(21), 'look at the marked fields'],
  ])(
    'security 1.j: is told for %s in a sentence that stands on the page',
    async (_what, name, value, sentence) => {
      const fields: [string, string][] = name === 'name' ? [] : [['name', 'a']];
      expect(await send([...fields, [name, value]])).toMatchObject({
        ok: false,
        message: expect.stringContaining(sentence),
      });
    },
  );

  it('report 1: is taken with any other character', async () => {
    expect(await send([['name', 'é 한 😀 \ufffd']])).toMatchObject({ ok: true });
  });
});
