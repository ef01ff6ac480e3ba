'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { type ActionResult, signedInAction } from '@/lib/action';
import { DEFAULT_CAREER, loadCareer } from '@/lib/catalogue';
import { buildOwnStepSchema, MOST_OWN_STEPS } from '@/lib/domain/own-step';
import {
  deleteOwnStep,
  listOwnSteps,
  restoreOwnStep,
  saveNewOwnStep,
  saveOwnStep,
} from '@/lib/queries/own-steps';
import { type OwnStepSaved, toEntries, toFields } from './own-step-fields';

const NOT_YOURS =
  'This step does not exist, or was changed in another tab meanwhile. Reload the page to see it.';

const ownStepSchema = buildOwnStepSchema(loadCareer(DEFAULT_CAREER));
const changedOwnStepSchema = z.strictObject({
  ...ownStepSchema.shape,
  id: z.string().max(200),
  basedOn: z.string().max(100),
});

const toEntry = ({ cost, currency, ...step }: z.infer<typeof ownStepSchema>) => ({
  ...step,
  cost: cost === null ? null : { amount: cost, currency },
});

export const saveNewOwnStepAction = signedInAction(
  ownStepSchema,
  async (user, input): Promise<ActionResult<OwnStepSaved>> => {
    if ((await listOwnSteps(user.id, DEFAULT_CAREER)).length >= MOST_OWN_STEPS)
      return { ok: false, message: `You have ${MOST_OWN_STEPS} steps of your own, which is the most.` };
    const id = await saveNewOwnStep(user.id, { ...toEntry(input), career: DEFAULT_CAREER });
    revalidatePath('/plan');
    redirect(`/plan/own?added=${id}#${id}`);
  },
);

export const saveOwnStepAction = signedInAction(
  changedOwnStepSchema,
  async (user, { id, basedOn, ...input }): Promise<ActionResult<OwnStepSaved>> => {
    if (input.prerequisites.includes(id)) return { ok: false, message: 'A step cannot come after itself.' };
    const saved = await saveOwnStep(user.id, { ...toEntry(input), id, basedOn });
    if (!saved.ok) return { ok: false, message: NOT_YOURS };
    revalidatePath('/plan/own');
    return { ok: true, data: { before: toEntries(toFields(saved.before)) } };
  },
);

export const retireOwnStepAction = signedInAction(
  z.strictObject({ id: z.string().max(200), isRetired: z.enum(['true', 'false']) }),
  async (user, { id, isRetired }) => {
    const isChanged = await (isRetired === 'true' ? restoreOwnStep(user.id, id) : deleteOwnStep(user.id, id));
    if (!isChanged) return { ok: false, message: NOT_YOURS };
    revalidatePath('/plan');
    return { ok: true, data: null };
  },
);
