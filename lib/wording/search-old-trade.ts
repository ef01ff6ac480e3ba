import type { Career } from '../domain/career/career';

/** Weeks in a post from which on somebody can say that they have done it. */
const LEAST_WEEKS = 26;

type Held = { post: string; weeks: number; current: boolean };
type Before = { posts?: readonly Held[] } | object;

/** Said to who has no post now and held one: posts of that kind are open from the first week, whatever the plan leads to. */
export function describeOldTrade(career: Career, profile: Before, until: string): string[] {
  const posts = 'posts' in profile ? (profile.posts ?? []) : [];
  if (posts.some(({ current }) => current)) return [];
  const held = posts
    .filter(({ post, weeks }) => weeks >= LEAST_WEEKS && post !== until && career.postById.has(post))
    .toSorted((one, other) => rankOf(career, other.post) - rankOf(career, one.post));
  const title = career.postById.get(held[0]?.post ?? '')?.title;
  return title === undefined
    ? []
    : [
        `You have worked as ${title}. Posts of that kind are open to you from the first week on: apply for them beside this plan, at once where money is needed. It goes on beside one, with what is left of your hours.`,
      ];
}

function rankOf({ postById }: Career, post: string): number {
  return postById.get(post)?.rank ?? 0;
}
