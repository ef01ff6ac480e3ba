import type { CanDo, Career } from '../career/career';
import type { Role, Skill } from '../career/schema';
import type { Level } from '../catalogue';

/** What a role asks for of one skill, in the forms in which it is counted. */
export type AskedRow = {
  skill: Skill;
  target: Level;
  asked: readonly CanDo[];
  /** What is asked for of each level from 1 to the target. */
  byLevel: readonly (readonly CanDo[])[];
  /** Topics of which something is asked for, in the order of the skill. */
  byTopic: readonly { topic: Skill['topics'][number]; asked: readonly CanDo[] }[];
};

const known = new WeakMap<object, WeakMap<Role, readonly AskedRow[]>>();

/**
 * What a role asks for, skill by skill. Worked out once for each career and role: a page of one person counts by all
 * the roles. A can-do of `letStand` is not asked for.
 */
export function listAskedRows(
  career: Career,
  { role, letStand = [] }: { role: Role; letStand?: readonly string[] | undefined },
): readonly AskedRow[] {
  if (letStand.length > 0) return buildRows(career, role, new Set(letStand));
  // A career with a person's own steps is another object, and asks for the same.
  const rowsByRole = known.get(career.askedByRole) ?? new WeakMap<Role, readonly AskedRow[]>();
  known.set(career.askedByRole, rowsByRole);
  const rows = rowsByRole.get(role) ?? buildRows(career, role, new Set());
  rowsByRole.set(role, rows);
  return rows;
}

function buildRows(career: Career, role: Role, without: ReadonlySet<string>): AskedRow[] {
  const wanted = career.askedByRole.get(role.id) ?? new Set<string>();
  return career.skills.map((skill) => {
    const target = role.targets[skill.id] ?? 0;
    const asked = career.canDos.filter(
      ({ id, skill: of }) => of === skill.id && wanted.has(id) && !without.has(id),
    );
    return {
      skill,
      target,
      asked,
      byLevel: Array.from({ length: target }, (_, below) => asked.filter(({ level }) => level === below + 1)),
      byTopic: skill.topics.flatMap((topic) => {
        const ofTopic = asked.filter((canDo) => canDo.topic === topic.id);
        return ofTopic.length === 0 ? [] : [{ topic, asked: ofTopic }];
      }),
    };
  });
}

/**
 * The shares of a skill's levels 1 to the target, added up: equal to min(level, target) without exceptions. A share is
 * the part of a level's can-dos that is asked for and held; 1 where nothing of it is asked for.
 */
export function computePoints({ byLevel }: AskedRow, held: ReadonlySet<string>): number {
  let points = 0;
  for (const asked of byLevel) {
    if (asked.length === 0) {
      points += 1;
      continue;
    }
    let there = 0;
    for (const { id } of asked) if (held.has(id)) there += 1;
    points += there / asked.length;
  }
  return points;
}
