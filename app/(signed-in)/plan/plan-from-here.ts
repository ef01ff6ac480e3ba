import 'server-only';
import type { UserId } from '@/lib/auth/user-id';
import type { PlanDocument } from '@/lib/domain/planner/document';
import type { Preferences } from '@/lib/domain/planner/profile';
import { getPlan as computePlan, getContinuation } from '@/lib/planner';
import { getPlan, type Plan } from '@/lib/queries/plans';
import { listStepProgress, type StepProgress } from '@/lib/queries/step-progress';
import { loadStanding, type Standing } from '../load-standing';
import { buildProfile, countFinished } from './build-profile';

/** Where a person is: their standing, the plan they keep, and how its steps stand. */
export type Here = {
  standing: Standing;
  kept: Plan | null;
  progress: readonly StepProgress[];
};

export async function loadHere(userId: UserId): Promise<Here> {
  const standing = await loadStanding(userId);
  const [kept, progress] = await Promise.all([
    getPlan(userId, standing.career.id),
    listStepProgress(userId, standing.career.id),
  ]);
  return { standing, kept, progress };
}

export type Settings = { preferences: Preferences; holdings: readonly string[] };

/** Why a plan is what it is, kept with it: one that goes on from another holds what was finished and begun. */
export type PlanFromHere = { document: PlanDocument; reason: 'made' | 'continued' };

/**
 * The best plan found quickly by the settings, going on from what was finished and begun; where no such plan is, the
 * best without.
 */
export async function computePlanFromHere(here: Here, settings: Settings): Promise<PlanFromHere> {
  const { standing, kept, progress } = here;
  const { career, today } = standing;
  const profile = buildProfile({ standing, progress, ...settings });
  const continued =
    kept && progress.some(({ status }) => status !== 'todo')
      ? await getContinuation(career, countFinished(profile, { standing, kept: kept.document, progress }), {
          plan: kept.document,
          records: progress,
          today,
          effort: 'quick',
        })
      : null;
  return continued
    ? { document: continued, reason: 'continued' }
    : { document: await computePlan(career, profile, { effort: 'quick' }), reason: 'made' };
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
