import { computeDayInZone } from '@/lib/domain/day';
import type { StepProgress } from '@/lib/queries/step-progress';
import type { Standing } from './standing';

/** The skills that a finished step raises and that were not rated since it was finished. */
export function listUnratedSince({
  standing,
  progress,
  raised,
}: {
  standing: Standing;
  progress: StepProgress | null;
  raised: readonly string[];
}): string[] {
  const finishedOn = progress?.status === 'done' ? progress.finishedOn : null;
  if (!finishedOn || !progress) return [];
  const { timeZone } = standing.account;
  return [...new Set(raised)].filter((skill) => {
    const takenAt = standing.latest.get(skill)?.takenAt;
    if (!takenAt) return true;
    const day = computeDayInZone({ instant: new Date(takenAt), timeZone });
    return day < finishedOn || (day === finishedOn && takenAt < progress.recordedAt);
  });
}
