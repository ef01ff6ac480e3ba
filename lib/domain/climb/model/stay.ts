import type { Career } from '../../career/career';
import type { Post } from '../../career/schema';
import type { HeldPost } from '../profile';
import { listMeetings, type Meeting } from './experience';
import { computeHalf, computeLeastStay, computeRank, findCurrent } from './held';

/** Where a person stands between two posts of a way. */
export type Footing = {
  held: readonly HeldPost[];
  /** All that is held, granted ones included; see listHoldings. */
  holdings: ReadonlySet<string>;
  /** Steps that are finished, full-time study among them. */
  finished: ReadonlySet<string>;
  /** Posts taken up on this way so far. */
  taken: number;
};

/** What a stay is measured by: which steps could still be done, and the least weeks of each. */
export type StayTerms = {
  career: Career;
  isOpen: (step: string) => boolean;
  weeksOf: (step: string) => number;
};

/**
 * Weeks for which the present post is kept before the next can be looked for, by its experience and by tenure: a post
 * taken up on the way for half its tenure, an apprenticeship whole. Null where the experience never comes.
 */
export function computeStay(terms: StayTerms, footing: Footing, post: Post): number | null {
  const { career, isOpen, weeksOf } = terms;
  let most = 0;
  for (const meeting of listMeetings(career, post, { ...footing, isOpen })) {
    const weeks = computeMeetingWeeks(meeting, weeksOf);
    if (weeks === null) return null;
    most = Math.max(most, weeks);
  }
  const current = findCurrent(footing.held);
  const here = current && career.postById.get(current.post);
  if (!here || (footing.taken === 0 && !here.apprenticeship)) return most;
  return Math.max(most, computeLeastStay(here) - current.weeks);
}

function computeMeetingWeeks(meeting: Meeting, weeksOf: (step: string) => number): number | null {
  if (meeting === null) return null;
  return 'weeks' in meeting ? meeting.weeks : Math.min(...meeting.steps.map(weeksOf));
}

/** The highest rank of a first post for who led people elsewhere: they answered for more than a beginner does. */
const FIRST_RANK_OF_LEADERS = 2;

/**
 * A stay long enough for the rank too: a post is at most one rank up, and half a tenure lifts one's own. The first post
 * of who led people may be the full job, where they can do what it asks.
 */
export function lengthenForRank(
  career: Career,
  { held, holdings }: Pick<Footing, 'held' | 'holdings'>,
  { post, stay }: { post: Post; stay: number },
): { stay: number; rank: number } | null {
  const current = findCurrent(held);
  const rankAfter = (weeks: number) =>
    computeRank(
      career,
      held.map((one) => (one === current ? { ...one, weeks: one.weeks + weeks } : one)),
    );
  const rank = rankAfter(stay);
  const most = held.length === 0 && holdings.has('led-people') ? FIRST_RANK_OF_LEADERS : rank + 1;
  if (post.rank <= most) return { stay, rank };
  if (!current) return null;
  const half = computeHalf(career.postById.get(current.post)?.tenureWeeks ?? 0) - current.weeks;
  const longer = Math.max(stay, half);
  const later = rankAfter(longer);
  return post.rank <= later + 1 ? { stay: longer, rank: later } : null;
}

/** Whether the post that somebody has is the one that is asked about: nobody asks them any more what hires are asked for. */
export function isInPost(career: Career, held: readonly HeldPost[], post: Post): boolean {
  const current = findCurrent(held);
  return isSamePost(current === null ? null : (career.postById.get(current.post) ?? null), post);
}

/** Whether two posts are one: the same, or one that counts as the other. */
export function isSamePost(one: Post | null, other: Post): boolean {
  if (!one) return false;
  if (one.id === other.id || one.id === other.countsAs) return true;
  return one.countsAs !== null && (one.countsAs === other.id || one.countsAs === other.countsAs);
}
