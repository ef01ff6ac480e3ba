import { expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { compareLevels, listHeld, proposeTalks, settleAgreement } from '@/lib/domain/second-look/compare';

const career = loadCareer();
const skill = (id: string) => {
  const found = career.skillById.get(id);
  if (!found) throw new Error(`No skill ${id}`);
  return found;
};
const idsAt = (id: string, level: number) =>
  (skill(id).levels[level]?.canDo ?? []).map(({ id: canDo }) => canDo);

it('names the can-dos that only one of two says are true', () => {
  const [first = '', second = ''] = idsAt('coding', 3);
  const [above = ''] = idsAt('coding', 4);
  const pair = compareLevels(skill('coding'), {
    own: { level: 3, except: [first], also: [above] },
    second: { level: 2, also: [first, second] },
  });
  expect(pair.apart).toBe(-1);
  expect(pair.onlySecond).toEqual([first]);
  expect(pair.onlyOwn).toEqual([...idsAt('coding', 3).slice(2), above]);
});

it('proposes the largest differences first, three at most, and nothing where both agree', () => {
  const [canDo = ''] = idsAt('flexibility', 1);
  const same = compareLevels(skill('coaching'), { own: { level: 2 }, second: { level: 2 } });
  const small = compareLevels(skill('flexibility'), {
    own: { level: 1 },
    second: { level: 1, except: [canDo] },
  });
  const one = compareLevels(skill('coding'), { own: { level: 2 }, second: { level: 3 } });
  const two = compareLevels(skill('communications'), { own: { level: 4 }, second: { level: 2 } });
  const three = compareLevels(skill('adaptability'), { own: { level: 0 }, second: { level: 3 } });
  expect(proposeTalks([same, small, one, two, three]).map((pair) => pair.skill.id)).toEqual([
    'adaptability',
    'communications',
    'coding',
  ]);
  expect(proposeTalks([same])).toEqual([]);
  expect(proposeTalks([same, small])).toEqual([small]);
});

it('settles on the level agreed, what both had given and what they tick', () => {
  const level3 = idsAt('coding', 3);
  const [kept = '', left = ''] = level3;
  const pair = compareLevels(skill('coding'), { own: { level: 3 }, second: { level: 2 } });
  const agreed = settleAgreement(pair, { level: 3, ticked: [kept, 'not-a-can-do'] });
  expect(agreed).toEqual({ level: 3, except: level3.slice(1) });
  expect(listHeld(skill('coding'), agreed)).not.toContain(left);
  expect(settleAgreement(pair, { level: 2, ticked: [kept] })).toEqual({ level: 2, also: [kept] });
  expect(settleAgreement(pair, { level: 3, ticked: level3 })).toEqual({ level: 3 });
  // The level alone means what it always means, not that all on which they differed is untrue.
  expect(settleAgreement(pair, { level: 3, ticked: [] })).toEqual({ level: 3 });
  expect(settleAgreement(pair, { level: 2, ticked: ['not-a-can-do'] })).toEqual({ level: 2 });
});
