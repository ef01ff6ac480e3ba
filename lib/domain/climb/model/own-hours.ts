import type { Career } from '../../career/career';
import type { Profile } from '../profile';
import { findCurrent, listHeldPosts } from './held';
import type { StageModel } from './stage-model';

/** Own hours a week that whoever had none to keep is thought to have left beside a post, at most. */
const MOST_BESIDE_POST = 15;

/** Own hours a week in a post that is taken up by somebody who had none: they cannot know yet what it leaves them. */
export function limitBesidePost(hoursPerWeek: number): number {
  return Math.min(hoursPerWeek, MOST_BESIDE_POST);
}

/** Own hours a week in a stage with a post: all of them for who has a post now and knows what it leaves them. */
export function computeHoursInPost(career: Career, profile: Profile): number {
  const { hoursPerWeek } = profile.preferences;
  const current = findCurrent(listHeldPosts(career, profile));
  return current ? hoursPerWeek : limitBesidePost(hoursPerWeek);
}

/** Own hours of a stage in a week: those beside a post from the first one on. */
export function ownHoursIn(
  { inPostFrom, hoursPerWeek, hoursInPost }: Pick<StageModel, 'inPostFrom' | 'hoursPerWeek' | 'hoursInPost'>,
  week: number,
): number {
  return week < inPostFrom ? hoursPerWeek : hoursInPost;
}

/** Own hours of a stage from the week in which it opens up to another. */
export function countOwnHours(model: StageModel, end: number): number {
  const { calendar, open, inPostFrom, hoursPerWeek, hoursInPost } = model;
  const change = Math.min(end, Math.max(open, inPostFrom));
  return (
    hoursPerWeek * calendar.countWorking(open, change) + hoursInPost * calendar.countWorking(change, end)
  );
}
