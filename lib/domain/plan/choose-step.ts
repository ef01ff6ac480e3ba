import type { Preferences } from '@/lib/domain/climb/profile';

const without = (ids: readonly string[], id: string) => ids.filter((other) => other !== id);

/** Preferences in which a step must be in the plan. */
export function pinStep(preferences: Preferences, step: string): Preferences {
  const { pinned, excluded } = preferences;
  return { ...preferences, pinned: [...without(pinned, step), step], excluded: without(excluded, step) };
}

/** Preferences in which a step may not be in the plan. */
export function leaveOutStep(preferences: Preferences, step: string): Preferences {
  const { pinned, excluded } = preferences;
  return { ...preferences, pinned: without(pinned, step), excluded: [...without(excluded, step), step] };
}
