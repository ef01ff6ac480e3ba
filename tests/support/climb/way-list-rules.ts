import type { PlanDocument } from '@/lib/domain/climb/document';
import { TENTHS } from './objectives';
import { findGoal, findPost, listHeld, type Plan } from './person';
import { findFullTime } from './readiness';
import { halfTenure } from './replay';
import { listBrokenMoveRules, whyNotOffered } from './way-rules';

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
  const shorter = ways.find((way) => hasFewerAndNoWorse(way, first));
  if (shorter && !document.outlook)
    problems.push(`ways: the one by ${shorter.posts.join(', ')} has fewer posts and is no worse`);
  for (const way of better) problems.push(`ways: the one by ${way.posts.join(', ') || 'no post'} is better`);
  return problems;
}

type Told = PlanDocument['ways'][number];

function hasFewerAndNoWorse(one: Told, other: Told): boolean {
  return (
    one.posts.length < other.posts.length &&
    one.weeks <= other.weeks &&
    one.cost <= other.cost &&
    one.hours <= other.hours
  );
}

/** The same by what the objective weighs: balanced, cost and hours stand in for each other. */
function isPlainlyBetter(plan: Plan, one: Told, other: Told): boolean {
  const { optimiseFor, hourWorth } = plan.profile.preferences;
  if (optimiseFor !== 'balanced') return hasFewerAndNoWorse(one, other);
  const burdenOf = ({ cost, hours }: Told): number => cost + hourWorth * hours;
  return (
    one.posts.length < other.posts.length &&
    one.weeks <= other.weeks &&
    burdenOf(one) <= burdenOf(other) + 1e-6
  );
}

/**
 * The ways that may be chosen: not too long or, balanced with the goal near, with the fewest posts between; balanced, of
 * those the ones with the fewest posts outside the goal's family, and of those the ones that begin where one is strongest; and
 * none with a rank down where another takes two years at most.
 */
function listOpen(plan: Plan, longest: number): PlanDocument['ways'] {
  const { profile } = plan;
  const { ways } = plan.document;
  // One with fewer posts that is no worse in any figure is taken whatever speaks for the other.
  const told = ways.filter((one) => !ways.some((other) => isPlainlyBetter(plan, other, one)));
  const least = Math.min(...ways.map(({ weeks }) => weeks));
  const outside = told.map(({ posts }) => countOutside(plan, posts));
  // The way through the goal's own family may take a quarter longer than the shortest, a tenth than the shortest such.
  const isHome = (posts: readonly string[]): boolean =>
    profile.preferences.optimiseFor === 'balanced' &&
    countOutside(plan, posts) === Math.min(...outside) &&
    countOutside(plan, posts) < Math.max(...outside);
  const leastAtHome = Math.min(...told.filter(({ posts }) => isHome(posts)).map(({ weeks }) => weeks));
  const within = (ways: PlanDocument['ways']) =>
    ways.filter(
      ({ weeks, posts }) =>
        weeks <= longest || (isHome(posts) && 4 * weeks <= 5 * least && 10 * weeks <= 11 * leastAtHome),
    );
  if (profile.preferences.optimiseFor !== 'balanced') return within(told);
  const upwards = told.filter(({ posts }) => !goesDown(plan, posts));
  const all = upwards.some(({ weeks }) => weeks <= 104) ? upwards : told;
  const near = all.filter(({ weeks }) => weeks <= 78);
  const fewest = Math.min(...near.map(({ posts }) => posts.length));
  const short = near.filter(({ posts }) => posts.length === fewest);
  const base = short.length > 0 ? short : all;
  const open = within(base).length > 0 ? within(base) : base;
  const home = keepLeast(open, ({ posts }) => countOutside(plan, posts));
  const nearest = keepLeast(home, ({ posts }) => measureDistance(plan, posts));
  return keepLeast(nearest, ({ posts }) => -measureFit(plan, posts));
}

function keepLeast<T>(all: readonly T[], of: (one: T) => number): T[] {
  const least = Math.min(...all.map(of));
  return all.filter((one) => of(one) === least);
}

function countOutside(plan: Plan, posts: readonly string[]): number {
  const family = findGoal(plan)?.family;
  const between = posts.flatMap((id) => findPost(plan.career, id) ?? []);
  const studies = posts.filter((id) => plan.career.stepById.has(id));
  const isRung = (id: string | null | undefined) => plan.career.roleById.get(id ?? '')?.group === 'ladder';
  const titles = between.filter((post) => post.family === family && post.role !== null && !isRung(post.role));
  const others = between.filter((post) => post.family !== family);
  return others.length + titles.length / 2 + 2 * studies.length;
}

/** A family that is new to the person counts for one; a post of one's own system for one less, of another for one more. */
function measureDistance(plan: Plan, posts: readonly string[]): number {
  const held = listHeld(plan.career, plan.profile).map(({ post }) => post);
  const known = held.map(({ system }) => system);
  if (plan.profile.preferences.platform === 'azure') known.push('windows');
  const between = posts.flatMap((id) => findPost(plan.career, id) ?? []);
  const goal = findGoal(plan);
  const strange = between.filter(
    ({ family }) => family !== goal?.family && held.every((post) => post.family !== family),
  );
  const bound = between.flatMap(({ system }) => system ?? []);
  return strange.length + bound.length - 2 * bound.filter((system) => known.includes(system)).length;
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
