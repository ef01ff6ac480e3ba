import 'server-only';
import type { UserId } from '@/lib/auth/user-id';
import { loadSecondEdition } from '@/lib/catalogue';
import type { Career } from '@/lib/domain/career/career';
import type { HeldPost } from '@/lib/domain/climb/profile';
import type { Ratings } from '@/lib/domain/climb/standing';
import { loadStanding, type Standing } from '@/lib/plan/standing';

/** A person's standing as plans of stages need it. */
export type ClimbStanding = Standing & {
  /** The second edition with the person's own steps. */
  second: Career;
  rated: Ratings;
  posts: readonly HeldPost[];
  leavePost: boolean;
};

export async function loadClimbStanding(userId: UserId): Promise<ClimbStanding> {
  return completeStanding(await loadStanding(userId));
}

/** A standing with what it does not say yet: the catalogue's steps alone, levels without exceptions, and no posts. */
export function completeStanding(standing: Standing & Partial<ClimbStanding>): ClimbStanding {
  const {
    second = loadSecondEdition(standing.career.id),
    rated = { levels: standing.levels, also: [], except: [] },
    posts = [],
    leavePost = false,
  } = standing;
  return { ...standing, second, rated, posts, leavePost };
}
