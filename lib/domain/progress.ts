import type { Level } from './catalogue';
import type { Levels } from './gap';

/** A check-in as far as history needs it. `takenAt` is an ISO 8601 instant. */
export type DatedCheckIn = {
  id: string;
  takenAt: string;
  ratings: readonly { skill: string; level: Level }[];
};

/** How one skill moved in a check-in; `from` is null when it was rated for the first time. */
export type LevelChange = { skill: string; from: Level | null; to: Level };

/** The state after a check-in: every level that holds from then on, and what the check-in changed. */
export type HistoryPoint<T extends DatedCheckIn = DatedCheckIn> = {
  checkIn: T;
  levels: Levels;
  changes: readonly LevelChange[];
};

/**
 * Turns check-ins, in any order, into history from the earliest on. A skill that is not rated keeps its
 * earlier level; nothing lies between two check-ins. Equal instants are ordered by id.
 */
export function computeHistory<T extends DatedCheckIn>(checkIns: readonly T[]): HistoryPoint<T>[] {
  const ordered = checkIns.toSorted((a, b) => compareText(a.takenAt, b.takenAt) || compareText(a.id, b.id));
  let levels: Levels = {};
  return ordered.map((checkIn) => {
    const before = levels;
    const changes = checkIn.ratings.flatMap(({ skill, level }): LevelChange[] => {
      const from = before[skill] ?? null;
      return from === level ? [] : [{ skill, from, to: level }];
    });
    levels = { ...before, ...Object.fromEntries(checkIn.ratings.map(({ skill, level }) => [skill, level])) };
    return { checkIn, levels, changes };
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
