'use server';

import { createHash } from 'node:crypto';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import type { UserId } from '@/lib/auth/user-id';
import { loadCareer, loadSecondEdition } from '@/lib/catalogue';
import { buildCheckInSchema, type CheckInEntry, isSparse } from '@/lib/domain/check-in';
import { signedInAction } from '@/lib/http/action';
import { keepForecast } from '@/lib/plan/climb/keep-forecast';
import { listLatestRatings, saveCheckIn } from '@/lib/queries/check-ins';

export const saveCheckInAction = signedInAction(
  buildCheckInSchema(loadSecondEdition().skills),
  async (user, entry, { confirmed }) => {
    const career = loadCareer();
    if (confirmed !== 'sparse' && (await isSparseFor(user.id, entry)))
      return {
        ok: false,
        message: `You rated ${entry.ratings.length} of ${career.skills.length} skills, and nothing is saved yet. Go on with the others, or press Save check-in once more to save it like this: the rest can follow on another day.`,
        ask: 'sparse',
      };
    const { id } = await saveCheckIn(user.id, {
      career: career.id,
      catalogue: career.version,
      // A repeat of the same content is one check-in; a form edited after a lost answer is another.
      requestKey: createHash('sha256').update(JSON.stringify(entry)).digest('base64url'),
      note: entry.note,
      ratings: entry.ratings,
    });
    after(() => keepForecast(user.id));
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
