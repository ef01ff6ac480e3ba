import { beforeAll, describe, expect, it } from 'vitest';
import { generateLargeCareer } from '@/bench/large-career';
import { generateProfiles } from '@/bench/profiles';
import { generateSmallInstance, type SmallInstance } from '@/bench/small-instances';
import { loadCareer } from '@/lib/catalogue';
import { type Preferences, type Profile, profileSchema } from '@/lib/domain/planner/profile';
import { BruteForce } from '@/tests/support/brute-force';
import { HighsOracle } from '@/tests/support/highs-oracle';
import { type CareerDraft, makeCareer } from '@/tests/support/make-career';
import { expectHeld } from '../../support/expect-held';

function solveDraft(
  draft: CareerDraft,
  preferences: Partial<Preferences>,
  rest: Partial<Profile> = {},
): BruteForce {
  const profile = profileSchema.parse({
    career: 'made-up',
    role: 'goal',
    ...rest,
    preferences: { start: '2026-12-07', ...preferences },
  });
  return new BruteForce(makeCareer(draft), profile);
}

const price = (amount: number) => ({ amount, currency: 'GBP', per: 'total' }) as const;

describe('BruteForce', () => {
  it('spreads hours unevenly where that ends sooner', () => {
    const search = solveDraft(
      {
        skills: ['a', 'b'],
        roles: { goal: { a: 1, b: 1 } },
        steps: [
          { id: 'long', raises: [['a', 0, 1]], hours: 3, weeks: 3 },
          { id: 'short', raises: [['b', 0, 1]], hours: 3, weeks: 1 },
        ],
      },
      { hoursPerWeek: 2, maxParallel: 2 },
    );
    expect(search.solve('fastest')).toEqual({ vector: [3, 0, 2], bestWeeks: 3, ids: ['long', 'short'] });
    expect(search.firstStarts(['long', 'short'], 3)).toEqual([0, 0]);
  });

  it('takes a spare step that frees parallel work', () => {
    const search = solveDraft(
      {
        skills: ['a'],
        roles: { goal: { a: 2 } },
        steps: [
          { id: 'job', kind: 'entry-role', raises: [['a', 0, 1]], hours: null, weeks: 6 },
          { id: 'big', raises: [['a', 1, 2]], hours: 6, weeks: 6 },
          { id: 'taster', raises: [['a', 0, 1]], hours: 1, weeks: 1 },
        ],
        requirements: [{ id: 'paid', anyOf: [['job']] }],
        occupation: ['job'],
      },
      { hoursPerWeek: 4 },
    );
    expect(search.solve('fastest')).toEqual({
      vector: [7, 0, 3],
      bestWeeks: 7,
      ids: ['big', 'job', 'taster'],
    });
    expect(search.solveWithoutWindow('fewest')).toEqual({
      vector: [2, 12, 0],
      bestWeeks: 7,
      ids: ['big', 'job'],
    });
  });

  it('pays for a longer plan only inside the window of the objective', () => {
    const draft: CareerDraft = {
      skills: ['a'],
      roles: { goal: { a: 1 } },
      steps: [
        { id: 'dear', raises: [['a', 0, 1]], hours: 1, weeks: 10, cost: price(90) },
        { id: 'fair', raises: [['a', 0, 1]], hours: 1, weeks: 11, cost: price(50) },
        { id: 'free', raises: [['a', 0, 1]], hours: 1, weeks: 15 },
        { id: 'slow', raises: [['a', 0, 1]], hours: 1, weeks: 16 },
      ],
    };
    const search = solveDraft(draft, {});
    expect(search.solve('fastest')?.ids).toEqual(['dear']);
    expect(search.solve('balanced')?.ids).toEqual(['fair']);
    expect(search.solve('cheapest')?.ids).toEqual(['free']);
    expect(search.solve('fewest')).toEqual({ vector: [1, 10, 9000], bestWeeks: 10, ids: ['dear'] });
    const excluded = solveDraft(draft, { excluded: ['dear', 'fair', 'free'] });
    expect(excluded.solve('balanced')?.ids).toEqual(['slow']);
  });

  it('keeps occupations apart and in the order of their group', () => {
    const draft: CareerDraft = {
      skills: ['a', 'b'],
      roles: { goal: { a: 2 } },
      steps: [
        { id: 'first', kind: 'entry-role', raises: [['a', 0, 1]], hours: null, weeks: 2 },
        { id: 'second', kind: 'entry-role', raises: [['a', 1, 2]], hours: null, weeks: 3 },
        { id: 'shadow', kind: 'practice', raises: [['b', 0, 1]], hours: 1, weeks: 1 },
      ],
      requirements: [{ id: 'both', anyOf: [['first', 'second']] }],
      occupation: ['first', 'second'],
      needsPost: ['shadow'],
      postFrom: ['second'],
    };
    expect(solveDraft(draft, {}).solve('fastest')?.vector).toEqual([5, 0, 2]);
    const pinned = solveDraft(draft, { pinned: ['shadow'] });
    expect(pinned.solve('fastest')?.vector).toEqual([5, 0, 3]);
    expect(pinned.firstStarts(['first', 'second', 'shadow'], 5)).toEqual([0, 2, 2]);
    const against = { ...draft, requirements: [{ id: 'both', anyOf: [['second', 'first']] }] };
    expect(solveDraft(against, {}).solve('fastest')).toBeNull();
  });

  it('finds no plan within a deadline or a budget too small', () => {
    const draft: CareerDraft = {
      skills: ['a'],
      roles: { goal: { a: 1 } },
      steps: [{ id: 'only', raises: [['a', 0, 1]], hours: 4, weeks: 2, cost: price(10.01) }],
    };
    expect(solveDraft(draft, { deadline: '2026-12-20' }).solve('fastest')?.vector).toEqual([2, 1001, 1]);
    expect(solveDraft(draft, { deadline: '2026-12-19' }).solve('fastest')).toBeNull();
    const budget = (amount: number) => ({ budget: { amount, currency: 'GBP' as const } });
    expect(solveDraft(draft, budget(10.01)).solve('cheapest')?.ids).toEqual(['only']);
    expect(solveDraft(draft, budget(10)).solve('cheapest')).toBeNull();
    expect(solveDraft(draft, { deadline: '2020-01-01' }, { levels: { a: 1 } }).solve('balanced')).toEqual({
      vector: [0, 0, 0],
      bestWeeks: 0,
      ids: [],
    });
  });
});

