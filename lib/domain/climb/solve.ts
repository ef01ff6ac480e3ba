import type { Career } from '../career/career';
import { type Here, makePerson, type Person } from './model/climber';
import { polish } from './polish';
import type { Objective, Profile } from './profile';
import { NEVER } from './schedule/calendar';
import type { Effort } from './search/effort';
import { computeWindow } from './search/optimise';
import { isWaySolved, type NoWay, solveWay, type WaySolution } from './solve-way';
import { StageMemory } from './stage-memory';
import { boundWay, type WayBound } from './ways/bound-way';
import { chooseWay, compareWays } from './ways/choose-way';
import { listWays, type WayPlan } from './ways/list-ways';

/** Nodes of each stage while ways are compared, and of the first and the later stages of the best way after that. */
const NODES: Readonly<Record<Effort, { compared: number; first: number; later: number }>> = {
  glance: { compared: 80, first: 800, later: 200 },
  quick: { compared: 150, first: 2_500, later: 500 },
  full: { compared: 400, first: 30_000, later: 6_000 },
};

/** Most ways that are solved, one for each first post. */
const MOST_WAYS = 12;
/** Of ways that begin alike, so many are bounded. */
const MOST_BOUNDED = 6;
/** Longer without any post nobody who looks for one should be. */
const LONG_WITHOUT = 52;
/** For a post within a year the whole may take so much longer. */
const LONGER_WITH_A_POST = 1.25;
/** Ways that take so many times the weeks of the best are not told. */
const MOST_TIMES = 2;
/** Ways near the best that are solved as hard as the best. */
const MOST_CONTENDERS = 2;

/** `here` is what a plan that goes on from another one is in the midst of. */
export type SolveOptions = { effort?: Effort; here?: Here | null };

/** What solving came to: the best way and the others, or what stands in the way of each. */
export type Solution = {
  person: Person;
  best: WaySolution | null;
  others: readonly WaySolution[];
  failed: readonly NoWay[];
  /** Whether it is proved that nothing better, or nothing at all, is possible. */
  isProved: boolean;
  /** The least that any way could come to by the first part of the objective. */
  bounds: readonly WayBound[];
  memory: StageMemory;
  /** Where no way was found: weeks below which none of all ways could end, those that were not tried among them. */
  leastWeeks: number | null;
};

/**
 * The best way of a profile whose ids the career knows (see findProfileProblems), with what is proved about it. The same
 * input gives the same answer; work is bounded by the nodes of `effort`, never by time.
 */
export function solve(
  career: Career,
  profile: Profile,
  { effort = 'full', here = null }: SolveOptions = {},
): Solution {
  const person = makePerson(career, profile);
  const all = listWays(career, profile, here);
  const ways = listCandidates(person, all);
  const nodes = NODES[effort];
  const objective = profile.preferences.optimiseFor;
  const memory = new StageMemory();
  let solved: WaySolution[] = [];
  const failed: NoWay[] = [];
  for (const candidate of ways) {
    const { way } = candidate;
    const found =
      refuteByBound(person, candidate) ??
      solveWay(person, way, { objective, here, memory, nodes: nodes.compared });
    if (isWaySolved(found)) solved.push(found);
    else failed.push(found);
  }
  solved = dropLongWaits(solved, objective);
  if (solved.length === 0 && failed.some(({ failed: { isProved } }) => !isProved))
    solved = insist(person, failed, { here, memory, nodes: nodes.first });
  const isHard = new Set<WayPlan>();
  const solveHard = (one: WaySolution): void => {
    isHard.add(one.way);
    const hard = { objective, here, memory, like: one, nodes: nodes.later, firstNodes: nodes.first };
    const again = solveWay(person, one.way, hard);
    if (!isWaySolved(again)) return;
    solved = solved.map((other) => (other === one ? pickBetter(objective, again, one) : other));
  };
  const contenders = [...solved]
    .sort((one, other) => compareWays(objective, one, other, solved))
    .slice(0, MOST_CONTENDERS);
  for (const contender of contenders) solveHard(contender);
  let best = chooseWay(objective, solved);
  // The least weeks of a stage that is shown are those of the harder search, under every objective.
  while (best && !isHard.has(best.way)) {
    solveHard(best);
    best = chooseWay(objective, solved);
  }
  const others = solved.filter((one) => best && one !== best && one.weeks <= MOST_TIMES * best.weeks);
  const leastWeeks = best ? null : Math.min(...all.map((way) => boundWay(person, way).weeks));
  const isTooLate = leastWeeks !== null && leastWeeks > (person.deadlineWeeks ?? NEVER);
  return {
    person,
    best: best && polish(person, best, here),
    others,
    failed,
    isProved: best ? isBest(person, best, ways) : isTooLate || isRefuted(failed, all.length),
    bounds: ways.map(({ bound }) => bound),
    memory,
    leastWeeks,
  };
}

/** Any plan of a profile, and of the ways that were tried before it, what stands in the way of each. */
export type AnyPlan = { found: WaySolution | null; failed: readonly NoWay[]; isProved: boolean };

/**
 * Whether a profile has any plan, and the first that was found: what a question of that kind needs, at a part of the
 * work that the best takes. Where a limit of weeks is set, short plans are looked for, else cheap ones.
 */
