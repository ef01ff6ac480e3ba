import type { Career } from '../career/career';
import type { Ratings } from '../climb/standing';
import { listTrue } from '../climb/standing';
import type { Supporting } from './evidence';
import { type Confirming, computeProofStates, type ProofState } from './states';

/** Can-dos that are true by a person's ratings, by how far they are proved; each is counted once. */
export type ProofCounts = Readonly<Record<ProofState, number>>;

/** The same for each skill of which anything is true, by its id. */
export function countProof(
  career: Career,
  { ratings, items, given }: { ratings: Ratings; items: readonly Supporting[]; given: readonly Confirming[] },
): ReadonlyMap<string, ProofCounts> {
  const bySkill = new Map<string, Record<ProofState, number>>();
  for (const [id, state] of computeProofStates(career, { held: listTrue(career, ratings), items, given })) {
    const skill = career.canDoById.get(id)?.skill ?? '';
    const counts = bySkill.get(skill) ?? { claimed: 0, shown: 0, confirmed: 0 };
    counts[state] += 1;
    bySkill.set(skill, counts);
  }
  return bySkill;
}
