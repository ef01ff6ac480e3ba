import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as core from 'zod/v4/core';
import { loadCareer } from '@/lib/catalogue';
import { buildCheckInSchema, buildSkillFormSchema, isSparse } from '@/lib/domain/check-in';
import { EVIDENCE_MAX_LENGTH, NOTE_MAX_LENGTH } from '@/lib/domain/check-in-limits';

const { skills } = loadCareer();
const skillIds = skills.map((skill) => skill.id);
const FIRST = `ratings.${skillIds[0]}.level`;
const schema = buildCheckInSchema(skills);
const requestKey = '7f0c2f0e-6a55-4c0e-9f0e-2f8a37a0c7f1';

type Parsed = { entry: core.output<typeof schema> | null; problems: Record<string, string> };

function parse(fields: unknown): Parsed {
  const parsed = core.safeParse(schema, fields);
  if (parsed.success) return { entry: parsed.data, problems: {} };
  const problems: Record<string, string> = {};
  for (const issue of parsed.error.issues) problems[issue.path.join('.')] ??= issue.message;
  return { entry: null, problems };
}

const rate = (ratings: unknown, rest: object = {}) => parse({ requestKey, note: '', ratings, ...rest });

describe('a check-in', () => {
  test('takes the skills that were rated and leaves out the others', () => {
    const { entry } = rate({
      coding: { level: '3', evidence: '  https://example.org/pull/1 ', sure: 'high' },
      coaching: { level: '0', evidence: '', sure: '' },
      flexibility: { level: 'not-rated', evidence: '', sure: 'low' },
    });
    expect(entry).toEqual({
      requestKey,
      note: null,
      ratings: [
        { skill: 'coding', level: 3, evidence: 'https://example.org/pull/1', sure: 'high' },
        { skill: 'coaching', level: 0, evidence: null, sure: null },
      ],
      corrects: null,
      draftsUntil: '',
    });
  });

  test('takes a level alone, without evidence or sureness', () => {
    expect(rate({ coding: { level: '5' } }).entry?.ratings).toEqual([
      { skill: 'coding', level: 5, evidence: null, sure: null },
    ]);
  });

  test('tells not rated from level 0', () => {
    expect(rate({ coding: { level: '0' } }).entry?.ratings).toHaveLength(1);
    expect(rate({ coding: { level: 'not-rated' } }).entry).toBeNull();
  });

  test('takes evidence and a note up to their whole length', () => {
    const evidence = 'e'.repeat(EVIDENCE_MAX_LENGTH);
    const note = 'n'.repeat(NOTE_MAX_LENGTH);
    const { entry } = rate({ coding: { level: '1', evidence } }, { note });
    expect(entry?.note).toBe(note);
    expect(entry?.ratings[0]?.evidence).toBe(evidence);
  });

  const coding = { level: '3' };
  test.each([
    ['nothing chosen', { ratings: {} }, FIRST, /at least one skill/],
    ['only Not rated', { ratings: { coding: { level: 'not-rated' } } }, FIRST, /at least one skill/],
    ['an unknown skill', { ratings: { coding, sewing: coding } }, 'ratings', /skill that does not exist/],
    ['a level above 5', { ratings: { coding: { level: '6' } } }, 'ratings.coding.level', /from 0 to 5/],
    ['a broken level', { ratings: { coding: { level: '3.5' } } }, 'ratings.coding.level', /from 0 to 5/],
    ['an empty level', { ratings: { coding: { level: '' } } }, 'ratings.coding.level', /from 0 to 5/],
    ['a level as a number', { ratings: { coding: { level: 3 } } }, 'ratings.coding.level', /from 0 to 5/],
    ['two levels', { ratings: { coding: { level: ['3', '4'] } } }, 'ratings.coding.level', /from 0 to 5/],
    [
      'evidence without a level',
      { ratings: { coding, coaching: { level: 'not-rated', evidence: 'a talk' } } },
      'ratings.coaching.level',
      /choose a level too/,
    ],
    [
      'evidence that is too long',
      { ratings: { coding: { level: '3', evidence: 'e'.repeat(EVIDENCE_MAX_LENGTH + 1) } } },
      'ratings.coding.evidence',
      /500 characters or fewer/,
    ],
    [
      'an unknown sureness',
      { ratings: { coding: { level: '3', sure: 'certain' } } },
      'ratings.coding.sure',
      /low, medium or high/,
    ],
    [
      'a note that is too long',
      { ratings: { coding }, note: 'n'.repeat(NOTE_MAX_LENGTH + 1) },
      'note',
      /2000 characters or fewer/,
    ],
    ['a form without its key', { ratings: { coding }, requestKey: undefined }, 'requestKey', /Reload/],
    ['a key that is none', { ratings: { coding }, requestKey: 'again' }, 'requestKey', /Reload/],
  ])('refuses %s beside the field', (_what, fields, path, sentence) => {
    const { entry, problems } = parse({ requestKey, note: '', ...fields });
    expect(entry).toBeNull();
    expect(problems[path]).toMatch(sentence);
  });

  test.each([
    ['an unknown field of the form', { requestKey, note: '', ratings: { coding }, personId: 'x' }],
    [
      'an unknown field of a rating',
      { requestKey, note: '', ratings: { coding: { ...coding, takenAt: 'x' } } },
    ],
    ['ratings that are no list of skills', { requestKey, note: '', ratings: 'coding' }],
    ['a form that is none', 'coding=3'],
    ['nothing', null],
  ])('refuses %s', (_what, fields) => {
    expect(parse(fields).entry).toBeNull();
  });

  const coding2 = skills.find(({ id }) => id === 'coding');
  const idsAt = (level: number) => coding2?.levels[level]?.canDo?.map(({ id }) => id) ?? [];
  const [own = '', ...otherOwn] = idsAt(3);
  const [next = '', ...otherNext] = idsAt(4);

  test('takes what was ticked under the chosen level, and nothing of what stands under others', () => {
    const ticked = { 3: ['', next, ...otherOwn], 2: [''], 4: ['', own] };
    expect(rate({ coding: { level: '3', ticked } }).entry?.ratings).toEqual([
      { skill: 'coding', level: 3, evidence: null, sure: null, also: [next], except: [own] },
    ]);
  });

  test('takes a level alone where all of it is ticked and nothing above, or nothing was shown', () => {
    const alone = [{ skill: 'coding', level: 3, evidence: null, sure: null }];
    expect(rate({ coding: { level: '3', ticked: { 3: idsAt(3) } } }).entry?.ratings).toEqual(alone);
    expect(rate({ coding: { level: '3', ticked: { 2: '' } } }).entry?.ratings).toEqual(alone);
    expect(rate({ coding: { level: '3', also: '', except: '' } }).entry?.ratings).toEqual(alone);
  });

  test('keeps what stands out elsewhere as far as it holds at the chosen level', () => {
    const [low = ''] = idsAt(1);
    const [high = ''] = idsAt(5);
    const fields = { level: '3', also: [high, low, next], except: [low, high, own], ticked: { 3: idsAt(3) } };
    expect(rate({ coding: fields }).entry?.ratings).toEqual([
      { skill: 'coding', level: 3, evidence: null, sure: null, also: [high], except: [low] },
    ]);
    expect(rate({ coding: { ...fields, ticked: undefined } }).entry?.ratings).toEqual([
      { skill: 'coding', level: 3, evidence: null, sure: null, also: [next, high], except: [low, own] },
    ]);
  });

  test('takes all of a level as not true where nothing under it is ticked', () => {
    const [first] = rate({ coding: { level: '5', ticked: { 5: '' } } }).entry?.ratings ?? [];
    expect(first?.except).toEqual(idsAt(5));
    expect(otherNext.length).toBeGreaterThan(0);
  });

  test.each([
    ['a can-do of another skill', { also: 'srv-2-1' }],
    ['a can-do that there is not', { except: ['no-such'] }],
    ['more can-dos than there are', { also: Array.from({ length: 60 }, () => own) }],
    ['a level to tick under that there is not', { ticked: { 6: own } }],
  ])('refuses %s', (_what, fields) => {
    expect(rate({ coding: { level: '3', ...fields } }).entry).toBeNull();
  });

  test('never throws and never makes up a level, whatever it is given', () => {
    const value = fc.anything({ withNullPrototype: true, withBigInt: true });
    const ratingArbitrary = fc.record(
      {
        level: fc.oneof(fc.constantFrom('0', '5', 'not-rated'), value),
        evidence: value,
        sure: value,
        also: value,
        ticked: value,
      },
      { requiredKeys: [] },
    );
    const sound = fc.record({
      requestKey: fc.constant(requestKey),
      note: fc.constant(''),
      ratings: fc.dictionary(
        fc.constantFrom(...skillIds),
        fc.record({ level: fc.constantFrom('0', '5', 'not-rated') }),
        { minKeys: 1 },
      ),
    });
    const fieldsArbitrary = fc.oneof(
      value,
      sound,
      fc.record({
        requestKey: fc.oneof(fc.constant(requestKey), value),
        note: fc.oneof(fc.string(), value),
        ratings: fc.oneof(
          fc.dictionary(fc.constantFrom(...skillIds, '__proto__', 'x'), ratingArbitrary),
          value,
        ),
      }),
    );
    let rated = 0;
    fc.assert(
      fc.property(fieldsArbitrary, (fields) => {
        const { entry } = parse(fields);
        const given = (fields as { ratings: Record<string, { level: unknown }> } | null)?.ratings;
        for (const { skill, level } of entry?.ratings ?? []) {
          expect(given?.[skill]?.level).toBe(String(level));
          rated += 1;
        }
      }),
      { numRuns: 10_000 },
    );
    expect(rated).toBeGreaterThan(1000);
  });
});

