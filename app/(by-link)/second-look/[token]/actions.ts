'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { CONFIRMED } from '@/components/drawn-fields';
import { findDeedRefusal } from '@/lib/auth/deed-throttle';
import { loadCareer } from '@/lib/catalogue';
import { buildAnswerSchema } from '@/lib/domain/second-look/answer';
import { type ActionResult, type ActionState, runFormAction } from '@/lib/http/action';
import { revalidatePath } from '@/lib/http/revalidate';
import { deleteAnswers, saveAnswers } from '@/lib/queries/second-look-answers';
import { findAsked, listAskedSkills } from './load-asked';

const refuse = (message: string, ask?: string): ActionResult => ({ ok: false, message, ...(ask && { ask }) });

const ENDED =
  'This link has ended, so nothing was sent. What you chose is still here; ask the person who sent you the link.';
const WITHDRAW =
  'This takes back everything that you said here, also what was read already. Press the button once more to do it.';

const readLink = (formData: FormData) => String(formData.get('link') ?? '');

const answersSchema = buildAnswerSchema(loadCareer().skills);

/** Keeps what somebody says who has the link of a second look. */
export async function sendSecondLookAction(
  _previous: ActionState,
  formData: FormData,
): Promise<ActionResult> {
  const link = readLink(formData);
  return runFormAction<typeof answersSchema, null>(
    answersSchema,
    formData,
    async (answers) => {
      const refusal = await findDeedRefusal('second-look');
      if (refusal !== null) return refuse(refusal);
      const asked = await findAsked(link);
      if (!asked) return refuse(ENDED);
      const skills = new Set(listAskedSkills(asked.look).map(({ id }) => id));
      if (answers.some(({ skill }) => !skills.has(skill)))
        return refuse('This form names a skill that you were not asked about.');
      if (answers.length === 0) return refuse('Choose an answer for at least one skill.');
      const isSaved = await saveAnswers(asked.userId, { secondLookId: asked.look.id, answers });
      if (!isSaved) return refuse(ENDED);
      revalidatePath(`/second-look/${link}`);
      return { ok: true, data: null };
    },
    async () => link,
  );
}

/** Takes back what they said; asked for twice, since nothing brings it back. */
export async function withdrawSecondLookAction(
  _previous: ActionState,
  formData: FormData,
): Promise<ActionResult> {
  const link = readLink(formData);
  const result = await runFormAction(
    z.strictObject({ link: z.string().max(100) }),
    formData,
    async () => {
      const refusal = await findDeedRefusal('second-look');
      if (refusal !== null) return refuse(refusal);
      const asked = await findAsked(link);
      if (!asked) return refuse(ENDED);
      if (formData.get(CONFIRMED) !== 'withdraw') return refuse(WITHDRAW, 'withdraw');
      if (!(await deleteAnswers(asked.userId, { secondLookId: asked.look.id }))) return refuse(ENDED);
      return { ok: true, data: null };
    },
    async () => link,
  );
  // The form is to be drawn anew, with nothing chosen.
  if (result.ok) redirect(`/second-look/${encodeURIComponent(link)}?taken=${Date.now()}`);
  return result;
}
