import type { Career } from './career';

/** Of a person, what says which doors are theirs: where they live, what they hold, the posts held so far. */
export type Seeker = {
  region: string;
  holdings: readonly string[];
  /** Posts held before this search, those of the plan so far among them. */
  posts: readonly string[];
  /** Whether a post of the plan was taken up before this search. */
  hasMoved: boolean;
};

/** What else this person looks for and minds while they look for a post, in the catalogue's order. */
export function listDoors(
  career: Pick<Career, 'doors' | 'postById'>,
  post: string,
  seeker: Seeker,
): string[] {
  const families = new Set(seeker.posts.map((id) => career.postById.get(id)?.family));
  return career.doors
    .filter(({ posts }) => posts === 'any' || posts.includes(post))
    .filter(({ beforeMoving }) => !(beforeMoving && seeker.hasMoved))
    .filter(({ regions }) => regions === null || regions.some((region) => region === seeker.region))
    .filter(({ holding }) => holding === null || seeker.holdings.includes(holding))
    .filter(({ without }) => !without.some((id) => seeker.holdings.includes(id)))
    .filter(({ held }) => held === null || (held === 'none' ? families.size === 0 : families.has(held)))
    .map(({ text }) => text);
}

/** Whether a post is of a lower rank than one that was held: less pay mostly, which nobody should learn from the offer. */
export function isRankDown(
  { postById }: Pick<Career, 'postById'>,
  post: string,
  { posts }: Pick<Seeker, 'posts'>,
): boolean {
  const rank = postById.get(post)?.rank ?? 0;
  return posts.some((id) => (postById.get(id)?.rank ?? 0) > rank);
}
