import type { Career } from '@/lib/domain/career/career';
import type { Post } from '@/lib/domain/career/schema';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { TENTHS } from './objectives';
import { findGoal, findPost, listHeld, listStartingCanDos, type Plan } from './person';
import { findFullTime, isInGoal, readyWeek } from './readiness';
import { countsFor, halfTenure, Replay } from './replay';

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
function listBrokenMoveRules(
  plan: Mover,
  next: Post,
  { present, isInPost, everHeld, rank }: Standing,
): string[] {
  const broken: string[] = [];
  const goal = findGoal(plan);
  if (!goal) return ['there is no goal'];
  const isGoal = next.id === goal.id;
  const goesBack = everHeld.some(({ id }) => id === next.id || id === next.countsAs);
  if (next.rank > rank + 1) broken.push(`rule 1: rank ${next.rank} from rank ${rank}`);
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
  const isFirst = everHeld.length === 0 && next.rank <= 1;
  const isFirstJunior = next.rank === 1 && everHeld.every((post) => post.rank === 0);
  if (isFirst || isFirstJunior) return true;
  return (career.experienceOfPost.get(goal.id) ?? []).some(
    ({ anyOf }) =>
      anyOf.some((option) => countsFor(option, next)) &&
      !(present && anyOf.some((option) => countsFor(option, present))),
  );
}

