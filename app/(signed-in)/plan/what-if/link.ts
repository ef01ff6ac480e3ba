import { toSettingsEntries } from '@/lib/domain/plan/settings';

/** The address that shows what a change of settings would do, before it is taken. */
export function buildWhatIfPath(settings: Parameters<typeof toSettingsEntries>[0]): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(toSettingsEntries(settings)))
    for (const one of [value].flat()) query.append(name, one);
  return `/plan/what-if?${query}`;
}
