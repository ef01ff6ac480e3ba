import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { listSkillsOf, listSupported } from '@/lib/domain/proof/evidence';
import { buildItemSchema } from '@/lib/domain/proof/item';
import { computeProofStates } from '@/lib/domain/proof/states';

const career = loadCareer();
const idsAt = (skill: string, level: number) =>
  (career.skillById.get(skill)?.levels[level]?.canDo ?? []).map(({ id }) => id);
const item = { canDos: null, source: null, sourceLevel: null };

describe('what evidence supports', () => {
  it('is what the person chose, as far as the catalogue knows it', () => {
    const [chosen = ''] = idsAt('coding', 1);
    expect(listSupported(career, { ...item, canDos: [chosen, 'gone'], source: 'step/cka' })).toEqual([
      chosen,
    ]);
  });

  it('is the rated level’s can-dos, or what the step teaches, until they do', () => {
    expect(listSupported(career, { ...item, source: 'skill/coding', sourceLevel: 3 })).toEqual(
      idsAt('coding', 3),
    );
    expect(listSupported(career, { ...item, source: 'step/cka' })).toEqual(
      career.stepById.get('cka')?.teaches,
    );
    expect(listSupported(career, { ...item, source: 'step/none' })).toEqual([]);
    expect(listSupported(career, item)).toEqual([]);
    expect(listSupported(career, { ...item, source: 'a-skill/coding', sourceLevel: 3 })).toEqual([]);
  });

  it('belongs to the skill it came with, also at level 0, which is made of nothing', () => {
    expect(listSkillsOf(career, { ...item, source: 'skill/coding', sourceLevel: 0 })).toEqual(['coding']);
    const both = {
      ...item,
      canDos: [...idsAt('coaching', 1), ...idsAt('coding', 1)],
      source: 'skill/coding',
    };
    expect(listSkillsOf(career, both)).toEqual(['coaching', 'coding']);
  });
});

it('a can-do is claimed, shown by an item, or confirmed by somebody who says so of it', () => {
  const [claimed = '', shown = '', confirmed = ''] = idsAt('coding', 2);
  const states = computeProofStates(career, {
    held: new Set([claimed, shown, confirmed]),
    items: [{ ...item, canDos: [shown, confirmed, 'not-held'] }],
    given: [
      { skill: 'coding', second: { level: 1, also: [confirmed] } },
      { skill: 'coaching', second: null },
    ],
  });
  expect([...states]).toEqual([
    [claimed, 'claimed'],
    [shown, 'shown'],
    [confirmed, 'confirmed'],
  ]);
});

describe('the form of an item', () => {
  const schema = buildItemSchema({ canDos: ['a', 'b'], lastDay: '2026-11-28' });
  const good = { title: ' Talk ', day: '2026-11-01', text: 'I gave a talk', canDos: 'a' };

  it('takes a text or a link, and one can-do or many', () => {
    expect(schema.parse(good)).toEqual({
      id: '',
      basedOn: '',
      title: 'Talk',
      day: '2026-11-01',
      text: 'I gave a talk',
      url: null,
      canDos: ['a'],
    });
    const withLink = { ...good, text: '', url: 'https://example.org/', canDos: ['a', 'b', 'a'] };
    expect(schema.parse(withLink)).toMatchObject({ text: null, canDos: ['a', 'b'] });
  });

  it('takes a day up to the last, and no more can-dos than an item can show', () => {
    expect(schema.parse({ ...good, day: '2026-11-28' }).day).toBe('2026-11-28');
    const ids = Array.from({ length: 61 }, (_, place) => `can-do-${place}`);
    const wide = buildItemSchema({ canDos: ids, lastDay: '2026-11-28' });
    expect(wide.parse({ ...good, canDos: ids.slice(1) }).canDos).toHaveLength(60);
    expect(wide.safeParse({ ...good, canDos: ids }).success).toBe(false);
  });

  it.each([
    ['nothing to point at', { text: ' ' }],
    ['a script for a link', { url: 'javascript:alert(1)' }],
    ['a day to come', { day: '2026-11-29' }],
    ['nothing that it shows', { canDos: [] }],
    ['a can-do that there is not', { canDos: 'c' }],
    ['no title', { title: '' }],
    ['a field of its own', { personId: 'x' }],
  ])('refuses %s', (_what, change) => {
    expect(schema.safeParse({ ...good, ...change }).success).toBe(false);
  });
});
