import type { Level } from '../catalogue';
import { type Exceptions, type RatableSkill, settleExceptions } from '../exceptions';

/** A level of one skill with what stands out from it, whoever gave it. */
export type GivenLevel = { level: Level } & Exceptions;

/** One skill as two people gave it, and the can-dos that only one of them says are true. */
export type SideBySide<Skill extends RatableSkill> = {
  skill: Skill;
  own: GivenLevel;
  second: GivenLevel;
  /** Levels that the second look lies above the own rating; negative where it lies below. */
  apart: number;
  onlyOwn: string[];
  onlySecond: string[];
};

/** The can-dos of a skill that a level with its exceptions says are true, in the order of the catalogue. */
export function listHeld(skill: RatableSkill, { level, also = [], except = [] }: GivenLevel): string[] {
  return skill.levels.flatMap(({ level: at, canDo = [] }) =>
    canDo.map(({ id }) => id).filter((id) => (at <= level ? !except.includes(id) : also.includes(id))),
  );
}

export function compareLevels<Skill extends RatableSkill>(
  skill: Skill,
  { own, second }: { own: GivenLevel; second: GivenLevel },
): SideBySide<Skill> {
  const ownHeld = new Set(listHeld(skill, own));
  const secondHeld = new Set(listHeld(skill, second));
  return {
    skill,
    own,
    second,
    apart: second.level - own.level,
    onlyOwn: [...ownHeld].filter((id) => !secondHeld.has(id)),
    onlySecond: [...secondHeld].filter((id) => !ownHeld.has(id)),
  };
}

const TALKS = 3;

/** What is worth talking about first: the levels furthest apart, then the most can-dos apart. What agrees is left out. */
export function proposeTalks<Skill extends RatableSkill>(
  pairs: readonly SideBySide<Skill>[],
): SideBySide<Skill>[] {
  const countCanDos = ({ onlyOwn, onlySecond }: SideBySide<Skill>) => onlyOwn.length + onlySecond.length;
  return pairs
    .filter((pair) => pair.apart !== 0 || countCanDos(pair) > 0)
    .toSorted(
      (one, other) => Math.abs(other.apart) - Math.abs(one.apart) || countCanDos(other) - countCanDos(one),
    )
    .slice(0, TALKS);
}

/**
 * What two people agree on: the level that they name, with the can-dos that both had given and those of the others that
 * they tick now. Where they tick none, those of the others count that the level itself asks for.
 */
export function settleAgreement(
  { skill, own, second, onlyOwn, onlySecond }: SideBySide<RatableSkill>,
  { level, ticked }: { level: Level; ticked: readonly string[] },
): GivenLevel {
  const open = new Set([...onlyOwn, ...onlySecond]);
  const both = listHeld(skill, own).filter((id) => listHeld(skill, second).includes(id));
  const chosen = ticked.filter((id) => open.has(id));
  const added = chosen.length > 0 ? chosen : listHeld(skill, { level }).filter((id) => open.has(id));
  const held = new Set([...both, ...added]);
  const all = listHeld(skill, { level: 5 });
  const said = { also: [...held], except: all.filter((id) => !held.has(id)), ticked: null };
  return { level, ...settleExceptions(skill, { level, said }) };
}
