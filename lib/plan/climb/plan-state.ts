import 'server-only';
import { cache } from 'react';
import type { UserId } from '@/lib/auth/user-id';
import { type Followed, toFollowed } from '@/lib/domain/climb/follow/followed';
import { settlePlan } from '@/lib/plan/climb/settle-plan';
import { loadStanding, type Standing } from '@/lib/plan/standing';
import { getKeptPlan, type KeptPlan, listKeptPlans } from '@/lib/queries/plans';
import { listStepProgress, type StepProgress } from '@/lib/queries/step-progress';

/** A kept plan of either version with the one shape in which it is shown and followed. */
export type Kept = KeptPlan & { followed: Followed };

/**
 * Where a person is: their standing, the plan they keep, and how its steps stand. A page loads it once, reads
 * `kept.followed` (never `kept.document`, which may be of either version) and hands the whole on to what decides:
 * `computePlanFromHere(state, settings)`, `loadReplanningSoon(state)`, `loadForecast(state)` and the like.
 */
export type PlanState = {
  standing: Standing;
  kept: Kept | null;
  progress: readonly StepProgress[];
  /** Plans that they kept before, where a new one is asked for: see withEarlier. */
  earlier?: readonly Kept[];
};

/** Loaded once while a page is drawn; an act, which changes it, loads it anew each time that it asks. */
export const loadPlanState = cache(async (userId: UserId): Promise<PlanState> => {
  const standing = await loadStanding(userId);
  const [kept, progress] = await Promise.all([
    getKeptPlan(userId, standing.career.id),
    listStepProgress(userId, standing.career.id),
  ]);
  return { standing, kept: kept && toKept(settlePlan(kept, { standing, progress })), progress };
});

/** The same with the plans that the person kept before, so that no new one comes out worse than what they had. */
export async function withEarlier(userId: UserId, state: PlanState): Promise<PlanState> {
  const plans = await listKeptPlans(userId, state.standing.career.id);
  return { ...state, earlier: plans.filter(({ id }) => id !== state.kept?.id).map(toKept) };
}

export function toKept(plan: KeptPlan): Kept {
  return { ...plan, followed: toFollowed(plan.document) };
}

/** Whether a plan was begun, so that another one may only come as one that goes on from it. */
export function isBegun(kept: Kept, progress: readonly StepProgress[]): boolean {
  const ids = new Set(kept.followed.steps.map(({ id }) => id));
  return isContinued(kept) || progress.some(({ step, status }) => status !== 'todo' && ids.has(step));
}

/** Whether a kept plan goes on from another one, so that what is proved of it is proved of the rest. */
export function isContinued({ followed, reason }: Pick<Kept, 'followed' | 'reason'>): boolean {
  return (
    reason === 'continued' ||
    reason === 'replanned' ||
    followed.steps.some(({ status }) => status === 'in-progress' || status === 'done')
  );
}
