import type { Career, Level, Role, Skill } from './catalogue';
import type { Sureness } from './check-in';

/** The latest level of each rated skill, by skill id. A skill that is missing was never rated. */
export type Levels = Readonly<Record<string, Level>>;

/** A role's target for one skill and where the person stands. `level` is 0 where `isRated` is false. */
export type GapRow = { skill: Skill; level: Level; isRated: boolean; target: Level; gap: number };

/** How far a person is from a role. `readiness` is a whole per cent; only `isReady` gives 100. */
export type Gap = {
  role: Role;
  rows: readonly GapRow[];
  readiness: number;
  isReady: boolean;
  /** Skills with a target above 0, and how many of them are reached. */
  skillsAsked: number;
  skillsMet: number;
  totalGap: number;
};

/**
 * Compares levels with a role's targets: gap = max(0, target − level); a surplus never makes up for a gap.
 * Readiness = ⌊100 · Σ min(level, target) / Σ target⌋, which is 100 exactly when every gap is 0.
 */
export function computeGap(career: Career, { role, levels }: { role: Role; levels: Levels }): Gap {
  const rows = career.skills.map((skill): GapRow => {
    const target = role.targets[skill.id] ?? 0;
    const level = levels[skill.id] ?? 0;
    return { skill, level, isRated: skill.id in levels, target, gap: Math.max(0, target - level) };
  });
  const asked = rows.filter((row) => row.target > 0);
  return {
    role,
    rows,
    readiness: computeReadiness(role, (skill) => levels[skill] ?? 0),
    isReady: rows.every((row) => row.gap === 0),
    skillsAsked: asked.length,
    skillsMet: asked.filter((row) => row.gap === 0).length,
    totalGap: rows.reduce((sum, row) => sum + row.gap, 0),
  };
}

function computeReadiness(role: Role, levelOf: (skill: string) => number): number {
  let [asked, reached] = [0, 0];
  for (const skill in role.targets) {
    const target = role.targets[skill] ?? 0;
    asked += target;
    reached += Math.min(levelOf(skill), target);
  }
  // The small addend keeps a sum such as 2.6 + 0.4 from falling under its whole number.
  return asked === 0 ? 100 : Math.floor((100 * reached) / asked + 1e-9);
}

/** A rating as the band sees it. */
export type BandRating = { level: Level; sure: Sureness | null; hasEvidence: boolean };
