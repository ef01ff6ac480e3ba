import type { Preferences, Profile } from '@/lib/domain/planner/profile';
import type { StepProgress } from '@/lib/queries/step-progress';
import type { Standing } from '../load-standing';

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
