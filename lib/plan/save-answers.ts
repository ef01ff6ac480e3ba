import 'server-only';
import { createHash } from 'node:crypto';
import type { UserId } from '@/lib/auth/user-id';
import type { Rating } from '@/lib/domain/check-in';
import { settleExceptions } from '@/lib/domain/exceptions';
import { listFirstHoldings } from '@/lib/domain/plan-questions';
import { startRating } from '@/lib/domain/rating-start';
import type { Standing } from '@/lib/plan/standing';
import { listTaught } from '@/lib/plan/taught';
import { saveCheckIn } from '@/lib/queries/check-ins';
import { listHoldings, saveHoldings } from '@/lib/queries/holdings';
import { listStepProgress, type StepProgress } from '@/lib/queries/step-progress';

/**
 * Saves what a person answered before a first plan. Can-dos that are not true become exceptions of the ratings that
 * credited them, by a check-in that says the same otherwise; of what is held only what was asked is changed. Answers that
 * check-in, where there is one.
 */
export async function saveAnswers(
  userId: UserId,
  standing: Standing,
  { held, missing }: { held: readonly string[] | null; missing: readonly string[] },
): Promise<string | null> {
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
  const ratings = listChangedRatings(standing, {
    missing,
    progress: await listStepProgress(userId, career.id),
  });
  if (ratings.length === 0) return null;
  const { id } = await saveCheckIn(userId, {
    career: career.id,
    catalogue: career.version,
    // A repeat of the same answers is one check-in.
    requestKey: createHash('sha256').update(JSON.stringify(ratings)).digest('base64url'),
    note: null,
    ratings,
  });
  return id;
}

/**
 * The latest ratings of which something turned out not to be true, with it among the exceptions. What finished steps taught
 * since, and was not asked here, stays true by them: a check-in is the last word on its skill.
 */
function listChangedRatings(
  standing: Standing,
  { missing, progress }: { missing: readonly string[]; progress: readonly StepProgress[] },
): Rating[] {
  const { latest, career } = standing;
  const taught = listTaught({ standing, progress }).flatMap(({ canDos }) => canDos);
  return [...latest.values()].flatMap(({ skill, level, evidence, sure, also, except = [] }) => {
    const isOwn = (id: string) => career.canDoById.get(id)?.skill === skill;
    const fresh = missing.filter((id) => {
      const canDo = career.canDoById.get(id);
      return canDo?.skill === skill && canDo.level <= level && !except.includes(id);
    });
    const skillFacts = career.skillById.get(skill);
    if (fresh.length === 0 || !skillFacts) return [];
    const learned = new Set(taught.filter((id) => isOwn(id) && !missing.includes(id)));
    const said = startRating({ also, except: [...except, ...fresh] }, learned);
    return [
      {
        skill,
        level,
        evidence,
        sure,
        ...settleExceptions(skillFacts, { level, said: { ...said, ticked: null } }),
      },
    ];
  });
}
