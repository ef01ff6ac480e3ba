import { computeDayInZone } from '@/lib/domain/day';
import type { StepProgress } from '@/lib/queries/step-progress';
import type { Standing } from './standing';

/** When a step was recorded as finished; what is written about it since changes nothing of that. Null while it is not. */
export const findFinishedAt = ({ status, doneAt, recordedAt }: StepProgress): string | null =>
  status === 'done' ? (doneAt ?? recordedAt) : null;

/**
 * The skills that a finished step raises and that were not rated since it was recorded as finished: only from then on does
 * a rating ask what the step taught, on whatever day it was finished. What was never begun here, as a certificate that was
 * earned years ago, counts by its own day: who rated after it knew of it, and without a day it changes no rating.
 */
export function listUnratedSince({
  standing,
  progress,
  raised,
}: {
  standing: Pick<Standing, 'latest' | 'account'>;
  progress: StepProgress | null;
  raised: readonly string[];
}): string[] {
  const finishedAt = progress && findFinishedAt(progress);
  if (!finishedAt) return [];
  const { startedOn, finishedOn } = progress;
  if (startedOn === null && finishedOn === null) return [];
  const { timeZone } = standing.account;
  return [...new Set(raised)].filter((skill) => {
    const takenAt = standing.latest.get(skill)?.takenAt;
    if (!takenAt) return true;
    if (startedOn !== null || finishedOn === null) return takenAt < finishedAt;
    const day = computeDayInZone({ instant: new Date(takenAt), timeZone });
    return day < finishedOn || (day === finishedOn && takenAt < finishedAt);
  });
}
