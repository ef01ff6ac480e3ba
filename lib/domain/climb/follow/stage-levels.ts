import type { Career } from '../../career/career';
import type { Level } from '../../catalogue';
import { type AskedRow, listAskedRows } from '../asked-rows';
import { computeReached } from '../standing';
import { Ahead, type Applying } from './ahead';

/** A level after a stage, and whether it would be lower without what the posts on the way show. */
export type LevelAfter = { level: Level; isByPost: boolean };

/** Of a level that is still to reach, how many of its can-dos the role asks for, where that is not all of them. */
export type PartlyAsked = { level: Level; asked: number; of: number };

/** A skill that the role asks for: the level as it is rated, after each stage that is not over, and the target. */
export type StageLevelRow = {
  skill: string;
  now: Level;
  after: readonly LevelAfter[];
  target: Level;
  partly: readonly PartlyAsked[];
};

/** `places` are the stages in question, in order: the present one and those ahead. */
export type StageLevels = { places: readonly number[]; rows: readonly StageLevelRow[] };

/**
 * What each stage of a plan comes to in levels. A level up to the target is reached once all of it that the role asks for is
 * true; above it, once all of it is. A rated level never falls. Null for a plan of version 1, or one without stages.
 */
export function listStageLevels(career: Career, applying: Applying): StageLevels | null {
  const { plan, profile } = applying;
  const role = career.roleById.get(plan.role);
  if (!role || plan.version === 1 || plan.stages.length === 0) return null;
  const ahead = new Ahead(career, applying);
  const places = plan.stages.flatMap((_, place) => (place < ahead.present ? [] : [place]));
  const held = places.map((place) => ({
    all: ahead.listTrueAt(place, ahead.endOf(place)),
    steps: ahead.listTrueAt(place, ahead.endOf(place), { withPosts: false }),
  }));
  const rows = listAskedRows(career, { role, letStand: plan.letStand })
    .filter(({ target }) => target > 0)
    .map((row): StageLevelRow => {
      const { skill, target } = row;
      const now = profile.levels[skill.id] ?? 0;
      const levelOf = (known: ReadonlySet<string>) => computeLevelFor(row, known, now);
      return {
        skill: skill.id,
        now,
        after: held.map(({ all, steps }) => ({
          level: levelOf(all),
          isByPost: levelOf(steps) < levelOf(all),
        })),
        target,
        partly: listPartlyAsked(row, now),
      };
    });
  return { places, rows };
}

function computeLevelFor({ skill, byLevel }: AskedRow, held: ReadonlySet<string>, now: Level): Level {
  const first = byLevel.findIndex((asked) => !asked.every(({ id }) => held.has(id)));
  const asked = (first < 0 ? byLevel.length : first) as Level;
  return Math.max(now, asked, computeReached(skill, held)) as Level;
}

function listPartlyAsked({ skill, target, byLevel }: AskedRow, now: Level): PartlyAsked[] {
  return skill.levels.flatMap(({ level, canDo }) => {
    const of = canDo?.length ?? 0;
    const asked = byLevel[level - 1]?.length ?? 0;
    return level > now && level <= target && asked < of ? [{ level, asked, of }] : [];
  });
}
