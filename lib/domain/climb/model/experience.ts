import type { Career } from '../../career/career';
import type { Experience, Post } from '../../career/schema';
import type { HeldPost } from '../profile';
import { computeGrantingWeeks, findCurrent, isPostOf } from './held';

type ExperienceOption = Experience['anyOf'][number];

/** What a person brings along to what a post asks beside can-dos. */
export type Background = {
  /** All that is held, granted ones included; see listHoldings. */
  holdings: ReadonlySet<string>;
  held: readonly HeldPost[];
  finished: ReadonlySet<string>;
  /** Steps that could still be done. */
  isOpen: (step: string) => boolean;
};

/** How one thing asked is met: by so many more weeks in the present post (0: it is), by one of some steps, or never. */
export type Meeting = { weeks: number } | { steps: readonly string[] } | null;

/** For each thing that a post asks beside can-dos, how it is met from here: by weeks in the present post where it counts, else by a step. */
export function listMeetings(career: Career, post: Post, background: Background): Meeting[] {
  return (career.experienceOfPost.get(post.id) ?? []).map((need) => meet(career, need, background));
}

/** How one thing asked is met from here; see listMeetings. */
export function meet(career: Career, need: Experience, background: Background): Meeting {
  const weeks = need.anyOf.flatMap((option) => computeWeeks(career, option, background) ?? []);
  if (weeks.length > 0) return { weeks: Math.min(...weeks) };
  const steps = need.anyOf.flatMap((option) => listSteps(career, option)).filter(background.isOpen);
  return steps.length > 0 ? { steps: [...new Set(steps)].sort() } : null;
}

/** Weeks in the present post until an option is met; null where they never meet it. */
function computeWeeks(career: Career, option: ExperienceOption, background: Background): number | null {
  const { holdings, held, finished } = background;
  const current = findCurrent(held);
  if ('step' in option) return finished.has(option.step) ? 0 : null;
  if ('holding' in option) {
    if (holdings.has(option.holding)) return 0;
    const least = current ? computeGrantingWeeks(career, option.holding, current.post) : null;
    return least === null || !current ? null : Math.max(0, least - current.weeks);
  }
  const counts = (held: HeldPost): boolean => doesCount(career, option, held.post);
  const left = option.weeks - held.filter(counts).reduce((sum, { weeks }) => sum + weeks, 0);
  if (left <= 0) return 0;
  return current && counts(current) ? left : null;
}

/**
 * Weeks in posts that are still missing of what a post asks, where at least half of each is there, so that adverts which ask
 * for less are open; 0 where nothing is, null where more is missing.
 */
export function countMissingHalf(career: Career, post: Post, background: Background): number | null {
  let most = 0;
  for (const need of career.experienceOfPost.get(post.id) ?? []) {
    const left = need.anyOf.flatMap((option) => countLeftOver(career, option, background) ?? []);
    if (left.length === 0) return null;
    most = Math.max(most, Math.min(...left));
  }
  return most;
}

/** Weeks that an option still asks, where half of them are there; null where it is not met to so much. */
function countLeftOver(career: Career, option: ExperienceOption, background: Background): number | null {
  if (computeWeeks(career, option, background) === 0) return 0;
  if (!('weeks' in option)) return null;
  const counted = background.held.filter(({ post }) => doesCount(career, option, post));
  const weeks = counted.reduce((sum, one) => sum + one.weeks, 0);
  return 2 * weeks >= option.weeks ? Math.max(0, option.weeks - weeks) : null;
}

/** Whether weeks in a post count for an option. */
export function doesCount(career: Career, option: ExperienceOption, post: string): boolean {
  if ('posts' in option) return option.posts.includes(post);
  const found = career.postById.get(post);
  return 'families' in option && found !== undefined
    ? isPostOf(found, { families: option.families, rank: option.minRank })
    : false;
}

function listSteps(career: Career, option: ExperienceOption): readonly string[] {
  if ('step' in option) return [option.step];
  if ('holding' in option) return career.holdingById.get(option.holding)?.grantedBy.steps ?? [];
  return [];
}
