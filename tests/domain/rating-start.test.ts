import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { settleExceptions } from '@/lib/domain/exceptions';
import { startRating } from '@/lib/domain/rating-start';

const skill = loadCareer().skillById.get('information-security');
const [first = '', second = ''] = (skill?.levels[1]?.canDo ?? []).map(({ id }) => id);
const [above = ''] = (skill?.levels[2]?.canDo ?? []).map(({ id }) => id);

describe('startRating', () => {
  it('takes back what was not so before a step that teaches it was finished, and nothing else', () => {
    expect(second).not.toBe('');
    expect(startRating({ except: [first, second] }, new Set([first])).except).toEqual([second]);
  });

  it('has what a finished step teaches above the level as true already, once', () => {
    expect(startRating({ also: [above] }, new Set([above, first])).also).toEqual([above, first]);
    expect(startRating(undefined, new Set([above]))).toEqual({ also: [above], except: [] });
  });

  it('leaves what was said where nothing was finished', () => {
    const said = { also: [above], except: [second] };
    expect(startRating(said, new Set())).toEqual(said);
  });

  it('makes the same level as before say more, once its step is finished', () => {
    if (!skill) throw new Error('There is no such skill.');
    const settle = (start: ReturnType<typeof startRating>) =>
      settleExceptions(skill, { level: 1, said: { ...start, ticked: null } });
    expect(settle(startRating({ except: [first, second] }, new Set()))).toEqual({ except: [first, second] });
    expect(settle(startRating({ except: [first, second] }, new Set([first, second])))).toEqual({});
  });
});
