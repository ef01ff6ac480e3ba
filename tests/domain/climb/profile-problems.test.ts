import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { type Profile, profileSchema } from '@/lib/domain/climb/profile';
import { findProfileProblems } from '@/lib/domain/climb/profile-problems';

const career = loadCareer();
const profile: Profile = profileSchema.parse({
  career: 'devops',
  role: 'apprentice-devops-engineer',
  preferences: { start: '2026-12-01' },
});

describe('findProfileProblems', () => {
  it.each<[string, Partial<Profile>, string]>([
    ['career', { career: 'baking' }, 'There is no career "baking".'],
    ['role', { role: 'baker' }, 'There is no role "baker".'],
    ['skill', { levels: { kneading: 1 } }, 'There is no skill "kneading".'],
    ['holding', { holdings: ['apron'] }, 'There is no holding "apron".'],
    ['can-do', { also: ['bake'] }, 'There is no can-do "bake".'],
    ['post', { posts: [{ post: 'baker', weeks: 4, current: true }] }, 'There is no post "baker".'],
    ['done step', { done: ['bread'] }, 'There is no step "bread".'],
    [
      'pinned step',
      { preferences: { ...profile.preferences, pinned: ['bread'] } },
      'There is no step "bread".',
    ],
    [
      'excluded step',
      { preferences: { ...profile.preferences, excluded: ['bread'] } },
      'There is no step "bread".',
    ],
  ])('says which %s is unknown', (_, parts, sentence) => {
    expect(findProfileProblems(career, { ...profile, ...parts })).toEqual([sentence]);
  });

  it('finds nothing wrong with a profile of known ids', () => {
    expect(findProfileProblems(career, profile)).toEqual([]);
  });
});
