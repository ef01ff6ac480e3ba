import type { Career } from '../../career/career';
import type { Post, Step } from '../../career/schema';
import { computeFreeWeek, type Here } from '../model/climber';
import { findCurrent, listHeldPosts, listHoldings } from '../model/held';
import { listInPlay } from '../model/in-play';
import { isSamePost } from '../model/stay';
import type { Profile } from '../profile';
import { NEVER } from '../schedule/calendar';
import { listTrue } from '../standing';
import { countOutside, measureDistance } from './distance';
import { listMoves, type Move, STRONG, type Terrain, type WayFooting } from './moves';

/** Most posts between here and the goal in one plan. */
const MOST_POSTS = 3;
/** Beyond so many posts no way is looked for. */
const MOST_RUNGS = 7;

/** A way to the goal: full-time study first or none, the posts on the way, and the least weeks that they ask. */
export type WayPlan = {
  study: string | null;
  posts: readonly string[];
  /** The least weeks for which each post is kept before the next of the way, the present one first. */
  stays: readonly number[];
  /** Waits for experience and tenure, searches and full-time study, without any own study. */
  leastWeeks: number;
  /** Posts between that lie outside the family of the goal; full-time study counts as two. See countOutside. */
  outside: number;
  /** Whether one of its posts is a rank down. */
  goesDown: boolean;
  /** Posts between that are further from the person than others of their kind; see measureDistance. */
  distance: number;
  /** Of who never held a post, how strong they are in what the first one leans on; 0 for everybody else. */
  fit: number;
};

export function findGoalPost(career: Career, role: string): Post {
  const post = career.posts.find((other) => other.role === role);
  if (!post) throw new RangeError(`the role ${role} is no post`);
  return post;
}

/**
 * All ways of at most three posts between here and the goal, quickest first; where there is none without full-time
 * study, the shortest longer one, and with full-time study only where there is no other.
 */
export function listWays(career: Career, profile: Profile, here: Here | null = null): WayPlan[] {
  const terrain = makeTerrain(career, profile);
  const studies = listStudies(career, profile);
  const walkFrom = (study: Step | null, most: number) =>
    walk(terrain, {
      ...makeFooting(career, profile, study),
      taken: here?.hasTakenPost ? 1 : 0,
      study,
      most,
    });
  const found = walkFrom(null, MOST_POSTS);
  if (found.length > 0)
    return sortWays([...found, ...studies.flatMap((study) => walkFrom(study, MOST_POSTS))]);
  for (const starts of [[null], studies])
    for (let most = MOST_POSTS; most <= MOST_RUNGS; most += 1) {
      const longer = starts.flatMap((study) => walkFrom(study, most));
      if (longer.length > 0) return most === MOST_POSTS ? sortWays(longer) : sortWays(longer).slice(0, 1);
    }
  return [];
}

function sortWays(ways: readonly WayPlan[]): WayPlan[] {
  return [...ways].sort(
    (one, other) =>
      one.leastWeeks - other.leastWeeks ||
      one.posts.length - other.posts.length ||
      (nameOf(one) < nameOf(other) ? -1 : 1),
  );
}

/** What the stages of a plan lead to in turn: the posts and the goal, or the first posts where the goal is further away. */
export function listTargets({ posts }: Pick<WayPlan, 'posts'>, goal: string): string[] {
  return posts.length > MOST_POSTS ? posts.slice(0, MOST_POSTS) : [...posts, goal];
}

function nameOf({ study, posts }: Pick<WayPlan, 'study' | 'posts'>): string {
  return [study ?? '', ...posts].join('>');
}

function makeTerrain(career: Career, profile: Profile): Terrain {
  const open = new Map(
    listInPlay(career, profile)
      .filter(({ fullTime }) => !fullTime)
      .map((step) => [step.id, step]),
  );
  const known = listTrue(career, profile);
  return {
    career,
    goal: findGoalPost(career, profile.role),
    region: profile.preferences.region,
    freeWeek: computeFreeWeek(profile.preferences),
    isLeftOut: (post) =>
      profile.preferences.excluded.includes(post.id) ||
      (profile.preferences.excludedKinds.includes('entry-role') && post.role === null),
    platform: profile.preferences.platform,
    levelOf: (skill) => profile.levels[skill] ?? 0,
    isTrue: (canDo) => known.has(canDo),
    isOpen: (id) => open.has(id),
    weeksOf: (id) => Math.max(1, open.get(id)?.planning.weeks ?? 1),
  };
}

function makeFooting(career: Career, profile: Profile, study: Step | null): WayFooting {
  const now = listHeldPosts(career, profile);
  const held = study ? now.map((one) => ({ ...one, current: false })) : now;
  const finished = new Set(study ? [...profile.done, study.id] : profile.done);
  return {
    held,
    holdings: listHoldings(career, { holdings: profile.holdings, held, finished }),
    finished,
    taken: 0,
    hasGoneDown: false,
    hasStudied: study !== null,
  };
}

