import type { Career } from '../../career/career';
import type { Post } from '../../career/schema';
import type { HeldPost, Profile } from '../profile';

/** Weeks for which a post must be kept before what it grants is held. */
const GRANTING_WEEKS = 26;

/**
 * The posts that a person holds or held, at most one of them current: of several the one of the highest rank. Where
 * none is given, the first edition's holdings are read as posts.
 */
export function listHeldPosts(career: Career, profile: Profile): HeldPost[] {
  const given = profile.posts.length > 0 ? profile.posts : readFirstEdition(career, profile);
  const known = given.filter(({ post }) => career.postById.has(post));
  const rankOf = ({ post }: HeldPost) => career.postById.get(post)?.rank ?? 0;
  const current = known
    .filter((held) => held.current)
    .reduce<HeldPost | null>((best, held) => (best && rankOf(best) >= rankOf(held) ? best : held), null);
  return known.map((held) => ({ ...held, current: held === current }));
}

/** Holdings that stood for posts, and entry roles that were steps and are done: held for their tenure. */
function readFirstEdition(career: Career, { holdings, done }: Profile): HeldPost[] {
  const read = holdings.flatMap((id) => career.holdingById.get(id)?.readAs ?? []);
  const served = done.flatMap((id) => career.postById.get(id) ?? []);
  return [
    ...served.map(({ id, tenureWeeks }) => ({ post: id, weeks: tenureWeeks, current: false })),
    ...read,
  ];
}

export function findCurrent(held: readonly HeldPost[]): HeldPost | null {
  return held.find(({ current }) => current) ?? null;
}

/** Weeks for which a post was held in all, where somebody has gone back to it. */
export function countWeeksIn(held: readonly HeldPost[], post: string): number {
  return held.reduce((sum, one) => (one.post === post ? sum + one.weeks : sum), 0);
}

/** Weeks for which a new post is kept before the next: half its tenure, an apprenticeship all of it. */
export function computeLeastStay({ tenureWeeks, apprenticeship }: Post): number {
  return apprenticeship ? tenureWeeks : computeHalf(tenureWeeks);
}

export function computeHalf(weeks: number): number {
  return Math.ceil(weeks / 2);
}

/** The highest rank of the posts held for at least half their tenure; 0 without one. */
export function computeRank(career: Career, held: readonly HeldPost[]): number {
  let rank = 0;
  for (const { post, weeks } of held) {
    const found = career.postById.get(post);
    if (found && weeks >= computeHalf(found.tenureWeeks)) rank = Math.max(rank, found.rank);
  }
  return rank;
}

/** Weeks for which a post must be held before it grants a holding; null where it never does. */
export function computeGrantingWeeks(career: Career, holding: string, post: string): number | null {
  if (!career.holdingById.get(holding)?.grantedBy.posts.includes(post)) return null;
  const found = career.postById.get(post);
  return found?.apprenticeship ? found.tenureWeeks : GRANTING_WEEKS;
}

/** What a person holds: as given, granted by posts kept long enough, and by finished steps. */
export function listHoldings(
  career: Career,
  {
    holdings,
    held,
    finished,
  }: { holdings: readonly string[]; held: readonly HeldPost[]; finished: ReadonlySet<string> },
): Set<string> {
  const all = new Set(holdings);
  for (const { id, grantedBy } of career.holdings) {
    const isByPost = held.some(({ post, weeks }) => {
      const least = computeGrantingWeeks(career, id, post);
      return least !== null && weeks >= least;
    });
    if (isByPost || grantedBy.steps.some((step) => finished.has(step))) all.add(id);
  }
  return all;
}

/** Whether a post is of one of the families and at least of the rank. */
export function isPostOf(
  { family, rank }: Post,
  asked: { families: 'any' | readonly string[]; rank: number },
): boolean {
  return (asked.families === 'any' || asked.families.includes(family)) && rank >= asked.rank;
}
