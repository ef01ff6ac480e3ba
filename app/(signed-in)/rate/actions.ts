'use server';

import { createHash } from 'node:crypto';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { signedInAction } from '@/lib/action';
import { loadCareer } from '@/lib/catalogue';
import { buildCheckInSchema } from '@/lib/domain/check-in';
import { saveCheckIn } from '@/lib/queries/check-ins';
import { keepForecast } from '../plan/keep-forecast';

export const saveCheckInAction = signedInAction(
  buildCheckInSchema(loadCareer().skills.map((skill) => skill.id)),
  async (user, entry) => {
    const career = loadCareer();
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
