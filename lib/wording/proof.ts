import type { ProofCounts } from '@/lib/domain/proof/counts';

/** How far what is true of a skill is proved: "2 confirmed, 5 shown, 12 claimed only". Empty where nothing is true. */
export function describeProof(
  { claimed, shown, confirmed }: ProofCounts,
  format: (count: number) => string,
): string {
  return [
    confirmed > 0 ? `${format(confirmed)} confirmed` : '',
    shown > 0 ? `${format(shown)} shown` : '',
    claimed > 0 ? `${format(claimed)} claimed only` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
