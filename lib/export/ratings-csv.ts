import type { Career } from '@/lib/domain/career/career';
import type { Level } from '@/lib/domain/catalogue';
import { computeDayInZone } from '@/lib/domain/day';
import type { Exceptions } from '@/lib/domain/exceptions';
import { computeStrength } from '@/lib/domain/shares';
import { mapInPieces } from '@/lib/in-pieces';
import { buildCell } from './csv';

const COLUMNS = [
  'Day',
  'Taken at',
  'Check-in',
  'Corrects',
  'Career',
  'Skill id',
  'Skill',
  'Level',
  'Level name',
  'Sure',
  'Evidence',
  'Level with parts',
  'Can-dos true above it',
  'Can-dos not true up to it',
];
/** Ids of can-dos are words of letters, digits and hyphens. */
const BETWEEN_IDS = ' ';
const BYTE_ORDER_MARK = '\uFEFF';

const buildLine = (cells: Parameters<typeof buildCell>[0][]) => cells.map(buildCell).join(',');

type RatedCheckIn = {
  id: string;
  takenAt: string;
  corrects: string | null;
  ratings: readonly ({
    skill: string;
    level: Level;
    evidence: string | null;
    sure: string | null;
  } & Exceptions)[];
};

/** All ratings as tidy CSV (RFC 4180, UTF-8 with BOM): one row a skill and check-in, the earliest first. */
export async function renderRatingsCsv({
  career,
  checkIns,
  timeZone,
}: {
  career: Career;
  checkIns: readonly RatedCheckIn[];
  timeZone: string;
}): Promise<string> {
  const ordered = checkIns.toSorted((a, b) => (a.takenAt < b.takenAt ? -1 : 1));
  const lines = await mapInPieces(ordered, ({ id, takenAt, corrects, ratings }) => {
    const day = computeDayInZone({ instant: new Date(takenAt), timeZone });
    return ratings.map((rating) => {
      const { skill, level, evidence, sure, also = [], except = [] } = rating;
      const known = career.skillById.get(skill);
      return buildLine([
        day,
        takenAt,
        id,
        corrects ?? '',
        career.id,
        skill,
        known?.name ?? skill,
        level,
        career.scale[level]?.name ?? '',
        sure ?? '',
        evidence ?? '',
        known ? Math.round(100 * computeStrength(known, rating)) / 100 : level,
        also.join(BETWEEN_IDS),
        except.join(BETWEEN_IDS),
      ]);
    });
  });
  return `${BYTE_ORDER_MARK}${[buildLine(COLUMNS), ...lines.flat()].join('\r\n')}\r\n`;
}
