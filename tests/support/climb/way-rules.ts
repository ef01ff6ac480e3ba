import type { Career } from '@/lib/domain/career/career';
import type { Post } from '@/lib/domain/career/schema';
import { findGoal, findPost, listStartingCanDos, type Plan } from './person';
import { findFullTime, isInGoal, readyWeek } from './readiness';
import { countsFor, Replay } from './replay';

/** Where a person stands when they change posts. */
export type Standing = {
  present: Post | null;
  /** Whether the present post is held now, or was the last one. */
  isInPost: boolean;
  everHeld: readonly Post[];
  rank: number;
};

/** Whose moves they are, and whether full-time study came before them. */
type Mover = Pick<Plan, 'career' | 'profile'> & { hasStudied: boolean };

/** The rules of a post on the way that a move breaks, in words; the goal keeps fewer. */
export function listBrokenMoveRules(
  plan: Mover,
  next: Post,
  { present, isInPost, everHeld, rank }: Standing,
): string[] {
  const broken: string[] = [];
  const goal = findGoal(plan);
  if (!goal) return ['there is no goal'];
  const isGoal = next.id === goal.id;
  const goesBack = everHeld.some(({ id }) => id === next.id || id === next.countsAs);
  const most = everHeld.length === 0 && plan.profile.holdings.includes('led-people') ? 2 : rank + 1;
  if (next.rank > most) broken.push(`rule 1: rank ${next.rank} from rank ${rank}`);
  if (goesBack && isInPost && !isGoal) broken.push('rule 1: it was held before');
  if (goesBack && !isInPost) return broken;
  if (present && next.family !== present.family && !movesTo(plan.career, present).includes(next.family))
    broken.push(`rule 2: ${present.family} does not lead to ${next.family}`);
  if (isGoal) return broken;
  if (present && next.family === present.family && next.rank <= present.rank)
    broken.push('rule 3: it lies no higher in the same family');
  if (present && present.family === goal.family && next.family !== goal.family)
    broken.push('rule 4: it leaves the family of the goal');
  if (next.family === goal.family ? next.rank >= goal.rank : next.rank > goal.rank)
    broken.push('rule 5: it lies too high beside the goal');
  if (isThird({ next, present, goal }) && !isThirdAllowed(plan.career, { next, present, goal, everHeld }))
    broken.push('rule 6: a third family that gives nothing');
  if (next.rank < rank - 1 || (next.rank < rank && next.family === present?.family))
    broken.push(`rule 7: down from rank ${rank} to ${next.rank}`);
  if (next.apprenticeship && rank >= 1) broken.push('rule 8: an apprenticeship after rank 1');
  if (isInPost && present?.leads && goal.leads && !next.leads)
    broken.push('rule 9: it does not lead, between two posts that do');
  if (next.leads && !goal.leads) broken.push('rule 9: it leads, on the way to a post that does not');
  if (everHeld.length === 0 && next.rank > 0 && !isWithinReach(plan, next))
    broken.push('rule 10: a first post of which the person can do too little');
  if (present && isRung(plan.career, present) && isRung(plan.career, goal) && !isRung(plan.career, next))
    broken.push('rule 11: it leaves the ladder between two of its rungs');
  return broken;
}

/**
 * Whether the person can do two thirds of what a post asks before the plan with a beginning of all
 * that it leans on and a strength in some of it;
 * full-time study stands for that.
 */
function isWithinReach({ career, profile, hasStudied }: Mover, { id, leansOn }: Post): boolean {
  if (hasStudied) return true;
  const asked = [...(career.askedByPost.get(id) ?? [])];
  const known = listStartingCanDos(career, profile);
  const share = asked.filter((canDo) => known.has(canDo)).length / asked.length;
  const levels = leansOn.map((skill) => profile.levels[skill] ?? 0);
  return share >= 2 / 3 - 1e-9 && !levels.includes(0) && (levels.length === 0 || Math.max(...levels) >= 2);
}

function isRung(career: Career, { role }: Post): boolean {
  return role !== null && career.roleById.get(role)?.group === 'ladder';
}

