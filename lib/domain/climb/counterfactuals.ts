import type { Career } from '../career/career';
import type { Preferences, Profile } from './profile';
import { type AnyPlan, findAnyPlan } from './solve';
import type { StageMemory } from './stage-memory';

/** A profile's choices, some of them others. */
export type Overrides = Partial<Omit<Profile, 'preferences'>> & { preferences?: Partial<Preferences> };

function override(profile: Profile, { preferences, ...rest }: Overrides): Profile {
  return { ...profile, ...rest, preferences: { ...profile.preferences, ...preferences } };
}

/** Whether there is any plan for a profile with some of its choices changed, and whether that is proved. */
export function findAnyWith(
  career: Career,
  profile: Profile,
  overrides: Overrides,
  memory?: StageMemory,
): AnyPlan {
  return findAnyPlan(career, override(profile, overrides), memory);
}
