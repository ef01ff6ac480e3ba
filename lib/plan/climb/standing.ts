import 'server-only';
import type { UserId } from '@/lib/auth/user-id';
import type { HeldPost } from '@/lib/domain/climb/profile';
import { loadStanding, type Standing } from '@/lib/plan/standing';

/** A person's standing as plans of stages need it. */
export type ClimbStanding = Standing & {
  posts: readonly HeldPost[];
  leavePost: boolean;
};

export async function loadClimbStanding(userId: UserId): Promise<ClimbStanding> {
  return completeStanding(await loadStanding(userId));
}

export function completeStanding(standing: Standing): ClimbStanding {
  return standing;
}