function movesTo(career: Career, post: Post): readonly string[] {
  return career.familyById.get(post.family)?.movesTo ?? [];
}

type Move = { next: Post; present: Post | null; goal: Post };

function isThird({ next, present, goal }: Move): boolean {
  return next.family !== goal.family && next.family !== present?.family;
}

function isThirdAllowed(
  career: Career,
  { next, present, goal, everHeld }: Move & { everHeld: readonly Post[] },
): boolean {
  const isFirst = everHeld.length === 0;
  const isFirstJunior = next.rank === 1 && everHeld.every((post) => post.rank === 0);
  if (isFirst || isFirstJunior) return true;
  return (career.experienceOfPost.get(goal.id) ?? []).some(
    ({ anyOf }) =>
      anyOf.some((option) => countsFor(option, next)) &&
      !(present && anyOf.some((option) => countsFor(option, present))),
  );
}

/** What keeps a post off every way of this person, whatever they stand. */
export function whyNotOffered({ profile }: Plan, post: Post): string | null {
  if (!post.offered) return 'is not offered';
  if (post.region !== 'any' && post.region !== profile.preferences.region)
    return `is only for region ${post.region}`;
  const holdsIt = post.holding !== null && profile.holdings.includes(post.holding);
  if (post.holdingMeans === 'rules-out' && holdsIt) return `is ruled out by ${post.holding}`;
  if (post.holdingMeans === 'asked' && !holdsIt) return `asks for ${post.holding}`;
  return null;
}

/** Checks the moves of the plan itself, each where the person stands when they are ready for it. */
export function checkMoves(plan: Plan): string[] {
  const { career, document } = plan;
  const replay = new Replay(plan);
  if (isInGoal(plan, replay))
    return document.stages.length === 1 ? [] : ['way: who has the goal already leaves their post'];
  const mover = { ...plan, hasStudied: document.stages.some((stage) => findFullTime(plan, stage) !== null) };
  const problems: string[] = [];
  let [downs, between] = [0, 0];
  for (const stage of document.stages) {
    const next = findPost(career, stage.until);
    if (!next || findFullTime(plan, stage)) continue;
    const week = readyWeek(plan, stage);
    const isInPost = stage.post !== null;
    const present = career.postById.get(stage.post ?? '') ?? replay.postsBy(week).at(-1) ?? null;
    const standing = { present, isInPost, everHeld: replay.postsBy(week), rank: replay.rankAt(week) };
    const name = `way: to ${next.id}`;
    problems.push(...listBrokenMoveRules(mover, next, standing).map((rule) => `${name}: ${rule}`));
    if (next.role === plan.profile.role) continue;
    between += 1;
    const why = whyNotOffered(plan, next);
    if (why) problems.push(`${name}: ${why}`);
    if (next.rank >= standing.rank || !isInPost) continue;
    downs += 1;
    if (hasOpenAtRank(plan, next, { replay, week }))
      problems.push(`${name}: rule 7: ${next.family} has a post at rank ${standing.rank}`);
  }
  if (downs > 1) problems.push(`way: rule 7: ${downs} times a rank down`);
  if (between > 3) problems.push(`way: ${between} posts between`);
  return problems;
}

/** Whether the family has a post at the person's own rank whose experience they have gathered. */
function hasOpenAtRank(plan: Plan, next: Post, { replay, week }: { replay: Replay; week: number }): boolean {
  return plan.career.posts.some(
    (post) =>
      post.family === next.family &&
      post.rank === replay.rankAt(week) &&
      !post.apprenticeship &&
      isOnTheWay(plan, post) &&
      whyNotOffered(plan, post) === null &&
      (plan.career.experienceOfPost.get(post.id) ?? []).every((each) => replay.meetsExperience(each, week)),
  );
}

/** Whether a post could stand between this person and the goal at all, by rules 5 and 9. */
function isOnTheWay(plan: Plan, post: Post): boolean {
  const goal = findGoal(plan);
  if (!goal || (post.leads && !goal.leads)) return false;
  return post.family === goal.family ? post.rank < goal.rank : post.rank <= goal.rank;
}
