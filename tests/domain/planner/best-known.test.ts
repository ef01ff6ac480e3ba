import fc from 'fast-check';
import { expect, it } from 'vitest';
import { generateProfiles } from '@/bench/profiles';
import { generateSmallInstance } from '@/bench/small-instances';
import { loadCareer } from '@/lib/catalogue';
import { addDays } from '@/lib/domain/day';
import { chooseBest } from '@/lib/domain/planner/best-known';
import { explainAnew } from '@/lib/domain/planner/continuation';
import { isBetterPlan } from '@/lib/domain/planner/plan-value';
import { OBJECTIVES, type Preferences, profileSchema } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';
import { checkPlan } from '@/tests/support/plan-checker';

const anyChange = fc.record(
  {
    optimiseFor: fc.constantFrom(...OBJECTIVES),
    hoursPerWeek: fc.integer({ min: 2, max: 14 }),
    maxParallel: fc.integer({ min: 1, max: 4 }),
    budget: fc.option(fc.record({ amount: fc.nat({ max: 200 }), currency: fc.constant('GBP' as const) })),
    pinned: fc.constant<string[]>([]),
    excludedKinds: fc.subarray(['course', 'project', 'practice'] as const),
    weeks: fc.integer({ min: 2, max: 60 }),
  },
  { requiredKeys: [] },
);

it('takes only a plan that keeps every rule of the other settings, and tells it as they would', () => {
  const cases = fc.record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    steps: fc.integer({ min: 4, max: 9 }),
    change: anyChange,
  });
  let taken = 0;
  fc.assert(
    fc.property(cases, ({ change: { weeks, ...change }, ...size }) => {
      const { career, profile } = generateSmallInstance(size);
      const other = solvePlan(career, profile, { effort: 'quick' });
      const deadline = weeks ? addDays(profile.preferences.start, weeks * 7 - 1) : null;
      const wanted = profileSchema.parse({
        ...profile,
        preferences: { ...profile.preferences, deadline, ...change },
      });
      const solved = solvePlan(career, wanted, { effort: 'quick' });
      // As a search that ended before it found anything would have answered.
      const totals = { ...solved.totals, bestWeeks: null };
      const answer = { ...solved, status: 'infeasible' as const, steps: [], bound: null, totals };
      const best = chooseBest(answer, [other]);
      if (best === answer) return;
      taken += 1;
      const told = explainAnew(career, best, { profile: wanted, followed: null });
      expect(checkPlan(career, wanted, told)).toEqual([]);
      expect(solved.status).not.toBe('infeasible');
      expect(isBetterPlan(best, solved)).toBe(false);
    }),
    { numRuns: 300, seed: 2026 },
  );
  expect(taken).toBeGreaterThan(30);
});

it('lets no way be worse by its own measure than another, and none with more at once worse than with less', () => {
  const career = loadCareer();
  // Profiles for which a search alone came to such an answer.
  for (const place of [3, 26]) {
    const [profile] = generateProfiles(career, { count: place + 1, seed: 1 }).slice(-1);
    if (!profile) throw new Error('There is no profile.');
    const solve = (change: Partial<Preferences>) => {
      const preferences = { ...profile.preferences, ...change };
      return solvePlan(career, { ...profile, preferences }, { effort: 'quick', isPlain: true });
    };
    const answers = [
      solve({ optimiseFor: 'fastest' }),
      solve({ optimiseFor: 'balanced' }),
      solve({ optimiseFor: 'cheapest' }),
      solve({ optimiseFor: 'fastest', maxParallel: profile.preferences.maxParallel + 1 }),
    ];
    const [fastest, balanced, cheapest, more] = answers.map((answer) => chooseBest(answer, answers).totals);
    expect(fastest?.weeks).toBeLessThanOrEqual(Math.min(balanced?.weeks ?? 0, cheapest?.weeks ?? 0));
    expect(cheapest?.cost.amount).toBeLessThanOrEqual(balanced?.cost.amount ?? 0);
    expect(balanced?.cost.amount).toBeLessThanOrEqual(fastest?.cost.amount ?? 0);
    expect(more?.weeks).toBeLessThanOrEqual(fastest?.weeks ?? 0);
    for (const totals of [fastest, balanced, cheapest, more])
      expect(totals?.bestWeeks).toBeLessThanOrEqual(totals?.weeks ?? 0);
  }
});
