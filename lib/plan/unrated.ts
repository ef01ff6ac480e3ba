import type { StepProgress } from '@/lib/queries/step-progress';
import type { Standing } from './standing';

/** When a step was recorded as finished; what is written about it since changes nothing of that. Null while it is not. */
export const findFinishedAt = ({ status, doneAt, recordedAt }: StepProgress): string | null =>
  status === 'done' ? (doneAt ?? recordedAt) : null;

/**
 * The skills that a finished step raises and that were not rated since it was recorded as finished: only from then on does
 * a rating ask what the step taught, on whatever day it was finished.
 */
export function listUnratedSince({
  standing,
  progress,
  raised,
}: {
  standing: Pick<Standing, 'latest'>;
  progress: StepProgress | null;
  raised: readonly string[];
}): string[] {
  const finishedAt = progress && findFinishedAt(progress);
  if (!finishedAt) return [];
  return [...new Set(raised)].filter((skill) => {
    const takenAt = standing.latest.get(skill)?.takenAt;
    return !takenAt || takenAt < finishedAt;
  });
}
