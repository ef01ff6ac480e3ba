import type { Career } from '@/lib/domain/catalogue';
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

/** What is under way or finished. */
export function listBegun(progress: readonly StepProgress[]): StepProgress[] {
  return progress.filter(({ status }) => status === 'in-progress' || status === 'done');
}

/** The same profile with what is under way pinned, so that a new plan does not do without what was begun. */
export function pinBegun(
  profile: Profile,
  { career, progress }: { career: Career; progress: readonly StepProgress[] },
): Profile {
  const { pinned, excluded, excludedKinds } = profile.preferences;
  const begun = progress.flatMap(({ step, status }) => {
    const known = career.stepById.get(step);
    const isOpen =
      known?.status === 'active' && !excludedKinds.includes(known.kind) && !excluded.includes(step);
    return status === 'in-progress' && isOpen ? [step] : [];
  });
  return { ...profile, preferences: { ...profile.preferences, pinned: [...new Set([...pinned, ...begun])] } };
}
