import type { StepKind } from '@/lib/domain/catalogue';
import type { Preferences } from '@/lib/domain/climb/profile';

/** One change of settings worth pricing, in a person's words. */
export type Variation = { label: string; changed: Preferences; held: readonly string[] };

const MORE_HOURS = 5;
const MOST_HOURS = 80;
const MOST_PARALLEL = 10;

const KIND_WORDS: Readonly<Record<StepKind, string>> = {
  degree: 'a degree',
  certification: 'certifications',
  'entry-role': 'an entry role',
  course: 'courses',
  project: 'projects',
  practice: 'practice',
};

/**
 * The changes a person would ask about: each limit lifted that they set, a few hours more and fewer a week,
 * and each requirement's path left out or allowed again.
 */
export function listVariations({
  career,
  plan,
  preferences,
  holdings,
}: {
  career: { holdingById: ReadonlyMap<string, { label: string }> };
  /** The plan for the present settings: only what it holds can be left out of it. */
  plan: { steps: readonly { kind: StepKind }[] };
  preferences: Preferences;
  holdings: readonly string[];
}): Variation[] {
  const { hoursPerWeek, workHoursPerWeek, maxParallel, budget, deadline, excludedKinds, platform } =
    preferences;
  const variations: Variation[] = [];
  const add = (label: string, change: Partial<Preferences>, held: readonly string[] = holdings) =>
    variations.push({ label, changed: { ...preferences, ...change }, held });
  if (hoursPerWeek + MORE_HOURS <= MOST_HOURS)
    add(`With ${MORE_HOURS} hours more a week`, { hoursPerWeek: hoursPerWeek + MORE_HOURS });
  if (hoursPerWeek > MORE_HOURS)
    add(`With ${MORE_HOURS} hours fewer a week`, { hoursPerWeek: hoursPerWeek - MORE_HOURS });
  if (maxParallel < MOST_PARALLEL) add('With one step more at once', { maxParallel: maxParallel + 1 });
  if (workHoursPerWeek > 0) add('Without hours at work', { workHoursPerWeek: 0 });
  if (platform) add('With steps of any platform', { platform: null });
  if (budget) add('Without the budget', { budget: null });
  if (deadline) add('Without the deadline', { deadline: null });
  for (const kind of excludedKinds)
    add(`Allowing ${KIND_WORDS[kind]}`, { excludedKinds: excludedKinds.filter((other) => other !== kind) });
  for (const kind of ['degree', 'entry-role'] as const)
    if (plan.steps.some((step) => step.kind === kind))
      add(`Without ${KIND_WORDS[kind]}`, { excludedKinds: [...excludedKinds, kind] });
  for (const id of holdings) {
    const label = career.holdingById.get(id)?.label;
    if (label)
      add(
        `If you did not have this (${label})`,
        {},
        holdings.filter((other) => other !== id),
      );
  }
  return variations;
}
