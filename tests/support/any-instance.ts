import fc from 'fast-check';
import { generateSmallInstance } from '@/bench/small-instances';
import { OBJECTIVES, type Preferences, type Profile } from '@/lib/domain/planner/profile';

/** How often a property of the planner is tried, and from which seed. */
export const PLANNER_RUNS = { numRuns: 120, seed: 2026 };

export const anyInstance = fc
  .record({ seed: fc.integer({ min: 1, max: 1_000_000 }), steps: fc.integer({ min: 4, max: 9 }) })
  .map((size) => ({
    ...generateSmallInstance(size),
    [fc.toStringMethod]: () => `seed ${size.seed}, at most ${size.steps} steps`,
  }));
export const anyObjective = fc.constantFrom(...OBJECTIVES);

export function change(profile: Profile, preferences: Partial<Preferences>): Profile {
  return { ...profile, preferences: { ...profile.preferences, ...preferences } };
}
