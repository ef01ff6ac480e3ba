import type { CanDo, Career } from '../career/career';
import type { Role, Skill } from '../career/schema';
import type { Level } from '../catalogue';
import type { Sureness } from '../check-in';
import { computeAgeing } from '../proof/ageing';
import { computePoints, listAskedRows } from './asked-rows';

/** A person's ratings: the level of each rated skill, and the can-dos that stand out from it. A profile is one. */
export type Ratings = {
  levels: Readonly<Record<string, Level>>;
  /** Can-dos above the level that are true already. */
  also: readonly string[];
  /** Can-dos at or below the level that are not true. */
  except: readonly string[];
};

type Topic = Skill['topics'][number];

/** The can-dos of one topic that a role asks for, and those of them that are missing. */
export type TopicGap = { topic: Topic; asked: readonly CanDo[]; missing: readonly CanDo[] };

/**
 * Where a person stands in one skill for a role. `level` is as rated, 0 where `isRated` is false; `reached` is the
 * highest level with every can-do up to it. `points` are the shares of the levels up to the target, added up.
 */
export type StandingRow = {
  skill: Skill;
  level: Level;
  reached: Level;
  isRated: boolean;
  target: Level;
  points: number;
  asked: readonly CanDo[];
  missing: readonly CanDo[];
  /** Topics of which the role asks for something, in the order of the skill. */
  topics: readonly TopicGap[];
};

/** How far a person is from a role. `readiness` is a whole per cent; only `isReady` gives 100. */
export type Standing = {
  role: Role;
  rows: readonly StandingRow[];
  readiness: number;
  isReady: boolean;
  /** Skills of which the role asks for anything, and how many of them have all of it. */
  skillsAsked: number;
  skillsMet: number;
  missing: readonly CanDo[];
  /** The levels that are missing, parts of a level included. */
  totalGap: number;
};

const trueOf = new WeakMap<Ratings, { of: Career['canDos']; held: ReadonlySet<string> }>();

/**
 * The can-dos that are true of a person: all up to the rated levels, less `except`, with `also`. Worked out once for
 * the same ratings, which are compared with every role.
 */
export function listTrue(career: Career, ratings: Ratings): ReadonlySet<string> {
  const known = trueOf.get(ratings);
  if (known?.of === career.canDos) return known.held;
  const held = collectTrue(career, ratings);
  trueOf.set(ratings, { of: career.canDos, held });
  return held;
}

function collectTrue(career: Career, { levels, also, except }: Ratings): ReadonlySet<string> {
  const held = new Set(also.filter((id) => career.canDoById.has(id)));
  for (const { id, skill, level } of career.canDos) if (level <= (levels[skill] ?? 0)) held.add(id);
  for (const id of except) held.delete(id);
  return held;
}

/** The highest level of a skill with every can-do of it and of those below it among the true ones. */
export function computeReached(skill: Skill, held: ReadonlySet<string>): Level {
  let reached: Level = 0;
  for (const { level, canDo } of skill.levels) {
    if (!(canDo ?? []).every(({ id }) => held.has(id))) break;
    reached = level;
  }
  return reached;
}

/** ⌊100 · points / targets⌋, at most 99 while something is missing. */
export function toReadiness({
  points,
  targets,
  isReady,
}: {
  points: number;
  targets: number;
  isReady: boolean;
}): number {
  if (isReady) return 100;
  // The small addend keeps a sum such as 2.6 + 0.4 from falling under its whole number.
  return targets === 0 ? 99 : Math.min(99, Math.floor((100 * points) / targets + 1e-9));
}

/**
 * Compares what is true of a person with what a role asks for, by skill and by topic. What is held above the
 * target never makes up for what is missing elsewhere. A can-do of `letStand` is not asked for.
 */
