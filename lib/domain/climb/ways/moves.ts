import type { Career } from '../../career/career';
import type { Post } from '../../career/schema';
import { doesCount, listMeetings } from '../model/experience';
import { findCurrent } from '../model/held';
import {
  computeStay,
  type Footing,
  isInPost,
  isSamePost,
  lengthenForRank,
  type StayTerms,
} from '../model/stay';

export type Terrain = StayTerms & {
  goal: Post;
  region: string;
  /** The first week of the plan in which a next post may begin. */
  freeWeek: number;
  /** Posts that the person would not take. */
  isLeftOut: (post: Post) => boolean;
  /** The cloud that a person named, if any. */
  platform: string | null;
  /** The level that a person has of a skill. */
  levelOf: (skill: string) => number;
  /** What is true of the person before the plan. */
  isTrue: (canDo: string) => boolean;
};

export type WayFooting = Footing & { hasGoneDown: boolean; hasStudied: boolean };

/** A move to a post: the weeks that the present one is kept for it, and whether it is one rank down. */
export type Move = { post: Post; stay: number; isDown: boolean };

/** The level from which a skill is a strength. */
export const STRONG = 2;

/** The moves that a sensible mentor would name from here: the rules of docs/planning.md, *Ways*. */
export function listMoves(terrain: Terrain, footing: WayFooting): Move[] {
  const here = findHome(terrain.career, footing);
  return terrain.career.posts.flatMap((post) => {
    const move = judgeMove(terrain, footing, { here, post });
    return move ? [move] : [];
  });
}

/** The post whose family is a person's own: the present one, else the last one held. */
function findHome(career: Career, { held }: Footing): Post | null {
  const last = findCurrent(held) ?? held.at(-1) ?? null;
  return last ? (career.postById.get(last.post) ?? null) : null;
}

type Judged = { here: Post | null; post: Post };

function judgeMove(terrain: Terrain, footing: WayFooting, judged: Judged): Move | null {
  const { career, goal } = terrain;
  const { here, post } = judged;
  const isGoal = post.id === goal.id;
  if (!isAtAllOpen(terrain, footing, post)) return null;
  if (!isGoal && (terrain.isLeftOut(post) || !isOnTheWay(goal, post))) return null;
  if (!isGoal && !isWithinReach(terrain, footing, post)) return null;
  const isReturn = footing.held.some((held) => isSamePost(career.postById.get(held.post) ?? null, post));
  if (here && !isReturn && post.family !== here.family && !isNextTo(career, here, post)) return null;
  const need = isGoal && isInPost(career, footing.held, post) ? 0 : computeStay(terrain, footing, post);
  if (need === null) return null;
  const isStaying = isGoal && isReturn;
  const reach = isStaying
    ? { stay: need, rank: post.rank }
    : lengthenForRank(career, footing, { post, stay: need });
  if (reach === null) return null;
  const { stay, rank } = reach;
  // A post that is had but not for half its tenure yet counts here: nobody would call less than it a step up.
  const standing = here && findCurrent(footing.held) ? Math.max(rank, here.rank) : rank;
  const isDown = post.rank < standing;
  if (isGoal || isReturn) return { post, stay, isDown: isDown && !isGoal };
  if (here && !isFitting(terrain, footing, { here, post, standing: Math.max(rank, here.rank) })) return null;
  if (post.apprenticeship && hasHeldJunior(career, footing)) return null;
  if (isDown && !mayGoDown(terrain, footing, { post, rank: standing, stay })) return null;
  return { post, stay, isDown };
}

function isNextTo(career: Career, here: Post, post: Post): boolean {
  return career.familyById.get(here.family)?.movesTo.includes(post.family) ?? false;
}

/** Rule 8. */
function hasHeldJunior(career: Career, { held }: Footing): boolean {
  return held.some(({ post }) => (career.postById.get(post)?.rank ?? 0) >= 1);
}

