import type { Preferences } from '@/lib/domain/climb/profile';
import { formatCount, formatMoney } from './format';

/** With what a plan was made, since all of it has a value where nothing was said. */
export function describeMadeWith({
  hoursPerWeek,
  workHoursPerWeek,
  budget,
}: Pick<Preferences, 'hoursPerWeek' | 'workHoursPerWeek' | 'budget'>): string {
  const work = workHoursPerWeek > 0 ? `${formatCount(workHoursPerWeek, 'hour')} at work` : 'no hours at work';
  const money = budget === null ? 'no limit on money' : `at most ${formatMoney(budget)}`;
  return `Made for ${formatCount(hoursPerWeek, 'hour')} a week of yours, ${work}, and ${money}.`;
}
