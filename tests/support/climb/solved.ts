import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { type Profile, profileSchema } from '@/lib/domain/climb/profile';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { planWords } from '@/lib/wording/plan-words';

export const START = '2026-12-07';

type Given = Partial<Omit<Profile, 'preferences'>> & { preferences?: Partial<Profile['preferences']> };

/** Somebody in London who has rated a few skills, of whom anything may be another. */
export function buildClimber({ preferences, ...given }: Given = {}): Profile {
  return profileSchema.parse({
    career: 'devops',
    role: 'junior-devops-engineer',
    levels: { communications: 2, 'server-administration': 1 },
    ...given,
    preferences: { start: START, ...preferences },
  });
}

/** A Linux administrator of five years on the way to SRE, whose plan has one stage or two. */
export function buildAdministrator(given: Given = {}): Profile {
  return buildClimber({
    role: 'devops-engineer',
    levels: {
      communications: 3,
      'server-administration': 3,
      'information-security': 2,
      coding: 2,
      flexibility: 2,
      collaboration: 3,
    },
    posts: [{ post: 'linux-administrator', weeks: 260, current: true }],
    ...given,
  });
}

/** The plan of a profile by the real engine over the real catalogue. */
export function solveFor(profile: Profile): PlanDocument {
  return solvePlan(loadCareer(), profile, { effort: 'glance', words: planWords });
}
