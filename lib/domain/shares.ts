import type { Career } from './career/career';
import type { Role, Skill } from './career/schema';
import type { Level } from './catalogue';
import { type AskedRow, computePoints, listAskedRows } from './climb/asked-rows';
import { toReadiness } from './climb/standing';
import type { Exceptions } from './exceptions';
import type { Holding } from './progress';

type Rated = { level: Level } & Exceptions;

/** The can-dos of one skill that are true by a rating of it. */
function listHeld(skill: Skill, { level: rated, also = [], except = [] }: Rated): Set<string> {
  const held = new Set<string>();
  for (const { level, canDo = [] } of skill.levels)
    for (const { id } of canDo) if (level <= rated ? !except.includes(id) : also.includes(id)) held.add(id);
  return held;
}

/** How much of a skill holds: the shares of its levels added up, which is the level where nothing stands out from it. */
export function computeStrength(skill: Skill, rating: Rated): number {
  if (!rating.also && !rating.except) return rating.level;
  const held = listHeld(skill, rating);
  let strength = 0;
  for (const { canDo = [] } of skill.levels)
    if (canDo.length > 0) strength += canDo.filter(({ id }) => held.has(id)).length / canDo.length;
  return strength;
}

/**
 * Readiness for a role as computeReadiness() has it, for the many moments of one history: what a level alone gives is
 * worked out once for each skill and level.
 */
export function makeReadinessLine(career: Career, role: Role): (holding: Holding<Rated>) => number {
  const rows = listAskedRows(career, { role });
  const targets = rows.reduce((sum, { target }) => sum + target, 0);
  const known = new Map<string, { points: number; isMet: boolean }>();
  const compute = (row: AskedRow, rating: Rated) => {
    const held = listHeld(row.skill, rating);
    return { points: computePoints(row, held), isMet: row.asked.every(({ id }) => held.has(id)) };
  };
  const find = (row: AskedRow, rating: Rated) => {
    if (rating.also || rating.except) return compute(row, rating);
    const key = `${row.skill.id} ${rating.level}`;
    const part = known.get(key) ?? compute(row, rating);
    known.set(key, part);
    return part;
  };
  return (holding) => {
    let [points, isReady] = [0, true];
    for (const row of rows) {
      const part = find(row, holding[row.skill.id] ?? { level: 0 });
      points += part.points;
      isReady &&= part.isMet;
    }
    return toReadiness({ points, targets, isReady });
  };
}
