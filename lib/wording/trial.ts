import type { Preferences } from '@/lib/domain/climb/profile';
import { formatCount, formatMoney } from './format';

/** With what a plan was made, since all of it has a value where nothing was said. */
export function describeMadeWith(
  { hoursPerWeek, workHoursPerWeek, budget }: Preferences,
  { isInWork }: { isInWork: boolean },
): string {
  const given = `${formatCount(workHoursPerWeek, 'hour')}${isInWork ? '' : ' a week'}`;
  const work = isInWork ? `${given} at work` : `none at work until you work in IT and then ${given}`;
  const money = budget === null ? 'no limit on money' : `at most ${formatMoney(budget)}`;
  return `Made for ${formatCount(hoursPerWeek, 'hour')} a week of yours, ${work}, and ${money}.`;
}
