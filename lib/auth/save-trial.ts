import 'server-only';
import { loadCareer } from '@/lib/catalogue';
import type { Region } from '@/lib/domain/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import type { Profile } from '@/lib/domain/climb/profile';
import { computeDayInZone } from '@/lib/domain/day';
import { buildTrialProfile, listTrialPosts, readTrial, readTrialFields } from '@/lib/domain/trial';
import { computeClimb } from '@/lib/planner/climb';
import { PlannerRefusal } from '@/lib/planner/refusal';
import { saveCheckIn } from '@/lib/queries/check-ins';
import { saveGoal } from '@/lib/queries/goals';
import { saveNewHeldPosts } from '@/lib/queries/held-posts';
import { savePlanWithGoal } from '@/lib/queries/plans';
import type { UserId } from './user-id';

/** Where the person goes on whose ratings came along: to the plan that they saw. */
export const CAME_ALONG = '/plan?came=along';

/**
 * Takes what was said without an account into the account that was just made: one check-in, the goal with its settings, the
 * post, and the plan that was shown. Answers where to go on.
 */
export async function saveTrial(
  personId: string,
  { tried, region, timeZone }: { tried: string; region: Region; timeZone: string },
): Promise<typeof CAME_ALONG | '/rate'> {
  const userId = personId as UserId;
  const career = loadCareer();
  const trial = readTrial(career, readTrialFields(tried));
  const { role, levels, except, held } = trial;
  const findExceptions = (skill: string) => {
    const missing = except.filter((id) => career.canDoById.get(id)?.skill === skill);
    return missing.length > 0 ? { except: missing } : {};
  };
  const ratings = Object.entries(levels).map(([skill, level]) => ({
    skill,
    level,
    evidence: null,
    sure: null,
    ...findExceptions(skill),
  }));
  if (ratings.length === 0) return '/rate';
  const today = computeDayInZone({ instant: new Date(), timeZone });
  await saveCheckIn(userId, {
    career: career.id,
    catalogue: career.version,
    requestKey: 'trial',
    note: null,
    ratings,
    corrects: null,
  });
  const posts = listTrialPosts(trial, today);
  if (posts.length > 0) await saveNewHeldPosts(userId, { career: career.id, posts });
  const profile = buildTrialProfile(career, trial, { today, region });
  const goal = { career: career.id, role: role.id, preferences: profile.preferences, holdings: held };
  const document = await findShownPlan(profile);
  if (document) await savePlanWithGoal(userId, { goal, plan: { document, reason: 'made' } });
  else await saveGoal(userId, goal);
  return CAME_ALONG;
}

/** The plan that was shown: the same question has the same answer. None where no plan fits, or too many are asked for just now. */
async function findShownPlan(profile: Profile): Promise<PlanDocument | null> {
  const document = await computeClimb(loadCareer(profile.career), profile, { effort: 'quick' }).catch(
    (error: unknown) => {
      if (error instanceof PlannerRefusal) return null;
      throw error;
    },
  );
  return document?.status === 'infeasible' ? null : document;
}
