import { describe, expect, it } from 'vitest';
import { proposeSkills } from '@/lib/domain/second-look/propose';

const row = (skill: string, level: 0 | 1 | 2 | 3, points: number, target: number) => ({
  skill,
  level,
  points,
  target,
});

describe('the skills proposed to ask about', () => {
  it('are at most two, the widest gap first', () => {
    expect(
      proposeSkills([row('a', 2, 2.5, 3), row('b', 1, 1, 3), row('c', 1, 1.5, 3), row('d', 2, 2, 3)]),
    ).toEqual(['b', 'c']);
  });

  it('are none that is reached', () => {
    expect(proposeSkills([row('a', 3, 3, 3), row('b', 2, 2, 3)])).toEqual(['b']);
  });

  it('are what was begun before what nobody can have seen', () => {
    expect(proposeSkills([row('a', 0, 0, 4), row('b', 1, 1, 2), row('c', 0, 0.5, 3)])).toEqual(['b', 'a']);
  });
});
