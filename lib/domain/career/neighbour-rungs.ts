import type { Career } from './career';
import type { Role } from './schema';

/** The roles one rung below and one above on the ladder; both null for a related title or at an end. */
export function findNeighbourRungs(
  { roles }: Pick<Career, 'roles'>,
  { rung }: Role,
): { below: Role | null; above: Role | null } {
  if (rung === null) return { below: null, above: null };
  const at = (place: number) =>
    roles.find((other) => other.group === 'ladder' && other.rung === place) ?? null;
  return { below: at(rung - 1), above: at(rung + 1) };
}
