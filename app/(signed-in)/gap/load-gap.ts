import 'server-only';
import { cache } from 'react';
import type { UserId } from '@/lib/auth/user-id';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { computeHoursLeft } from '@/lib/domain/plan/hours-left';
import { loadProof } from '@/lib/plan/load-proof';
import { loadStanding, type Standing } from '@/lib/plan/standing';
import { getKeptPlan } from '@/lib/queries/plans';
import { listStepProgress } from '@/lib/queries/step-progress';
import { drawGap } from './draw-gap';

/** The gap to the role that is asked for, else to the goal. Worked out once a request: the title wants its figure too. */
export const loadGapView = cache(async (userId: UserId, asked: string | undefined) => {
  const standing = await loadStanding(userId);
  const { career, ratings, rated, today, region, goal } = standing;
  const goalRole = career.roleById.get(standing.role.id);
  const role = career.roleById.get(asked ?? '') ?? goalRole;
  if (!role || !goalRole) throw new Error(`The career ${career.id} has no role ${standing.role.id}.`);
  const [{ plan, progress }, proof] = await Promise.all([
    loadFollowed(userId, { standing, role: role.id }),
    loadProof(userId, standing),
  ]);
  const drawn = drawGap({
    career,
    ratings,
    rated,
    today,
    region,
    account: { timeZone: standing.account.timeZone },
    goal: { id: goal?.id ?? null, role: goalRole, preferences: goal?.preferences ?? null },
    isInWork: standing.posts.some(({ current }) => current),
    proof,
    done: progress.filter(({ status }) => status === 'done').map(({ step }) => step),
    role,
    hoursLeft: plan && computeHoursLeft(plan, progress),
  });
  return {
    ...drawn,
    ratedCount: standing.latest.size,
    isWorkSaid: standing.posts.length + standing.held.length > 0,
    levelKind: standing.levelKind,
  };
});

/** What was followed so far, and the plan where it is one for this role; nobody without a plan follows one. */
async function loadFollowed(userId: UserId, { standing, role }: { standing: Standing; role: string }) {
  if (standing.planRole === null) return { plan: null, progress: [] };
  const career = standing.career.id;
  const [kept, progress] = await Promise.all([
    standing.planRole === role ? getKeptPlan(userId, career) : null,
    listStepProgress(userId, career),
  ]);
  return { plan: kept && toFollowed(kept.document), progress };
}
