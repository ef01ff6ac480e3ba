import 'server-only';
import type { UserId } from '@/lib/auth/user-id';
import { collectRatings, computeRatingChange } from '@/lib/domain/rating-change';
import { loadStanding } from '@/lib/plan/standing';
import { getCheckIn } from '@/lib/queries/check-ins';
import { listRatingsBefore } from '@/lib/queries/latest-ratings';
import { formatCount } from '@/lib/wording/format';
import { describeRatingChange } from '@/lib/wording/rating-change';

/** What a check-in did, in words, and where it can be corrected; null where the person has none of that id. */
export async function loadSaved(
  userId: UserId,
  id: string,
): Promise<{ sentence: string; moved: string | null; href: string } | null> {
  const [checkIn, { career, role, goal: chosen }] = await Promise.all([
    getCheckIn(userId, id),
    loadStanding(userId),
  ]);
  const goal = career.roleById.get(role.id);
  if (!checkIn || !goal) return null;
  const before = await listRatingsBefore(userId, checkIn);
  const change = computeRatingChange(career, {
    role: goal,
    before: collectRatings(before),
    after: collectRatings([...before, ...checkIn.ratings]),
  });
  // A rise from nothing, or to a role that nobody chose, is no news of anybody.
  const isFirst = before.length === 0;
  const moved = isFirst ? null : describeRatingChange(change, { hasGoal: chosen !== null });
  const rated = checkIn.ratings.filter(({ level }) => level !== null).length;
  return {
    sentence: isFirst
      ? `Your first check-in is saved: ${formatCount(rated, 'skill')} rated.`
      : `Check-in saved. ${moved ?? 'It moved nothing.'}`,
    moved,
    href: `/progress/${encodeURIComponent(id)}#correct`,
  };
}
