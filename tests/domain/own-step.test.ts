import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { buildOwnStepSchema, listSingle, toTeaches } from '@/lib/domain/own-step';

const career = loadCareer();

describe('the form of a step of one’s own', () => {
  const form = {
    title: ' A book ',
    kind: 'course',
    url: '',
    hours: '12',
    weeks: '2',
    cost: '',
    currency: 'GBP',
    raises: {
      0: { skill: 'coding', from: '0', to: '1' },
      1: { skill: '', from: '0', to: '1' },
    },
    teaches: 'code-write-a-short-program',
    prerequisites: ['', 'cka', ''],
  };
  const read = (fields: object) => buildOwnStepSchema(career).safeParse({ ...form, ...fields });

  it('leaves out empty rows', () => {
    expect(read({}).data).toEqual({
      ...form,
      title: 'A book',
      url: null,
      hours: 12,
      weeks: 2,
      cost: null,
      pool: null,
      raises: [{ skill: 'coding', from: 0, to: 1 }],
      teaches: ['code-write-a-short-program'],
      prerequisites: ['cka'],
    });
    expect(read({ raises: undefined, teaches: undefined, pool: 'work' }).data).toMatchObject({
      raises: [],
      teaches: [],
      pool: 'work',
    });
  });

  it('keeps levels as levels, and single can-dos beside those of the levels', () => {
    const raises = [{ skill: 'coding', from: 0 as const, to: 1 as const }];
    expect(toTeaches(career, { raises, teaches: [] })).toBeNull();
    const ofLevel = career.canDos
      .filter(({ skill, level }) => skill === 'coding' && level === 1)
      .map(({ id }) => id);
    const single = career.canDos.find(({ skill, level }) => skill === 'coding' && level === 3)?.id ?? '';
    const teaches = toTeaches(career, { raises, teaches: [single, ofLevel[0] ?? ''] });
    expect(teaches).toEqual([...ofLevel, single]);
    expect(listSingle(career, { raises, teaches })).toEqual([single]);
    expect(listSingle(career, { raises, teaches: null })).toEqual([]);
  });

  it.each([
    ['no title', { title: ' ' }, 'title'],
    ['a degree', { kind: 'degree' }, 'kind'],
    ['a link that runs script', { url: 'javascript:alert(1)' }, 'url'],
    ['hours that are no number', { hours: 'many' }, 'hours'],
    ['no hours', { hours: '0' }, 'hours'],
    ['a skill named twice', { raises: { 0: form.raises[0], 1: form.raises[0] } }, 'raises'],
    ['an unknown can-do', { teaches: 'juggling' }, 'teaches'],
    ['an unknown place', { pool: 'moon' }, 'pool'],
    ['a fall', { raises: { 0: { skill: 'coding', from: '2', to: '1' } } }, 'raises.0.to'],
    ['an unknown skill', { raises: { 0: { skill: 'juggling', from: '0', to: '1' } } }, 'raises.0.skill'],
    ['an unknown step before it', { prerequisites: 'nowhere' }, 'prerequisites'],
    ['an unknown field', { personId: 'x' }, ''],
  ])('refuses %s', (_what, fields, path) => {
    expect(read(fields).error?.issues[0]?.path.join('.')).toBe(path);
  });
});
