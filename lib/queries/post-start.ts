import type { UserId } from '@/lib/auth/user-id';
import { getDatabase } from '@/lib/queries/database';
import { addHeldPostsWithin, changeHeldPostWithin, type HeldPostEntry } from './held-posts';
import { type PlanEntry, savePlanWithin } from './plans';

/** What is recorded when somebody has started in a post. */
export type PostStartEntry = {
  career: string;
  added: HeldPostEntry;
  /** Posts that end with it, as they stood when that was worked out. */
  ended: readonly (HeldPostEntry & { id: string; basedOn: string })[];
  /** The plan that goes on from there; null where there is none. */
  plan: PlanEntry | null;
  now?: Date;
};

/** Takes the whole transaction back. */
class ChangedMeanwhile extends Error {}

/**
 * Records a post with the end of those held until then, and keeps the plan that goes on from there: all or nothing. False where a post or
 * the plan was changed meanwhile.
 */
export async function savePostStart(
  userId: UserId,
  { career, added, ended, plan, now = new Date() }: PostStartEntry,
): Promise<boolean> {
  try {
    await getDatabase().write(async (tx) => {
      for (const one of ended) {
        const changed = await changeHeldPostWithin(tx, { userId, entry: one, now });
        if (!changed.ok) throw new ChangedMeanwhile();
      }
      await addHeldPostsWithin(tx, { userId, career, posts: [added], now });
      if (plan && !(await savePlanWithin(tx, { userId, entry: { now, ...plan } })).ok)
        throw new ChangedMeanwhile();
    });
    return true;
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return false;
    throw error;
  }
}