export function findAnyPlan(career: Career, profile: Profile, memory = new StageMemory()): AnyPlan {
  const person = makePerson(career, profile);
  const objective = person.deadlineWeeks === null ? 'cheapest' : 'fastest';
  const all = listWays(career, profile);
  const ways = listCandidates(person, all);
  const failed: NoWay[] = [];
  for (const candidate of ways) {
    const { way } = candidate;
    const found =
      refuteByBound(person, candidate) ??
      solveWay(person, way, { objective, memory, nodes: NODES.glance.compared });
    if (isWaySolved(found)) return { found, failed, isProved: true };
    failed.push(found);
  }
  return { found: null, failed, isProved: isRefuted(failed, all.length) };
}

/** Whether it is proved of all ways, those that were not tried among them, that they have no plan. */
function isRefuted(failed: readonly NoWay[], ways: number): boolean {
  return failed.length === ways && failed.every(({ failed: { isProved } }) => isProved);
}

/** That a way takes too long by its bound alone, where it does. */
function refuteByBound({ deadlineWeeks }: Person, { way, bound }: Candidate): NoWay | null {
  if (bound.weeks <= (deadlineWeeks ?? NEVER)) return null;
  return { way, failed: { isProved: true, isReachable: true }, model: null };
}

/** Looks on where every way was left open. */
function insist(
  person: Person,
  failed: NoWay[],
  { here, memory, nodes }: { here: Here | null; memory: StageMemory; nodes: number },
): WaySolution[] {
  const objective = person.profile.preferences.optimiseFor;
  for (const [place, { way, failed: reason }] of failed.entries()) {
    if (reason.isProved) continue;
    const found = solveWay(person, way, { objective, here, memory, nodes, firstNodes: nodes });
    if (isWaySolved(found)) {
      failed.splice(place, 1);
      return [found];
    }
    failed[place] = found;
  }
  return [];
}

/** The ways without those that leave somebody without a post for long, where another within the window does not. */
function dropLongWaits(solved: WaySolution[], objective: Objective): WaySolution[] {
  const least = Math.min(...solved.map(({ weeks }) => weeks));
  const window = Math.max(computeWindow(objective, least), Math.floor(LONGER_WITH_A_POST * least));
  const isLong = ({ study, stages: [first] }: WaySolution): boolean =>
    study === null && first?.solution.model.post === null && first.weeks > LONG_WITHOUT;
  const isQuickEnough = (one: WaySolution): boolean => !isLong(one) && one.weeks <= window;
  return solved.some(isQuickEnough) ? solved.filter((one) => !isLong(one)) : solved;
}

type Candidate = { way: WayPlan; bound: WayBound };

/** Of ways that begin alike the best by its bound, the shortest first. */
function listCandidates(person: Person, ways: readonly WayPlan[]): Candidate[] {
  // The ways come shortest first; of those that begin alike a few are bounded.
  const alike = new Map<string, number>();
  const bounded = ways.flatMap((way) => {
    const first = way.study ?? way.posts[0] ?? '';
    const count = alike.get(first) ?? 0;
    alike.set(first, count + 1);
    return count < MOST_BOUNDED ? [{ way, bound: boundWay(person, way) }] : [];
  });
  bounded.sort((one, other) => one.bound.weeks - other.bound.weeks || one.bound.burden - other.bound.burden);
  const firsts = new Map<string, Candidate>();
  for (const candidate of bounded) {
    const { study, posts } = candidate.way;
    const first = study ?? posts[0] ?? '';
    const best = firsts.get(first);
    if (!best || isMoreAtHome(person, candidate, best)) firsts.set(first, candidate);
  }
  return [...firsts.values()].slice(0, MOST_WAYS);
}

/** Whether a way that begins like another, and may take longer by a tenth, goes through fewer families. */
function isMoreAtHome({ profile }: Person, one: Candidate, best: Candidate): boolean {
  if (profile.preferences.optimiseFor !== 'balanced') return false;
  const window = computeWindow('balanced', best.bound.weeks);
  return one.way.outside < best.way.outside && one.bound.weeks <= window;
}

/** The better of two plans of a way; that found first only where it keeps the least weeks that were found since. */
function pickBetter(objective: Objective, again: WaySolution, before: WaySolution): WaySolution {
  if (compareWays(objective, again, before, [again, before]) <= 0) return again;
  const [first, ...others] = before.stages;
  const told = again.stages[0]?.solution;
  if (!first || !told) return before;
  const { solution } = first;
  const { bestWeeks, lowerWeeks } = told;
  if (solution.bestWeeks === bestWeeks) return before;
  const { wait, start } = solution.model;
  const isWithin = solution.ready - start <= Math.max(computeWindow(objective, bestWeeks), wait - start);
  if (!isWithin || solution.end - start < bestWeeks) return again;
  const kept = { ...first, solution: { ...solution, bestWeeks, lowerWeeks, isProved: false } };
  return { ...before, stages: [kept, ...others], isProved: false };
}

/** Whether every stage is proved, and there is one stage or no other way could come to less. */
function isBest(person: Person, best: WaySolution, ways: readonly Candidate[]): boolean {
  if (!best.isProved) return false;
  if (best.stages.length === 1 && best.study === null) return true;
  const [first = 'weeks'] =
    person.profile.preferences.optimiseFor === 'fastest' ? (['weeks'] as const) : (['burden'] as const);
  return ways.every(({ way, bound }) => way === best.way || bound[first] >= best[first]);
}
