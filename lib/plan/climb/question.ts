import 'server-only';
import type { Career } from '@/lib/domain/career/career';
import type { Asked } from '@/lib/domain/climb/follow/best-known';
import { findPlanToContinue } from '@/lib/domain/climb/follow/following';
import { buildRest } from '@/lib/domain/climb/follow/rest-problem';
import type { Profile } from '@/lib/domain/climb/profile';
import type { FollowedClimb } from '@/lib/planner/worker';

/** What the planner is asked for: the best plan for a profile, or the best that goes on from a followed one. */
export type Question = { career: Career; profile: Profile; followed: FollowedClimb | null };

/** The question as a plan is checked and compared by; null where there is nothing to go on from. */
export function toAsked({ career, profile, followed }: Question): Asked | null {
  if (!followed) return { career, profile, here: null, weeksGone: 0 };
  const following = { ...followed, profile };
  const remaining = findPlanToContinue(career, following);
  if (!remaining) return null;
  const behind = new Set(remaining.behind.map(({ id }) => id));
  const rest = buildRest(career, following, remaining);
  return { ...rest, weeksGone: remaining.weeksGone, isLeft: (id) => !behind.has(id) };
}
