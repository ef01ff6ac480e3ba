'use server';

import { createHash } from 'node:crypto';
import { redirect } from 'next/navigation';
import type { UserId } from '@/lib/auth/user-id';
import { loadCareer } from '@/lib/catalogue';
import {
  buildCheckInSchema,
  buildSkillFormSchema,
  type CheckInEntry,
  EVIDENCE_ALONE,
  isSparse,
  type RatingFields,
  toRating,
} from '@/lib/domain/check-in';
import { NOT_RATED, REVIEW } from '@/lib/domain/check-in-limits';
import { refuseField, signedInAction } from '@/lib/http/action';
import { keepForecast } from '@/lib/plan/climb/keep-forecast';
import { saveCheckIn } from '@/lib/queries/check-ins';
import { listLatestRatings } from '@/lib/queries/latest-ratings';
import { deleteRatingDrafts, saveRatingDraft } from '@/lib/queries/rating-drafts';
import { skillPath } from './paths';

/** Keeps what was entered of one skill until the check-in is saved, and leads on. */
export const keepRatingAction = signedInAction(
  buildSkillFormSchema(loadCareer().skills),
  async (user, { skill: id, next, go = next, skip, ratings }) => {
    const career = loadCareer();
    const fields = ratings[id];
    if (!skip && fields?.level === NOT_RATED && fields.evidence !== '')
      return refuseField(`ratings.${id}.level`, EVIDENCE_ALONE, 'Nothing was kept yet');
    const skill = career.skillById.get(id);
    await saveRatingDraft(user.id, {
      career: career.id,
      skill: id,
      entered: skip || !skill ? null : toDraft(skill, fields),
    });
    redirect(go === REVIEW ? '/rate/review' : skillPath(go));
  },
);

/** What a draft keeps of the fields: what counts under the level chosen; null where none is. */
function toDraft(
  skill: Parameters<typeof toRating>[0],
  fields: RatingFields | undefined,
): RatingFields | null {
  const rating = toRating(skill, fields);
  if (!fields || !rating) return null;
  const { also, except } = rating;
  return { level: fields.level, evidence: fields.evidence, sure: fields.sure, also, except };
}

export const saveCheckInAction = signedInAction(
  buildCheckInSchema(loadCareer().skills),
  async (user, entry, { confirmed }) => {
    const career = loadCareer();
    if (confirmed !== 'sparse' && (await isSparseFor(user.id, entry)))
      return {
        ok: false,
        message: `You rated ${entry.ratings.length} of ${career.skills.length} skills, and nothing is saved yet. Go on with the others, or press Save check-in once more to save it like this: the rest can follow on another day.`,
        ask: 'sparse',
      };
    const { requestKey, note, ratings, draftsUntil: until } = entry;
    const { id } = await saveCheckIn(user.id, {
      career: career.id,
      catalogue: career.version,
      // A repeat of the same content is one check-in; a form edited after a lost answer is another.
      requestKey: createHash('sha256')
        .update(JSON.stringify({ requestKey, note, ratings }))
        .digest('base64url'),
      note,
      ratings,
    });
    if (until) await deleteRatingDrafts(user.id, { career: career.id, until });
    keepForecast(user.id);
    redirect(`/gap?saved=${id}`);
  },
);

async function isSparseFor(userId: UserId, entry: CheckInEntry): Promise<boolean> {
  const { id, skills } = loadCareer();
  const rated = entry.ratings.map(({ skill }) => skill);
  const latest = await listLatestRatings(userId, id);
  const ratedBefore = latest.map(({ skill }) => skill);
  return isSparse({ rated, ratedBefore, skillCount: skills.length });
}
