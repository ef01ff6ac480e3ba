import type { Career } from '../career/career';
import type { Level } from '../catalogue';
import type { Exceptions } from '../exceptions';
import { listHeld } from '../second-look/compare';
import { listSupported, type Supporting } from './evidence';

/**
 * How far a can-do that is true by the person's own ratings is proved: only `claimed`, `shown` by an item of evidence, or
 * `confirmed` by somebody who looked too and says so of it.
 */
export type ProofState = 'claimed' | 'shown' | 'confirmed';

/** What somebody who looked too gave for a skill; null where they cannot judge it. */
export type Confirming = { skill: string; second: ({ level: Level } & Exceptions) | null };

/** The state of each can-do that the person's own ratings say is true; of the others nothing is said. */
export function computeProofStates(
  career: Career,
  {
    held,
    items,
    given,
  }: { held: ReadonlySet<string>; items: readonly Supporting[]; given: readonly Confirming[] },
): ReadonlyMap<string, ProofState> {
  const shown = new Set(items.flatMap((item) => listSupported(career, item)));
  const confirmed = new Set(
    given.flatMap(({ skill: id, second }) => {
      const skill = career.skillById.get(id);
      return skill && second ? listHeld(skill, second) : [];
    }),
  );
  const stateOf = (id: string): ProofState =>
    confirmed.has(id) ? 'confirmed' : shown.has(id) ? 'shown' : 'claimed';
  return new Map([...held].map((id) => [id, stateOf(id)]));
}
