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
  const [was, is] = [listTrue(career, before), listTrue(career, after)];
  const skills = career.skills.map((skill): SkillChange => {
    const mine = career.canDos.filter((canDo) => canDo.skill === skill.id);
    return {
      skill,
      before: before.levels[skill.id] ?? null,
      after: after.levels[skill.id] ?? null,
      gained: mine.filter(({ id }) => is.has(id) && !was.has(id)),
      lost: mine.filter(({ id }) => was.has(id) && !is.has(id)),
    };
  });
  return {
    from: computeReadiness(career, { role, ratings: before }),
    to: computeReadiness(career, { role, ratings: after }),
    skills: skills.filter((one) => one.before !== one.after || one.gained.length > 0 || one.lost.length > 0),
  };
}
