import 'server-only';
import type { UserId } from '@/lib/auth/user-id';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { loadStanding, type Standing } from '@/lib/plan/standing';
import { getPlan, type Plan } from '@/lib/queries/plans';
import { listStepProgress, type StepProgress } from '@/lib/queries/step-progress';

/** Where a person is: their standing, the plan they keep, and how its steps stand. */
export type PlanState = {
  standing: Standing;
  kept: Plan | null;
  progress: readonly StepProgress[];
};

export async function loadPlanState(userId: UserId): Promise<PlanState> {
  const standing = await loadStanding(userId);
  const [kept, progress] = await Promise.all([
    getPlan(userId, standing.career.id),
    listStepProgress(userId, standing.career.id),
  ]);
  return { standing, kept, progress };
}

/** Whether a plan was begun, so that another one may only come as one that goes on from it. */
export function isBegun(kept: Plan, progress: readonly StepProgress[]): boolean {
  const ids = new Set(kept.document.steps.map(({ id }) => id));
  return isContinued(kept) || progress.some(({ step, status }) => status !== 'todo' && ids.has(step));
}

/** Whether a kept plan goes on from another one, so that what is proved of it is proved of the rest. */
export function isContinued({ document, reason }: { document: PlanDocument; reason: string }): boolean {
  return (
    reason === 'continued' ||
    reason === 'replanned' ||
    document.steps.some(({ status }) => status === 'in-progress' || status === 'done')
  );
}
