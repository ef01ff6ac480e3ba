'use server';

import { createHash } from 'node:crypto';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { loadCareer } from '@/lib/catalogue';
import { buildCheckInSchema, type Rating } from '@/lib/domain/check-in';
import { settleExceptions } from '@/lib/domain/exceptions';
import { signedInAction } from '@/lib/http/action';
import { revalidatePath } from '@/lib/http/revalidate';
import { keepForecast } from '@/lib/plan/climb/keep-forecast';
import { deleteCheckIn, getCheckIn, restoreCheckIn, saveCheckIn } from '@/lib/queries/check-ins';
import { checkInPath } from './load-history';

const GONE = 'This check-in is not there any more. Nothing was changed.';
const idSchema = z.strictObject({ id: z.string().min(1).max(200) });

export const deleteCheckInAction = signedInAction(idSchema, async (user, { id }) => {
  if (!(await deleteCheckIn(user.id, id))) return { ok: false, message: GONE };
  keepForecast(user.id);
  revalidatePath('/progress');
  redirect(`/progress?deleted=${encodeURIComponent(id)}`);
});

export const restoreCheckInAction = signedInAction(idSchema, async (user, { id }) => {
  if (!(await restoreCheckIn(user.id, id)))
    return { ok: false, message: 'There is nothing to bring back: it is back already, or was never there.' };
  keepForecast(user.id);
  revalidatePath('/progress');
  redirect('/progress?restored=1');
});

/** A correction says another level of the same day; what was said beside it stays, evidence and can-dos. */
export const correctCheckInAction = signedInAction(
  buildCheckInSchema(loadCareer().skills),
  async (user, entry) => {
    const corrected = entry.corrects ? await getCheckIn(user.id, entry.corrects) : null;
    if (!corrected) return { ok: false, message: GONE };
    const before = new Map(corrected.ratings.map((rating) => [rating.skill, rating]));
    const career = loadCareer();
    await saveCheckIn(user.id, {
      career: career.id,
      catalogue: career.version,
      requestKey: createHash('sha256').update(JSON.stringify(entry)).digest('base64url'),
      note: entry.note,
      corrects: corrected.id,
      ratings: entry.ratings.map((rating) => keepRest(rating, before.get(rating.skill))),
    });
    keepForecast(user.id);
    revalidatePath('/progress');
    redirect(`${checkInPath(corrected.corrects ?? corrected.id)}?corrected=1`);
  },
);

/** The corrected level with what was said beside the former one, as far as it holds at this level. */
function keepRest(rating: Rating, before: Rating | undefined): Rating {
  const skill = loadCareer().skillById.get(rating.skill);
  const { also = [], except = [] } = before ?? {};
  return {
    ...rating,
    evidence: rating.evidence ?? before?.evidence ?? null,
    sure: rating.sure ?? before?.sure ?? null,
    ...(skill && settleExceptions(skill, { level: rating.level, said: { also, except, ticked: null } })),
  };
}
