import type { Level } from './catalogue';
import type { Exceptions } from './exceptions';

/** The latest level of each rated skill, by skill id. A skill that is missing was never rated. */
export type Levels = Readonly<Record<string, Level>>;

/** A check-in as far as history needs it. `takenAt` is an ISO 8601 instant, `corrects` the id of an earlier one. */
export type DatedCheckIn = {
  id: string;
  takenAt: string;
  corrects?: string | null;
  ratings: readonly ({ skill: string; level: Level } & Exceptions)[];
};

type RatingOf<T extends DatedCheckIn> = T['ratings'][number];

/** How one skill moved in a check-in; `from` is null when it was rated for the first time. */
export type LevelChange = { skill: string; from: Level | null; to: Level };

/**
 * The state after a check-in: its ratings as corrected since, every level that holds from then on with what stands out from
 * it, and which levels the check-in changed.
 */
export type HistoryPoint<T extends DatedCheckIn = DatedCheckIn> = {
  checkIn: T;
  corrections: readonly T[];
  ratings: readonly RatingOf<T>[];
  levels: Levels;
  /** The rating of each skill by which it has stood as it does. The same object as long as nothing moves. */
  holding: Holding<RatingOf<T>>;
  changes: readonly LevelChange[];
};

/** A rating by skill id. */
export type Holding<Rating = { skill: string; level: Level } & Exceptions> = Readonly<Record<string, Rating>>;

/**
 * Turns check-ins, in any order, into history from the earliest on. A skill that is not rated keeps its earlier level;
 * nothing lies between two check-ins. Equal instants are ordered by id. A correction is no point of its own: its
 * ratings stand in place of those that it corrects, so that a level judged too high never shows as a fall.
 */
export function computeHistory<T extends DatedCheckIn>(checkIns: readonly T[]): HistoryPoint<T>[] {
  const ordered = checkIns.toSorted((a, b) => compareText(a.takenAt, b.takenAt) || compareText(a.id, b.id));
  const rootOf = buildRoots(ordered);
  const corrections = new Map<string, T[]>();
  for (const checkIn of ordered) {
    const root = rootOf(checkIn);
    if (root !== checkIn.id) corrections.set(root, [...(corrections.get(root) ?? []), checkIn]);
  }
  let levels: Levels = {};
  let holding: Holding<RatingOf<T>> = {};
  return ordered
    .filter((checkIn) => rootOf(checkIn) === checkIn.id)
    .map((checkIn) => {
      const before = levels;
      const corrected = corrections.get(checkIn.id) ?? [];
      const ratings = corrected.length === 0 ? checkIn.ratings : mergeRatings([checkIn, ...corrected]);
      const changes: LevelChange[] = [];
      const moved: RatingOf<T>[] = [];
      for (const rating of ratings) {
        const { skill, level } = rating;
        const from = before[skill] ?? null;
        if (from !== level) changes.push({ skill, from, to: level });
        if (from !== level || !isSame(holding[skill], rating)) moved.push(rating);
      }
      if (changes.length > 0) levels = withChanges(before, changes);
      if (moved.length > 0)
        holding = { ...holding, ...Object.fromEntries(moved.map((rating) => [rating.skill, rating])) };
      return { checkIn, corrections: corrected, ratings, levels, holding, changes };
    });
}

/** Whether two ratings of one level leave the same can-dos. */
function isSame(one: Exceptions | undefined, other: Exceptions): boolean {
  return isSameList(one?.also, other.also) && isSameList(one?.except, other.except);
}

function isSameList(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}

function withChanges(before: Levels, changes: readonly LevelChange[]): Levels {
  const levels: Record<string, Level> = { ...before };
  for (const { skill, to } of changes) levels[skill] = to;
  return levels;
}

/** Leads from each check-in to the one that it corrects in the end; one that corrects nothing known is its own. */
function buildRoots<T extends DatedCheckIn>(checkIns: readonly T[]): (checkIn: T) => string {
  if (checkIns.every((checkIn) => !checkIn.corrects)) return (checkIn) => checkIn.id;
  const byId = new Map(checkIns.map((checkIn) => [checkIn.id, checkIn]));
  return (checkIn) => {
    const seen = new Set<T>();
    let root = checkIn;
    for (
      let next: T | undefined = checkIn;
      next;
      next = next.corrects ? byId.get(next.corrects) : undefined
    ) {
      // Check-ins of a file from elsewhere may correct one another in a circle: then each stands for itself.
      if (seen.has(next)) return checkIn.id;
      seen.add(next);
      root = next;
    }
    return root.id;
  };
}

/** The ratings of all, one a skill: a later check-in's stands in place of an earlier one's. */
function mergeRatings<T extends DatedCheckIn>(checkIns: readonly T[]): readonly RatingOf<T>[] {
  const merged = new Map<string, RatingOf<T>>();
  for (const checkIn of checkIns) for (const rating of checkIn.ratings) merged.set(rating.skill, rating);
  return [...merged.values()];
}

/** The check-ins that are left when one is deleted: without it, and without those that correct it. */
export function removeCheckIn<T extends DatedCheckIn>(checkIns: readonly T[], id: string): T[] {
  const rootOf = buildRoots(checkIns);
  return checkIns.filter((checkIn) => checkIn.id !== id && rootOf(checkIn) !== id);
}

/** The rating of each skill that holds at a point of a history, by skill id. */
export function computeStandingRatings<T extends DatedCheckIn>(
  history: readonly HistoryPoint<T>[],
  point: HistoryPoint<T>,
): ReadonlyMap<string, RatingOf<T>> {
  const standing = new Map<string, RatingOf<T>>();
  for (const one of history) {
    for (const rating of one.ratings) standing.set(rating.skill, rating);
    if (one === point) break;
  }
  return standing;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