/** The full-time study that could come first: in play, held open, and of some use. */
function listStudies(career: Career, profile: Profile): Step[] {
  const current = listHeldPosts(career, profile).some((held) => held.current);
  if (current && !profile.leavePost) return [];
  const held = listTrue(career, profile);
  return listInPlay(career, profile).filter((step) => {
    if (!step.fullTime) return false;
    const { holding, canDo, steps } = step.needs;
    if (holding !== null && !profile.holdings.includes(holding)) return false;
    const taught = new Set(step.teaches);
    const before = step.teaches.flatMap((id) => career.canDoById.get(id)?.after ?? []);
    const needed = [...canDo, ...before.filter((id) => !taught.has(id))];
    const { start } = profile.preferences;
    return (
      needed.every((id) => held.has(id)) &&
      steps.every((id) => profile.done.includes(id)) &&
      step.teaches.some((id) => !held.has(id)) &&
      (step.availableUntil === null || step.availableUntil >= start.slice(0, 7)) &&
      (step.availableFrom === null || step.availableFrom <= start.slice(0, 7))
    );
  });
}

/** Full-time study stands as far from the goal as so many posts of other families. */
const STUDY_OUTSIDE = 2;

/** Ways that begin alike of which longer ones are not looked for any more. */
const MOST_ALIKE = 3;

type Kept = Pick<WayPlan, 'posts' | 'stays' | 'leastWeeks' | 'goesDown'>;

function walk(terrain: Terrain, start: WayFooting & { study: Step | null; most: number }): WayPlan[] {
  const { study, most } = start;
  const found: WayPlan[] = [];
  /** The weeks of the shortest ways by what they begin with. */
  const shortest = new Map<string, number[]>();
  const isTooLong = (first: string, weeks: number): boolean =>
    weeks > (shortest.get(first)?.[MOST_ALIKE - 1] ?? NEVER);
  /** The least weeks in which each post was come to after so many others, where only the shortest way is looked for. */
  const reached = new Map<string, number>();
  const isBeaten = (post: string, after: number, weeks: number): boolean => {
    if (most === MOST_POSTS) return false;
    const key = `${post} ${after}`;
    if (weeks >= (reached.get(key) ?? NEVER)) return true;
    reached.set(key, weeks);
    return false;
  };
  const keep = ({ posts, stays, leastWeeks, goesDown }: Kept): void => {
    const first = study?.id ?? posts[0] ?? '';
    const distance = measureDistance(terrain, start, posts);
    const fit = measureFit(terrain, start, posts[0]);
    const outside = countOutside(terrain, posts) + (study ? STUDY_OUTSIDE : 0);
    found.push({ study: study?.id ?? null, posts, stays, leastWeeks, outside, goesDown, distance, fit });
    shortest.set(
      first,
      [...(shortest.get(first) ?? []), leastWeeks].sort((one, other) => one - other),
    );
  };
  const visit = (
    footing: WayFooting,
    { posts, stays, weeks }: { posts: readonly string[]; stays: readonly number[]; weeks: number },
  ): void => {
    const moves = listMoves(terrain, footing)
      .map((move) => waitForFree(terrain, footing, { move, week: weeks }))
      .sort((one, other) => one.stay - other.stay);
    for (const move of moves) {
      const { post, stay } = move;
      if (post.id === terrain.goal.id)
        keep({ posts, stays: [...stays, stay], leastWeeks: weeks + stay, goesDown: footing.hasGoneDown });
      else if (posts.length < most) {
        const later = weeks + stay + post.searchWeeks;
        const first = study?.id ?? posts[0] ?? post.id;
        if (!isTooLong(first, later) && !isBeaten(post.id, posts.length, later))
          visit(take(terrain.career, footing, move), {
            posts: [...posts, post.id],
            stays: [...stays, stay],
            weeks: later,
          });
      }
    }
  };
  visit(start, { posts: [], stays: [], weeks: study ? Math.max(1, study.planning.weeks ?? 1) : 0 });
  return found;
}

/** The move, not before the person is free to make it; who holds the goal's post already moves nowhere. */
function waitForFree(
  { career, goal, freeWeek }: Terrain,
  { held }: WayFooting,
  { move, week }: { move: Move; week: number },
): Move {
  const { post, stay } = move;
  const isGoal = post.id === goal.id;
  const current = career.postById.get(findCurrent(held)?.post ?? '') ?? null;
  if (isGoal && isSamePost(current, post)) return move;
  return { ...move, stay: Math.max(stay, freeWeek - (isGoal ? 0 : post.searchWeeks) - week) };
}

/**
 * The least level of what the first post leans on, and of equal ones the share of it that the goal leans on too; below
 * a level of 2 nobody is strong.
 */
function measureFit(terrain: Terrain, { held }: WayFooting, first: string | undefined): number {
  const { career, goal, levelOf } = terrain;
  const skills = career.postById.get(first ?? '')?.leansOn ?? [];
  if (held.length > 0 || skills.length === 0) return 0;
  const least = Math.min(...skills.map(levelOf));
  const shared = skills.filter((skill) => goal.leansOn.includes(skill)).length / skills.length;
  return least < STRONG ? 0 : least + shared / 2;
}

/** Where a person stands once the next post has begun; its search still counts for the present one. */
function take(career: Career, footing: WayFooting, { post, stay, isDown }: Move): WayFooting {
  const weeks = stay + post.searchWeeks;
  const kept = footing.held.map((one) =>
    one.current ? { ...one, weeks: one.weeks + weeks, current: false } : one,
  );
  const held = [...kept, { post: post.id, weeks: 0, current: true }];
  const { finished } = footing;
  return {
    ...footing,
    held,
    holdings: listHoldings(career, { holdings: [...footing.holdings], held, finished }),
    taken: footing.taken + 1,
    hasGoneDown: footing.hasGoneDown || isDown,
  };
}
