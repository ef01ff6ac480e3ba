import type { Career } from '@/lib/domain/career/career';
import { computeStrength } from '@/lib/domain/shares';
import type { AgreedRating } from '@/lib/queries/agreed-ratings';
import { formatNumber } from '@/lib/wording/format';
import type { Point } from './load-history';
import type { StepValue } from './step-chart';

/** A level of one skill from an instant on: a rating that repeats the level before it adds to that row. */
export type LevelRow = StepValue & {
  takenAt: string;
  value: number;
  evidenceCount: number;
  unsureCount: number;
};

/** All ratings of one skill, from the earliest on, as its chart and its table show them. */
export type Series = { rows: LevelRow[]; evidence: StepValue[]; unsure: StepValue[] };

/** A level that was agreed, with whom. */
export type AgreedLevel = StepValue & { value: number; agreedAt: string; name: string };

export function buildAgreed(career: Career, agreed: readonly AgreedRating[]): Map<string, AgreedLevel[]> {
  const all = new Map<string, AgreedLevel[]>();
  for (const rating of agreed) {
    const { skill, agreedAt, name } = rating;
    const of = career.skillById.get(skill);
    const value = of ? computeStrength(of, rating) : rating.level;
    const levels = all.get(skill) ?? [];
    levels.push({ at: Date.parse(agreedAt), value, agreedAt, name });
    all.set(skill, levels);
  }
  return all;
}

export const NO_RATINGS: Series = { rows: [], evidence: [], unsure: [] };

/** The ratings of each skill, in one pass. */
export function buildSeries(career: Career, points: readonly Point[]): Map<string, Series> {
  const all = new Map<string, Series>();
  for (const { checkIn, ratings } of points) {
    const { takenAt } = checkIn;
    const at = Date.parse(takenAt);
    for (const rating of ratings) {
      const { skill, evidence, sure } = rating;
      const of = career.skillById.get(skill);
      const value = of ? computeStrength(of, rating) : rating.level;
      let series = all.get(skill);
      if (!series) {
        series = { rows: [], evidence: [], unsure: [] };
        all.set(skill, series);
      }
      let row = series.rows.at(-1);
      if (row?.value !== value) {
        row = { at, takenAt, value, evidenceCount: 0, unsureCount: 0 };
        series.rows.push(row);
      }
      if (evidence !== null) {
        row.evidenceCount += 1;
        series.evidence.push({ at, value });
      }
      if (sure === 'low') {
        row.unsureCount += 1;
        series.unsure.push({ at, value });
      }
    }
  }
  return all;
}

/** A level, and the part of the next with one figure. */
export const formatStrength = (value: number): string => formatNumber(Math.round(value * 10) / 10);
