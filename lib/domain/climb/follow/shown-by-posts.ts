import type { Career } from '../../career/career';
import { addDays, computeDaysBetween, type Day } from '../../day';
import { listTeaching } from '../model/climber';

/** A post with the first and the last day on which it was held; without a last it is held now. */
export type PostSpan = { post: string; from: Day; to: Day | null };

/**
 * Can-dos that posts have shown since their skills were rated: what a post shows at half its tenure and at its end counts as
 * true until then, as what a finished step teaches does. Of a skill that was never rated nothing is known.
 */
export function listShownByPosts(
  career: Career,
  {
    posts,
    today,
    ratedOn,
  }: { posts: readonly PostSpan[]; today: Day; ratedOn: (skill: string) => Day | null },
): string[] {
  const shown = posts.flatMap(({ post, from, to }) => {
    const found = career.postById.get(post);
    if (!found) return [];
    const last = to !== null && to < today ? to : today;
    const before = posts.filter((one) => one.post === post && one.from < from);
    const held = before.reduce((sum, one) => sum + countWeeksOf(one, from), 0);
    return listTeaching(found, held).flatMap(({ canDo, week }) => {
      const on = addDays(from, week * 7);
      const rated = ratedOn(career.canDoById.get(canDo)?.skill ?? '');
      return on <= last && rated !== null && rated < on ? [canDo] : [];
    });
  });
  return [...new Set(shown)].sort();
}

/** Whole weeks of a time in a post that had gone by on a day. */
function countWeeksOf({ from, to }: PostSpan, day: Day): number {
  const last = to !== null && to < day ? to : day;
  return Math.max(0, Math.floor(computeDaysBetween({ from, to: last }) / 7));
}
