import 'server-only';
import type { Career } from '@/lib/domain/career/career';
import type { Role } from '@/lib/domain/career/schema';
import { findClosingSteps } from '@/lib/domain/climb/closing-steps';
import { computeNearestRoles } from '@/lib/domain/climb/nearest-roles';
import type { Preferences } from '@/lib/domain/climb/profile';
import {
  type BandRating,
  computeReadinessBand,
  computeStanding,
  type Standing as Gap,
  listTrue,
  type Ratings,
} from '@/lib/domain/climb/standing';
import { computeTwoSidedLadder, findReachedRung, type RungSide } from '@/lib/domain/climb/two-sided-ladder';
import { FRESH_DAYS } from '@/lib/domain/proof/ageing';
import type { ProofCounts } from '@/lib/domain/proof/counts';
import { formatCount, formatList, formatNumber } from '@/lib/wording/format';
import { describeGapRow, listOpened, sortBySize } from '@/lib/wording/gap-rows';

const NEAREST_SHOWN = 3;

export type GapView = ReturnType<typeof buildGapView>;

/** Whose gap it is, and what the steps are chosen by. */
export type GapPerson = {
  ratings: Ratings;
  sureness: Readonly<Record<string, BandRating>>;
  /** By skill. */
  proof: ReadonlyMap<string, ProofCounts>;
  goal: { id: string | null; role: Role };
  isInWork: boolean;
  done: ReadonlySet<string>;
  preferences: Pick<Preferences, 'budget' | 'region' | 'hourWorth' | 'platform'>;
};

/**
 * All that the page shows, in words and figures. The page's parts are drawn from this by one component, because markup
 * that a server component makes goes through React twice and is sent twice.
 */
export function buildGapView({
  career,
  person,
  role,
  hoursLeft,
}: {
  career: Career;
  person: GapPerson;
  role: Role;
  /** Null without a plan for this role. */
  hoursLeft: number | null;
}) {
  const { ratings, goal } = person;
  const gap = computeStanding(career, { role, ratings });
  const { nearest, met } = computeNearestRoles(career, { goal: role, ratings, most: NEAREST_SHOWN });
  // The ladder shows its own as reached in full.
  const beside = met.filter(({ group }) => group === 'related').map(({ title }) => title);
  return {
    role: { id: role.id, title: role.title },
    goal: { id: goal.id, title: goal.role.title, isShown: role.id === goal.role.id },
    roles: career.roles.map(({ id, title }) => ({ id, title })),
    readiness: describeReadiness({ gap, person, hoursLeft }),
    rows: buildRows(career, { gap, person }),
    rungs: buildRungs(career, { person, shown: role }),
    nearest: nearest.map((other) => ({
      id: other.role.id,
      title: other.role.title,
      percent: other.readiness,
      note: describeNearness(other),
    })),
    met: beside.length > 0 ? formatList(beside) : null,
  };
}

function buildRows(career: Career, { gap, person }: { gap: Gap; person: GapPerson }) {
  const { isInWork, done, preferences } = person;
  const footing = { held: listTrue(career, person.ratings), isInWork, done, preferences };
  return sortBySize(gap.rows).map((row) =>
    describeGapRow(career, {
      row,
      closing: findClosingSteps(career, { missing: listOpened(row), footing }),
      proof: person.proof.get(row.skill.id),
    }),
  );
}

function describeReadiness({
  gap,
  person,
  hoursLeft,
}: {
  gap: Gap;
  person: GapPerson;
  hoursLeft: number | null;
}) {
  const isRated = gap.rows.some((row) => row.isRated);
  const isSaid = Object.values(person.sureness).some(
    ({ sure, days = 0 }) => sure !== null || days >= FRESH_DAYS,
  );
  return {
    percent: gap.readiness,
    // A range that rests on nothing said and nothing old would be no more than our own guess.
    band: isSaid ? computeReadinessBand(gap, person.sureness) : null,
    skillsMet: gap.skillsMet,
    skillsAsked: gap.skillsAsked,
    isReady: gap.isReady,
    isRated,
    unrated: gap.rows.filter((row) => !row.isRated && row.asked.length > 0).length,
    // What is left of a plan may be work and waiting alone, which take no hours of one's own.
    hoursLeft: hoursLeft === null ? null : hoursLeft > 0 ? formatCount(hoursLeft, 'hour') : '',
  };
}

/** The top first, as a ladder stands. */
function buildRungs(career: Career, { person, shown }: { person: GapPerson; shown: Role }) {
  const rungs = computeTwoSidedLadder(career, person.ratings);
  const reached = findReachedRung(rungs);
  const describeSide = ({ role, percent }: RungSide) => ({
    id: role.id,
    title: role.title,
    percent,
    isGoal: person.goal.id !== null && role.id === person.goal.role.id,
    isShown: role.id === shown.id,
  });
  return rungs.toReversed().map((rung) => ({
    id: rung.engineer.role.id,
    title: rung.engineer.role.title,
    isReached: rung === reached,
    sides: [describeSide(rung.engineer), rung.manager && describeSide(rung.manager)] as const,
  }));
}

function describeNearness({ missing }: Gap): string {
  return `${formatNumber(missing.length)} missing`;
}
