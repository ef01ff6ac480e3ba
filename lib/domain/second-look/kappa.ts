import type { Level } from '../catalogue';
import { LEVELS } from '../lists';

/** Two levels of one skill, each given without sight of the other. */
export type LevelPair = { own: Level; second: Level };

/** How well pairs agree beyond chance: 1 wholly, 0 as chance would, below that worse. */
export type Agreement = {
  kappa: number;
  /** Where it lies in 19 of 20 cases, by the large-sample standard error: rough where pairs are few. */
  low: number;
  high: number;
};

/** Below so many pairs a coefficient says less than the counts do. */
export const LEAST_PAIRS_FOR_KAPPA = 10;

const NORMAL_95 = 1.959964;

/**
 * Cohen's weighted kappa with linear weights (a level apart costs a fifth of five apart) and the standard error of Fleiss,
 * Cohen and Everitt (1969). Null where chance alone agrees wholly, as when every level is the same.
 */
export function computeWeightedKappa(pairs: readonly LevelPair[]): Agreement | null {
  const shares = toShares(pairs);
  const rows = shares.map((row) => row.reduce((sum, share) => sum + share, 0));
  const columns = LEVELS.map((_, column) => shares.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const sum = (value: (row: number, column: number) => number) =>
    LEVELS.reduce<number>(
      (total, row) => total + LEVELS.reduce<number>((part, column) => part + value(row, column), 0),
      0,
    );
  const at = (list: readonly number[], index: number) => list[index] ?? 0;
  const observed = sum((row, column) => weigh(row, column) * (shares[row]?.[column] ?? 0));
  const expected = sum((row, column) => weigh(row, column) * at(rows, row) * at(columns, column));
  const room = 1 - expected;
  if (pairs.length === 0 || room < 1e-12) return null;
  const kappa = (observed - expected) / room;
  const meanOfRow = LEVELS.map((row) =>
    LEVELS.reduce<number>((total, column) => total + weigh(row, column) * at(columns, column), 0),
  );
  const meanOfColumn = LEVELS.map((column) =>
    LEVELS.reduce<number>((total, row) => total + weigh(row, column) * at(rows, row), 0),
  );
  const spread = sum((row, column) => {
    const mean = at(meanOfRow, row) + at(meanOfColumn, column);
    return (shares[row]?.[column] ?? 0) * (weigh(row, column) - mean * (1 - kappa)) ** 2;
  });
  const variance = (spread - (kappa - expected * (1 - kappa)) ** 2) / (pairs.length * room ** 2);
  const reach = NORMAL_95 * Math.sqrt(Math.max(0, variance));
  return { kappa, low: Math.max(-1, kappa - reach), high: Math.min(1, kappa + reach) };
}

function weigh(row: number, column: number): number {
  return 1 - Math.abs(row - column) / (LEVELS.length - 1);
}

/** The part of all pairs with each own level (row) and each second one (column). */
function toShares(pairs: readonly LevelPair[]): number[][] {
  const shares = LEVELS.map(() => LEVELS.map(() => 0));
  for (const { own, second } of pairs) {
    const row = shares[own];
    if (row) row[second] = (row[second] ?? 0) + 1 / pairs.length;
  }
  return shares;
}
