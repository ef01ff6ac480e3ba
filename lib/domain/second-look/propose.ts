import type { Level } from '../catalogue';

/** Skills that are ticked beforehand when somebody is asked: as many as take them about three minutes. */
const MOST_PROPOSED = 2;

/** A skill of the goal: the level that its owner gave, and what the role asks for in points of the gap. */
export type GapOfSkill = { skill: string; level: Level; points: number; target: number };

/**
 * The ids of at most two skills to ask somebody about, in levels of the gap the widest first. What its owner has not begun
 * (level 0) nobody can have seen, so it comes after all others.
 */
export function proposeSkills(rows: readonly GapOfSkill[]): string[] {
  const widest = rows
    .filter(({ target, points }) => target > points)
    .toSorted((one, other) => other.target - other.points - (one.target - one.points));
  const begun = widest.filter(({ level }) => level > 0);
  return [...begun, ...widest.filter(({ level }) => level === 0)]
    .slice(0, MOST_PROPOSED)
    .map(({ skill }) => skill);
}