describe('report 19: a check-in of few skills', () => {
  test.each([
    [['a', 'b'], [], true],
    [['a', 'b', 'c'], [], false],
    [['a'], ['a', 'b'], true],
    [['a'], ['b', 'c'], false],
  ])('of %j after %j is worth a question: %s', (rated, ratedBefore, expected) => {
    expect(isSparse({ rated, ratedBefore, skillCount: 10 })).toBe(expected);
  });
});

describe('the form of one skill', () => {
  const form = buildSkillFormSchema(skills);
  const sent = { skill: 'coding', next: 'review', ratings: { coding: { level: '3' } } };

  test('says of which skill it is, and where it leads', () => {
    expect(core.safeParse(form, sent).success).toBe(true);
    expect(core.safeParse(form, { ...sent, go: 'coaching', skip: 'yes' }).success).toBe(true);
    expect(core.safeParse(form, { skill: 'coding', next: 'coaching' }).data).toEqual({
      skill: 'coding',
      next: 'coaching',
      ratings: {},
    });
  });

  test.each([
    ['a skill that there is not', { skill: 'sewing' }],
    ['a place that there is not', { go: 'https://example.org' }],
    ['no place to go on to', { next: undefined }],
    ['a level above 5', { ratings: { coding: { level: '6' } } }],
  ])('refuses %s', (_what, changes) => {
    expect(core.safeParse(form, { ...sent, ...changes }).success).toBe(false);
  });
});
