import type { Day } from '@/lib/domain/day';

/** Preferences of either edition, as far as they name steps. */
type Choices = {
  pinned: readonly string[];
  excluded: readonly string[];
  dates?: { step: string; on: Day }[] | undefined;
};

const without = (ids: readonly string[], id: string) => ids.filter((other) => other !== id);

/** Preferences in which a step must be in the plan. */
export function pinStep<Preferences extends Choices>(preferences: Preferences, step: string): Preferences {
  const { pinned, excluded } = preferences;
  return { ...preferences, pinned: [...without(pinned, step), step], excluded: without(excluded, step) };
}

/** Preferences in which a step may not be in the plan. */
export function leaveOutStep<Preferences extends Choices>(
  preferences: Preferences,
  step: string,
): Preferences {
  const { pinned, excluded } = preferences;
  return {
    ...liftDate(preferences, step),
    pinned: without(pinned, step),
    excluded: [...without(excluded, step), step],
  };
}

/** Preferences in which one step takes the place of another. */
export function swapStep<Preferences extends Choices>(
  preferences: Preferences,
  { out, step }: { out: string; step: string },
): Preferences {
  return pinStep(leaveOutStep(preferences, out), step);
}

/** Preferences in which a step begins in the week of a day. */
export function holdDate<Preferences extends Choices>(
  preferences: Preferences,
  { step, on }: { step: string; on: Day },
): Preferences {
  const { dates = [] } = preferences;
  return { ...preferences, dates: [...dates.filter((date) => date.step !== step), { step, on }] };
}

/** Preferences in which a step begins whenever that is best. */
export function liftDate<Preferences extends Choices>(preferences: Preferences, step: string): Preferences {
  const { dates, ...rest } = preferences;
  if (!dates) return preferences;
  const left = dates.filter((date) => date.step !== step);
  return (left.length > 0 ? { ...rest, dates: left } : rest) as Preferences;
}
