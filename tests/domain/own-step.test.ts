import { describe, expect, it } from 'vitest';
import { loadSecondEdition } from '@/lib/catalogue';
import type { OwnStepFacts } from '@/lib/domain/catalogue';
import { buildOwnStepSchema, listSingle, toTeaches, withOwnSteps } from '@/lib/domain/own-step';
import { makeCareer } from '@/tests/support/make-career';

const career = makeCareer({
  skills: ['coding'],
  roles: { engineer: { coding: 2 } },
  steps: [{ id: 'class', raises: [['coding', 0, 2]], hours: 100 }],
});
const own: OwnStepFacts = {
  id: 'own-1',
  kind: 'course',
  title: 'Lunch with an expert, ünïcode 漢字',
  url: null,
  hours: 12,
  weeks: 2,
  cost: { amount: 5.5, currency: 'GBP' },
  raises: [{ skill: 'coding', from: 0, to: 2 }],
  prerequisites: [],
  retiredAt: null,
};
describe('withOwnSteps', () => {
  it('lets a step of the person’s own stand beside those of the catalogue', () => {
    const { stepById, steps, version } = withOwnSteps(career, [own]);
    expect(stepById.get('own-1')).toMatchObject({
      title: own.title,
      raises: own.raises,
      status: 'active',
      planning: { hours: 12, weeks: 2 },
      cost: { amount: 5.5, currency: 'GBP', per: 'total' },
    });
    expect([steps.length, version]).toEqual([career.steps.length + 1, career.version]);
  });

  it('keeps a retired one out of new plans and still knows its name', () => {
    const all = withOwnSteps(career, [{ ...own, retiredAt: '2026-12-01T00:00:00Z' }]);
    expect(all.stepById.get('own-1')).toMatchObject({ status: 'retired', title: own.title });
  });

  it('leaves the catalogue as it was', () => {
    expect(withOwnSteps(career, [])).toBe(career);
    withOwnSteps(career, [own]);
    expect(career.stepById.has('own-1')).toBe(false);
  });
});

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
  const second = loadSecondEdition();
  const read = (fields: object) => buildOwnStepSchema(second).safeParse({ ...form, ...fields });

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
    expect(toTeaches(second, { raises, teaches: [] })).toBeNull();
    const ofLevel = second.canDos
      .filter(({ skill, level }) => skill === 'coding' && level === 1)
      .map(({ id }) => id);
    const single = second.canDos.find(({ skill, level }) => skill === 'coding' && level === 3)?.id ?? '';
    const teaches = toTeaches(second, { raises, teaches: [single, ofLevel[0] ?? ''] });
    expect(teaches).toEqual([...ofLevel, single]);
    expect(listSingle(second, { raises, teaches })).toEqual([single]);
    expect(listSingle(second, { raises, teaches: null })).toEqual([]);
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
