import 'server-only';
import type { Level } from '@/lib/domain/catalogue';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { hasPlanBasisChanged, type Replanning } from '@/lib/domain/planner/replan';
import { getReplanning } from '@/lib/planner';
import type { StepProgress } from '@/lib/queries/step-progress';
import type { Standing } from '../load-standing';
import { buildProfile } from './build-profile';
import { listUnratedSince } from './step-notes';

const PAGE_MS = 600;

/**
 * What replanning offers a person now. A finished step counts as having brought its levels until the person
 * rates them again; from then on the rating counts.
 */
export async function loadReplanning({
  standing,
  kept,
  progress,
}: {
  standing: Standing;
  kept: PlanDocument;
  progress: readonly StepProgress[];
}): Promise<Replanning> {
  const { career, goal, today } = standing;
  const { preferences, holdings } = kept.profile;
  const profile = buildProfile({
    standing,
    progress,
    preferences: goal?.preferences ?? preferences,
    holdings: goal?.holdings ?? holdings,
  });
  const levels: Record<string, Level> = { ...profile.levels };
  for (const event of progress) {
    const raises = kept.steps.find(({ id }) => id === event.step)?.raises ?? [];
    const unrated = listUnratedSince({
      standing,
      progress: event,
      raised: raises.map(({ skill }) => skill),
    });
    for (const { skill, to } of raises)
      if (unrated.includes(skill) && to > (levels[skill] ?? 0)) levels[skill] = to;
  }
  const standingProfile = { ...profile, levels };
  // Asked here too, so that a page whose plan rests on the same as before waits for no worker.
  if (!hasPlanBasisChanged(career, { kept, profile: standingProfile, records: progress }))
    return { kind: 'none' };
  return getReplanning(career, standingProfile, { plan: kept, records: progress, today });
}

/** The same within the time of a page; null while it is still being worked out, which goes on meanwhile. */
export function loadReplanningSoon(input: Parameters<typeof loadReplanning>[0]): Promise<Replanning | null> {
  const answer = loadReplanning(input);
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PAGE_MS);
  });
  return Promise.race([answer, patience]).finally(() => clearTimeout(timer));
}
