import type { Career } from './career';
import type { Post } from './schema';

/** Posts that have a page of their own: those that are no role, and no stand-in for other work. */
export function listPagedPosts({ posts }: Pick<Career, 'posts'>): Post[] {
  return posts.filter((post) => post.id !== post.role && post.howToGet !== null);
}

/**
 * Whether a step from one post to another is one that a mentor would name, without regard to who takes it: one rank up
 * in the family, or at most one up into a family that theirs leads to.
 */
function leadsTo(career: Pick<Career, 'familyById'>, from: Post, to: Post): boolean {
  if (from.id === to.id || !to.offered) return false;
  const climb = to.rank - from.rank;
  if (from.family === to.family) return climb === 1;
  return (
    (climb === 0 || climb === 1) && (career.familyById.get(from.family)?.movesTo.includes(to.family) ?? false)
  );
}

/** The offered posts from which this one is the next, those of its own family first. */
export function listPostsBefore(career: Career, post: Post): Post[] {
  return career.posts
    .filter((from) => from.offered && leadsTo(career, from, post))
    .sort((one, other) => Number(other.family === post.family) - Number(one.family === post.family));
}

/** The offered posts to which this one leads, those of its own family first. */
export function listPostsAfter(career: Career, post: Post): Post[] {
  return career.posts
    .filter((to) => leadsTo(career, post, to))
    .sort((one, other) => Number(other.family === post.family) - Number(one.family === post.family));
}
