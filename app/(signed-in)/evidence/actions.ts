'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { loadCareer } from '@/lib/catalogue';
import { addDays, computeDayInZone } from '@/lib/domain/day';
import { buildItemSchema } from '@/lib/domain/proof/item';
import { refuseField, signedInAction } from '@/lib/http/action';
import { deleteEvidence, restoreEvidence, saveEvidence, saveNewEvidence } from '@/lib/queries/evidence';
import { getAccount } from '@/lib/queries/people';

const NOT_THERE =
  'This does not exist any more, or was changed in another tab meanwhile. Reload the page to see it.';

/** Checked against the day where it begins first; whose day it is is known only with the person. */
const buildSchema = () =>
  buildItemSchema({
    canDos: loadCareer().canDos.map(({ id }) => id),
    lastDay: addDays(new Date().toISOString().slice(0, 10), 1),
  });

/** Adds an item, or changes the one whose id the form has. */
export const saveEvidenceAction = signedInAction(buildSchema, async (user, { id, basedOn, ...entry }) => {
  const { timeZone } = await getAccount(user.id);
  if (entry.day > computeDayInZone({ instant: new Date(), timeZone }))
    return refuseField('day', 'Give a day that is not still to come.', 'Nothing was saved');
  if (id === '') {
    const added = await saveNewEvidence(user.id, { ...entry, career: loadCareer().id });
    redirect(`/evidence?saved=${added}#${added}`);
  }
  if (!(await saveEvidence(user.id, { ...entry, id, basedOn }))) return { ok: false, message: NOT_THERE };
  redirect(`/evidence?saved=${encodeURIComponent(id)}#${encodeURIComponent(id)}`);
});

const oneSchema = z.strictObject({ id: z.string().max(200) });

export const removeEvidenceAction = signedInAction(oneSchema, async (user, { id }) => {
  if (!(await deleteEvidence(user.id, id))) redirect('/evidence?gone=1');
  redirect(`/evidence?removed=${encodeURIComponent(id)}`);
});

export const putBackEvidenceAction = signedInAction(oneSchema, async (user, { id }) => {
  if (!(await restoreEvidence(user.id, id))) return { ok: false, message: NOT_THERE };
  redirect(`/evidence?saved=${encodeURIComponent(id)}#${encodeURIComponent(id)}`);
});
