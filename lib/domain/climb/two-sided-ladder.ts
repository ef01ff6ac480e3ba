import type { Career } from '../career/career';
import type { Role } from '../career/schema';
import { computeReadiness, type Ratings } from './standing';

/** One side of a rung: a role and how much of it is reached, in whole per cent. */
export type RungSide = { role: Role; percent: number };

/** A rung of the ladder: the role of who does the work, and beside it the one of who manages those who do. */
export type TwoSidedRung = { engineer: RungSide; manager: RungSide | null };

/** The rungs from the foot to the top, each with how much of its sides is reached. A manager’s role stands beside the engineer’s below it. */
export function computeTwoSidedLadder(career: Career, ratings: Ratings): TwoSidedRung[] {
  const rungs: TwoSidedRung[] = [];
  const ladder = career.roles
    .filter(({ group }) => group === 'ladder')
    .sort((one, other) => (one.rung ?? 0) - (other.rung ?? 0));
  for (const role of ladder) {
    const side = { role, percent: computeReadiness(career, { role, ratings }) };
    const last = rungs.at(-1);
    if (role.track === 'management' && last) rungs[rungs.length - 1] = { ...last, manager: side };
    else rungs.push({ engineer: side, manager: null });
  }
  return rungs;
}

/** The highest rung of which one side is reached in full: where the person stands. Null below the first. */
export function findReachedRung(rungs: readonly TwoSidedRung[]): TwoSidedRung | null {
  return (
    rungs.findLast(({ engineer, manager }) => engineer.percent === 100 || manager?.percent === 100) ?? null
  );
}
