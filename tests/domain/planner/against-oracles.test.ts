import { describe, expect, it } from 'vitest';
import { checkAnswers, compareLeastWithHighs, compareWithBruteForce } from '@/bench/against-oracles';
import { generateProfiles } from '@/bench/profiles';
import { loadCareer } from '@/lib/catalogue';
import { HighsOracle } from '@/tests/support/highs-oracle';

describe('the planner', () => {
  it('finds what exhaustive search finds on small careers', () => {
    const found = compareWithBruteForce({ count: 80, seed: 10_000 });
    expect(found.differences).toEqual([]);
    expect(found.plans).toBeGreaterThan(100);
  });

  it('finds the least cost and the fewest steps that a mixed-integer model finds', async () => {
    const career = loadCareer();
    const found = compareLeastWithHighs({
      oracle: await HighsOracle.load(),
      career,
      profiles: generateProfiles(career, { count: 8, seed: 7 }),
    });
    expect(found.differences).toEqual([]);
    expect(found.proved).toBe(found.plans);
  });

  it('says that no plan exists only where the mixed-integer model proves it', async () => {
    const career = loadCareer();
    const profiles = generateProfiles(career, { count: 30, seed: 5 }).map((profile) => ({
      ...profile,
      preferences: { ...profile.preferences, deadline: null, excludedKinds: ['certification' as const] },
    }));
    const found = checkAnswers({ oracle: await HighsOracle.load(), career, profiles: profiles.slice(0, 4) });
    expect(found.differences).toEqual([]);
  });
});
