import type { Career } from '../career/career';
import type { Role } from '../career/schema';
import { type AskedRow, computePoints, listAskedRows } from './asked-rows';
import { computeStanding, listTrue, type Ratings, type Standing } from './standing';

/**
 * The roles other than the goal by nearness, at most `most`: the levels that are missing, then the skills in which
 * anything is missing, then the catalogue's order. Roles of which nothing is missing are listed apart.
 */
export function computeNearestRoles(
  career: Career,
  { goal, ratings, most = Number.POSITIVE_INFINITY }: { goal: Role; ratings: Ratings; most?: number },
): { nearest: Standing[]; met: Role[] } {
  const held = listTrue(career, ratings);
  const others = career.roles
    .filter(({ id }) => id !== goal.id)
    .map((role, order) => ({ role, order, ...countGaps(listAskedRows(career, { role }), held) }));
  return {
    nearest: others
      .filter(({ gaps }) => gaps > 0)
      .sort((one, other) => one.levels - other.levels || one.gaps - other.gaps || one.order - other.order)
      .slice(0, most)
      .map(({ role }) => computeStanding(career, { role, ratings })),
    met: others.filter(({ gaps }) => gaps === 0).map(({ role }) => role),
  };
}

/** The levels that are missing, and the skills in which anything is. */
function countGaps(rows: readonly AskedRow[], held: ReadonlySet<string>): { levels: number; gaps: number } {
  let [levels, gaps] = [0, 0];
  for (const row of rows) {
    const missing = row.target - computePoints(row, held);
    levels += missing;
    // Beyond the levels a role may ask for more, which is looked at only where the levels are all there.
    if (missing > 0 || !row.asked.every(({ id }) => held.has(id))) gaps += 1;
  }
  return { levels, gaps };
}