export function computeStanding(
  career: Career,
  { role, ratings, letStand }: { role: Role; ratings: Ratings; letStand?: readonly string[] },
): Standing {
  const held = listTrue(career, ratings);
  const rows = listAskedRows(career, { role, letStand }).map((row): StandingRow => {
    const { skill, target, asked } = row;
    return {
      skill,
      level: ratings.levels[skill.id] ?? 0,
      reached: computeReached(skill, held),
      isRated: skill.id in ratings.levels,
      target,
      points: computePoints(row, held),
      asked,
      missing: listMissing(asked, held),
      topics: row.byTopic.map((topic) => ({ ...topic, missing: listMissing(topic.asked, held) })),
    };
  });
  const missing = rows.flatMap((row) => row.missing);
  const points = rows.reduce((sum, row) => sum + row.points, 0);
  const targets = rows.reduce((sum, row) => sum + row.target, 0);
  const isReady = missing.length === 0;
  const askedRows = rows.filter((row) => row.asked.length > 0);
  return {
    role,
    rows,
    readiness: toReadiness({ points, targets, isReady }),
    isReady,
    skillsAsked: askedRows.length,
    skillsMet: askedRows.filter((row) => row.missing.length === 0).length,
    missing,
    totalGap: targets - points,
  };
}

function listMissing(canDos: readonly CanDo[], held: ReadonlySet<string>): readonly CanDo[] {
  return canDos.filter(({ id }) => !held.has(id));
}

/** Readiness alone, where the rows of computeStanding() are not needed: for every check-in of a long history. */
export function computeReadiness(
  career: Career,
  { role, ratings, letStand }: { role: Role; ratings: Ratings; letStand?: readonly string[] },
): number {
  const held = listTrue(career, ratings);
  let [points, targets, isReady] = [0, 0, true];
  for (const row of listAskedRows(career, { role, letStand })) {
    targets += row.target;
    points += computePoints(row, held);
    isReady &&= row.asked.every(({ id }) => held.has(id));
  }
  return toReadiness({ points, targets, isReady });
}

const BAND_WIDTH: Readonly<Record<Sureness, number>> = { low: 0.9, medium: 0.6, high: 0.4 };
const SURER: Readonly<Record<Sureness, Sureness>> = { low: 'medium', medium: 'high', high: 'high' };

/** How sure a person is of the rating of one skill, medium where nothing is said, and how many days old it is. */
export type BandRating = { sure: Sureness | null; hasEvidence: boolean; days?: number };

/** How far off the level of a skill may be, in levels either way. */
export function computeBandWidth({ sure, hasEvidence, days = 0 }: BandRating): number {
  const width = BAND_WIDTH[hasEvidence ? SURER[sure ?? 'medium'] : (sure ?? 'medium')];
  return width + computeAgeing(days);
}

/**
 * The range of readiness that the person's own sureness allows: readiness at level ± 0.9 (low), 0.6 (medium) or
 * 0.4 (high), one step surer with evidence, wider with the age of what it rests on, clipped to 0–5; what exceptions add to or take from a skill stays. It
 * never shifts a level, and 100 is said only of who is ready.
 */
export function computeReadinessBand(
  standing: Standing,
  sureness: Readonly<Record<string, BandRating>>,
): { low: number; high: number } {
  const targets = standing.rows.reduce((sum, { target }) => sum + target, 0);
  const shift = (sign: -1 | 1): number => {
    let points = 0;
    for (const { skill, level, isRated, target, points: now } of standing.rows) {
      if (!isRated) {
        points += now;
        continue;
      }
      const width = computeBandWidth(sureness[skill.id] ?? { sure: null, hasEvidence: false });
      const shifted = Math.min(5, Math.max(0, level + sign * width));
      const moved = Math.min(shifted, target) - Math.min(level, target);
      points += Math.min(target, Math.max(0, now + moved));
    }
    return Math.min(100, targets === 0 ? 100 : Math.floor((100 * points) / targets + 1e-9));
  };
  return { low: Math.min(shift(-1), standing.readiness), high: Math.max(shift(1), standing.readiness) };
}
