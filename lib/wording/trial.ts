import type { Preferences } from '@/lib/domain/climb/profile';
import { formatCount, formatList, formatMoney } from './format';

/** Said of a plan that begins in a post which nobody named. */
export const POST_NOT_SAID = 'You did not say what you work as: we took junior work in IT.';

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

/** What an account holds of a trial, as the first line that its owner reads there. */
export function describeAlong({ ratings, hasPost }: { ratings: number; hasPost: boolean }): string {
  const all = [
    `your ${formatCount(ratings, 'rating')}`,
    'your goal',
    ...(hasPost ? ['what you work as'] : []),
    'the plan that you saw',
  ];
  return `All of it came along: ${formatList(all)}.`;
}
