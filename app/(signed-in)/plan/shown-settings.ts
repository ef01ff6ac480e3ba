import { type Preferences, readPreferences } from '@/lib/domain/climb/profile';
import { buildDefaultPreferences, toSettingsEntries } from '@/lib/domain/plan/settings';
import type { FormEntries } from '@/lib/http/form';
import type { Standing } from '@/lib/plan/standing';

/** The settings as the page shows them. What is made anew does not begin in the past, unless the person says so. */
export function computeShownPreferences({ goal, planRole, role, today, region }: Standing): Preferences {
  const defaults = buildDefaultPreferences({ today, region });
  const chosen = readPreferences(goal?.preferences) ?? defaults;
  const isOver = planRole !== role.id && chosen.start < today;
  return isOver ? { ...chosen, start: defaults.start } : chosen;
}

/** The same as the form holds them. */
export function listShownEntries(standing: Standing): FormEntries {
  const { goal, held, leavePost } = standing;
  const preferences = computeShownPreferences(standing);
  return toSettingsEntries({ preferences, holdings: held, leavePost, basedOn: goal?.id ?? null });
}
