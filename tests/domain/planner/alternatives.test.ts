import { describe, expect, it } from 'vitest';
import { listAlternatives } from '@/lib/domain/planner/alternatives';
import { profileSchema } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';
import { makeCareer } from '@/tests/support/make-career';

const career = makeCareer({
  skills: ['coding', 'servers'],
  roles: { engineer: { coding: 2, servers: 1 } },
  steps: [
    { id: 'book', raises: [['coding', 0, 2]], hours: 10 },
    { id: 'class', raises: [['coding', 0, 2]], hours: 30 },
    { id: 'shorter', raises: [['coding', 0, 1]], hours: 5 },
    { id: 'lab', kind: 'project', raises: [['servers', 0, 1]], hours: 10 },
  ],
});
const profile = profileSchema.parse({
  career: career.id,
  role: 'engineer',
  preferences: { start: '2026-12-07' },
});
const plan = solvePlan(career, profile);

describe('listAlternatives', () => {
  it('names what could stand in the place of a step', () => {
    expect(listAlternatives({ career, profile, plan, step: 'book' })).toEqual(['class']);
  });

  it('names nothing where no other step does the same', () => {
    expect(listAlternatives({ career, profile, plan, step: 'lab' })).toEqual([]);
  });

  it('does not name what was left out', () => {
    const preferences = { ...profile.preferences, excluded: ['class'] };
    expect(listAlternatives({ career, profile: { ...profile, preferences }, plan, step: 'book' })).toEqual(
      [],
    );
  });

  it('knows no alternative to a step that is not in play', () => {
    expect(listAlternatives({ career, profile, plan, step: 'nowhere' })).toEqual([]);
  });
});
