import type { Level } from './catalogue';

/** What stands out from a rated level. Absent where nothing does, so that a level alone is as it always was. */
export type Exceptions = {
  /** Can-dos above the level that are true already. */
  also?: string[];
  /** Can-dos at or below the level that are not true. */
  except?: string[];
};

/** A skill as far as a rating of it goes. */
export type RatableSkill = {
  id: string;
  levels: readonly { level: Level; canDo?: readonly { id: string }[] | undefined }[];
};

/** What a person said of a skill's can-dos, by whatever way. */
export type SaidOfCanDos = {
  also: readonly string[];
  except: readonly string[];
  /**
   * What was ticked under the chosen level, where can-dos of it and of the next were shown; null where none were. It
   * counts for these two levels, and `also` and `except` for the others.
   */
  ticked: readonly string[] | null;
};

/**
 * The exceptions that a level leaves: above it only what is true already, up to it only what is not. Each id once, in
 * the order of the catalogue; what the skill does not know is left out.
 */
export function settleExceptions(
  skill: RatableSkill,
  { level, said }: { level: Level; said: SaidOfCanDos },
): Exceptions {
  const also: string[] = [];
  const except: string[] = [];
  for (const { level: at, canDo = [] } of skill.levels) {
    const isShown = said.ticked !== null && (at === level || at === level + 1);
    for (const { id } of canDo) {
      if (at > level && (isShown ? said.ticked?.includes(id) : said.also.includes(id))) also.push(id);
      if (at <= level && (isShown ? !said.ticked?.includes(id) : said.except.includes(id))) except.push(id);
    }
  }
  return { ...(also.length > 0 && { also }), ...(except.length > 0 && { except }) };
}

/** The ids of a skill's can-dos. */
export function listCanDoIds(skill: RatableSkill): string[] {
  return skill.levels.flatMap(({ canDo = [] }) => canDo.map(({ id }) => id));
}
