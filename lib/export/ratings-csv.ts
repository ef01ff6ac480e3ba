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
  'Kind',
  'By',
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

/** A level that somebody else gave, or that was agreed with them, `by` as the person calls them. */
export type OtherLevel = {
  kind: 'second look' | 'agreed';
  by: string;
  at: string;
  skill: string;
  level: Level;
} & Exceptions;

/**
 * All levels as tidy CSV (RFC 4180, UTF-8 with BOM), each saying whose it is: a row a skill and check-in, the earliest
 * first, then those that others gave, then those that were agreed, in the same order.
 */
export async function renderRatingsCsv({
  career,
  checkIns,
  others = [],
  timeZone,
}: {
  career: Career;
  checkIns: readonly RatedCheckIn[];
  others?: readonly OtherLevel[];
  timeZone: string;
}): Promise<string> {
  const ordered = checkIns.toSorted((a, b) => (a.takenAt < b.takenAt ? -1 : 1));
  const lines = await mapInPieces(ordered, ({ id, takenAt, corrects, ratings }) => {
    const day = computeDayInZone({ instant: new Date(takenAt), timeZone });
    const of = { day, at: takenAt, checkIn: id, corrects: corrects ?? '', kind: 'own', by: '' };
    return ratings.map((rating) => buildRow(career, { ...rating, ...of }));
  });
  const byOthers = others
    .toSorted((a, b) => (a.kind === b.kind ? (a.at < b.at ? -1 : 1) : a.kind === 'agreed' ? 1 : -1))
    .map((other) => {
      const day = computeDayInZone({ instant: new Date(other.at), timeZone });
      return buildRow(career, { ...other, day, checkIn: '', corrects: '', sure: null, evidence: null });
    });
  return `${BYTE_ORDER_MARK}${[buildLine(COLUMNS), ...lines.flat(), ...byOthers].join('\r\n')}\r\n`;
}

type Row = Record<'day' | 'at' | 'checkIn' | 'corrects' | 'kind' | 'by' | 'skill', string> &
  Record<'sure' | 'evidence', string | null> & { level: Level } & Exceptions;

function buildRow(career: Career, row: Row): string {
  const { skill, level, also = [], except = [] } = row;
  const known = career.skillById.get(skill);
  return buildLine([
    row.day,
    row.at,
    row.checkIn,
    row.corrects,
    career.id,
    skill,
    known?.name ?? skill,
    level,
    career.scale[level]?.name ?? '',
    row.sure ?? '',
    row.evidence ?? '',
    known ? Math.round(100 * computeStrength(known, row)) / 100 : level,
    also.join(BETWEEN_IDS),
    except.join(BETWEEN_IDS),
    row.kind,
    row.by,
  ]);
}