describe('HighsOracle', () => {
  let oracle: HighsOracle;
  beforeAll(async () => {
    oracle = await HighsOracle.load();
  });

  const withoutDeadline = ({ career, profile }: SmallInstance): SmallInstance => ({
    career,
    profile: { ...profile, preferences: { ...profile.preferences, deadline: null } },
  });

  it.each([
    ['cost', 'cheapest'],
    ['steps', 'fewest'],
  ] as const)('finds the least %s that exhaustive search finds', (goal, objective) => {
    const held = { optimal: 0, infeasible: 0 };
    for (let seed = 1; seed <= 60; seed += 1) {
      const { career, profile } = withoutDeadline(generateSmallInstance({ seed, steps: 9 }));
      const exact = new BruteForce(career, profile).solveWithoutWindow(objective);
      const answer = oracle.solve(career, profile, { goal });
      expect(answer.status, `seed ${seed}`).toBe(exact ? 'optimal' : 'infeasible');
      if (answer.status === 'optimal') expect(answer.value, `seed ${seed}`).toBe(exact?.vector[0]);
      held[exact ? 'optimal' : 'infeasible'] += 1;
    }
    expectHeld(held, 5);
  });

  it('never calls a length impossible that a plan has', () => {
    let possible = 0;
    for (let seed = 61; seed <= 120; seed += 1) {
      const { career, profile } = withoutDeadline(generateSmallInstance({ seed, steps: 9 }));
      const fastest = new BruteForce(career, profile).solve('fastest');
      if (!fastest) continue;
      const answer = oracle.solve(career, profile, { goal: 'cost', longest: fastest.bestWeeks });
      expect(answer.status, `seed ${seed}`).toBe('optimal');
      possible += 1;
    }
    expect(possible).toBeGreaterThan(20);
  });
});

describe('the generators', () => {
  it('make profiles of every role within the bounds of the measurements', () => {
    const career = loadCareer();
    const profiles = generateProfiles(career, { count: 200, seed: 1 });
    expect(generateProfiles(career, { count: 200, seed: 1 })).toEqual(profiles);
    expect(new Set(profiles.map((profile) => profile.role)).size).toBe(career.roles.length);
    const share = (has: (preferences: Preferences) => boolean): number =>
      profiles.filter(({ preferences }) => has(preferences)).length;
    for (const { preferences } of profiles) {
      expect(preferences.hoursPerWeek).toBeGreaterThanOrEqual(3);
      expect(preferences.hoursPerWeek).toBeLessThanOrEqual(20);
    }
    expect(share(({ budget }) => budget !== null)).toBeGreaterThan(20);
    expect(share(({ deadline }) => deadline !== null)).toBeGreaterThan(20);
    expect(share(({ pinned }) => pinned.length > 0)).toBeGreaterThan(10);
    expect(share(({ excluded }) => excluded.length > 0)).toBeGreaterThan(10);
    expect(share(({ region }) => region !== 'UK')).toBeGreaterThan(20);
    expect(profiles.filter((profile) => profile.done.length > 0).length).toBeGreaterThan(20);
  });

  it('make the same large career for the same seed', () => {
    const career = generateLargeCareer({ seed: 1 });
    expect(career.steps).toHaveLength(1000);
    expect(career.skills).toHaveLength(40);
    expect(generateLargeCareer({ seed: 1 })).toEqual(career);
  });
});
