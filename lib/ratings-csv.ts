import { nameSkill } from '@/lib/domain/career-names';
import type { Career, Level } from './domain/catalogue';
import { computeDayInZone } from './domain/day';
import { buildCell } from './export/csv';

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
];
const BYTE_ORDER_MARK = '\uFEFF';

type RatedCheckIn = {
  id: string;
  takenAt: string;
  corrects: string | null;
  ratings: readonly { skill: string; level: Level; evidence: string | null; sure: string | null }[];
};

/** All ratings as tidy CSV (RFC 4180, UTF-8 with BOM): one row a skill and check-in, the earliest first. */
export function renderRatingsCsv({
  career,
  checkIns,
  timeZone,
}: {
  career: Career;
  checkIns: readonly RatedCheckIn[];
  timeZone: string;
}): string {
  const rows = checkIns
    .toSorted((a, b) => (a.takenAt < b.takenAt ? -1 : 1))
    .flatMap(({ id, takenAt, corrects, ratings }) =>
      ratings.map(({ skill, level, evidence, sure }) => [
        computeDayInZone({ instant: new Date(takenAt), timeZone }),
        takenAt,
        id,
        corrects ?? '',
        career.id,
        skill,
        nameSkill(career, skill),
        level,
        career.scale[level]?.name ?? '',
        sure ?? '',
        evidence ?? '',
      ]),
    );
  const lines = [COLUMNS, ...rows].map((row) => row.map(buildCell).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}
