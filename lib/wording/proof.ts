import type { ProofCounts } from '@/lib/domain/proof/counts';

/**
 * How far what is true of a skill is proved: "2 that somebody who was asked says too, 5 shown by evidence, 12 by own rating alone".
 * Empty where nothing is true.
 */
export function describeProof(
  { claimed, shown, confirmed }: ProofCounts,
  format: (count: number) => string,
): string {
  return [
    confirmed > 0 ? `${format(confirmed)} that somebody who was asked says too` : '',
    shown > 0 ? `${format(shown)} shown by evidence` : '',
    claimed > 0 ? `${format(claimed)} by own rating alone` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
