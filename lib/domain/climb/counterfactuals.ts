import type { Career } from '../career/career';
import type { Preferences, Profile } from './profile';
import type { Effort } from './search/effort';
import { type Solution, solve } from './solve';

/** A profile's choices, some of them others. */
export type Overrides = Partial<Omit<Profile, 'preferences'>> & { preferences?: Partial<Preferences> };

function override(profile: Profile, { preferences, ...rest }: Overrides): Profile {
  return { ...profile, ...rest, preferences: { ...profile.preferences, ...preferences } };
}

/** Solves a profile with some of its choices changed, at a glance unless told otherwise. */
export function solveWith(
  career: Career,
  profile: Profile,
  { overrides, effort = 'glance' }: { overrides: Overrides; effort?: Effort },
): Solution {
  return solve(career, override(profile, overrides), { effort });
}
