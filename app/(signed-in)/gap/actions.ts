'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { DEFAULT_CAREER, loadCareer } from '@/lib/catalogue';
import { basedOnSchema } from '@/lib/domain/based-on';
import { buildDefaultPreferences } from '@/lib/domain/plan/settings';
import { signedInAction } from '@/lib/http/action';
import { revalidatePath } from '@/lib/http/revalidate';
import { loadStanding } from '@/lib/plan/standing';
import { saveGoalRole } from '@/lib/queries/goals';

const goalSchema = z.strictObject({
  role: z
    .string({ error: 'Choose a role from the list.' })
    .refine((id) => loadCareer(DEFAULT_CAREER).roleById.has(id), {
      error: 'Choose a role from the list.',
    }),
  basedOn: basedOnSchema,
});

export const setGoalAction = signedInAction(goalSchema, async (user, { role, basedOn }) => {
  const { career, today, region } = await loadStanding(user.id);
  const saved = await saveGoalRole(user.id, {
    career: career.id,
    role,
    preferences: buildDefaultPreferences({ today, region }),
    basedOn,
  });
  if (!saved.ok) {
    revalidatePath('/gap');
    const there = career.roleById.get(saved.current?.role ?? '')?.title ?? 'another one';
    return {
      ok: false,
      message: `Your goal was changed in another tab meanwhile, to ${there}. Press Set as goal again to have what you chose here instead.`,
    };
  }
  revalidatePath('/gap');
  redirect('/gap?set=1');
});
