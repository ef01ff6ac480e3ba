'use server';

import { redirect } from 'next/navigation';
import { completeStepRecord } from '@/lib/domain/step-progress';
import { addWeek, buildWeekSchema } from '@/lib/domain/week';
import { signedInAction } from '@/lib/http/action';
import { getDecimalSign } from '@/lib/http/request-context';
import { revalidatePath } from '@/lib/http/revalidate';
import { keepForecast } from '@/lib/plan/climb/keep-forecast';
import { loadStanding } from '@/lib/plan/standing';
import { listStepProgress, saveStepsProgress } from '@/lib/queries/step-progress';

/** Saves a week in one act: hours and status of each step, and what was done as its evidence. */
export const saveWeekAction = signedInAction(
  () => buildWeekSchema(getDecimalSign()),
  async (user, rows) => {
    if (rows.length === 0)
      return { ok: false, message: 'Nothing was saved yet: give hours or a line for at least one step.' };
    const { career, today } = await loadStanding(user.id);
    const progress = await listStepProgress(user.id, career.id);
    const entries = rows.flatMap((row) => {
      const before = progress.find((event) => event.step === row.step);
      if (before?.status !== 'in-progress') return [];
      const step = career.stepById.get(row.step);
      const record = completeStepRecord({ record: addWeek(before, row), before, step, today });
      return [{ career: career.id, step: row.step, ...record, basedOn: row.basedOn }];
    });
    const isSaved = entries.length === rows.length && (await saveStepsProgress(user.id, entries));
    if (!isSaved) {
      revalidatePath('/week');
      return {
        ok: false,
        message:
          'A step was changed in another tab meanwhile, or this week was saved already, so nothing was saved here. The page now shows how the steps stand.',
      };
    }
    keepForecast(user.id);
    revalidatePath('/plan');
    redirect(`/week?saved=${entries.length}&at=${Date.now().toString(36)}`);
  },
);
