import { describe, expect, it } from 'vitest';
import { loadSecondEdition } from '@/lib/catalogue';
import type { Profile } from '@/lib/domain/climb/profile';
import { listWays } from '@/lib/domain/climb/ways/list-ways';
import { makePerson, PEOPLE } from './people';

const career = loadSecondEdition();
const listFirsts = (profile: Profile | undefined): string[] => {
  if (!profile) throw new RangeError('there is no such person');
  return [
    ...new Set(listWays(career, profile).map(({ study, posts }) => study ?? posts[0] ?? 'none')),
  ].sort();
};

describe('the ways that a mentor would name', () => {
  it('keeps a junior DevOps engineer in the post until the next', () => {
    expect(listFirsts(PEOPLE.juniorEngineer)).toEqual(['none']);
  });

  it('lets an engineering manager lead on the way, and sends nobody back to a junior desk', () => {
    expect(listFirsts(PEOPLE.engineeringManager)).toEqual(['lead-devops-engineer-management', 'none']);
  });

  it('offers help desk staff the first junior posts and the apprenticeship of the goal', () => {
    const firsts = listFirsts(PEOPLE.helpDesk);
    expect(firsts).toEqual(
      expect.arrayContaining([
        'none',
        'second-line-support',
        'entry-role-junior-sysadmin',
        'apprenticeship-devops-engineer-l4',
      ]),
    );
    expect(firsts).not.toContain('entry-role-it-support');
  });

  it('keeps apprenticeships from who held a junior post, and full-time study from who has one', () => {
    const firsts = listFirsts(PEOPLE.linuxAdministrator);
    expect(firsts.some((id) => career.postById.get(id)?.apprenticeship)).toBe(false);
    expect(firsts.some((id) => career.stepById.has(id))).toBe(false);
  });

  it('lets a returner go back to the post once held', () => {
    expect(listFirsts(PEOPLE.returner)).toContain('software-developer');
  });

  it('climbs one rank at a time, and never through a post held before', () => {
    for (const profile of Object.values(PEOPLE))
      for (const { posts } of listWays(career, profile)) {
        expect(posts.length).toBeLessThanOrEqual(3);
        expect(new Set(posts).size).toBe(posts.length);
        for (const id of posts) expect(career.postById.get(id)?.offered).toBe(true);
      }
  });

  it('plans the shortest way where the goal is more than three posts away', () => {
    const novice = makePerson('principal-devops-engineer', []);
    const ways = listWays(career, novice);
    expect(ways).toHaveLength(1);
    expect(ways[0]?.posts.length).toBeGreaterThan(3);
  });

  it('leaves out posts that a person would not take', () => {
    const choosy = makePerson(
      'junior-devops-engineer',
      [1, 1, 1],
      {},
      { excluded: ['entry-role-it-support'] },
    );
    expect(listFirsts(choosy)).not.toContain('entry-role-it-support');
  });
});
