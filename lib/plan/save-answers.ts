import 'server-only';
import { createHash } from 'node:crypto';
import type { UserId } from '@/lib/auth/user-id';
import type { Rating } from '@/lib/domain/check-in';
import { listFirstHoldings } from '@/lib/domain/plan-questions';
import type { Standing } from '@/lib/plan/standing';
import { saveCheckIn } from '@/lib/queries/check-ins';
import { listHoldings, saveHoldings } from '@/lib/queries/holdings';

/**
 * Saves what a person answered before a first plan. Can-dos that are not true become exceptions of the ratings that
 * credited them, by a check-in that says the same otherwise; of what is held only what was asked is changed.
 */
export async function saveAnswers(
  userId: UserId,
  standing: Standing,
  { held, missing }: { held: readonly string[] | null; missing: readonly string[] },
): Promise<void> {
  const { career, posts } = standing;
  if (held) {
    const asked = listFirstHoldings(career, posts).map(({ id }) => id);
    const known = await listHoldings(userId, career.id);
    const kept = known.filter(({ id }) => !asked.includes(id) || held.includes(id));
    const added = held
      .filter((id) => !kept.some((holding) => holding.id === id))
      .map((id) => ({ id, since: null, expiresOn: null }));
    await saveHoldings(userId, { career: career.id, holdings: [...kept, ...added] });
  }
  const ratings = listChangedRatings(standing, missing);
  if (ratings.length === 0) return;
  await saveCheckIn(userId, {
    career: career.id,
    catalogue: career.version,
    // A repeat of the same answers is one check-in.
    requestKey: createHash('sha256').update(JSON.stringify(ratings)).digest('base64url'),
    note: null,
    ratings,
  });
}

/** The latest ratings of which something turned out not to be true, with it among the exceptions. */
function listChangedRatings({ latest, career }: Standing, missing: readonly string[]): Rating[] {
  return [...latest.values()].flatMap(({ skill, level, evidence, sure, also, except = [] }) => {
    const fresh = missing.filter((id) => {
      const canDo = career.canDoById.get(id);
      return canDo?.skill === skill && canDo.level <= level && !except.includes(id);
    });
    if (fresh.length === 0) return [];
    return [{ skill, level, evidence, sure, ...(also && { also }), except: [...except, ...fresh] }];
  });
}
