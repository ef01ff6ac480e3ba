'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { DEFAULT_CAREER, loadCareer } from '@/lib/catalogue';
import { buildOwnStepSchema, OWN_STEP_ROWS, toTeaches } from '@/lib/domain/own-step';
import { type ActionResult, refuseField, signedInAction } from '@/lib/http/action';
import { getDecimalSign } from '@/lib/http/request-context';
import { revalidatePath } from '@/lib/http/revalidate';
import {
  deleteOwnStep,
  listOwnSteps,
  restoreOwnStep,
  saveNewOwnStep,
  saveOwnStep,
} from '@/lib/queries/own-steps';
import { type OwnStepSaved, toEntries, toFields, toShownEntries } from './own-step-fields';

const NOT_YOURS =
  'This step does not exist, or was changed in another tab meanwhile. Reload the page to see it.';

const CHANGED_ELSEWHERE =
  'This step was changed in another tab meanwhile, so nothing was saved here: please look at the marked fields.';

const career = () => loadCareer(DEFAULT_CAREER);
const buildSchema = () => buildOwnStepSchema(career(), getDecimalSign());
const buildChangedSchema = () =>
  z.strictObject({ ...buildSchema().shape, id: z.string().max(200), basedOn: z.string().max(100) });

const TEACHES_NOTHING = refuseField(
  'raises',
  'Say at least one skill that it raises, or a can-do.',
  'Nothing was saved',
);

const isEmpty = ({ raises, teaches }: { raises: readonly unknown[]; teaches: readonly string[] }): boolean =>
  raises.length + teaches.length === 0;

const toEntry = ({ cost, currency, ...step }: z.infer<ReturnType<typeof buildSchema>>) => ({
  ...step,
  teaches: toTeaches(career(), step),
  cost: cost === null ? null : { amount: cost, currency },
});

export const saveNewOwnStepAction = signedInAction(
  buildSchema,
  async (user, input): Promise<ActionResult<OwnStepSaved>> => {
    if (isEmpty(input)) return TEACHES_NOTHING;
    const id = await saveNewOwnStep(user.id, { ...toEntry(input), career: DEFAULT_CAREER });
    revalidatePath('/plan');
    redirect(`/plan/own?added=${id}#${id}`);
  },
);

export const saveOwnStepAction = signedInAction(
  buildChangedSchema,
  async (user, { id, basedOn, ...input }): Promise<ActionResult<OwnStepSaved>> => {
    if (isEmpty(input)) return TEACHES_NOTHING;
    if (input.prerequisites.includes(id)) return { ok: false, message: 'A step cannot come after itself.' };
    const saved = await saveOwnStep(user.id, { ...toEntry(input), id, basedOn });
    if (!saved.ok) return { ok: false, message: NOT_YOURS };
    revalidatePath('/plan/own');
    return { ok: true, data: { before: toEntries(toFields(career(), saved.before)) } };
  },
  async (user, { id }) => {
    const step = (await listOwnSteps(user.id, DEFAULT_CAREER)).find((own) => own.id === id);
    return (
      step && {
        entries: { ...toShownEntries(toFields(career(), step), OWN_STEP_ROWS), basedOn: step.changedAt },
        redraw: () => revalidatePath('/plan/own'),
        describe: () => CHANGED_ELSEWHERE,
      }
    );
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
