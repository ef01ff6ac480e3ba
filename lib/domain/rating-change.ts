import type { CanDo, Career } from './career/career';
import type { Role, Skill } from './career/schema';
import type { Level } from './catalogue';
import { computeReadiness, listTrue, type Ratings } from './climb/standing';
import type { Exceptions } from './exceptions';

/** What changed in one skill between two moments. */
export type SkillChange = {
  skill: Skill;
  /** Null where it was not rated. */
  before: Level | null;
  after: Level | null;
  /** Can-dos that are true now and were not, and the other way round. */
  gained: readonly CanDo[];
  lost: readonly CanDo[];
};

/** What ratings did to where a person stands. Only skills in which anything changed are listed. */
export type RatingChange = { from: number; to: number; skills: readonly SkillChange[] };

/** What is true of a person is worked out from this. Of several ratings of a skill the last counts. */
export function collectRatings(list: Iterable<{ skill: string; level: Level } & Exceptions>): Ratings {
  const bySkill = new Map([...list].map((rating) => [rating.skill, rating]));
  const ratings = [...bySkill.values()];
  return {
    levels: Object.fromEntries(ratings.map(({ skill, level }) => [skill, level])),
    also: ratings.flatMap(({ also = [] }) => also),
    except: ratings.flatMap(({ except = [] }) => except),
  };
}

/** Compares two moments for a role: readiness before and after, and by skill the can-dos gained and lost. */
export function computeRatingChange(
  career: Career,
  { role, before, after }: { role: Role; before: Ratings; after: Ratings },
): RatingChange {
  return {
    from: computeReadiness(career, { role, ratings: before }),
    to: computeReadiness(career, { role, ratings: after }),
    skills: listSkillChanges(career, { before, after }),
  };
}

/** The skills that moved between two moments, in the order of the career. */
export function listSkillChanges(
  career: Career,
  { before, after }: { before: Ratings; after: Ratings },
): SkillChange[] {
  const [was, is] = [listTrue(career, before), listTrue(career, after)];
  const moved = new Map<string, { gained: CanDo[]; lost: CanDo[] }>();
  for (const canDo of career.canDos) {
    if (was.has(canDo.id) === is.has(canDo.id)) continue;
    const lists = moved.get(canDo.skill) ?? { gained: [], lost: [] };
    (is.has(canDo.id) ? lists.gained : lists.lost).push(canDo);
    moved.set(canDo.skill, lists);
  }
  return career.skills.flatMap((skill): SkillChange[] => {
    const levels = { before: before.levels[skill.id] ?? null, after: after.levels[skill.id] ?? null };
    const { gained, lost } = moved.get(skill.id) ?? { gained: [], lost: [] };
    if (levels.before === levels.after && gained.length + lost.length === 0) return [];
    return [{ skill, ...levels, gained, lost }];
  });
}
