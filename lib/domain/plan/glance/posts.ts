import type { Career } from '@/lib/domain/career/career';
import type { Followed } from '@/lib/domain/climb/follow/followed';

/** The titles of the posts and full-time courses between where a person is and the goal, in order. */
export function listPostsBetween(career: Career, plan: Pick<Followed, 'stages'>): string[] {
  return plan.stages
    .slice(0, -1)
    .map(({ until }) => career.postById.get(until)?.title ?? career.stepById.get(until)?.title ?? until);
}
