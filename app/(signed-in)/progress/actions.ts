'use server';

import { createHash } from 'node:crypto';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { z } from 'zod';
import { loadCareer } from '@/lib/catalogue';
import { buildCheckInSchema } from '@/lib/domain/check-in';
import { signedInAction } from '@/lib/http/action';
import { revalidatePath } from '@/lib/http/revalidate';
import { keepForecast } from '@/lib/plan/keep-forecast';
import { deleteCheckIn, getCheckIn, restoreCheckIn, saveCheckIn } from '@/lib/queries/check-ins';
import { checkInPath } from './load-history';

const GONE = 'This check-in is not there any more. Nothing was changed.';
const idSchema = z.strictObject({ id: z.string().min(1).max(200) });

export const deleteCheckInAction = signedInAction(idSchema, async (user, { id }) => {
  if (!(await deleteCheckIn(user.id, id))) return { ok: false, message: GONE };
  after(() => keepForecast(user.id));
  revalidatePath('/progress');
  redirect(`/progress?deleted=${encodeURIComponent(id)}`);
});

export const restoreCheckInAction = signedInAction(idSchema, async (user, { id }) => {
  if (!(await restoreCheckIn(user.id, id)))
    return { ok: false, message: 'There is nothing to bring back: it is back already, or was never there.' };
  after(() => keepForecast(user.id));
  revalidatePath('/progress');
  redirect('/progress?restored=1');
});

/** A correction says another level of the same day; the evidence given then stays with it. */
export const correctCheckInAction = signedInAction(
  buildCheckInSchema(loadCareer().skills.map((skill) => skill.id)),
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
      ratings: entry.ratings.map((rating) => ({
        ...rating,
        evidence: rating.evidence ?? before.get(rating.skill)?.evidence ?? null,
        sure: rating.sure ?? before.get(rating.skill)?.sure ?? null,
      })),
    });
    after(() => keepForecast(user.id));
    revalidatePath('/progress');
    redirect(`${checkInPath(corrected.corrects ?? corrected.id)}?corrected=1`);
  },
);
