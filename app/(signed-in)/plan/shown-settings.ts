import { buildDefaultPreferences, toSettingsEntries } from '@/lib/domain/plan/settings';
import type { Preferences } from '@/lib/domain/planner/profile';
import type { FormEntries } from '@/lib/http/form';
import type { Standing } from '@/lib/plan/standing';

/** The settings as the page shows them. What is made anew does not begin in the past, unless the person says so. */
export function computeShownPreferences({ goal, planRole, role, today, region }: Standing): Preferences {
  const defaults = buildDefaultPreferences({ today, region });
  const chosen = goal?.preferences ?? defaults;
  const isOver = planRole !== role.id && chosen.start < today;
  return isOver ? { ...chosen, start: defaults.start } : chosen;
}

/** The same as the form holds them. */
export function listShownEntries(standing: Standing): FormEntries {
  const { goal, held } = standing;
  const preferences = computeShownPreferences(standing);
  return toSettingsEntries({ preferences, holdings: held, basedOn: goal?.id ?? null });
}
