import type { Objective } from '../profile';
import { computeWindow, listMeasures } from '../search/optimise';
import type { Measure } from '../search/workbench';
import type { WaySolution } from '../solve-way';

type Value = Pick<WaySolution, 'weeks' | 'burden' | 'pence' | 'hours' | 'steps' | 'way'>;

/** A wait in which nobody would change jobs for a few weeks or hours less. */
const SHORT_WEEKS = 78;

/** Within two years nobody would take a post of a lower rank to be quicker. */
const NEAR_WEEKS = 104;

/** How many times the shortest way one through the goal's own family may take. */
const FAMILY_TIMES = 1.25;

/** The best of some ways by the objective, among those not much longer than the shortest. */
export function chooseWay(objective: Objective, ways: readonly WaySolution[]): WaySolution | null {
  const open = ways.filter((one) => !ways.some((other) => isPlainlyBetter(objective, other, one)));
  return [...open].sort((one, other) => compareWays(objective, one, other, open))[0] ?? null;
}

/**
 * Whether a way has fewer posts than another and is no worse: in weeks and burden where those are weighed against each
 * other, else in weeks, cost and hours. No taste speaks against it then.
 */
function isPlainlyBetter(objective: Objective, one: Value, other: Value): boolean {
  if (countPosts(one) >= countPosts(other) || one.weeks > other.weeks) return false;
  return objective === 'balanced'
    ? one.burden <= other.burden
    : one.pence <= other.pence && one.hours <= other.hours;
}

function countPosts({ way }: Value): number {
  return way.posts.length + (way.study === null ? 0 : 1);
}

/**
 * Ways within the window first, then by the objective's vector, then by the posts. Balanced, nobody changes jobs more
 * often than needed where a year and a half is enough: of ways of at most that the one with the fewest changes comes first.
 * Of ways within its window those through the goal's own family come first, then those nearest to what the person did so
 * far, then those that begin where one is strongest.
 */
export function compareWays(objective: Objective, one: Value, other: Value, ways: readonly Value[]): number {
  if (objective === 'balanced') {
    const isUpwardsNear = ways.some(({ way, weeks }) => !way.goesDown && weeks <= NEAR_WEEKS);
    const down = isUpwardsNear ? Number(one.way.goesDown) - Number(other.way.goesDown) : 0;
    const earlier = down || countChanges(one) - countChanges(other);
    if (earlier !== 0) return earlier;
  }
  const shortest = Math.min(...ways.map(({ weeks }) => weeks));
  const window = computeWindow(objective, shortest);
  // A family of one's own is worth a quarter more time: nobody learns to read data by testing programs for a year.
  const isHome = ({ way }: Value): boolean =>
    objective === 'balanced' &&
    ways.every((each) => each.way.outside >= way.outside) &&
    ways.some((each) => each.way.outside > way.outside);
  const home = ways.filter(isHome).map(({ weeks }) => weeks);
  const atHome = Math.min(
    FAMILY_TIMES * shortest,
    Math.max(window, computeWindow(objective, Math.min(...home))),
  );
  const isLate = (each: Value): boolean => each.weeks > (isHome(each) ? atHome : window);
  const late = Number(isLate(one)) - Number(isLate(other));
  if (late !== 0) return late;
  const measures = listMeasures(objective);
  // What was asked for comes before any taste; balanced, nothing was asked for alone.
  const asked = objective === 'balanced' ? 0 : 1;
  const difference =
    compareBy(measures.slice(0, asked), one, other) ||
    compareTaste(one, other) ||
    compareBy(measures.slice(asked), one, other);
  if (difference !== 0) return difference;
  if (one.way.posts.length !== other.way.posts.length) return one.way.posts.length - other.way.posts.length;
  const nameOf = ({ way }: Value): string => [way.study ?? '', ...way.posts].join('>');
  return nameOf(one) < nameOf(other) ? -1 : 1;
}

function compareBy(measures: readonly Measure[], one: Value, other: Value): number {
  for (const measure of measures) {
    const difference = readMeasure(one, measure) - readMeasure(other, measure);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Through the goal's own family, then near to what the person did so far, then where one is strongest. */
function compareTaste({ way: one }: Value, { way: other }: Value): number {
  return one.outside - other.outside || one.distance - other.distance || other.fit - one.fit;
}

/** A post to be found is a step too where the fewest steps are asked for. */
function readMeasure(value: Value, measure: Measure): number {
  if (measure === 'steps') return value.steps + value.way.posts.length;
  return value[measure === 'end' ? 'weeks' : measure];
}

/** Posts and full-time study of a short way; a long one counts as more than any. */
function countChanges(value: Value): number {
  const { weeks } = value;
  return weeks > SHORT_WEEKS ? Number.MAX_SAFE_INTEGER : countPosts(value);
}
