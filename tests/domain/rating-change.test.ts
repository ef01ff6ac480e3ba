import { describe, expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { collectRatings, computeRatingChange } from '@/lib/domain/rating-change';
import { describeRatingChange } from '@/lib/wording/rating-change';

const career = loadCareer();
const role = career.roleById.get('devops-engineer') ?? expect.fail('no such role');
const idsAt = (level: number) =>
  career.canDos.filter((one) => one.skill === 'coding' && one.level === level).map(({ id }) => id);
const [next = ''] = idsAt(3);
const [own = ''] = idsAt(2);
const compare = (before: Parameters<typeof collectRatings>[0], after: Parameters<typeof collectRatings>[0]) =>
  computeRatingChange(career, { role, before: collectRatings(before), after: collectRatings(after) });

describe('what a check-in did', () => {
  test('is readiness before and after, and the skills that moved', () => {
    const change = compare([{ skill: 'coding', level: 1 }], [{ skill: 'coding', level: 2 }]);
    expect(change.to).toBeGreaterThan(change.from);
    expect(change.skills[0]?.gained.map(({ id }) => id)).toEqual(idsAt(2));
    expect(describeRatingChange(change)).toBe(`${change.from} → ${change.to} %: Coding +1.`);
  });

  test('names can-dos where the level stays', () => {
    const change = compare(
      [{ skill: 'coding', level: 2 }],
      [{ skill: 'coding', level: 2, also: [next], except: [own] }],
    );
    expect(change.skills[0]?.gained.map(({ id }) => id)).toEqual([next]);
    expect(change.skills[0]?.lost.map(({ id }) => id)).toEqual([own]);
    expect(describeRatingChange(change)).toMatch(/: Coding \+1 can-do −1 can-do\.$/);
  });

  test('names a first rating by its level, a fall by its minus, and nothing where nothing moved', () => {
    expect(describeRatingChange(compare([], [{ skill: 'coding', level: 0 }]))).toBe(
      '0 % as before: Coding 0.',
    );
    const fall = compare([{ skill: 'coding', level: 3 }], [{ skill: 'coding', level: 1 }]);
    expect(describeRatingChange(fall)).toContain('Coding −2');
    const same = [{ skill: 'coding', level: 3 as const }];
    expect(describeRatingChange(compare(same, same))).toBeNull();
  });
});

test('of several ratings of a skill the last counts, with what stands out from it alone', () => {
  const ratings = collectRatings([
    { skill: 'coding', level: 2, also: [next] },
    { skill: 'coding', level: 3 },
  ]);
  expect(ratings).toEqual({ levels: { coding: 3 }, also: [], except: [] });
});
