import type { Career } from '../../career/career';
import type { Post } from '../../career/schema';
import type { Climber, Person } from './climber';
import { listMeetings, type Meeting } from './experience';
import { listHoldings } from './held';
import { isInPost } from './stay';

/**
 * What must hold before the search for a post begins, in ids: so many of the can-dos, and what is asked beside them.
 * A list of groups is met by all steps of one group; null where it is met already.
 */
export type Asked = {
  canDos: readonly string[];
  /** How many of the can-dos are enough. */
  enough: number;
  certificate: readonly (readonly string[])[] | null;
  experience: readonly { label: string; meeting: Meeting }[];
  asksToSee: Post['asksToSee'];
};

/** Of what a role that is a post on the way asks, this much is enough. */
const OPEN_AT_TENTHS = 9;

/** The rank of the full job, from which on a post asks its own people for the work that makes it. */
const FULL_JOB = 2;

/**
 * What a post asks of a person where they stand; the goal asks for all of it, another role for nine tenths. Who is in the
 * goal's post has got in: what is left for them is to learn what it asks.
 */
export function listAskedBy(
  person: Pick<Person, 'career' | 'letStand'> & { profile: Pick<Person['profile'], 'holdings'> },
  climber: Pick<Climber, 'finished' | 'held'>,
  { post, isGoal, isOpen }: { post: Post; isGoal: boolean; isOpen: (step: string) => boolean },
): Asked {
  const { career, profile } = person;
  const canDos = [...(career.askedByPost.get(post.id) ?? [])].filter((id) => !person.letStand.has(id));
  const isPartly = post.role !== null && !isGoal;
  if (isGoal && isInPost(career, climber.held, post))
    return { canDos, enough: canDos.length, certificate: null, experience: [], asksToSee: null };
  const finished = new Set(climber.finished.keys());
  const holdings = listHoldings(career, { holdings: profile.holdings, held: climber.held, finished });
  const background = { holdings, held: climber.held, finished, isOpen };
  const meetings = listMeetings(career, post, background);
  const labels = (career.experienceOfPost.get(post.id) ?? []).map(({ label }) => label);
  return {
    canDos,
    enough: isPartly ? Math.ceil((OPEN_AT_TENTHS * canDos.length) / 10) : canDos.length,
    // What hires between are asked for is their work; a certificate is asked for with the goal.
    certificate: isGoal ? listCertificates(career, post, background) : null,
    experience: meetings.map((meeting, place) => ({ label: labels[place] ?? '', meeting })),
    asksToSee: isWorkKnown(
      career,
      climber.held.map(({ post: id }) => id),
      post,
    )
      ? null
      : post.asksToSee,
  };
}

/**
 * Whether the posts that a person held speak for themselves, so that an employer asks for no finished work beside them:
 * one of the family, and from the full job on one of at least its rank. A junior has yet to show that work.
 */
export function isWorkKnown({ postById }: Career, held: readonly string[], post: Post): boolean {
  const least = post.rank < FULL_JOB ? 0 : post.rank;
  return held.some((id) => {
    const one = postById.get(id);
    return one !== undefined && one.family === post.family && one.rank >= least;
  });
}

/** The groups of certificates of which a role asks for one; null where it asks for none or one is held. */
function listCertificates(
  { certification }: Career,
  { role }: Post,
  { holdings, finished }: { holdings: ReadonlySet<string>; finished: ReadonlySet<string> },
): readonly (readonly string[])[] | null {
  if (role === null || !certification.askedBy.includes(role)) return null;
  if (certification.heldBy.some((id) => holdings.has(id))) return null;
  const groups = certification.anyOfByRole[role] ?? [];
  const left = groups.map((group) => group.filter((id) => !finished.has(id)));
  return left.some((group) => group.length === 0) ? null : left;
}
