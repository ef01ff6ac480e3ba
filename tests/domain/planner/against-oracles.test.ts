import { describe, expect, it } from 'vitest';
import { checkAnswers, compareLeastWithHighs, compareWithBruteForce } from '@/bench/against-oracles';
import { generateProfiles } from '@/bench/profiles';
import { loadCareer } from '@/lib/catalogue';
import { solvePlan } from '@/lib/domain/planner/solve';
import { HighsOracle } from '@/tests/support/highs-oracle';
import { checkPlan } from '@/tests/support/plan-checker';
import { compareVectors, orderVector } from '@/tests/support/planning-rules';

describe('the planner', () => {
  it('finds what exhaustive search finds on small careers', () => {
    const found = compareWithBruteForce({ count: 60, seed: 10_000 });
    expect(found.differences).toEqual([]);
    expect(found.plans).toBeGreaterThan(80);
  });

  it('finds the least cost and the fewest steps that a mixed-integer model finds', async () => {
    const career = loadCareer();
    const found = compareLeastWithHighs({
      oracle: await HighsOracle.load(),
      career,
      // The last two once had a least number of steps that no order of their jobs allows.
      profiles: generateProfiles(career, { count: 14, seed: 7 }).filter((_, at) =>
        [0, 4, 10, 13].includes(at),
      ),
    });
    expect(found.differences).toEqual([]);
    expect(found.proved).toBe(found.plans);
  });

  it('proves with little effort only what more effort confirms', () => {
    let confirmed = 0;
    const career = loadCareer();
    for (const [index, profile] of generateProfiles(career, { count: 3, seed: 11 }).entries())
      for (const optimiseFor of ['fastest', 'balanced'] as const) {
        const asked = { ...profile, preferences: { ...profile.preferences, optimiseFor } };
        const [quick, full] = (['quick', 'full'] as const).map((effort) =>
          solvePlan(career, asked, { effort }),
        );
        if (!quick || !full) throw new Error('two answers were asked for');
        expect(checkPlan(career, asked, quick), `profile ${index}`).toEqual([]);
        expect(checkPlan(career, asked, full), `profile ${index}`).toEqual([]);
        expect(quick.status === 'infeasible', `profile ${index}`).toBe(full.status === 'infeasible');
        const { weeks, cost, steps, bestWeeks } = full.totals;
        if (quick.bound === null || bestWeeks !== quick.totals.bestWeeks) continue;
        const found = orderVector(optimiseFor, { weeks, pence: cost.amount, steps });
        expect(compareVectors(quick.bound, found), `profile ${index}`).toBeLessThanOrEqual(0);
        confirmed += 1;
      }
    expect(confirmed).toBeGreaterThan(2);
  });

  it('finds the rare plan that just meets a narrow deadline', () => {
    const career = loadCareer();
    const [profile] = generateProfiles(career, { count: 121, seed: 1 }).slice(-1);
    if (!profile) throw new Error('121 profiles were asked for');
    const plan = solvePlan(career, profile, { effort: 'quick' });
    expect(plan.status).not.toBe('infeasible');
    expect(plan.totals.weeks).toBe(109);
    expect(checkPlan(career, profile, plan)).toEqual([]);
  });

  it('says that no plan exists only where the mixed-integer model proves it', async () => {
    const career = loadCareer();
    const profiles = generateProfiles(career, { count: 6, seed: 5 }).map((profile) => ({
      ...profile,
      preferences: { ...profile.preferences, excludedKinds: ['certification' as const] },
    }));
    const found = checkAnswers({ oracle: await HighsOracle.load(), career, profiles });
    expect(found.differences).toEqual([]);
    expect(found.plans).toBeLessThan(found.compared);
  });
});
