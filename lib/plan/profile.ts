import type { Level } from '@/lib/domain/catalogue';
import type { PlanDocument } from '@/lib/domain/planner/document';
import type { Preferences, Profile } from '@/lib/domain/planner/profile';
import type { Standing } from '@/lib/plan/standing';
import { listUnratedSince } from '@/lib/plan/unrated';
import type { StepProgress } from '@/lib/queries/step-progress';

/** The planner's input for a person: their latest levels, what they hold and have done, and what they prefer. */
export function buildProfile({
  standing,
  progress,
  preferences,
  holdings,
}: {
  standing: Standing;
  progress: readonly StepProgress[];
  preferences: Preferences;
  holdings: readonly string[];
}): Profile {
  return {
    career: standing.career.id,
    role: standing.role.id,
    levels: { ...standing.levels },
    holdings: [...holdings],
    done: progress.filter((event) => event.status === 'done').map((event) => event.step),
    preferences,
  };
}

/** What is under way or finished. */
export function listBegun(progress: readonly StepProgress[]): StepProgress[] {
  return progress.filter(({ status }) => status === 'in-progress' || status === 'done');
}

/**
 * The same for a plan that is followed: a finished step counts as having brought its levels until the person rates
 * them again; from then on the rating counts.
 */
export function countFinished(
  profile: Profile,
  { standing, kept, progress }: { standing: Standing; kept: PlanDocument; progress: readonly StepProgress[] },
): Profile {
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
  return { ...profile, levels };
}
