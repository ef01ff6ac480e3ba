import 'server-only';
import { cache } from 'react';
import type { UserId } from '@/lib/auth/user-id';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { buildDefaultPreferences, readPreferences } from '@/lib/domain/climb/profile';
import { computeHoursLeft } from '@/lib/domain/plan/hours-left';
import { countProof } from '@/lib/domain/proof/counts';
import { computeSureness } from '@/lib/plan/freshness';
import { loadStanding, type Standing } from '@/lib/plan/standing';
import { getKeptPlan } from '@/lib/queries/plans';
import { getProof } from '@/lib/queries/proof';
import { listStepProgress } from '@/lib/queries/step-progress';
import { drawGap } from './draw-gap';

/** The gap to the role that is asked for, else to the goal. Worked out once a request: the title wants its figure too. */
export const loadGapView = cache(async (userId: UserId, asked: string | undefined) => {
  const standing = await loadStanding(userId);
  const { career, goal } = standing;
  const goalRole = career.roleById.get(standing.role.id);
  const role = career.roleById.get(asked ?? '') ?? goalRole;
  if (!role || !goalRole) throw new Error(`The career ${career.id} has no role ${standing.role.id}.`);
  const [{ plan, progress }, proof] = await Promise.all([
    loadFollowed(userId, { standing, role: role.id }),
    getProof(userId, career.id),
  ]);
  const preferences = readPreferences(goal?.preferences) ?? buildDefaultPreferences(standing);
  const drawn = drawGap({
    career,
    person: {
      ratings: standing.rated,
      sureness: computeSureness(standing, proof),
      proof: countProof(career, { ratings: standing.rated, ...proof }),
      goal: { id: goal?.id ?? null, role: goalRole },
      isInWork: standing.posts.some(({ current }) => current),
      done: new Set(progress.filter(({ status }) => status === 'done').map(({ step }) => step)),
      preferences,
    },
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
