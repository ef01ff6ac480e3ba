import 'server-only';
import type { UserId } from '@/lib/auth/user-id';
import { getProof, type Proof } from '@/lib/queries/proof';
import type { Standing } from './standing';

const NONE: Proof = { items: [], given: [] };

/** What proves a person's ratings; asked for only where the standing, which was read before, knows of any. */
export async function loadProof(
  userId: UserId,
  { career, hasProof }: Pick<Standing, 'career' | 'hasProof'>,
): Promise<Proof> {
  return hasProof ? getProof(userId, career.id) : NONE;
}
