import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { addDays } from '@/lib/domain/day';
import { buildAnswerSchema } from '@/lib/domain/second-look/answer';
import { buildAskSchema, LONGEST_DAYS } from '@/lib/domain/second-look/ask';

const career = loadCareer();
const asked = career.skills.filter(({ id }) => id === 'coding' || id === 'coaching');
const [first = '', ...others] = (asked[0]?.levels[2]?.canDo ?? []).map(({ id }) => id);
const [above = ''] = (asked[0]?.levels[3]?.canDo ?? []).map(({ id }) => id);
const read = (ratings: unknown) => buildAnswerSchema(asked).safeParse({ link: 'x', ratings });

describe('an answer of somebody who was asked', () => {
  it('is a level with what was ticked under it, or that they cannot judge', () => {
    const given = read({
      coding: { level: '2', reason: ' saw it ', ticked: { 2: ['', ...others, above], 4: ['', above] } },
      coaching: { level: 'cannot-judge', reason: '' },
    });
    expect(given.data).toEqual([
      { skill: 'coding', level: 2, reason: 'saw it', also: [above], except: [first] },
      { skill: 'coaching', level: null, reason: null },
    ]);
  });

  it('leaves alone what nothing is chosen for, and asks for a level beside a reason', () => {
    expect(read({ coding: { level: '', reason: '' }, coaching: { level: '0' } }).data).toEqual([
      { skill: 'coaching', level: 0, reason: null },
    ]);
    expect(read({ coding: { level: '', reason: 'Why' } }).error?.issues[0]?.path).toEqual([
      'ratings',
      'coding',
      'level',
    ]);
  });

  it.each([
    ['a skill that was not asked about', { communications: { level: '2' } }],
    ['a level that there is not', { coding: { level: '6' } }],
    ['a can-do of another skill', { coaching: { level: '2', ticked: { 2: [first] } } }],
    ['a field of its own', { coding: { level: '2', own: '3' } }],
    ['a long reason', { coding: { level: '2', reason: 'x'.repeat(301) } }],
  ])('is refused with %s', (_what, ratings) => {
    expect(read(ratings).success).toBe(false);
  });
});

describe('asking somebody', () => {
  const schema = buildAskSchema({ skills: ['coding', 'coaching'], today: '2026-11-28' });
  const good = { name: ' Grace ', skills: 'coding', until: '2026-12-12' };

  it('ends on any day from today to the last', () => {
    for (const until of ['2026-11-28', addDays('2026-11-28', LONGEST_DAYS)])
      expect(schema.parse({ ...good, until }).until).toBe(until);
    expect(schema.safeParse({ ...good, until: addDays('2026-11-28', LONGEST_DAYS + 1) }).success).toBe(false);
  });

  it('takes one skill or many, and shows nothing unless asked to', () => {
    expect(schema.parse(good)).toEqual({ ...good, name: 'Grace', skills: ['coding'], sees: [], email: '' });
    expect(schema.parse({ ...good, skills: ['coding', 'coaching'], sees: 'goal' })).toMatchObject({
      skills: ['coding', 'coaching'],
      sees: ['goal'],
    });
  });

  it.each([
    ['without a skill', { skills: [] }],
    ['without a name', { name: '  ' }],
    ['until yesterday', { until: '2026-11-27' }],
    ['until next year', { until: '2027-11-27' }],
    ['with a skill that there is not', { skills: ['cooking'] }],
    ['with a wrong address', { email: 'nobody' }],
  ])('is refused %s', (_what, change) => {
    expect(schema.safeParse({ ...good, ...change }).success).toBe(false);
  });
});
