import 'server-only';
import { loadCareer } from '@/lib/catalogue';
import type { Region } from '@/lib/domain/catalogue';
import { computeDayInZone } from '@/lib/domain/day';
import { buildTrialPreferences, computeTrialSince, readTrial, readTrialFields } from '@/lib/domain/trial';
import { saveCheckIn } from '@/lib/queries/check-ins';
import { saveGoal } from '@/lib/queries/goals';
import { saveNewHeldPosts } from '@/lib/queries/held-posts';
import type { UserId } from './user-id';

/** Where the person goes on whose ratings came along: to the plan that they saw, to have it as their own. */
export const CAME_ALONG = '/plan?came=along';

/**
 * Takes what was rated without an account into the account that was just made: one check-in, the post,
 * and the goal with its settings. Returns where to go on.
 */
export async function saveTrial(
  personId: string,
  { tried, region, timeZone }: { tried: string; region: Region; timeZone: string },
): Promise<typeof CAME_ALONG | '/rate'> {
  const userId = personId as UserId;
  const career = loadCareer();
  const trial = readTrial(career, readTrialFields(tried));
  const { role, levels, except, held, work } = trial;
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
  await saveGoal(userId, {
    career: career.id,
    role: role.id,
    preferences: buildTrialPreferences(trial, { today, region }),
    holdings: held,
  });
  if (work)
    await saveNewHeldPosts(userId, {
      career: career.id,
      posts: [{ post: work.post, since: computeTrialSince(work, today), until: null }],
    });
  return CAME_ALONG;
}