/** Whether a post is offered in the region, open to the holdings, and was not held before. */
function isAtAllOpen({ career, goal, region }: Terrain, footing: Footing, post: Post): boolean {
  const isGoal = post.id === goal.id;
  if (!post.offered && !isGoal) return false;
  if (post.region !== 'any' && post.region !== region) return false;
  const earlier = footing.held.filter((held) => isSamePost(career.postById.get(held.post) ?? null, post));
  if (earlier.length > 0) {
    // The goal may be a post that one has or had; one without a post may go back to one; nobody to one of this way.
    if (footing.taken > 0 || !(isGoal || findCurrent(footing.held) === null)) return false;
  }
  if (post.holding === null) return true;
  const holds = footing.holdings.has(post.holding);
  return post.holdingMeans === 'rules-out' ? !holds : holds;
}

/** Rules 5 and 9: below the goal in its family and not above it elsewhere; it leads only where the goal does. */
function isOnTheWay(goal: Post, post: Post): boolean {
  if (post.leads && !goal.leads) return false;
  return post.family === goal.family ? post.rank < goal.rank : post.rank <= goal.rank;
}

/**
 * Rule 10: a first post is one of rank 0, or one of which a person can do two thirds of what it asks already, with a
 * beginning of each skill that it leans on and a strength in one of them.
 */
function isWithinReach(terrain: Terrain, { held, hasStudied }: WayFooting, post: Post): boolean {
  const { career, isTrue, levelOf } = terrain;
  if (held.length > 0 || hasStudied || post.rank === 0) return true;
  const asked = [...(career.askedByPost.get(post.id) ?? [])];
  const isBegun = post.leansOn.every((skill) => levelOf(skill) >= 1);
  const isStrong = post.leansOn.length === 0 || post.leansOn.some((skill) => levelOf(skill) >= STRONG);
  return isBegun && isStrong && 3 * asked.filter(isTrue).length >= 2 * asked.length;
}

/** Rules 3, 4, 6, 9 and 11, for who has or had a post. */
function isFitting(
  terrain: Terrain,
  footing: Footing,
  { here, post, standing }: { here: Post; post: Post; standing: number },
): boolean {
  const { career, goal } = terrain;
  if (here.family === goal.family && post.family !== here.family) return false;
  if (post.family === here.family && post.rank <= standing) return false;
  if (here.leads && goal.leads && !post.leads) return false;
  if (isRung(career, here) && isRung(career, goal) && !isRung(career, post)) return false;
  if (post.family === goal.family || post.family === here.family) return true;
  if (post.rank === 1 && !hasHeldJunior(career, footing)) return true;
  // Who has no post now could still go on in the last one.
  const last = findCurrent(footing.held) ?? footing.held.at(-1);
  const held = footing.held.map((one) => ({ ...one, current: one === last }));
  const meetings = listMeetings(career, goal, { ...footing, held, isOpen: terrain.isOpen });
  return (career.experienceOfPost.get(goal.id) ?? []).some(
    ({ anyOf }, place) =>
      meetings[place] === null && anyOf.some((option) => doesCount(career, option, post.id)),
  );
}

/** Whether a post is a rung of the ladder, not a title beside it. */
export function isRung({ roleById }: Career, { role }: Post): boolean {
  return role !== null && roleById.get(role)?.group === 'ladder';
}

/** Rule 7: one rank down, once, only into another family that has nothing open at one's own rank. */
function mayGoDown(
  terrain: Terrain,
  footing: WayFooting,
  { post, rank, stay }: { post: Post; rank: number; stay: number },
): boolean {
  const { career } = terrain;
  if (footing.hasGoneDown || post.rank < rank - 1) return false;
  if (footing.held.some((held) => career.postById.get(held.post)?.family === post.family)) return false;
  return !career.posts.some(
    (other) =>
      other.offered &&
      other.family === post.family &&
      other.rank === rank &&
      other.id !== terrain.goal.id &&
      isOnTheWay(terrain.goal, other) &&
      (computeStay(terrain, footing, other) ?? stay + 1) <= stay,
  );
}
