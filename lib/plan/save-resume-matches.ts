import 'server-only';
import type { UserId } from '@/lib/auth/user-id';
import type { Career } from '@/lib/domain/career/career';
import type { Day } from '@/lib/domain/day';
import type { Month } from '@/lib/domain/month';
import { saveHeldCertificate } from '@/lib/plan/held-certificates';
import { type HeldPostEntry, saveNewHeldPosts } from '@/lib/queries/held-posts';
import { addHoldings } from '@/lib/queries/holdings';

/** What a person confirmed of a résumé. Saving it twice is the same as once. */
export type ConfirmedMatches = {
  posts: readonly HeldPostEntry[];
  holdings: readonly { holding: string; since: Month | null }[];
  certificates: readonly { step: string; earnedOn: Day | null; expiresOn: Day | null }[];
};

export async function saveResumeMatches(
  userId: UserId,
  { career, posts, holdings, certificates }: ConfirmedMatches & { career: Career },
): Promise<void> {
  if (posts.length > 0)
    await saveNewHeldPosts(userId, {
      career: career.id,
      posts: posts.map(({ post, since, until }) => ({ post, since, until })),
    });
  if (holdings.length > 0)
    await addHoldings(userId, {
      career: career.id,
      holdings: holdings.map(({ holding, since }) => ({ id: holding, since, expiresOn: null })),
    });
  for (const { step, earnedOn, expiresOn } of certificates)
    await saveHeldCertificate(userId, { career, step, earnedOn, expiresOn });
}