/** What keeps a post off every way of this person, whatever they stand. */
function whyNotOffered({ profile }: Plan, post: Post): string | null {
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

/** Checks the list of ways: one chosen, which is the plan; each of known, different posts that may follow each other. */
export function checkWays(plan: Plan): string[] {
  const { document } = plan;
  const problems: string[] = [];
  const { ways, stages, totals } = document;
  const chosen = ways.filter((way) => way.chosen);
  const [first] = chosen;
  if (chosen.length !== 1 || !first) return [`ways: ${chosen.length} are chosen`];
  const fullTime = stages.flatMap((stage) => findFullTime(plan, stage) ?? []);
  const reached = stages.filter((stage) => !findFullTime(plan, stage)).map(({ until }) => until);
  const expected = [...fullTime, ...reached, ...(document.outlook ?? []).map(({ until }) => until)];
  const goal = findGoal(plan);
  const posts = expected.filter((id) => id !== goal?.id && id !== goal?.role);
  if (first.posts.join() !== [...new Set(posts)].join())
    problems.push(`ways: the chosen one goes by ${first.posts.join(', ')}, the plan by ${posts.join(', ')}`);
  if (first.weeks !== totals.weeks || first.cost !== totals.cost.amount || first.hours !== totals.hours)
    problems.push('ways: the figures of the chosen one are not the totals');
  const firsts = ways.map(({ posts: [id] }) => id ?? '');
  if (new Set(firsts).size !== firsts.length) problems.push('ways: two begin with the same post');
  if (ways.length > 12) problems.push(`ways: ${ways.length} are shown`);
  for (const way of ways) problems.push(...checkWay(plan, way.posts));
  const least = Math.min(...ways.map(({ weeks }) => weeks));
  const objective = plan.profile.preferences.optimiseFor;
  const longest = Math.floor((TENTHS[objective] * least) / 10);
  const value = (way: (typeof ways)[number]): number => firstFigure(plan, way);
  const open = listOpen(plan, longest);
  if (!open.includes(first))
    problems.push(`ways: the chosen one takes more than ${longest} weeks, or more posts than needed`);
  const better = open.filter((way) => value(way) < value(first) - 1e-6);
  const shorter = ways.find(
    (way) =>
      way.posts.length < first.posts.length &&
      way.weeks <= first.weeks &&
      way.cost <= first.cost &&
      way.hours <= first.hours,
  );
  if (shorter && !document.outlook)
    problems.push(`ways: the one by ${shorter.posts.join(', ')} has fewer posts and is no worse`);
  for (const way of better) problems.push(`ways: the one by ${way.posts.join(', ') || 'no post'} is better`);
  return problems;
}

/**
 * The ways that may be chosen: not too long or, balanced with the goal near, with the fewest posts between; balanced, of
 * those the ones with the fewest posts outside the goal's family, and of those the ones that begin where one is strongest; and
 * none with a rank down where another takes two years at most.
 */
function listOpen(plan: Plan, longest: number): PlanDocument['ways'] {
  const { document, profile } = plan;
  const within = (ways: PlanDocument['ways']) => ways.filter(({ weeks }) => weeks <= longest);
  if (profile.preferences.optimiseFor !== 'balanced') return within(document.ways);
  const upwards = document.ways.filter(({ posts }) => !goesDown(plan, posts));
  const all = upwards.some(({ weeks }) => weeks <= 104) ? upwards : document.ways;
  const near = all.filter(({ weeks }) => weeks <= 78);
  const fewest = Math.min(...near.map(({ posts }) => posts.length));
  const short = near.filter(({ posts }) => posts.length === fewest);
  const base = short.length > 0 ? short : all;
  const open = within(base).length > 0 ? within(base) : base;
  const home = keepLeast(open, ({ posts }) => countOutside(plan, posts));
  return keepLeast(home, ({ posts }) => -measureFit(plan, posts));
}

function keepLeast<T>(all: readonly T[], of: (one: T) => number): T[] {
  const least = Math.min(...all.map(of));
  return all.filter((one) => of(one) === least);
}

function countOutside(plan: Plan, posts: readonly string[]): number {
  const family = findGoal(plan)?.family;
  const between = posts.flatMap((id) => findPost(plan.career, id) ?? []);
  const studies = posts.filter((id) => plan.career.stepById.has(id));
  return between.filter((post) => post.family !== family).length + 2 * studies.length;
}

/**
 * How strong somebody who never held a post is in what the first one leans on: the least level of it, from 2 up, and
 * for equal ones how much of it the goal leans on.
 */
function measureFit(plan: Plan, posts: readonly string[]): number {
  const { career, profile } = plan;
  const [first] = posts.flatMap((id) => findPost(career, id) ?? []);
  if (!first || first.leansOn.length === 0 || listHeld(career, profile).length > 0) return 0;
  const least = Math.min(...first.leansOn.map((skill) => profile.levels[skill] ?? 0));
  const shared = first.leansOn.filter((skill) => findGoal(plan)?.leansOn.includes(skill));
  return least < 2 ? 0 : least * 100 + shared.length / first.leansOn.length;
}

/** Whether a way has a post of a lower rank than one that was held before it. */
function goesDown({ career, profile }: Plan, posts: readonly string[]): boolean {
  const held = listHeld(career, profile);
  const counted = held.filter(({ post, weeks, isCurrent }) => isCurrent || weeks >= halfTenure(post));
  let rank = Math.max(0, ...counted.map(({ post }) => post.rank));
  for (const post of posts.flatMap((id) => findPost(career, id) ?? [])) {
    if (post.rank < rank) return true;
    rank = Math.max(rank, post.rank);
  }
  return false;
}

function firstFigure(
  plan: Plan,
  { weeks, cost, hours }: { weeks: number; cost: number; hours: number },
): number {
  const { optimiseFor, hourWorth } = plan.profile.preferences;
  if (optimiseFor === 'balanced') return cost + hourWorth * hours;
  if (optimiseFor === 'cheapest') return cost;
  if (optimiseFor === 'lightest') return hours;
  return optimiseFor === 'fastest' ? weeks : 0;
}

/** Checks the posts of a way that is not lived through: the rank is what its posts can bring. */
function checkWay(plan: Plan, ids: readonly string[]): string[] {
  const { career, profile } = plan;
  const held = listHeld(career, profile);
  const everHeld = held.map(({ post }) => post);
  let present = held.find(({ isCurrent }) => isCurrent)?.post ?? null;
  const best = Math.max(
    0,
    ...held
      .filter(({ post, weeks, isCurrent }) => isCurrent || weeks * 2 >= post.tenureWeeks)
      .map(({ post }) => post.rank),
  );
  let rank = best;
  const problems: string[] = [];
  const name = `ways: by ${ids.join(', ')}`;
  let between = 0;
  for (const [index, id] of ids.entries()) {
    const step = career.stepById.get(id);
    if (step) {
      if (!step.fullTime || index > 0) problems.push(`${name}: ${id} is no full-time study at its beginning`);
      if (present && !profile.leavePost) problems.push(`${name}: it leaves a post for study`);
      present = null;
      continue;
    }
    const post = findPost(career, id);
    if (!post) return [`${name}: ${id} does not exist`];
    const standing = {
      present: present ?? everHeld.at(-1) ?? null,
      isInPost: present !== null,
      everHeld,
      rank,
    };
    const mover = { ...plan, hasStudied: ids.some((other) => career.stepById.has(other)) };
    problems.push(...listBrokenMoveRules(mover, post, standing).map((rule) => `${name}: to ${id}: ${rule}`));
    const why = whyNotOffered(plan, post);
    if (why) problems.push(`${name}: ${id} ${why}`);
    everHeld.push(post);
    present = post;
    rank = Math.max(rank, post.rank);
    between += 1;
  }
  if (between > 3 && !plan.document.outlook?.length) problems.push(`${name}: ${between} posts`);
  return problems;
}
