import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { filterSteps, isFree, type StepFilter, stepFilterSchema } from '@/lib/domain/career/step-filter';
import { LISTED_KINDS } from '@/lib/domain/career/step-schema';

const career = loadCareer();
const everything: StepFilter = { kind: null, skill: null, region: null, free: false, text: '' };
const idsOf = (filter: Partial<StepFilter>) =>
  filterSteps(career, { ...everything, ...filter }).map((step) => step.id);

describe('stepFilterSchema', () => {
  test('takes nothing, and whatever is not a choice, as not chosen', () => {
    expect(stepFilterSchema.parse({})).toEqual(everything);
    expect(
      stepFilterSchema.parse({
        kind: 'holiday',
        region: ['UK', 'US'],
        free: 'maybe',
        text: ['a'],
        extra: '1',
      }),
    ).toEqual(everything);
  });

  test('reads what the form sends', () => {
    expect(
      stepFilterSchema.parse({
        kind: 'course',
        skill: 'coding',
        region: 'US',
        free: 'yes',
        text: ' python ',
      }),
    ).toEqual({ kind: 'course', skill: 'coding', region: 'US', free: true, text: 'python' });
  });

  test('never throws on an address, and cuts a long text', () => {
    const search = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string())));
    fc.assert(fc.property(search, (asked) => stepFilterSchema.safeParse(asked).success));
    expect(stepFilterSchema.parse({ text: 'x'.repeat(5000) }).text).toHaveLength(100);
  });
});

describe('filterSteps', () => {
  test('keeps every step, retired ones too, when nothing is asked', () => {
    expect(idsOf({})).toEqual(career.steps.map((step) => step.id));
  });

  test.each([
    { asked: { kind: 'degree' as const }, has: 'bsc-computer-science-uk', lacks: 'cka' },
    { asked: { skill: 'coding' }, has: 'python-for-everybody', lacks: 'on-call-rota' },
    {
      asked: { region: 'US' as const },
      has: 'bachelors-computer-science-us',
      lacks: 'bsc-computer-science-uk',
    },
    { asked: { region: 'US' as const }, has: 'cka', lacks: 'hnc-computing' },
    { asked: { region: 'any' as const }, has: 'cka', lacks: 'bachelors-computer-science-us' },
    { asked: { free: true }, has: 'missing-semester', lacks: 'cka' },
    { asked: { text: 'KUBERNETES administrator' }, has: 'cka', lacks: 'ckad' },
    { asked: { text: 'pythón' }, has: 'python-for-everybody', lacks: 'cka' },
    { asked: { text: 'restored a backup' }, has: 'restore-drill', lacks: 'cka' },
    {
      asked: { text: 'monitoring and logging' },
      has: 'comptia-linux-plus',
      lacks: 'exercism-track',
    },
  ])('narrows by $asked', ({ asked, has, lacks }) => {
    expect(idsOf(asked)).toContain(has);
    expect(idsOf(asked)).not.toContain(lacks);
  });

  test('gives with every part more a part of what it gave before', () => {
    const part = fc.record({
      kind: fc.constantFrom(null, ...LISTED_KINDS),
      skill: fc.constantFrom(null, ...career.skills.map((skill) => skill.id)),
      region: fc.constantFrom(null, 'UK' as const, 'US' as const, 'any' as const),
      free: fc.boolean(),
      text: fc.constantFrom('', 'a', 'linux', 'course on'),
    });
    fc.assert(
      fc.property(part, (filter) => {
        const all = new Set(idsOf({ ...filter, text: '' }));
        return idsOf(filter).every((id) => all.has(id));
      }),
    );
  });
});

describe('isFree', () => {
  test('counts what nobody charges for and what is estimated at 0, not what has a price', () => {
    const stepOf = (id: string) => career.steps.find((step) => step.id === id) ?? career.steps[0];
    const isFreeById = (id: string) => {
      const step = stepOf(id);
      return step ? isFree(step) : null;
    };
    expect(isFreeById('home-lab-server')).toBe(true);
    expect(isFreeById('algorithms-part-one')).toBe(true);
    expect(isFreeById('lfcs')).toBe(false);
    expect(isFreeById('cka')).toBe(false);
  });
});
