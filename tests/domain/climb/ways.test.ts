import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { Profile } from '@/lib/domain/climb/profile';
import { listWays } from '@/lib/domain/climb/ways/list-ways';
import { makePerson, PEOPLE } from './people';

const career = loadCareer();
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

  it('makes an engineering manager lead on the way, and sends nobody back to a junior desk', () => {
    expect(listFirsts(PEOPLE.engineeringManager)).toEqual(['lead-devops-engineer-management']);
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

  it('begins at rank 0 for who can do little of what the junior posts ask, and higher for who can', () => {
    const rankOf = (id: string) => career.postById.get(id)?.rank;
    const driver = makePerson('junior-devops-engineer', [0, 0, 1, 0, 0, 1, 1, 1, 2, 1]);
    const firsts = listFirsts(driver).filter((id) => career.postById.has(id));
    expect(firsts).toContain('entry-role-it-support');
    expect(firsts.filter((id) => rankOf(id) !== 0)).toEqual([]);
    const coder = makePerson('junior-devops-engineer', [1, 2, 1, 1, 1, 2, 2, 1, 1, 2]);
    expect(listFirsts(coder)).toContain('entry-role-junior-developer');
  });

  it('sends nobody to lead people on the way to a post that does not', () => {
    const secondLine = makePerson('devops-engineer', [2, 1, 2, 1, 1, 2, 3, 2, 2, 2], {
      posts: [{ post: 'second-line-support', weeks: 150, current: true }],
    });
    expect(listFirsts(secondLine)).not.toContain('it-support-team-lead');
  });

  it('keeps who stands on the ladder on its rungs', () => {
    const senior = makePerson('principal-devops-engineer', [3, 4, 4, 3, 4, 3, 4, 3, 3, 4], {
      posts: [{ post: 'senior-devops-engineer', weeks: 210, current: true }],
    });
    expect(listFirsts(senior)).toEqual(['lead-devops-engineer']);
  });

  it('offers a rank down where the goal alone lies at one’s own', () => {
    const developer = makePerson('platform-engineer', [3, 4, 2, 2, 3, 3, 3, 3, 1, 3], {
      posts: [{ post: 'senior-software-developer', weeks: 300, current: true }],
    });
    expect(listFirsts(developer)).toContain('devops-engineer');
  });

  it('begins the outlook with a post, not with full-time study', () => {
    const [way] = listWays(career, makePerson('principal-devops-engineer', []));
    expect(way?.study).toBeNull();
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
