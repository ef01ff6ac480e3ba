'use server';

import { redirect } from 'next/navigation';
import { loadCareer } from '@/lib/catalogue';
import { buildPlanQuestionsSchema } from '@/lib/domain/plan-questions';
import { signedInAction } from '@/lib/http/action';
import { revalidatePath } from '@/lib/http/revalidate';
import { keepForecast } from '@/lib/plan/climb/keep-forecast';
import { saveAnswers } from '@/lib/plan/save-answers';
import { loadStanding } from '@/lib/plan/standing';

export const saveAnswersAction = signedInAction(
  () => buildPlanQuestionsSchema(loadCareer()),
  async (user, answers) => {
    const checkIn = await saveAnswers(user.id, await loadStanding(user.id), answers);
    keepForecast(user.id);
    revalidatePath('/plan');
    redirect(`/plan?answered=${checkIn ?? 'yes'}#answered`);
  },
);
