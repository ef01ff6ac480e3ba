import { loadCareer } from '@/lib/catalogue';
import type { Level } from '@/lib/domain/catalogue';

const DAY_MS = 24 * 60 * 60 * 1000;
const skills = loadCareer().skills.map((skill) => skill.id);

/** A data file with a check-in a week that ends last week: each skill climbs one level at a time. */
export function buildHistoryFile(
  checkInCount: number,
  { prefix = 'week', everyDays = 7, endDaysAgo = 7 } = {},
): string {
  const end = Date.now() - endDaysAgo * DAY_MS;
  const checkIns = Array.from({ length: checkInCount }, (_, index) => ({
    id: `${prefix}-${index}`,
    takenAt: new Date(end - (checkInCount - 1 - index) * everyDays * DAY_MS).toISOString(),
    note: `Note ${index}`,
    ratings: skills.map((skill, place) => ({
      skill,
      level: Math.min(5, Math.floor((index * (place + 3)) / checkInCount)) as Level,
      evidence: index % 5 === 0 ? `https://example.org/${index}` : null,
      sure: index % 3 === 0 ? 'low' : null,
    })),
  }));
  return JSON.stringify({ format: 'rung-data', version: 1, checkIns }, null, 1);
}
