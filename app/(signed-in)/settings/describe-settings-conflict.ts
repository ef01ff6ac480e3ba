import type { Account } from '@/lib/queries/people';
import { formatCount, formatList } from '@/lib/wording/format';

/** What stands there by now of the settings that two tabs changed, each to something else. */
export function describeSettingsConflict(
  { name, timeZone, settings: { reminderWeeks } }: Account,
  names: readonly string[],
): string {
  const reminder =
    reminderWeeks === null ? 'no reminders' : `a reminder every ${formatCount(reminderWeeks, 'week')}`;
  const there: Record<string, string> = {
    name: `the name ${name}`,
    timeZone: `the time zone ${timeZone}`,
    reminderWeeks: reminder,
  };
  const changed = formatList(names.flatMap((one) => there[one] ?? []));
  return `Your settings were changed elsewhere meanwhile, so nothing was saved here. They say there: ${changed}.`;
}
